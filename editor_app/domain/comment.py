# SPDX-License-Identifier: GPL-3.0-or-later
"""Readers' comments as a site holds them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from editor_app.domain.ids import ArticleId, SiteId


class CommentState(StrEnum):
    """What a moderator decided."""

    PENDING = "pending"
    APPROVED = "approved"
    SPAM = "spam"
    TRASH = "trash"


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment or reply; text is plain, markup has been made inert."""

    id: str
    site_id: SiteId
    article_id: ArticleId | None
    remote_id: str
    parent_id: str | None
    author: str
    text: str
    state: CommentState
    created: datetime
    edited: datetime | None = None
    earlier_text: str = ""
    by_moderator: bool = False
    waiting: bool = False  # our action on it has not reached the site yet
    language: str = ""
