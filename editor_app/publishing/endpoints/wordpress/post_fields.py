# SPDX-License-Identifier: GPL-3.0-or-later
"""What to send for a page: all of it for a new post, only what changed for one that is there.

Text is compared as a whole (the planner has decided already whose it is). For what stands
beside the text, the marker says what we sent last: what a colleague changed since stays, what
was changed here goes out, and where both changed the same thing nothing is sent at all.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from editor_app.domain.errors import PreconditionFailed
from editor_app.publishing.endpoint import Page
from editor_app.publishing.endpoints.wordpress.marker import Marker, Sent, raw_hash, uid_of
from editor_app.publishing.endpoints.wordpress.posts import Post

BYLINE_CLASS = "editor-app-byline"
CORRECTION_CLASS = "editor-app-correction"
Numbers = tuple[int, ...]
_NUMBERED = re.compile(r"-\d{1,4}$")


@dataclass(frozen=True, slots=True)
class Wished:
    """A page in WordPress's own terms."""

    title: str
    excerpt: str
    body: str  # block markup, without the marker
    marker: Marker

    @property
    def content(self) -> str:
        """Return what goes into the post's content."""
        return self.marker.comment() + self.body


def wished_post(page: Page, body: str, sent: Sent) -> Wished:
    """Return the page as a post; headline and standfirst are plain words, not HTML."""
    title = html.escape(" ".join(page.content.headline.split()), quote=False)
    excerpt = html.escape(page.content.standfirst.strip(), quote=False)
    full = _with_credits(page, body)
    marker = Marker(
        uid=uid_of(page.article_id),
        content_hash=page.content.hash,
        raw_hash=raw_hash(title, excerpt, full),
        sent=sent,
    )
    return Wished(title, excerpt, full, marker)


def create_body(page: Page, wished: Wished) -> dict[str, Any]:
    """Return everything a new post needs but its status and date."""
    sent = wished.marker.sent
    body: dict[str, Any] = {
        "title": wished.title,
        "content": wished.content,
        "excerpt": wished.excerpt,
        "tags": list(sent.tags),
    }
    if sent.comments:  # without it the site's own setting holds
        body["comment_status"] = sent.comments
    if page.content.slug:
        body["slug"] = page.content.slug
    if sent.categories:  # without one WordPress takes its default
        body["categories"] = list(sent.categories)
    if sent.lead:
        body["featured_media"] = sent.lead
    return body


def update_body(wished: Wished, there: Post) -> dict[str, Any]:
    """Return what differs; raises PreconditionFailed where both sides changed one thing."""
    base = there.marker.sent if there.marker else None
    mine = wished.marker.sent
    body: dict[str, Any] = _beside_the_text(mine, base, there)
    if wished.title != there.title.strip():
        body["title"] = wished.title
    if wished.excerpt != there.excerpt.strip():
        body["excerpt"] = wished.excerpt
    # The marker lies in the content: it goes along with every change of anything.
    same_text = wished.body.strip() == there.body.replace("\r\n", "\n").strip()
    if not same_text or wished.marker != there.marker:
        body["content"] = wished.content
    return body


def status_body(
    wished_status: str, publish_at: datetime | None, there: Post | None, now: datetime
) -> dict[str, Any]:
    """Return status and date as far as they must be sent.

    "Now" sends no date: the site's own clock sets it. Only a post that waits for a later time
    needs one, or it would go on waiting.
    """
    if wished_status == "future" and publish_at is not None:
        if there is not None and there.status == "future" and there.date == publish_at:
            return {}
        return {"status": "future", "date_gmt": _gmt(publish_at)}
    if there is None:
        return {"status": wished_status}
    if there.status == wished_status:
        return {}
    body: dict[str, Any] = {"status": wished_status}
    if wished_status == "publish" and there.date is not None and there.date > now:
        body["date_gmt"] = _gmt(now)
    return body


def backdated(page: Page) -> dict[str, Any]:
    """Return the date of a piece that bears one already, for its first time on the site."""
    if page.content.published_on is None or page.publish_at is not None:
        return {}
    return {"date_gmt": _gmt(page.first_published)}


def _gmt(instant: datetime) -> str:
    return instant.strftime("%Y-%m-%dT%H:%M:%S")


def _beside_the_text(mine: Sent, base: Sent | None, there: Post) -> dict[str, Any]:
    if base is None:  # the marker was taken away there: everything beside the text stays theirs
        return {}
    body: dict[str, Any] = {}
    tags = _merged(mine.tags, base.tags, there.tags)
    categories = _merged(mine.categories, base.categories, there.categories)
    if tags != there.tags:
        body["tags"] = list(tags)
    if categories != there.categories:
        body["categories"] = list(categories)
    for name, field, wish, before, now in (
        ("lead picture", "featured_media", mine.lead, base.lead, there.lead),
        (
            *("setting for comments", "comment_status"),
            *(_comments(mine.comments, base.comments), base.comments, there.comments),
        ),
        ("address", "slug", mine.slug or base.slug, base.slug, _as_sent(there.slug, base.slug)),
    ):
        if wish in (before, now):
            continue
        if before != now and before:
            raise PreconditionFailed(
                f"Somebody changed the {name} of this article on the site, and it was changed "
                "here too. Nothing was sent."
            )
        body[field] = wish
    return body


def _merged(
    mine: tuple[int, ...], base: tuple[int, ...], there: tuple[int, ...]
) -> tuple[int, ...]:
    """Return what is there, with what was added and taken away here since."""
    return tuple(sorted((set(there) | (set(mine) - set(base))) - (set(base) - set(mine))))


def _comments(mine: str, base: str) -> str:
    return mine or ("closed" if base == "open" else base)


def _as_sent(slug: str, sent: str) -> str:
    """Return the slug we sent if the site only put a number or the trash's mark behind it."""
    plain = slug.removesuffix("__trashed")
    return sent if plain == sent or _NUMBERED.sub("", plain) == sent else slug


def _with_credits(page: Page, body: str) -> str:
    """Return the body between the line of names and the correction note.

    WordPress has no field for either; its own author field is left to the site.
    """
    names = ", ".join(name for name in page.content.bylines if name.strip())
    credit = page.content.translator_credit.strip()
    line = " · ".join(part for part in (names, credit) if part)
    note = page.content.correction_note.strip()
    parts = (_note(line, BYLINE_CLASS), body, _note(note, CORRECTION_CLASS))
    return "\n\n".join(part for part in parts if part)


def _note(text: str, name: str) -> str:
    if not text:
        return ""
    shown = html.escape(" ".join(text.split()), quote=False)
    settings = f'{{"className":"{name}"}}'
    return (
        f'<!-- wp:paragraph {settings} -->\n<p class="{name}">{shown}</p>\n<!-- /wp:paragraph -->'
    )
