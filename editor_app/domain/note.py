# SPDX-License-Identifier: GPL-3.0-or-later
"""Notes of editors on an article; none of them ever leaves for a site."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from editor_app.domain.ids import ArticleId


@dataclass(frozen=True, slots=True)
class Note:
    """A remark, on the whole article or anchored to a place in its text."""

    id: str
    article_id: ArticleId
    author: str
    text: str
    created: datetime
    field: str = ""
    start: int = 0
    end: int = 0
    resolved: bool = False
