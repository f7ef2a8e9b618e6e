# SPDX-License-Identifier: GPL-3.0-or-later
"""Show the website in a browser on this computer, and on no other."""

from __future__ import annotations

import posixpath
import threading
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import unquote, urlsplit

PREFERRED_PORT = 8797
_HOST = "127.0.0.1"
# An explicit list: what a system calls a type varies, and nothing else is served.
_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
    ".jpg": "image/jpeg",
    ".png": "image/png",
}
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; "
        "form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Cache-Control": "no-cache",
}


class PreviewServer:
    """A web server for one folder on 127.0.0.1. Use `start`, and `stop` when done."""

    def __init__(self, folder: Path, port: int) -> None:
        """Take the website's root; port 0 lets the system choose. Raises OSError if it is taken."""
        self._server = _Server(folder, port)
        # Daemon threads, so that a browser's open connection cannot keep the program alive.
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        """Return the address of the website's first page."""
        return f"http://{_HOST}:{self._server.server_address[1]}/"

    def stop(self) -> None:
        """Stop serving and free the port."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def __enter__(self) -> Self:
        """Return the running server."""
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        """Stop it."""
        self.stop()


def start(folder: Path, *, port: int = PREFERRED_PORT) -> PreviewServer:
    """Serve a folder on the given port, or on a free one if that is taken."""
    try:
        return PreviewServer(folder, port)
    except OSError:
        return PreviewServer(folder, 0)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def __init__(self, folder: Path, port: int) -> None:
        self.folder = folder
        super().__init__((_HOST, port), _Handler)


class _Handler(BaseHTTPRequestHandler):
    server: _Server  # pyright: ignore[reportIncompatibleVariableOverride]
    protocol_version = "HTTP/1.1"
    server_version = "EditorAppPreview"
    sys_version = ""
    timeout = 30

    def do_GET(self) -> None:
        """Answer with the file."""
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        """Answer with the headers alone."""
        self._answer(with_body=False)

    def log_message(self, format: str, *args: object) -> None:
        """Keep quiet: a reader's clicks are not the program's log."""

    def _answer(self, *, with_body: bool) -> None:
        if not self._asked_by_name():
            self._send(HTTPStatus.MISDIRECTED_REQUEST, b"", ".txt", with_body=with_body)
            return
        path = file_for(self.server.folder, self.path)
        status = HTTPStatus.OK
        if path is None:
            status, path = HTTPStatus.NOT_FOUND, self.server.folder / "404.html"
        try:
            raw = path.read_bytes()
        except OSError:
            status, raw = HTTPStatus.NOT_FOUND, b""
        self._send(status, raw, path.suffix, with_body=with_body)

    def _asked_by_name(self) -> bool:
        """Refuse other host names: a page elsewhere could have its name point here."""
        host = urlsplit(f"//{self.headers.get('Host', '')}").hostname
        return host in (_HOST, "localhost")

    def _send(self, status: HTTPStatus, raw: bytes, suffix: str, *, with_body: bool) -> None:
        self.send_response(status)
        self.send_header("Content-Type", _TYPES.get(suffix, "text/plain; charset=utf-8"))
        self.send_header("Content-Length", str(len(raw)))
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        self.end_headers()
        if with_body:
            self.wfile.write(raw)


def file_for(folder: Path, target: str) -> Path | None:
    """Return the file a request target names, or None: no dot paths, no listings, no links out."""
    raw = unquote(urlsplit(target).path, errors="strict") if _is_readable(target) else ""
    parts = [part for part in posixpath.normpath("/" + raw).split("/") if part]
    if not raw.startswith("/") or "\\" in raw or "\0" in raw or ":" in raw:
        return None
    if any(part.startswith(".") for part in raw.split("/")):
        return None
    path = folder.joinpath(*parts)
    if raw.endswith("/"):
        path = path / "index.html"
    root = folder.resolve()
    if path.suffix not in _TYPES or not path.is_file() or not path.resolve().is_relative_to(root):
        return None
    return path


def _is_readable(target: str) -> bool:
    try:
        unquote(urlsplit(target).path, errors="strict")
    except ValueError:
        return False
    return True
