# SPDX-License-Identifier: GPL-3.0-or-later
"""What a service changed, so that views reload those rows only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from editor_app.domain.ids import ArticleId, SiteId, StoryId

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Changes:
    """The rows that a view may have to load again."""

    articles: frozenset[ArticleId] = frozenset()
    stories: frozenset[StoryId] = frozenset()
    sites: frozenset[SiteId] = frozenset()
    outbox: bool = False
    library: bool = False  # articles came or went: lists change length

    def __or__(self, other: Changes) -> Changes:
        """Return both together."""
        return Changes(
            self.articles | other.articles,
            self.stories | other.stories,
            self.sites | other.sites,
            self.outbox or other.outbox,
            self.library or other.library,
        )


@dataclass(frozen=True, slots=True)
class Outcome(Generic[Value]):
    """What a service gives back after changing something."""

    value: Value
    changes: Changes
