# SPDX-License-Identifier: GPL-3.0-or-later
"""The preview shows the website and nothing else of this computer."""

from __future__ import annotations

import http.client
from collections.abc import Iterator
from pathlib import Path

import pytest

from editor_app.publishing.endpoints.static_site import preview_server
from editor_app.publishing.endpoints.static_site.preview_server import PreviewServer
from tests.fakes.pages import make_page
from tests.publishing.sites import open_site


@pytest.fixture
def server(tmp_path: Path) -> Iterator[PreviewServer]:
    website = open_site(tmp_path)
    website.put(make_page(), token="")
    (website.folder / "secret.db").write_text("x")
    (tmp_path / "outside.html").write_text("outside")
    (website.folder / "link.html").symlink_to(tmp_path / "outside.html")
    with preview_server.start(website.folder, port=0) as running:
        yield running


def ask(server: PreviewServer, target: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    host, port = server.url.removeprefix("http://").rstrip("/").split(":")
    connection = http.client.HTTPConnection(host, int(port), timeout=10)
    connection.request("GET", target, headers=headers)
    response = connection.getresponse()
    answer = (response.status, dict(response.getheaders()), response.read())
    connection.close()
    return answer


@pytest.mark.parametrize(
    ("target", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/en/", "text/html; charset=utf-8"),
        ("/en/the-ferry-comes-back.html?from=mail", "text/html; charset=utf-8"),
        ("/en/feed.xml", "application/xml; charset=utf-8"),
        ("/robots.txt", "text/plain; charset=utf-8"),
    ],
)
def test_pages_come_with_their_type_and_safe_headers(server: PreviewServer, target: str, kind: str):
    status, headers, body = ask(server, target)
    assert (status, headers["Content-Type"]) == (200, kind)
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert body


@pytest.mark.parametrize(
    "target",
    [
        "/.editor-app/site.json",
        "/%2eeditor-app/site.json",
        "/en/../.editor-app/site.json",
        "/../outside.html",
        "/%2e%2e/outside.html",
        "/..%2foutside.html",
        "/..\\outside.html",
        "/link.html",
        "/secret.db",
        "/en",
        "/assets/",
        "/nowhere.html",
        "/%ff.html",
        "/%00.html",
        "//etc/passwd",
    ],
)
def test_anything_else_is_not_found_and_says_so_politely(server: PreviewServer, target: str):
    status, _headers, body = ask(server, target)
    assert status == 404
    assert b"This page does not exist" in body


def test_a_page_elsewhere_cannot_point_its_name_here(server: PreviewServer):
    status, _headers, body = ask(server, "/", Host="evil.example")
    assert status == 421
    assert body == b""


def test_a_taken_port_is_replaced_by_a_free_one(server: PreviewServer, tmp_path: Path):
    port = int(server.url.rstrip("/").rpartition(":")[2])
    with preview_server.start(tmp_path, port=port) as other:
        assert other.url != server.url
    assert server.url.startswith("http://127.0.0.1:")
