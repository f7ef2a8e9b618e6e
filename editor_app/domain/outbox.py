# SPDX-License-Identifier: GPL-3.0-or-later
"""The persistent queue of what must still reach a site."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from editor_app.domain.ids import ArticleId, RevisionId, SiteId


class Action(StrEnum):
    """What is to be done there."""

    PUBLISH = "publish"  # make public (at the plan's time)
    UNPUBLISH = "unpublish"
    SAVE_DRAFT = "save_draft"
    MODERATE = "moderate"


class OutboxState(StrEnum):
    """Where a row is on its way; house.md draws the path."""

    QUEUED = "queued"
    MEDIA = "media"
    SENDING = "sending"
    VERIFYING = "verifying"
    DONE = "done"
    RETRY_WAIT = "retry_wait"
    UNKNOWN = "unknown"  # the reply never came; only a read of the site may move it on
    CONFLICT = "conflict"
    NEEDS_ATTENTION = "needs_attention"
    PAUSED_AUTH = "paused_auth"
    CANCELLED = "cancelled"


OPEN_STATES = frozenset(OutboxState) - {OutboxState.DONE, OutboxState.CANCELLED}
# States in which a request may have reached the site: never answered by a second create.
IN_FLIGHT_STATES = frozenset({OutboxState.MEDIA, OutboxState.SENDING, OutboxState.VERIFYING})
WAITS_FOR_PERSON = frozenset(
    {OutboxState.CONFLICT, OutboxState.NEEDS_ATTENTION, OutboxState.PAUSED_AUTH}
)


@dataclass(frozen=True, slots=True)
class OutboxItem:
    """One thing to do on one site. Unique per (article, revision, site, action)."""

    id: str
    article_id: ArticleId
    revision_id: RevisionId
    site_id: SiteId
    action: Action
    state: OutboxState
    content_hash: str
    not_before: datetime  # UTC; a schedule's instant where this computer fires it
    created: datetime
    plan_id: str = ""
    attempts: int = 0
    next_try: datetime | None = None
    lease_until: datetime | None = None
    lease_owner: str = ""
    reason: str = ""  # our sentence about why it waits
    words: str = ""  # the server's own words
    finished: datetime | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """Both sides changed the same place; the person decides, the loser stays a revision."""

    id: str
    article_id: ArticleId
    site_id: SiteId
    base: RevisionId
    mine: RevisionId
    theirs: RevisionId
    found: datetime
    resolved: datetime | None = None
    taken: str = ""  # mine, theirs or merged
