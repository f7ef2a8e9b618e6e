"""Pages are fetched by address: from a server on this computer, with all its bad habits."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from editor_app.documents import fetch_page as module
from editor_app.documents.fetch_page import fetch_page
from editor_app.domain.errors import BadInput, Cancelled, EndpointBusy, UnreadableFile
from editor_app.domain.progress import NoProgress

PAGE = b"<!DOCTYPE html><h1>A title</h1>"


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        if path == "/page":
            self._answer(200, PAGE)
        elif path.startswith("/hop"):
            left = int(path[4:])
            self._redirect(f"/hop{left - 1}" if left else "/page")
        elif path == "/to-file":
            self._redirect("file:///etc/passwd")
        elif path == "/to-nowhere":
            self._redirect("http://")
        elif path == "/picture":
            self._answer(200, b"\x89PNG", "image/png")
        elif path == "/large":
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            try:
                for _chunk in range(30):
                    self.wfile.write(b"x" * 1_000_000)
            except (BrokenPipeError, ConnectionResetError):
                pass  # the client had enough
        else:
            self._answer(404, b"gone")

    def _answer(self, status: int, body: bytes, kind: str = "text/html; charset=utf-8") -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _redirect(self, target: str) -> None:
        self.send_response(302)
        self.send_header("Location", target)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Handler) as running:
        thread = threading.Thread(target=running.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{running.server_address[1]}"
        running.shutdown()
        thread.join()


def test_a_page_comes_with_its_final_address(server: str) -> None:
    assert fetch_page(f"{server}/page", progress=NoProgress()) == (PAGE, f"{server}/page")
    assert fetch_page(f" {server}/hop3\n", progress=NoProgress()) == (PAGE, f"{server}/page")


def test_five_redirects_are_followed_and_no_more(server: str) -> None:
    assert fetch_page(f"{server}/hop4", progress=NoProgress())[0] == PAGE
    with pytest.raises(UnreadableFile, match="without end"):
        fetch_page(f"{server}/hop5", progress=NoProgress())


@pytest.mark.parametrize("path", ["/to-file", "/to-nowhere"])
def test_a_redirect_to_something_else_than_a_web_address_is_refused(server: str, path: str) -> None:
    with pytest.raises(BadInput):
        fetch_page(f"{server}{path}", progress=NoProgress())


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "ftp://example.org/x", "javascript:alert(1)", "words", "", "http://",
     "http://[::1", "http://example.org:99999/"],
)  # fmt: skip
def test_what_is_no_web_address_is_refused(url: str) -> None:
    with pytest.raises(BadInput, match="web address"):
        fetch_page(url, progress=NoProgress())


def test_a_public_page_may_not_lead_into_a_private_network() -> None:
    for target in ("http://127.0.0.1/", "http://[::1]/", "http://10.0.0.1/x", "http://169.254.169.254/",
                   "http://[::ffff:192.168.0.1]/", "//localhost/", "http://0.0.0.0/"):  # fmt: skip
        with pytest.raises(BadInput, match="private network"):
            module.next_address("https://93.184.216.34/", target, typed_private=False)
    assert (
        module.next_address("http://127.0.0.1/", "/x", typed_private=True) == "http://127.0.0.1/x"
    )


def test_an_error_page_and_a_picture_are_no_articles(server: str) -> None:
    with pytest.raises(UnreadableFile, match="404"):
        fetch_page(f"{server}/missing", progress=NoProgress())
    with pytest.raises(UnreadableFile, match="image/png"):
        fetch_page(f"{server}/picture", progress=NoProgress())


def test_more_than_twenty_megabytes_are_not_read_to_the_end(server: str) -> None:
    with pytest.raises(UnreadableFile, match="20 MB"):
        fetch_page(f"{server}/large", progress=NoProgress())


def test_a_server_that_is_not_there_is_busy_not_broken() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
        with pytest.raises(EndpointBusy, match="reached"):
            fetch_page(f"http://127.0.0.1:{port}/", progress=NoProgress())


def test_a_person_can_stop_it(server: str) -> None:
    class Stopped:
        def report(self, done: int, total: int, text: str) -> None:
            raise Cancelled("Stopped.")

    with pytest.raises(Cancelled):
        fetch_page(f"{server}/page", progress=Stopped())
