# SPDX-License-Identifier: GPL-3.0-or-later
"""The article page: everything between the masthead and the foot."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any
from urllib.parse import quote, urlencode

from markupsafe import Markup, escape

from editor_app.domain.languages import is_right_to_left
from editor_app.publishing.endpoints.static_site.comment_thread import flatten
from editor_app.publishing.endpoints.static_site.records import Record, image_for
from editor_app.publishing.endpoints.static_site.rendering import (
    Alternate,
    PageFrame,
    fill,
    iso,
    paragraphs,
)
from editor_app.publishing.endpoints.static_site.site_model import SiteModel, comment_count
from editor_app.publishing.endpoints.static_site.structured_data import article_data, script_text
from editor_app.publishing.endpoints.static_site.words import own_name
from editor_app.text.markdown import plain_text, render_html
from editor_app.text.words import count_words, reading_minutes

_BODY_SIZES = "(min-width: 46rem) 42rem, 100vw"
_LEAD_SIZES = "(min-width: 72rem) 68rem, 100vw"
_UPDATED_AFTER = timedelta(minutes=5)
_FIRST_HEADING = re.compile(r"<(/?)h1\b")


def render_article(site: SiteModel, record: Record, related: tuple[Record, ...]) -> bytes:
    """Return the article's page."""
    frame = PageFrame(site, record.path, record.language)
    section = site.section_name(record)
    lead = site.lead_picture(record)
    context = frame.context() | {
        "article": record.content,
        "headline": record.content.headline or frame.words.texts["untitled"],
        "description": description(record),
        "section_link": frame.grouping_link("section", section) if section else "",
        "section_name": section,
        "bylines": frame.bylines(record),
        "credit": _credit(frame, record),
        "published": frame.date(record.shown_date),
        "published_iso": iso(record.shown_date),
        "updated": frame.moment(record.updated) if is_updated(record) else "",
        "updated_iso": iso(record.updated),
        "reading_time": _reading_time(frame, record),
        "lead": frame.picture(lead, record.content.lead_alt, sizes=_LEAD_SIZES, eager=True)
        if lead
        else "",
        "body": _body(frame, record),
        "correction": paragraphs(record.content.correction_note)
        if record.content.correction_note.strip()
        else "",
        "tags": [frame.grouping_link("tag", tag) for tag in record.content.tags if tag.strip()],
        "share": _share_links(frame, record),
        "editions": _editions(frame, record),
        "related": [frame.teaser(other) for other in related],
        "alternates": article_alternates(frame, record),
        "og_image": frame.address(lead.of_type(webp=False)[-1].path) if lead else "",
        "og_picture": lead.of_type(webp=False)[-1] if lead else None,
        "json_ld": script_text(article_data(frame, record)),
        **_comments(frame, record),
    }
    return fill("article.html", context)


def is_updated(record: Record) -> bool:
    """Tell whether the text changed after readers first saw it."""
    return record.updated - record.first_published > _UPDATED_AFTER


def description(record: Record) -> str:
    """Return the sentence for search results and shared links."""
    content = record.content
    return (
        content.search_description
        or content.standfirst
        or plain_text(content.body[:600])[:200].strip()
    )


def article_alternates(frame: PageFrame, record: Record) -> tuple[Alternate, ...]:
    """Return all editions and the one for everybody else: the original, if it is here."""
    editions = frame.site.editions(record)
    if len(editions) < 2:
        return ()
    original = next((e for e in editions if e.credit is None), editions[0])
    found = [Alternate(edition.language, frame.address(edition.path)) for edition in editions]
    return (*found, Alternate("x-default", frame.address(original.path)))


def _body(frame: PageFrame, record: Record) -> Markup:
    def image(media_id: str, alt: str, title: str) -> str:
        used = image_for(record, media_id)
        picture = frame.site.pictures.get(used.sha256) if used else None
        if used is None or picture is None:
            return str(escape(alt))
        return str(frame.picture(picture, alt or used.alt, sizes=_BODY_SIZES))

    shown = render_html(record.content.body, image=image)
    # The headline is the page's only first heading.
    return Markup(_FIRST_HEADING.sub(r"<\1h2", shown))


def _credit(frame: PageFrame, record: Record) -> Markup:
    words, credit, own = frame.words, record.credit, record.content.translator_credit.strip()
    if credit is None:
        return words("translation_credit", name=own) if own else Markup("")
    line = words.translated_from(credit.source_language)
    name = credit.translator.strip() or own
    if name:
        line = words("translated_by", translated=line, name=name)
    return (
        Markup("{} ({})").format(line, words("machine_assisted"))
        if credit.machine_assisted
        else line
    )


def _reading_time(frame: PageFrame, record: Record) -> str:
    number = count_words(plain_text(record.content.body))
    minutes = reading_minutes(number, record.language)
    return frame.words.count("reading_time", minutes) if minutes else ""


def _share_links(frame: PageFrame, record: Record) -> list[tuple[str, Any]]:
    address, title = frame.address(record.path), record.content.headline
    mail = "mailto:?" + urlencode(
        {"subject": title, "body": f"{title}\n{address}"}, quote_via=quote
    )
    links: list[tuple[str, Any]] = [(mail, frame.words.texts["share_email"])]
    if frame.site.options.is_public:
        text = quote(f"{title} {address}", safe="")
        url = quote(address, safe="")
        links += [
            (f"https://bsky.app/intent/compose?text={text}", "Bluesky"),
            (f"https://www.facebook.com/sharer/sharer.php?u={url}", "Facebook"),
            (f"https://t.me/share/url?url={url}&text={quote(title, safe='')}", "Telegram"),
            (f"https://wa.me/?text={text}", "WhatsApp"),
        ]
    return links


def _editions(frame: PageFrame, record: Record) -> list[dict[str, Any]]:
    return [
        {
            "href": frame.link(edition.path),
            "tag": edition.language,
            "dir": "rtl" if is_right_to_left(edition.language) else "ltr",
            "name": own_name(edition.language),
            "headline": edition.content.headline,
        }
        for edition in frame.site.editions(record)
        if edition.article_id != record.article_id
    ]


def _comments(frame: PageFrame, record: Record) -> dict[str, Any]:
    count = comment_count(record)
    if count is None:
        return {"comment_count": "", "thread": (), "has_comments": False}
    shown = frame.words.count("comments_count", count) if count else ""
    return {"comment_count": shown, "thread": flatten(frame, record.comments), "has_comments": True}
