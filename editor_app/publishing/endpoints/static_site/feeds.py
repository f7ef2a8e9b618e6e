# SPDX-License-Identifier: GPL-3.0-or-later
"""What machines read: the Atom feed of a language, the sitemap, robots.txt."""

from __future__ import annotations

import re
import uuid
from datetime import UTC, date, datetime, time
from typing import Any

from markupsafe import Markup, escape

from editor_app.domain.schedule import load_zone
from editor_app.publishing.endpoints.static_site.addresses import list_path
from editor_app.publishing.endpoints.static_site.article_page import article_alternates
from editor_app.publishing.endpoints.static_site.list_pages import front_alternates
from editor_app.publishing.endpoints.static_site.records import Record, image_for
from editor_app.publishing.endpoints.static_site.rendering import PageFrame, feed_title, fill, iso
from editor_app.publishing.endpoints.static_site.site_model import SiteModel
from editor_app.text.markdown import render_html

ENTRIES = 20
# What XML 1.0 cannot hold, section 2.2.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def render_feed(site: SiteModel, language: str) -> bytes:
    """Return the language's Atom feed (RFC 4287) with the newest articles in full."""
    path = f"{language}/feed.xml"
    frame = PageFrame(site, path, language)
    newest = site.by_language[language][:ENTRIES]
    context = {
        "lang": language,
        "id": stable_urn(f"{site.identity}/{language}"),
        "title": feed_title(site, language).unescape(),
        "site_title": site.options.site_title(language),
        "updated": iso(max(_changed(site, record) for record in newest)),
        "self_href": frame.address(path),
        "home_href": frame.address(list_path(language, "front", "")),
        "entries": [_entry(frame, record) for record in newest],
    }
    return _xml(fill("feed.xml", context))


def _entry(frame: PageFrame, record: Record) -> dict[str, Any]:
    content = record.content
    return {
        "id": stable_urn(record.article_id),
        "title": content.headline or frame.words.texts["untitled"],
        "href": frame.address(record.path),
        "published": iso(_instant(frame.site, record.shown_date)),
        "updated": iso(_changed(frame.site, record)),
        "authors": [name for name in content.bylines if name.strip()],
        "tags": [tag for tag in content.tags if tag.strip()],
        "summary": content.standfirst,
        "content": _content(frame, record),
        "editions": [
            a
            for a in article_alternates(frame, record)
            if a.hreflang not in (record.language, "x-default")
        ],
    }


def _content(frame: PageFrame, record: Record) -> str:
    def image(media_id: str, alt: str, title: str) -> str:
        used = image_for(record, media_id)
        picture = frame.site.pictures.get(used.sha256) if used else None
        if picture is None:
            return str(escape(alt))
        shown = picture.of_type(webp=False)[-1]
        address = frame.address(shown.path)
        return str(
            Markup('<img src="{}" width="{}" height="{}" alt="{}">').format(
                address, shown.width, shown.height, alt
            )
        )

    return render_html(record.content.body, image=image)


def _instant(site: SiteModel, when: date | datetime) -> datetime:
    if isinstance(when, datetime):
        return when.astimezone(UTC)
    return datetime.combine(when, time(12), load_zone(site.options.zone)).astimezone(UTC)


def _changed(site: SiteModel, record: Record) -> datetime:
    return max(
        record.updated, record.first_published, _instant(site, record.shown_date)
    ).astimezone(UTC)


def stable_urn(key: str) -> str:
    """Return a URN that stays the same for a key: its UUID if it is one."""
    try:
        return f"urn:uuid:{uuid.UUID(key)}"
    except ValueError:
        return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, key)}"


def render_sitemap(site: SiteModel) -> bytes:
    """Return the sitemap: front pages and articles with their editions in other languages."""
    items: list[dict[str, Any]] = []
    for language, articles in site.by_language.items():
        path = list_path(language, "front", "")
        frame = PageFrame(site, path, language)
        newest = max(_changed(site, record) for record in articles)
        items.append(
            {
                "href": frame.address(path),
                "changed": newest.date().isoformat(),
                "alternates": front_alternates(frame),
            }
        )
        items += [
            {
                "href": frame.address(record.path),
                "changed": _changed(site, record).date().isoformat(),
                "alternates": article_alternates(frame, record),
            }
            for record in articles
        ]
    return _xml(fill("sitemap.xml", {"items": items}))


def render_robots(site: SiteModel) -> bytes:
    """Return robots.txt: everything may be read, and where the sitemap is."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {site.options.base_url}sitemap.xml\n".encode()


def _xml(raw: bytes) -> bytes:
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", raw.decode("utf-8")).encode("utf-8")
