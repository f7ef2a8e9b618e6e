# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the article ends, and why each line after it is left out."""

from __future__ import annotations

from editor_app.documents.recognition.head import take_detail
from editor_app.documents.recognition.lines import Line, byline_names, date_of, is_byline_word
from editor_app.documents.recognition.verdicts import Verdicts
from editor_app.domain.imported import LeftOutReason, PartRole
from editor_app.text.language_detection import is_other_language

_CLOSING = frozenset({LeftOutReason.COMMENTS, LeftOutReason.COMMENT_FORM})
# What may stand between two paragraphs of an article without ending it.
_BETWEEN_PARAGRAPHS = frozenset(
    {
        LeftOutReason.SHARE,
        LeftOutReason.COMMENT_COUNT,
        LeftOutReason.LOADER,
        LeftOutReason.FORM_MESSAGE,
        LeftOutReason.RELATED,
        LeftOutReason.NAVIGATION,
        LeftOutReason.EMPTY_LIST,
    }
)
_ADVERTISEMENT = frozenset(
    {"advertisement", "publicité", "anzeige", "werbung", "publicidad", "реклама", "إعلان", "פרסומת"}
)
_MOST_CARD_LINES = 4  # lines of one entry in a list of stories: title, date, “By”, name
_MOST_CHECKED_FOR_LANGUAGE = 40


def last_body_line(verdicts: Verdicts, first: int) -> int:
    """Return the last line that is surely body, at least ``first``."""
    lines = verdicts.lines
    end = len(lines)
    closing = [i for i in range(first + 1, end) if _begins_comments(lines, i)]
    long_from = _counted_from_the_end([line.is_long for line in lines])
    other_from = _counted_from_the_end([not line.is_long for line in lines])
    for index in closing:
        # Readers' comments may be long too, but come with names, times and buttons.
        if long_from[index] == 0 or other_from[index] >= 2 * long_from[index]:
            end = index
            break
    for index in range(first + 1, end):
        if _is_list_heading(lines[index]):
            long_after = long_from[index] - long_from[end]
            if long_after and other_from[index] - other_from[end] - 1 > 2 * long_after:
                end = index
                break
    return max((i for i in range(first, end) if lines[i].is_long), default=first)


def _begins_comments(lines: list[Line], index: int) -> bool:
    """Tell a comment section's beginning; a count is one where “Jim, 3 hours ago” follows."""
    if lines[index].reason is LeftOutReason.COMMENT_COUNT:
        return any(line.reason is LeftOutReason.OTHER for line in lines[index + 1 : index + 3])
    return lines[index].reason in _CLOSING


def read_middle(verdicts: Verdicts, first: int, last: int) -> None:
    """Leave out buttons, advertisement marks and boxes of related stories between paragraphs."""
    lines = verdicts.lines
    index = first + 1
    while index < last:
        reason = lines[index].reason
        if reason in _BETWEEN_PARAGRAPHS and reason is not None:
            verdicts.leave_out(index, reason)
            if reason is LeftOutReason.RELATED and _is_list_heading(lines[index]):
                index = _leave_out_box(verdicts, index, last)
        index += 1


def read_tail(verdicts: Verdicts, start: int) -> None:
    """Decide about the lines from ``start`` on; what precedes the first furniture is kept."""
    index, closed = start, False
    section = LeftOutReason.OTHER
    headlines = _headlines(verdicts)
    while index < len(verdicts.lines):
        line = verdicts.lines[index]
        card = _card_length(verdicts, index)
        if card:
            for offset in range(card):
                verdicts.leave_out(index + offset, LeftOutReason.RELATED)
            index, closed = index + card, True
            continue
        if line.reason is not None:
            verdicts.leave_out(index, _in_section(line.reason, section))
            section = _section_after(line, section)
            closed = closed or not _may_stand_inside(verdicts.lines, index)
        elif closed:
            verdicts.leave_out(index, section)
        else:
            used, closed = _read_open_tail(verdicts, index, headlines)
            index += max(0, used - 1)
        index += 1


def _read_open_tail(verdicts: Verdicts, index: int, headlines: set[str]) -> tuple[int, bool]:
    """Decide about a line right after the body: (lines used, whether the article is over)."""
    line = verdicts.lines[index]
    found = date_of(line, verdicts.language)
    if found is not None or not verdicts.bylines:
        used = take_detail(verdicts, index, limit=len(verdicts.lines))
        if used:
            return used, False
    if line.phrase in headlines:
        verdicts.leave_out(index, LeftOutReason.REPEATED)
        return 1, True
    if line.is_title_like and not line.is_sentence and _is_foreign(verdicts, line):
        verdicts.leave_out(index, LeftOutReason.OTHER)
        return 1, True
    return 1, False


def _may_stand_inside(lines: list[Line], index: int) -> bool:
    """Tell whether the article may go on after the furniture: a button, or a sentence follows."""
    line = lines[index]
    if line.reason is LeftOutReason.SHARE:
        return True
    pointer = line.reason is LeftOutReason.RELATED and not _is_list_heading(line)
    follows = index + 1 < len(lines) and lines[index + 1].is_sentence
    return follows and (pointer or line.phrase in _ADVERTISEMENT)


def _headlines(verdicts: Verdicts) -> set[str]:
    return {
        line.phrase
        for index, line in enumerate(verdicts.lines[:200])
        if verdicts.role(index) is PartRole.HEADLINE and line.words >= 3
    }


def _is_foreign(verdicts: Verdicts, line: Line) -> bool:
    return line.words >= 6 and is_other_language(line.text, verdicts.language)


def _card_length(verdicts: Verdicts, index: int) -> int:
    """Return how many lines the entry of another story has here: a title and its byline."""
    lines = verdicts.lines
    title = lines[index]
    if not title.is_title_like or (title.is_sentence and not title.text.endswith(("!", "?", "…"))):
        return 0
    if title.words < 3:
        return 0
    for offset in range(1, _MOST_CARD_LINES):
        if index + offset >= len(lines):
            return 0
        text = lines[index + offset].text
        if byline_names(text):
            return offset + 1
        if is_byline_word(text):
            named = index + offset + 1 < len(lines) and lines[index + offset + 1].words <= 5
            return offset + 2 if named else offset + 1
        if date_of(lines[index + offset], verdicts.language) is None:
            return 0
    return 0


def _is_list_heading(line: Line) -> bool:
    """Tell “Related stories” from “Read also: Harbour reopens”, which names its story itself."""
    return line.reason is LeftOutReason.RELATED and line.words <= 5 and ": " not in line.text


def _leave_out_box(verdicts: Verdicts, index: int, last: int) -> int:
    """Leave out the titles under a heading between paragraphs; return the last line of them."""
    lines = verdicts.lines
    end = index
    while end + 1 < last and lines[end + 1].is_title_like and not lines[end + 1].is_sentence:
        end += 1
    follows_itself = lines[end].piece.block != lines[end - 1].piece.block
    if end > index + 1 and end + 1 == last and follows_itself and lines[last].is_long:
        end -= 1  # a title alone right above a paragraph is that paragraph's subheading
    for taken in range(index + 1, end + 1):
        verdicts.leave_out(taken, LeftOutReason.RELATED)
    return end


def _section_after(line: Line, section: LeftOutReason) -> LeftOutReason:
    if line.reason in {*_CLOSING, LeftOutReason.COMMENT_COUNT}:
        return LeftOutReason.COMMENTS
    if line.reason is LeftOutReason.RELATED:
        return LeftOutReason.RELATED
    return section


def _in_section(reason: LeftOutReason, section: LeftOutReason) -> LeftOutReason:
    """Say COMMENTS rather than OTHER for “2 years ago” under a comment."""
    return section if reason is LeftOutReason.OTHER else reason


def _counted_from_the_end(flags: list[bool]) -> list[int]:
    """Return for each place how many flags are set from there to the end."""
    counts = [0] * (len(flags) + 1)
    for index in range(len(flags) - 1, -1, -1):
        counts[index] = counts[index + 1] + flags[index]
    return counts
