# SPDX-License-Identifier: GPL-3.0-or-later
"""Tell an article from the furniture of the page that it was copied from.

Nothing here knows a particular page. Long lines with sentences are the article; short lines
before the first and after the last of them are judged by what they say (vocabulary), how they
look (a date, a byline, a title) and where they stand. What is not recognised stays in the body.
"""

from __future__ import annotations

from editor_app.documents.recognition.head import read_head
from editor_app.documents.recognition.lines import (
    Line,
    byline_names,
    date_of,
    is_byline_word,
    look_at,
    split_line,
)
from editor_app.documents.recognition.pieces import Piece, split_pieces
from editor_app.documents.recognition.tail import last_body_line, read_middle, read_tail
from editor_app.documents.recognition.verdicts import Verdicts
from editor_app.text.language_detection import detect_language

_LONGEST_HEAD = 300  # lines: what precedes the article on the fullest of pages
_LONGEST_STANDFIRST = 600  # characters
_MEASURED = 20_000  # characters that the language is measured on


def recognise(text: str, *, language: str = "", hint: str = "") -> Verdicts:
    """Return what each line of a pasted page is; their pieces joined are the text."""
    return recognise_pieces(split_pieces(text), language=language, hint=hint, cut_details=True)


def recognise_pieces(
    pieces: list[Piece], *, language: str = "", hint: str = "", cut_details: bool = False
) -> Verdicts:
    """Return what each piece is; with ``cut_details`` a line of several details is cut first."""
    lines = [look_at(piece) for piece in pieces]
    tag = language or detect_language(_measured_text(lines), hints=[hint] if hint else [])
    first = _after_long_standfirst(lines, _first_long(lines), tag)
    if cut_details:
        lines, first = _with_split_details(lines, first, tag)
    verdicts = Verdicts(lines, tag)
    read_head(verdicts, min(first, _LONGEST_HEAD))
    last = last_body_line(verdicts, first) if first < len(lines) else _last_of_short(verdicts)
    if first < len(lines):
        read_middle(verdicts, first, last)
    read_tail(verdicts, last + 1)
    return verdicts


def _first_long(lines: list[Line]) -> int:
    """Return the first line that is surely body; without a long one the first sentence.

    The very first line may be a long headline, but not a sentence of a short text.
    """
    for index, line in enumerate(lines):
        if line.is_long:
            return index
    for index, line in enumerate(lines[1:], start=1):
        if line.is_sentence and not line.is_title_like:
            return index
    return len(lines)


def _after_long_standfirst(lines: list[Line], first: int, tag: str) -> int:
    """Return the first long line of the body, if the first of all is a standfirst.

    It is one where the byline or the date comes right after it and not before.
    """
    if not 0 < first < len(lines) or len(lines[first].text) > _LONGEST_STANDFIRST:
        return first
    if any(_is_byline_or_date(line, tag) for line in lines[:first][-_LONGEST_HEAD:]):
        return first
    for index in range(first + 1, min(first + 3, len(lines))):
        if _is_byline_or_date(lines[index], tag):
            following = range(index + 1, len(lines))
            return next((later for later in following if lines[later].is_long), first)
    return first


def _is_byline_or_date(line: Line, tag: str) -> bool:
    if line.is_long or len(line.text) > 160:
        return False
    return any(
        date_of(look_at(piece), tag) or byline_names(piece.line) or is_byline_word(piece.line)
        for piece in split_line(line.piece, tag)
    )


def _last_of_short(verdicts: Verdicts) -> int:
    """Return the last line of a page without any sentence that is not furniture's beginning."""
    for index, line in enumerate(verdicts.lines):
        if verdicts.is_open(index) and line.reason is not None:
            return index - 1
    return len(verdicts.lines) - 1


def _measured_text(lines: list[Line]) -> str:
    for chosen in (
        [line for line in lines if line.is_long],
        [line for line in lines if line.is_sentence],
        [line for line in lines if line.reason is None],
    ):
        text = ""
        for line in chosen:
            text += line.text[: _MEASURED - len(text)] + "\n"
            if len(text) >= _MEASURED:
                break
        if text.strip():
            return text
    return "\n".join(line.text for line in lines[:200])


def _with_split_details(lines: list[Line], first: int, tag: str) -> tuple[list[Line], int]:
    """Cut lines of several details before the article, “By Anna Berg | Aug 15, 2025”."""
    head: list[Line] = []
    end = min(first, _LONGEST_HEAD)
    for line in lines[:end]:
        pieces: list[Piece] = split_line(line.piece, tag)
        head += [line] if len(pieces) == 1 else [look_at(piece) for piece in pieces]
    return head + lines[end:], len(head) + first - end
