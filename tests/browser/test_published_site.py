# SPDX-License-Identifier: GPL-3.0-or-later
"""The published website in a real browser: accessible, silent, self-contained, well linked."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import lxml.html
import pytest
from playwright.sync_api import Browser, Page

from editor_app.publishing.endpoints.static_site.site_endpoint import StaticSite

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]
BASE = "http://127.0.0.1:8797/"


class Watch:
    """Everything a page says to the console, and every request it makes."""

    def __init__(self, page: Page, inside: str) -> None:
        self.messages: list[str] = []
        self.outside: list[str] = []
        page.on("console", lambda message: self.messages.append(f"{page.url}: {message.text}"))
        page.on("pageerror", lambda error: self.messages.append(f"{page.url}: {error}"))
        page.on("requestfailed", lambda request: self._failed(request.url, request.failure))
        page.on("request", lambda request: self._look_at(request.url, inside))

    def _failed(self, url: str, reason: str | None) -> None:
        if reason != "net::ERR_ABORTED":  # the next page was opened before a picture had come
            self.messages.append(f"failed {url}: {reason}")

    def _look_at(self, url: str, inside: str) -> None:
        if not url.startswith(inside):
            self.outside.append(url)


# Contrast depends on the scheme, sizes on the width: two walks see every rule of both.
@pytest.mark.parametrize(("scheme", "width"), [("light", 390), ("dark", 1280)])
def test_no_accessibility_violation(
    browser: Browser, address: str, resting: list[str], axe_script: Path, scheme: str, width: int
):
    violations: list[str] = []
    context = browser.new_context(
        color_scheme=scheme,  # pyright: ignore[reportArgumentType]
        viewport={"width": width, "height": 900},
        bypass_csp=True,
    )
    page = context.new_page()
    for path in resting:
        page.goto(address + path)
        page.add_script_tag(path=axe_script)
        result = page.evaluate(
            "axe.run({runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice']})"
        )
        violations += [
            f"{path}: {found['id']}: {found['nodes'][0]['html'][:160]} {found['nodes'][0].get('failureSummary')}"
            for found in result["violations"]
        ]
    context.close()
    assert violations == []


def test_nothing_is_said_to_the_console_and_nothing_is_asked_of_others(
    browser: Browser, address: str, resting: list[str]
):
    context = browser.new_context()
    page = context.new_page()
    watch = Watch(page, address)
    for path in resting:
        response = page.goto(address + path)
        assert response is not None
        assert response.status == 200
    assert watch.messages == []
    assert watch.outside == []
    assert context.cookies() == []
    context.close()


def test_it_opens_from_disk_with_styles_and_pictures(
    browser: Browser, website: StaticSite, resting: list[str]
):
    page = browser.new_page()
    watch = Watch(page, website.folder.as_uri())
    for path in resting:
        if path == "404.html":
            continue  # a server's page: its links start at the server's root
        page.goto((website.folder / path).as_uri())
        assert page.evaluate("getComputedStyle(document.body).marginTop") == "0px", path
        broken = page.evaluate(
            "Promise.all([...document.images].map(i => (i.loading='eager', i.decode().then(() => '', () => i.currentSrc))))"
        )
        assert [source for source in broken if source] == []
    assert watch.messages == []
    assert watch.outside == []
    page.close()


def test_it_reads_the_same_without_script(browser: Browser, address: str):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "en/zqferry-en.html")
    assert page.locator(".comments li").count() == 2
    page.get_by_role("link", name="Français").first.click()
    assert page.url.startswith(address + "fr/")
    context.close()


def test_an_old_address_leads_to_the_new_one(browser: Browser, address: str):
    page = browser.new_page()
    page.goto(address + "en/zq-old-en.html")
    page.wait_for_url(address + "en/zq-new-en.html")
    page.close()


def test_the_skip_link_is_the_first_stop_and_is_seen_when_focused(browser: Browser, address: str):
    page = browser.new_page()
    page.goto(address + "ar/zqferry-ar.html")
    page.keyboard.press("Tab")
    focused = page.locator(":focus")
    assert focused.get_attribute("href") == "#page-content"
    box = focused.bounding_box()
    assert box is not None
    assert box["y"] >= 0
    page.close()


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_no_page_scrolls_sideways(browser: Browser, address: str, resting: list[str], width: int):
    page = browser.new_page(viewport={"width": width, "height": 800})
    wide: list[str] = []
    for path in resting:
        page.goto(address + path)
        # Hidden overflow at the start side of right-to-left pages counts as well.
        if page.evaluate(
            "document.scrollingElement.scrollWidth > document.documentElement.clientWidth"
        ):
            wide.append(path)
    page.close()
    assert wide == []


def test_every_internal_link_leads_to_a_page_and_a_place(website: StaticSite, paths: list[str]):
    lost: list[str] = []
    for path in paths:
        tree = lxml.html.fromstring((website.folder / path).read_bytes())
        for target in [
            *tree.xpath("//a/@href"),
            *tree.xpath("//link/@href"),
            *tree.xpath("//img/@src"),
        ]:
            url, fragment = urldefrag(urljoin(BASE + path, target))
            if urlsplit(url).netloc != urlsplit(BASE).netloc:
                continue
            if not leads_somewhere(website.folder, url, fragment):
                lost.append(f"{path} → {target}")
        for srcset in tree.xpath("//@srcset"):
            for candidate in srcset.split(", "):
                source = urljoin(BASE + path, candidate.split()[0])
                if not leads_somewhere(website.folder, source, ""):
                    lost.append(f"{path} → {candidate}")
    assert lost == []


def leads_somewhere(folder: Path, url: str, fragment: str) -> bool:
    file = folder / unquote(urlsplit(url).path.lstrip("/"))
    if url.endswith("/"):
        file = file / "index.html"
    if not file.is_file():
        return False
    return not fragment or bool(
        lxml.html.fromstring(file.read_bytes()).xpath("//*[@id=$id]", id=fragment)
    )


def test_language_alternates_lead_both_ways_and_have_one_default(
    website: StaticSite, paths: list[str]
):
    alternates: dict[str, dict[str, str]] = {}
    for path in paths:
        tree = lxml.html.fromstring((website.folder / path).read_bytes())
        canonical = tree.xpath("string(//link[@rel='canonical']/@href)")
        found = {
            link.get("hreflang"): link.get("href")
            for link in tree.xpath("//link[@rel='alternate'][@hreflang]")
        }
        if found:
            alternates[canonical] = found
    defaults: dict[str, set[str]] = defaultdict(set)
    for page, found in alternates.items():
        assert "x-default" in found
        assert page in found.values()  # it names itself
        for language, other in found.items():
            assert alternates[other] == found, f"{page} → {other} ({language}) does not lead back"
            if language != "x-default":
                defaults[other].add(found["x-default"])
    assert all(len(found) == 1 for found in defaults.values())
    assert len(alternates) == 1 + 3 + 3  # the choice, three front pages, three editions


def test_a_page_without_images_weighs_little(website: StaticSite, paths: list[str]):
    style = sum(p.stat().st_size for p in (website.folder / "assets").iterdir())
    heaviest = max((website.folder / path).stat().st_size for path in paths)
    assert heaviest + style < 60_000


def test_no_page_has_a_script_or_a_style_of_its_own(website: StaticSite, paths: list[str]):
    for path in paths:
        text = (website.folder / path).read_text("utf-8")
        assert set(re.findall(r"<script[^>]*>", text)) <= {'<script type="application/ld+json">'}
        assert not re.search(r"<style|\sstyle=|\son\w+=|javascript:", text), path
        assert "default-src 'none'" in text
