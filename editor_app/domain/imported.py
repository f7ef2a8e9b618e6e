# SPDX-License-Identifier: GPL-3.0-or-later
"""What an importer makes of a file or a pasted page: what it kept, what it left out and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from editor_app.domain.article import ArticleContent


class LeftOutReason(StrEnum):
    """Why a piece of the input is not part of the article."""

    DATE = "date"  # read as the publication date
    SHARE = "share"  # buttons to share the page
    COMMENT_COUNT = "comment_count"
    COMMENT_FORM = "comment_form"
    COMMENTS = "comments"  # readers' comments and their placeholders
    FORM_MESSAGE = "form_message"
    RELATED = "related"  # other stories and their bylines
    EMPTY_LIST = "empty_list"
    LOADER = "loader"
    NAVIGATION = "navigation"
    MARKUP = "markup"  # scripts, styles and other things a reader does not see
    METADATA = "metadata"  # front matter keys we have no field for
    REPEATED = "repeated"
    OTHER = "other"


class PartRole(StrEnum):
    """What a piece of the input became."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    BODY = "body"
    FIELD = "field"  # another field of the article, such as its tags
    LEFT_OUT = "left_out"


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the input, exactly as it stood there.

    The parts of an import in order, joined, are the input again: nothing is lost silently.
    `text` carries the white space that follows the piece.
    """

    text: str
    role: PartRole
    reason: LeftOutReason | None = None  # only when left out
    markdown: str = ""  # as it stands in a body; empty: its text, escaped


@dataclass(frozen=True, slots=True)
class ImportedPage:
    """The proposal an importer makes; the person may move parts in and out before it is kept."""

    content: ArticleContent
    language: str  # BCP 47, "und" if it cannot be told
    published: date | None
    parts: tuple[Part, ...]
    source_name: str = ""  # file name or address, for the log
    headline_suggestion: str = ""  # sentence case for a headline in capitals
    slugline: str = ""
    section: str = ""

    @property
    def left_out(self) -> tuple[Part, ...]:
        """Return the parts that are not in the article, in order."""
        return tuple(part for part in self.parts if part.role is PartRole.LEFT_OUT)
