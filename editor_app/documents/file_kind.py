# SPDX-License-Identifier: GPL-3.0-or-later
"""What kind of file this seems to be, by its name or address and by how it begins."""

from __future__ import annotations

from pathlib import PurePosixPath
from urllib.parse import urlsplit

_HTML_BEGINNINGS = (b"<!doctype html", b"<html", b"<head", b"<body", b"<?xml")
_ENDINGS_OF_PAGES = frozenset({".md", ".markdown", ".txt", ".text", ".html", ".htm", ".xhtml"})


def is_address(name: str) -> bool:
    """Tell whether the name is a web address rather than a file name."""
    return name.lower().startswith(("http://", "https://"))


def ending_of(name: str) -> str:
    """Return the ending with its dot, lower case; "" if there is none.

    Of an address only the endings of text count: “.org” and “.php” say nothing of the content.
    """
    if is_address(name):
        ending = PurePosixPath(urlsplit(name).path).suffix.lower()
        return ending if ending in _ENDINGS_OF_PAGES else ""
    return PurePosixPath(name.replace("\\", "/")).suffix.lower()


def looks_like_html(data: bytes) -> bool:
    """Tell whether the content begins as an HTML page does."""
    start = data[:2048].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    while start.startswith(b"<!--") and b"-->" in start:
        start = start.split(b"-->", 1)[1].lstrip()
    return start.startswith(_HTML_BEGINNINGS)
