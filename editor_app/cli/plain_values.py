# SPDX-License-Identifier: GPL-3.0-or-later
"""The JSON shapes of the newsroom's values, as the command line's contract has them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from editor_app.domain.article import Article, ArticleContent, ArticleRow
from editor_app.domain.comment import Comment
from editor_app.domain.finding import Finding
from editor_app.domain.imported import Part
from editor_app.domain.revision import Revision
from editor_app.domain.schedule import Plan, WallTime
from editor_app.domain.site import Site
from editor_app.domain.translation import Segment, SegmentState

if TYPE_CHECKING:
    from editor_app.services.views import ArticleView, CalendarItem, OutboxRow, SiteStatus

Plain = dict[str, Any]


def instant(moment: datetime | None) -> str | None:
    """Return ``2026-12-01T08:00:00Z``."""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ") if moment else None


def wall_time(at: WallTime | None) -> Plain:
    """Return what was meant, and the instant that it is."""
    if at is None:
        return {"at": None, "zone": None, "fold": None}
    return {"at": at.wall.strftime("%Y-%m-%d %H:%M"), "zone": at.zone, "fold": at.fold}


def head(article: Article) -> Plain:
    """Return which article this is and which revision it has."""
    return {
        "article": article.id,
        "story": article.story_id,
        "revision": article.head,
        "language": article.language,
    }


def content_fields(content: ArticleContent) -> Plain:
    """Return the fields of a content, the body as Markdown."""
    return content.to_json()


def article_row(row: ArticleRow) -> Plain:
    """Return a line of `list`."""
    return {
        "article": row.id,
        "story": row.story_id,
        "language": row.language,
        "headline": row.headline,
        "stage": row.stage,
        "section": row.section,
        "words": row.words,
        "changed": instant(row.changed),
        "due": instant(row.due),
        "planned": instant(row.planned_utc),
        "remote_state": row.remote_state,
        "snippet": row.snippet,
    }


def article_view(view: ArticleView) -> Plain:
    """Return everything about an article."""
    article, embargo = view.article, view.story.embargo
    return {
        **head(article),
        "counter": article.counter,
        "revisions": view.revisions,
        "stage": article.stage,
        "section": article.section,
        **content_fields(article.content),
        "content_hash": article.content.hash,
        "words": view.words,
        "created": instant(article.created),
        "changed": instant(article.changed),
        "assignee": article.assignee,
        "due": instant(article.due),
        "archived": article.archived,
        "slugline": view.story.slugline,
        "planned_languages": list(view.story.planned_languages),
        "embargo": {**wall_time(embargo.until), "lifted_reason": embargo.lifted_reason}
        if embargo
        else None,
        "source_article": view.translation.source_article if view.translation else None,
        "translations": [
            {
                "article": edition.article_id,
                "language": edition.language,
                "headline": edition.headline,
                "stage": edition.stage,
                "is_source": edition.is_source,
            }
            for edition in view.editions
        ],
        "remote_copies": [site_status(status) for status in view.sites],
        "left_out": view.left_out,
    }


def site_status(status: SiteStatus) -> Plain:
    """Return what an article is on one site."""
    copy, waiting = status.copy, status.waiting
    return {
        "site": status.site.name,
        "state": status.state,
        "href": status.href,
        "revision": copy.base_revision if copy else None,
        "checked": instant(copy.checked) if copy else None,
        "verified": bool(copy and copy.verified),
        "plan": plan(status.plan) if status.plan else None,
        "outbox": {"id": waiting.id, "state": waiting.state, "reason": waiting.reason}
        if waiting
        else None,
    }


def plan(one: Plan) -> Plain:
    """Return what was confirmed."""
    return {
        "plan": one.id,
        "revision": one.revision_id,
        "content_hash": one.content_hash,
        **wall_time(one.at),
        "utc": instant(one.due_utc),
        "state": one.state,
    }


def revision(one: Revision) -> Plain:
    """Return a line of `history`."""
    return {
        "revision": one.id,
        "counter": one.counter,
        "parents": list(one.parents),
        "created": instant(one.created),
        "author": one.author,
        "reason": one.reason,
        "name": one.name,
        "words": one.words,
        "content_hash": one.content_hash,
    }


def finding(one: Finding) -> Plain:
    """Return a line of `check`; offsets count characters."""
    return {
        "rule": one.rule,
        "severity": one.severity,
        "field": one.field,
        "start": one.start,
        "end": one.end,
        "text": one.text,
        "message": one.message,
        "fixes": [
            {"label": fix.label, "replacement": fix.replacement, "safe": fix.safe}
            for fix in one.fixes
        ],
    }


def left_out(parts: Iterable[Part]) -> list[Plain]:
    """Return what an import left out, each with its reason."""
    return [{"text": part.text, "reason": part.reason or "other"} for part in parts]


def segment(one: Segment) -> Plain:
    """Return a line of `segments`; ``match`` is how alike the memory's source was, 0 … 1."""
    from editor_app.translation.placeholders import placeholder_findings

    return {
        "id": one.key,
        "source": one.source,
        "target": one.target,
        "state": one.state,
        # The memory is asked for the same sentence only, so a match is a whole one.
        "match": 1.0 if one.state is SegmentState.FUZZY else None,
        "findings": [finding(found) for found in placeholder_findings(one)],
    }


def site(one: Site) -> Plain:
    """Return a site; secrets are never in it."""
    return {
        "site": one.id,
        "name": one.name,
        "kind": one.kind,
        "url": one.url,
        "zone": one.zone,
        "user": one.user,
        "identity": one.identity,
        "options": dict(one.options),
        "paused_reason": one.paused_reason,
    }


def outbox_row(row: OutboxRow) -> Plain:
    """Return a line of `outbox`: what waits, why, the server's words, the next try."""
    item = row.item
    return {
        "id": item.id,
        "article": item.article_id,
        "headline": row.headline,
        "language": row.language,
        "site": row.site_name,
        "action": item.action,
        "state": item.state,
        "reason": item.reason,
        "words": item.words,
        "attempts": item.attempts,
        "not_before": instant(item.not_before),
        "next_try": instant(item.next_try),
        "created": instant(item.created),
    }


def calendar_item(item: CalendarItem) -> Plain:
    """Return a line of `calendar`."""
    return {
        "article": item.article_id,
        "headline": item.headline,
        "language": item.language,
        "stage": item.stage,
        "site": item.site_name,
        "day": item.day.isoformat(),
        **wall_time(item.plan.at),
        "utc": instant(item.plan.due_utc),
        "state": item.state,
        "verified": item.verified,
        "fired_by_this_computer": item.fired_by_this_computer,
    }


def comment(one: Comment) -> Plain:
    """Return a line of `comments`."""
    return {
        "id": one.id,
        "site": one.site_id,
        "article": one.article_id,
        "parent": one.parent_id,
        "author": one.author,
        "text": one.text,
        "state": one.state,
        "created": instant(one.created),
        "waiting": one.waiting,
    }
