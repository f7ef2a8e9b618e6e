# SPDX-License-Identifier: GPL-3.0-or-later
"""Ends a connection whose server drips its answer for ever: a limit for the whole request."""

from __future__ import annotations

import os
import socket
import threading
from collections.abc import Generator
from contextlib import contextmanager, suppress
from typing import Any

_NEW_STREAM = frozenset({"connection.connect_tcp.complete", "connection.start_tls.complete"})


class Watchdog:
    """Remembers the connection a client uses, and shuts it when a request takes too long."""

    def __init__(self) -> None:
        """Know no connection yet."""
        self._stream: Any = None
        self.fired = False  # the last limit was reached: what was read so far is not all

    def trace(self, event: str, details: dict[str, Any]) -> None:
        """Take httpx's trace events: they tell of each new connection."""
        if event in _NEW_STREAM:
            self._stream = details.get("return_value")

    @contextmanager
    def limit(self, seconds: float) -> Generator[None]:
        """Shut the connection if what is inside takes longer, and remember that in `fired`."""
        self.fired = False
        timer = threading.Timer(seconds, self._shut)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def _shut(self) -> None:
        """Shut down the TCP connection itself; the thread that reads gets an error, or an end."""
        self.fired = True
        connection = self._stream.get_extra_info("socket") if self._stream else None
        if connection is None:
            return
        with suppress(OSError):  # closed meanwhile
            # A duplicate, so that a TLS object in use by the other thread is not touched.
            duplicate = socket.socket(fileno=os.dup(connection.fileno()))
            try:
                duplicate.shutdown(socket.SHUT_RDWR)
            finally:
                duplicate.close()
