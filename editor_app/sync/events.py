# SPDX-License-Identifier: GPL-3.0-or-later
"""What the runner reports: one event for each thing done or put off."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from editor_app.domain.ids import ArticleId, SiteId
from editor_app.domain.outbox import OutboxItem


class Did(StrEnum):
    """What happened to an outbox row, or on a site."""

    PUBLISHED = "published"
    UNPUBLISHED = "unpublished"
    SCHEDULED = "scheduled"  # the site has it and publishes it by itself
    VERIFIED = "verified"  # a schedule was seen to be live
    PULLED = "pulled"
    ADOPTED = "adopted"
    MERGED = "merged"
    DELETED_THERE = "deleted_there"
    ALREADY_THERE = "already_there"
    MISSED = "missed"
    RETRY = "retry"
    UNKNOWN = "unknown"
    CONFLICT = "conflict"
    ATTENTION = "attention"
    PAUSED = "paused"


@dataclass(frozen=True, slots=True)
class SyncEvent:
    """One thing done."""

    item: OutboxItem
    did: Did
    href: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class SiteEvent:
    """One thing that a pull or the watcher found on a site."""

    site_id: SiteId
    did: Did
    article_id: ArticleId | None = None
    href: str = ""
    detail: str = ""
