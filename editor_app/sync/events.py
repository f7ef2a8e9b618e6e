# SPDX-License-Identifier: GPL-3.0-or-later
"""What the runner reports: one event for each thing done or put off."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from editor_app.domain.outbox import OutboxItem


class Did(StrEnum):
    """What happened to an outbox row."""

    PUBLISHED = "published"
    UNPUBLISHED = "unpublished"
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
