# SPDX-License-Identifier: GPL-3.0-or-later
"""What a page says about itself out of sight: date, authors, title, description."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from editor_app.documents.html_reading.dom import Element

_DATE_NAMES = (
    *("article:published_time", "og:article:published_time", "datepublished", "date"),
    *("dc.date.issued", "dc.date", "dcterms.created", "dcterms.date", "parsely-pub-date"),
    *("sailthru.date", "publish-date", "pubdate", "publishdate", "cxenseparse:recs:publishtime"),
)
_AUTHOR_NAMES = ("author", "article:author", "dc.creator", "parsely-author", "byl")
_ISO_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_ARTICLE_TYPE = re.compile(r"Article|BlogPosting|Report|WebPage")
_LARGEST_JSON = 1_000_000


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """Stated by the page, never guessed."""

    published: date | None
    authors: tuple[str, ...]
    title: str
    description: str
    language: str


def read_metadata(root: Element) -> PageMetadata:
    """Return what <html lang>, <meta>, JSON-LD and <time> state."""
    metas = _metas(root)
    things = [thing for thing in _json_things(root) if _is_article(thing)]
    stated = [str(thing.get("datePublished") or "") for thing in things]
    stated += [metas[name] for name in _DATE_NAMES if name in metas]
    stated += [str(element.get("datetime") or "") for element in _publication_times(root)]
    titles = [metas.get("og:title", ""), *(_title_of(element) for element in root.iter("title"))]
    descriptions = (metas.get("description", ""), metas.get("og:description", ""))
    return PageMetadata(
        published=next((found for found in map(_iso_date, stated) if found), None),
        authors=_authors(things, metas),
        title=next((title for title in titles if title), ""),
        description=next((text for text in descriptions if text), ""),
        language=str(root.get("lang") or metas.get("og:locale", "")).replace("_", "-"),
    )


def _metas(root: Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = " ".join((element.get("content") or "").split())
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _title_of(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _publication_times(root: Element) -> Iterator[Element]:
    for element in root.iter("time"):
        kind = f"{element.get('itemprop') or ''} {element.get('class') or ''}".lower()
        if element.get("pubdate") is not None or "publish" in kind:
            yield element


def _iso_date(text: str) -> date | None:
    match = _ISO_DATE.match(text.strip())
    if match is None:
        return None
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None


def _json_things(root: Element) -> Iterator[dict[str, Any]]:
    for element in root.iter("script"):
        text = element.text or ""
        if (element.get("type") or "").strip().lower() != "application/ld+json":
            continue
        if len(text) > _LARGEST_JSON:
            continue
        try:
            value: object = json.loads(text)
        except (ValueError, RecursionError):
            continue  # a page's own broken data; its visible text is read all the same
        items = cast("list[object]", value) if isinstance(value, list) else [value]
        for item in items:
            if isinstance(item, dict):
                thing = cast("dict[str, Any]", item)
                yield thing
                graph = thing.get("@graph")
                if isinstance(graph, list):
                    yield from _dicts(cast("list[object]", graph))


def _dicts(items: list[object]) -> Iterator[dict[str, Any]]:
    for item in items:
        if isinstance(item, dict):
            yield cast("dict[str, Any]", item)


def _is_article(thing: dict[str, Any]) -> bool:
    return _ARTICLE_TYPE.search(str(thing.get("@type") or "")) is not None


def _authors(things: list[dict[str, Any]], metas: dict[str, str]) -> tuple[str, ...]:
    names: list[str] = []
    for thing in things:
        author: object = thing.get("author")
        for item in cast("list[object]", author) if isinstance(author, list) else [author]:
            if isinstance(item, dict):
                item = cast("dict[str, Any]", item).get("name")
            if isinstance(item, str):
                names.append(item)
    if not names:
        names = [metas[name] for name in _AUTHOR_NAMES if name in metas][:1]
    clean = (" ".join(name.split()) for name in names)
    return tuple(dict.fromkeys(n for n in clean if 0 < len(n) <= 80 and "://" not in n))
