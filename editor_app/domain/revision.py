# SPDX-License-Identifier: GPL-3.0-or-later
"""A revision: an immutable snapshot of an article."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from editor_app.domain.article import ArticleContent
from editor_app.domain.ids import ArticleId, RevisionId


class Reason(StrEnum):
    """Why a revision exists."""

    CREATED = "created"
    TYPED = "typed"
    NAMED = "named"  # Ctrl+S: the person marked this state
    IMPORTED = "imported"
    TRANSLATED = "translated"
    FIXED = "fixed"
    PULLED = "pulled"
    MERGED = "merged"
    RESTORED = "restored"


@dataclass(frozen=True, slots=True)
class Revision:
    """One snapshot. Parents are what it was made from: one, or two after a merge."""

    id: RevisionId
    article_id: ArticleId
    parents: tuple[RevisionId, ...]
    counter: int
    content_hash: str
    created: datetime
    author: str
    reason: Reason
    name: str = ""  # given by a person, "" for autosaved ones
    words: int = 0


@dataclass(frozen=True, slots=True)
class RevisionContent:
    """A revision with its content."""

    revision: Revision
    content: ArticleContent
