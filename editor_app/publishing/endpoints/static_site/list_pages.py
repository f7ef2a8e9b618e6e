# SPDX-License-Identifier: GPL-3.0-or-later
"""Front, section, tag and author pages, the choice of languages and the page not found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from editor_app.domain.languages import is_right_to_left
from editor_app.publishing.endpoints.static_site.addresses import list_path
from editor_app.publishing.endpoints.static_site.records import Record
from editor_app.publishing.endpoints.static_site.rendering import (
    Alternate,
    PageFrame,
    asset,
    fill,
)
from editor_app.publishing.endpoints.static_site.site_model import SiteModel
from editor_app.publishing.endpoints.static_site.words import own_name, words_for

BLOCK = 30
_LEADING = 4


@dataclass(frozen=True, slots=True)
class ListPage:
    """One page of a list. Older pages are numbered from the oldest, so they hardly change."""

    language: str
    kind: str  # "front", "section", "tag" or "author"
    slug: str
    name: str
    number: int  # 0: the newest, at the list's own address
    articles: tuple[Record, ...]
    newer: str = ""  # paths of its neighbours
    older: str = ""

    @property
    def path(self) -> str:
        """Return where the page lies."""
        return list_path(self.language, self.kind, self.slug, self.number)


def split_list(
    language: str, kind: str, slug: str, name: str, articles: Sequence[Record]
) -> list[ListPage]:
    """Return the pages of a list: the newest 30 to 59 articles, then full blocks of 30.

    Blocks count from the oldest article, so a new one changes the first page alone, and
    every thirtieth makes one block more.
    """
    count = len(articles)
    blocks = max(0, (count - BLOCK) // BLOCK) if count >= 2 * BLOCK else 0
    first = count - blocks * BLOCK

    def path(number: int) -> str:
        return list_path(language, kind, slug, number)

    pages = [
        ListPage(
            language,
            kind,
            slug,
            name,
            0,
            tuple(articles[:first]),
            "",
            path(blocks) if blocks else "",
        )
    ]
    for number in range(blocks, 0, -1):
        start = count - number * BLOCK
        pages.append(
            ListPage(
                language,
                kind,
                slug,
                name,
                number,
                tuple(articles[start : start + BLOCK]),
                newer=path(number + 1) if number < blocks else path(0),
                older=path(number - 1) if number > 1 else "",
            )
        )
    return pages


def all_lists(site: SiteModel) -> list[ListPage]:
    """Return every list page of the site."""
    pages: list[ListPage] = []
    for language, articles in site.by_language.items():
        pages += split_list(language, "front", "", site.options.site_title(language), articles)
    for group in site.groupings.values():
        pages += split_list(group.language, group.kind, group.slug, group.name, group.articles)
    return pages


def render_list(site: SiteModel, page: ListPage) -> bytes:
    """Return a list page."""
    frame = PageFrame(site, page.path, page.language)
    is_front = page.kind == "front"
    lead = page.articles[:_LEADING] if is_front and not page.number else ()
    labels = {"tag": "topic", "author": "author", "section": "", "front": ""}
    label = labels[page.kind]
    context = frame.context() | {
        "title": page.name if not is_front else frame.words.texts["older"],
        "is_front": is_front,
        "number": page.number,
        "kind_label": frame.words(label) if label else "",
        "with_section": page.kind != "section",
        "leading": [frame.teaser(record) for record in lead],
        "items": [frame.teaser(record) for record in page.articles[len(lead) :]],
        "older": frame.link(page.older) if page.older else "",
        "newer": frame.link(page.newer) if page.newer else "",
        "alternates": front_alternates(frame) if is_front and not page.number else (),
    }
    if is_front and not page.number:
        context["title"] = context["site_title"]
    return fill("list.html", context)


def front_alternates(frame: PageFrame) -> tuple[Alternate, ...]:
    """Return all front pages and the choice of languages for everybody else."""
    found = [
        Alternate(tag, frame.address(list_path(tag, "front", ""))) for tag in frame.site.languages
    ]
    return (*found, Alternate("x-default", frame.address("index.html")))


def main_language(site: SiteModel) -> str:
    """Return the language of pages that belong to none."""
    return site.languages[0] if site.languages else site.options.default_language or "en"


def render_root(site: SiteModel) -> bytes:
    """Return the site's first page: the choice of languages, each in its own words."""
    language = main_language(site)
    frame = PageFrame(site, "index.html", language)
    context = frame.context() | {
        "choices": [
            {
                "href": frame.link(list_path(tag, "front", "")),
                "tag": tag,
                "dir": "rtl" if is_right_to_left(tag) else "ltr",
                "name": own_name(tag),
                "headline": site.by_language[tag][0].content.headline,
            }
            for tag in site.languages
        ],
        "empty_text": frame.words("empty_list"),
        "alternates": front_alternates(frame) if site.languages else (),
    }
    return fill("root.html", context)


def render_not_found(site: SiteModel) -> bytes:
    """Return the page for addresses that lead nowhere; its links start at the root.

    A server shows it at any depth, where relative links would miss.
    """
    language = main_language(site)
    root = urlsplit(site.options.base_url).path
    frame = PageFrame(site, "404.html", language)
    notices: list[dict[str, Any]] = []
    for tag in site.languages or (language,):
        words = words_for(tag)
        notices.append(
            {
                "tag": tag,
                "dir": words.direction,
                "title": words("not_found"),
                "hint": words("not_found_hint"),
                "home": words("home"),
                "href": root + (list_path(tag, "front", "") if site.languages else "index.html"),
            }
        )
    context = frame.context() | {
        "css": root + asset("site.css")[0],
        "icon": root + asset("icon.svg")[0],
        "notices": notices,
        "not_found_title": notices[0]["title"],
    }
    return fill("not_found.html", context)


def render_redirect(site: SiteModel, path: str, record: Record) -> bytes:
    """Return a small page at an old address that leads to the new one."""
    frame = PageFrame(site, path, record.language)
    context = frame.context() | {
        "target": frame.link(record.path),
        "canonical": frame.address(record.path),
    }
    return fill("redirect.html", context)
