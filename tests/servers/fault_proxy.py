# SPDX-License-Identifier: GPL-3.0-or-later
"""Stands between the app and a real server on loopback, and breaks chosen requests as told."""

from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum

_PAGE = b"<!doctype html><title>Network login</title><h1>Please accept the terms</h1>"
_HUGE = 30 * 1024 * 1024


class Fault(StrEnum):
    """What happens to one request."""

    DROP_BEFORE_COMMIT = "the connection closes before the server hears of it"
    DROP_AFTER_COMMIT = "the server does it and the reply is lost"
    RESET = "the connection is reset before the server hears of it"
    HALF_REPLY = "the reply breaks off in the middle"
    HTML_500 = "a web page says the server has a problem"
    HTML_502 = "a gateway says the server did not answer it"
    HTML_503 = "maintenance, with Retry-After"
    TOO_MANY = "429 with Retry-After"
    SLOW_LORIS = "the reply's headers come byte by byte for ever"
    SLOW_BODY = "the reply's body comes byte by byte for ever"
    CAPTIVE_PORTAL = "200 with a login page"
    OTHER_HOST = "302 to another host"
    MOVED = "301 to another host"
    CIRCLE = "a redirect to itself"
    HUGE = "a reply without end"
    WRONG_SHAPE = "JSON that is none of WordPress's"
    HOLD_REPLY = "the server does it, and the reply waits for `release`"


@dataclass(frozen=True, slots=True)
class Seen:
    """One request that reached the proxy."""

    method: str
    target: str
    body: bytes
    authorized: bool
    fault: Fault | None


_CANNED = {
    Fault.HTML_500: b"500 Internal Server Error",
    Fault.HTML_502: b"502 Bad Gateway",
    Fault.HTML_503: b"503 Service Unavailable\r\nRetry-After: 600",
    Fault.TOO_MANY: b"429 Too Many Requests\r\nRetry-After: 30",
    Fault.CAPTIVE_PORTAL: b"200 OK",
}


class FaultProxy:
    """A proxy to one server; `fail` decides about the next requests that match."""

    def __init__(self, host: str, port: int) -> None:
        """Listen on a free port of 127.0.0.1."""
        self._upstream = (host, port)
        self._plans: list[tuple[Fault, Callable[[Seen], bool]]] = []
        self._lock = threading.Lock()
        self._closed = threading.Event()
        self._release = threading.Event()
        self.held = threading.Event()  # set when a held reply is there
        self.log: list[Seen] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        threading.Thread(target=self._accept, daemon=True).start()

    def fail(self, *faults: Fault, method: str = "", path: str = "") -> None:
        """Let the next requests of this method, with this in their target, fail in this order."""

        def matches(seen: Seen) -> bool:
            return method in ("", seen.method) and path in seen.target

        with self._lock:
            self._plans += [(fault, matches) for fault in faults]

    def release(self) -> None:
        """Let held replies go on."""
        self._release.set()

    def writes(self, path: str = "") -> list[Seen]:
        """Return the requests that could change something and were not dropped before."""
        never = (Fault.DROP_BEFORE_COMMIT, Fault.RESET)
        return [
            s for s in self.log if s.method == "POST" and path in s.target and s.fault not in never
        ]

    def close(self) -> None:
        """Stop listening, and let every waiting reply go."""
        self._closed.set()
        self._release.set()
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)  # wakes the thread that accepts
        self._listener.close()

    def _accept(self) -> None:
        while not self._closed.is_set():
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        with client, suppress(OSError):
            raw = _whole_request(client)
            if raw:
                self._answer(client, raw)

    def _answer(self, client: socket.socket, raw: bytes) -> None:
        head, _, body = raw.partition(b"\r\n\r\n")
        method, target, _ = head.split(b"\r\n")[0].decode("latin-1").split(" ", 2)
        seen = Seen(method, target, body, b"\r\nauthorization:" in head.lower(), None)
        fault = self._next_fault(seen)
        self.log.append(Seen(method, target, body, seen.authorized, fault))
        if fault is None:
            client.sendall(self._forward(raw))
        elif fault is Fault.RESET:
            client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        elif fault in _CANNED:
            client.sendall(_reply(_CANNED[fault], _PAGE, b"text/html"))
        elif fault in (Fault.OTHER_HOST, Fault.MOVED, Fault.CIRCLE):
            client.sendall(self._redirect(fault, target))
        elif fault is Fault.WRONG_SHAPE:
            client.sendall(_reply(b"200 OK", b'[["surprise"]]', b"application/json"))
        elif fault in (Fault.SLOW_LORIS, Fault.SLOW_BODY, Fault.HUGE):
            self._never_ending(client, fault)
        elif fault is not Fault.DROP_BEFORE_COMMIT:
            self._after_commit(client, raw, fault)

    def _after_commit(self, client: socket.socket, raw: bytes, fault: Fault) -> None:
        reply = self._forward(raw)
        if fault is Fault.HALF_REPLY:
            client.sendall(reply[: len(reply) - len(reply.partition(b"\r\n\r\n")[2]) // 2])
        elif fault is Fault.HOLD_REPLY:
            self.held.set()
            self._release.wait()
            client.sendall(reply)

    def _never_ending(self, client: socket.socket, fault: Fault) -> None:
        client.sendall(b"HTTP/1.1 200 OK\r\n")
        if fault is Fault.HUGE:
            client.sendall(b"Content-Type: application/json\r\n\r\n[")
            client.sendall(b" " * _HUGE)
            return
        if fault is Fault.SLOW_BODY:
            client.sendall(b"Content-Type: application/json\r\n\r\n")
        while not self._closed.wait(0.02):
            client.sendall(b"x")

    def _redirect(self, fault: Fault, target: str) -> bytes:
        there = target if fault is Fault.CIRCLE else f"http://elsewhere.invalid{target}"
        code = b"301 Moved" if fault is Fault.MOVED else b"302 Found"
        return _reply(code + b"\r\nLocation: " + there.encode("latin-1"), b"", b"text/html")

    def _next_fault(self, seen: Seen) -> Fault | None:
        with self._lock:
            for number, (fault, matches) in enumerate(self._plans):
                if matches(seen):
                    del self._plans[number]
                    return fault
        return None

    def _forward(self, raw: bytes) -> bytes:
        head, _, body = raw.partition(b"\r\n\r\n")
        lines = [
            line for line in head.split(b"\r\n") if not line.lower().startswith(b"connection:")
        ]
        with socket.create_connection(self._upstream, timeout=90) as server:
            server.sendall(b"\r\n".join([*lines, b"Connection: close"]) + b"\r\n\r\n" + body)
            parts: list[bytes] = []
            while part := server.recv(65536):
                parts.append(part)
        return b"".join(parts)


def _whole_request(client: socket.socket) -> bytes:
    raw = b""
    client.settimeout(30)
    while b"\r\n\r\n" not in raw:
        part = client.recv(65536)
        if not part:
            return b""
        raw += part
    head, _, body = raw.partition(b"\r\n\r\n")
    wanted = 0
    for line in head.split(b"\r\n"):
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            wanted = int(value)
    parts = [raw]
    size = len(body)
    while size < wanted:
        part = client.recv(65536)
        if not part:
            return b""
        parts.append(part)
        size += len(part)
    return b"".join(parts)


def _reply(status: bytes, body: bytes, kind: bytes) -> bytes:
    length = str(len(body)).encode()
    head = b"HTTP/1.1 %s\r\nContent-Type: %s\r\nContent-Length: %s\r\nConnection: close\r\n\r\n"
    return head % (status, kind, length) + body
