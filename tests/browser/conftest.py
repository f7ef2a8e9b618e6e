# SPDX-License-Identifier: GPL-3.0-or-later
"""One published website in three languages, served and opened from disk, and one Chromium."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from editor_app.publishing.endpoints.static_site import preview_server
from editor_app.publishing.endpoints.static_site.site_endpoint import StaticSite
from tests.publishing.newsroom import publish_newsroom
from tests.publishing.sites import open_site

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def website(tmp_path_factory: pytest.TempPathFactory) -> StaticSite:
    """Twelve articles in English, French and Arabic, with comments, images and old addresses."""
    tmp_path = tmp_path_factory.mktemp("published")
    website = open_site(tmp_path, options={"default_language": "en", "tagline": "Zqtagline"})
    publish_newsroom(website, tmp_path, ("en", "fr", "ar"))
    return website


@pytest.fixture(scope="session")
def paths(website: StaticSite) -> list[str]:
    """Every page, as a path under the root."""
    found = sorted(p.relative_to(website.folder).as_posix() for p in website.folder.rglob("*.html"))
    assert len(found) > 30
    return found


@pytest.fixture(scope="session")
def address(website: StaticSite) -> Iterator[str]:
    """Where the website is served."""
    with preview_server.start(website.folder, port=0) as server:
        yield server.url


@pytest.fixture(scope="session")
def browser(chromium_path: str) -> Iterator[Browser]:
    """A headless Chromium; every context of it starts with nothing stored."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium_path, args=FLAGS)
        yield running
        running.close()


@pytest.fixture(scope="session")
def articles(website: StaticSite) -> list[Path]:
    """The article pages."""
    found = [p for p in website.folder.glob("*/*.html") if "ld+json" in p.read_text("utf-8")]
    assert len(found) == 12
    return found


@pytest.fixture(scope="session")
def resting(paths: list[str]) -> list[str]:
    """The pages that stay where they are: all but those at old addresses."""
    return [path for path in paths if "/zq-old-" not in path]
