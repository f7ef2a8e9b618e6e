# SPDX-License-Identifier: GPL-3.0-or-later
"""What a site in memory holds, and what can go wrong with a request to it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from editor_app.domain.ids import ArticleId
from editor_app.domain.site import RemoteState
from editor_app.publishing.endpoint import Page, Receipt


class Fault(StrEnum):
    """What goes wrong with one request."""

    DROP_BEFORE_COMMIT = "the request is lost on its way"
    DROP_AFTER_COMMIT = "the site did it and the reply is lost"
    COMMIT_LATE = "the reply is lost, and the site does it half a minute later"
    CONFLICT = "409"
    TOO_MANY = "429"
    SERVER_ERROR = "503"
    REFUSED = "422"
    AUTH = "401"


@dataclass(slots=True)
class Held:
    """One article on the site."""

    remote_id: str
    page: Page
    version: int
    state: RemoteState
    published_at: datetime
    changed: int = 0  # counts up over the whole site with every change
    carries_key: bool = True  # False: made there, so nothing in it names an article of ours
    author: str = ""


@dataclass(slots=True)
class Deleted:
    """What is left of a deleted article: that it was there."""

    receipt: Receipt
    article_id: ArticleId | None
    changed: int


@dataclass(slots=True)
class MemorySite:
    """What the site holds, and what it was asked."""

    identity: str = "memory:1"
    can_schedule: bool = False
    clock_skew: timedelta = timedelta()  # how far the site's clock is ahead of ours
    held: dict[ArticleId, Held] = field(default_factory=dict)
    media: dict[str, bytes] = field(default_factory=dict)  # by SHA-256
    requests: list[str] = field(default_factory=list)
    creates: int = 0
    made_there: int = 0
    changes: int = 0
    page_size: int = 3
    late: list[tuple[datetime, Callable[[], object]]] = field(
        default_factory=list[tuple[datetime, Callable[[], object]]]
    )
    deleted: list[Deleted] = field(default_factory=list)
    meanwhile: Callable[[], object] | None = None  # happens once while a listing is on its way
    publishes_schedules: bool = True  # False: nothing wakes it when a schedule is due

    def tick(self, held: Held) -> None:
        """Count a change of what is held."""
        self.changes += 1
        held.changed = self.changes

    def live(self) -> list[Held]:
        """Return what readers see."""
        return [held for held in self.held.values() if held.state is RemoteState.LIVE]


def headlines(site: MemorySite) -> Iterable[str]:
    """Return the headlines readers see."""
    return [held.page.content.headline for held in site.live()]
