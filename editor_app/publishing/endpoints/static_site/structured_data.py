# SPDX-License-Identifier: GPL-3.0-or-later
"""schema.org data of an article for search engines: NewsArticle as JSON-LD."""

from __future__ import annotations

import json
from typing import Any

from markupsafe import Markup

from editor_app.publishing.endpoints.static_site.records import Record
from editor_app.publishing.endpoints.static_site.rendering import PageFrame, iso
from editor_app.publishing.endpoints.static_site.site_model import comment_count


def article_data(frame: PageFrame, record: Record) -> dict[str, Any]:
    """Return the NewsArticle; only what the page itself says, nothing empty."""
    content, site = record.content, frame.site
    picture = site.lead_picture(record)
    images = [frame.address(v.path) for v in picture.of_type(webp=False)] if picture else []
    others = [e for e in site.editions(record) if e.article_id != record.article_id]
    translator = (record.credit.translator if record.credit else "") or content.translator_credit
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": frame.address(record.path),
        "mainEntityOfPage": frame.address(record.path),
        "url": frame.address(record.path),
        "headline": content.headline or frame.words.texts["untitled"],
        "description": content.search_description or content.standfirst,
        "inLanguage": record.language,
        "datePublished": iso(record.shown_date),
        "dateModified": iso(max(record.updated, record.first_published)),
        "articleSection": site.section_name(record),
        "keywords": list(content.tags),
        "image": images,
        "author": [_person(frame, name) for name in content.bylines if name.strip()],
        "translator": {"@type": "Person", "name": translator} if translator else None,
        "publisher": _organisation(frame),
        "commentCount": comment_count(record),
        "workTranslation": [_edition(frame, e) for e in others if e.credit and not record.credit],
        "translationOfWork": next(
            (_edition(frame, e) for e in others if record.credit and not e.credit), None
        ),
        "isAccessibleForFree": True,
    }
    return {key: value for key, value in data.items() if value not in (None, "", [])}


def _person(frame: PageFrame, name: str) -> dict[str, str]:
    path = frame.site.grouping(frame.language, "author", name).path
    return {"@type": "Person", "name": name, "url": frame.address(path)}


def _organisation(frame: PageFrame) -> dict[str, str]:
    options = frame.site.options
    return {
        "@type": "NewsMediaOrganization",
        "name": options.site_title(frame.language),
        "url": options.base_url,
    }


def _edition(frame: PageFrame, record: Record) -> dict[str, str]:
    return {
        "@type": "NewsArticle",
        "@id": frame.address(record.path),
        "headline": record.content.headline,
        "inLanguage": record.language,
    }


def script_text(data: dict[str, Any]) -> Markup:
    """Return JSON that no text inside can end a script element with."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for letter in "<>&\u2028\u2029":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return Markup(text)
