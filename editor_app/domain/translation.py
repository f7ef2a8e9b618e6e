# SPDX-License-Identifier: GPL-3.0-or-later
"""A translation and its segments."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from editor_app.domain.ids import ArticleId, PersonId, RevisionId


class SegmentKind(StrEnum):
    """What part of the article a segment comes from."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    DESCRIPTION = "search_description"
    CAPTION = "lead_caption"
    ALT = "lead_alt"
    TAG = "tag"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    QUOTE = "quote"
    CELL = "cell"


class SegmentState(StrEnum):
    """How far a segment is."""

    NEW = "new"
    DRAFT = "draft"
    FUZZY = "fuzzy"
    MACHINE = "machine"
    CONFIRMED = "confirmed"
    REVIEWED = "reviewed"
    LOCKED = "locked"
    OUTDATED = "outdated"  # its source has changed since it was confirmed


FINISHED_STATES = frozenset({SegmentState.CONFIRMED, SegmentState.REVIEWED, SegmentState.LOCKED})


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence (or heading, caption, cell) of the source and its target.

    Inline markup stands in both texts as placeholders ``⟦1⟧ … ⟦/1⟧`` (a pair) or ``⟦1/⟧``
    (alone); `codes` holds what each stands for, in the source's own characters.
    """

    key: str  # stable while the source sentence stays the same, even if it moves
    kind: SegmentKind
    position: int  # 0, 1, 2 … in the article
    source: str
    target: str = ""
    state: SegmentState = SegmentState.NEW
    codes: tuple[str, ...] = ()
    earlier_source: str = ""  # when outdated: what the target was made from
    comment: str = ""
    author: str = ""
    changed: datetime | None = None


class TranslationState(StrEnum):
    """How far a translation is as a whole."""

    IN_PROGRESS = "in_progress"
    COMPLETE = "complete"
    OUTDATED = "outdated"


@dataclass(frozen=True, slots=True)
class Translation:
    """Ties a target article to its source and to the source revision it was made from."""

    id: str
    source_article: ArticleId
    target_article: ArticleId
    source_revision: RevisionId
    state: TranslationState
    created: datetime
    changed: datetime
    claimed_by: PersonId | None = None
    claimed_at: datetime | None = None
    machine_assisted: bool = False
