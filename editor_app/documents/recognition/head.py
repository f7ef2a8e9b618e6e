# SPDX-License-Identifier: GPL-3.0-or-later
"""The head of a page: headline, standfirst, byline, date, and what stands around them."""

from __future__ import annotations

from editor_app.documents.recognition.lines import (
    Line,
    byline_names,
    date_of,
    is_byline_word,
    looks_like_a_name,
    split_names,
)
from editor_app.documents.recognition.verdicts import Verdicts
from editor_app.domain.imported import LeftOutReason, PartRole
from editor_app.text.dates_in_text import is_update_line

_MOST_STANDFIRST_LINES = 2
_LONGEST_STANDFIRST = 600
_FEWEST_VERSES = 2


def read_head(verdicts: Verdicts, end: int) -> None:
    """Decide about the lines before ``end``, the first that is surely body."""
    headline = _headline_index(verdicts, end)
    details = _take_details(verdicts, 0, end)
    if headline is not None:
        verdicts.keep(headline, PartRole.HEADLINE)
        _leave_out_above(verdicts, headline)
        _leave_out_repetitions(verdicts, headline, end)
    start = 0 if headline is None else headline + 1
    _take_standfirst(verdicts, start, end, details)


def take_detail(verdicts: Verdicts, index: int, *, limit: int) -> int:
    """Take a date or a byline at the line; return how many lines that used."""
    line = verdicts.lines[index]
    found = date_of(line, verdicts.language)
    if found is not None:
        verdicts.take_date(index, found, is_update=is_update_line(line.text))
        return 1
    names = byline_names(line.text)
    if names:
        verdicts.take_byline(index, names)
        return 1
    if is_byline_word(line.text) and index + 1 < limit:
        names = split_names(verdicts.lines[index + 1].text)
        if names:
            verdicts.keep(index, PartRole.BYLINE)
            verdicts.take_byline(index + 1, names)
            return 2
    return 0


def _headline_index(verdicts: Verdicts, end: int) -> int | None:
    lines = verdicts.lines
    free = [
        index
        for index in range(end)
        if lines[index].reason is None
        and date_of(lines[index], verdicts.language) is None
        and not byline_names(lines[index].text)
        and not is_byline_word(lines[index].text)
        and len(lines[index].text) <= 250
    ]
    titles = [index for index in free if lines[index].is_title_like]
    strong = [i for i in titles if _is_strong(lines[i]) and not _is_name_after_by(lines, i)]
    if strong:
        return _title_over_byline(lines, titles, free, strong[0])
    if titles:
        return titles[0] if titles[0] == free[0] else titles[-1]
    if free and free[0] + 1 < end and lines[free[0] + 1].reason is not None:
        return free[0]
    # A single word over the text, or a sentence alone in the first line.
    alone = [i for i in free if lines[i].words == 1 and lines[i].text.isalpha()]
    if alone and not any(lines[i].is_sentence for i in range(alone[-1])):
        return alone[-1]
    return None


def _title_over_byline(lines: list[Line], titles: list[int], free: list[int], chosen: int) -> int:
    """Return the title right above a byline that stands, with more text, over the chosen one.

    So a poem keeps its short title and its verses, though one of them looks like a headline.
    """
    for index in range(1, chosen):
        if byline_names(lines[index].text) and index - 1 in titles:
            between = [other for other in free if index < other < chosen]
            return index - 1 if len(between) >= _FEWEST_VERSES else chosen
    return chosen


def _is_strong(line: Line) -> bool:
    return line.words >= 4 or len(line.text) >= 24


def _is_name_after_by(lines: list[Line], index: int) -> bool:
    return index > 0 and is_byline_word(lines[index - 1].text)


def _take_details(verdicts: Verdicts, start: int, end: int) -> list[int]:
    """Decide about dates, bylines and furniture; return where they stand."""
    found: list[int] = []
    index = start
    while index < end:
        used = take_detail(verdicts, index, limit=end)
        reason = verdicts.lines[index].reason
        if not used and reason is not None:
            verdicts.leave_out(index, reason)
            used = 1
        found += range(index, index + used)
        index += used or 1
    return found + _take_plain_names(verdicts, start, end)


def _take_plain_names(verdicts: Verdicts, start: int, end: int) -> list[int]:
    """Take a name without “By” that stands right beside the date as the byline."""
    if verdicts.bylines:
        return []
    for index in range(start, end):
        line = verdicts.lines[index]
        beside = any(
            verdicts.reason(other) is LeftOutReason.DATE
            for other in (index - 1, index + 1)
            if 0 <= other < end
        )
        has_case = line.text != line.text.swapcase()
        is_name = 2 <= line.words <= 4 and looks_like_a_name(line.text) and has_case
        above = any(
            verdicts.is_open(other) and verdicts.lines[other].is_title_like
            for other in range(start, index)
        )
        if beside and is_name and above and verdicts.is_open(index):
            verdicts.take_byline(index, (line.text,))
            return [index]
    return []


def _leave_out_above(verdicts: Verdicts, headline: int) -> None:
    for index in range(headline):
        if verdicts.is_open(index):
            sentence = verdicts.lines[index].is_sentence
            reason = LeftOutReason.OTHER if sentence else LeftOutReason.NAVIGATION
            verdicts.leave_out(index, reason)


def _leave_out_repetitions(verdicts: Verdicts, headline: int, end: int) -> None:
    said = verdicts.lines[headline].phrase
    for index in range(headline + 1, end):
        if said and verdicts.is_open(index) and verdicts.lines[index].phrase == said:
            verdicts.leave_out(index, LeftOutReason.REPEATED)


def _take_standfirst(verdicts: Verdicts, start: int, end: int, details: list[int]) -> None:
    """Take what stands between the headline and the first date, byline or button.

    Without such a line nothing tells a standfirst from the first paragraph: then it is body.
    """
    first = min((index for index in details if index >= start), default=None)
    if first is None or not 1 <= first - start <= _MOST_STANDFIRST_LINES:
        return
    between = [index for index in range(start, first) if verdicts.is_open(index)]
    length = sum(len(verdicts.lines[index].text) for index in between)
    if between and length <= _LONGEST_STANDFIRST and _body_follows(verdicts, first):
        for index in between:
            verdicts.keep(index, PartRole.STANDFIRST)


def _body_follows(verdicts: Verdicts, index: int) -> bool:
    return any(
        verdicts.is_open(other)
        and (verdicts.lines[other].is_long or verdicts.lines[other].is_sentence)
        for other in range(index, len(verdicts.lines))
    )
