# SPDX-License-Identifier: GPL-3.0-or-later
"""Cut an article into the segments that a translator works on."""

from __future__ import annotations

import dataclasses
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import regex

from editor_app.domain.article import ArticleContent
from editor_app.domain.translation import FINISHED_STATES, Segment, SegmentKind
from editor_app.text.words import count_words
from editor_app.translation.inline_codes import Mark, Role, find_marks, plain_marks
from editor_app.translation.markdown_units import Unit, body_units
from editor_app.translation.placeholders import pair_code, without_placeholders
from editor_app.translation.sentences import (
    CLOSING_CODE,
    LONE_CODE,
    OPENING_CODE,
    sentence_ranges,
)

BODY = "body"
TAGS = "tags"
# (field of ArticleContent, its kind, cut into sentences?)
_FIELDS_BEFORE = (
    ("headline", SegmentKind.HEADLINE, False),
    ("standfirst", SegmentKind.STANDFIRST, True),
)
_FIELDS_AFTER = (
    ("lead_alt", SegmentKind.ALT, False),
    ("lead_caption", SegmentKind.CAPTION, True),
    ("search_description", SegmentKind.DESCRIPTION, True),
)
_STAND_IN = {Role.OPEN: OPENING_CODE, Role.CLOSE: CLOSING_CODE, Role.ALONE: LONE_CODE}
_LETTER_OR_DIGIT = regex.compile(r"[\p{L}\p{N}]")
_TRIMMED = frozenset({"emphasis", "html", "link", "image"})


@dataclass(frozen=True, slots=True)
class Code:
    """What a placeholder stands for."""

    raw: str
    kind: str


@dataclass(frozen=True, slots=True)
class SourceSentence:
    """A segment of the source with its place, so that its target can be put there."""

    segment: Segment
    field: str  # of ArticleContent
    start: int  # offset in the field
    end: int
    unit: int  # counts the texts of the field; sentences of one text share it
    at_line_start: bool = False
    after_hashes: bool = False
    codes: Mapping[tuple[int, str], Code] = dataclasses.field(
        default_factory=dict[tuple[int, str], Code]
    )


@dataclass(frozen=True, slots=True)
class SegmentProgress:
    """How far a translation is."""

    total: int
    finished: int
    words: int  # of the source
    finished_words: int


def extract_segments(content: ArticleContent, language: str) -> tuple[Segment, ...]:
    """Return the segments of an article in reading order, without targets."""
    return tuple(sentence.segment for sentence in source_sentences(content, language))


def source_sentences(content: ArticleContent, language: str) -> list[SourceSentence]:
    """Return the segments with their places."""
    return list(_sentences(content, language))


@lru_cache(maxsize=4)
def _sentences(content: ArticleContent, language: str) -> tuple[SourceSentence, ...]:
    """Cut the content; kept, because each typed segment asks for the same source again."""
    occurrences: Counter[tuple[SegmentKind, str]] = Counter()
    found: list[SourceSentence] = []
    for raw in _raw_sentences(content, language):
        kind, source = raw.segment.kind, raw.segment.source
        key = _key(kind, source, occurrences[(kind, source)])
        occurrences[(kind, source)] += 1
        segment = replace(raw.segment, key=key, position=len(found))
        found.append(replace(raw, segment=segment))
    return tuple(found)


def progress_of(segments: Iterable[Segment]) -> SegmentProgress:
    """Count the segments and source words, and those that are confirmed or better."""
    total = finished = words = finished_words = 0
    for segment in segments:
        count = count_words(without_placeholders(segment.source))
        total += 1
        words += count
        if segment.state in FINISHED_STATES:
            finished += 1
            finished_words += count
    return SegmentProgress(total, finished, words, finished_words)


def _key(kind: SegmentKind, source: str, occurrence: int) -> str:
    seed = f"{kind}\0{occurrence}\0{source}".encode("utf-8", "surrogatepass")
    return hashlib.blake2b(seed, digest_size=12).hexdigest()


def _raw_sentences(content: ArticleContent, language: str) -> Iterator[SourceSentence]:
    for name, kind, split in _FIELDS_BEFORE:
        yield from _plain(name, 0, kind, getattr(content, name), language if split else None)
    yield from _body(content.body, language)
    for name, kind, split in _FIELDS_AFTER:
        yield from _plain(name, 0, kind, getattr(content, name), language if split else None)
    for number, tag in enumerate(content.tags):
        yield from _plain(TAGS, number, SegmentKind.TAG, tag, None)


def _plain(
    name: str, number: int, kind: SegmentKind, text: str, language: str | None
) -> Iterator[SourceSentence]:
    """Yield the sentences of a field without markup; one for all of it without a language."""
    unit = Unit(kind, text, ((0, 0),))
    marks = plain_marks(text)
    for start, end in _ranges(text, marks, language):
        yield _sentence(unit, marks, (start, end), field=name, number=number)


def _body(body: str, language: str) -> Iterator[SourceSentence]:
    found = body_units(body)
    for number, unit in enumerate(found.units):
        marks = find_marks(unit.text, found.references)
        for place in _ranges(unit.text, marks, language):
            yield _sentence(unit, marks, place, field=BODY, number=number)


def _ranges(text: str, marks: Sequence[Mark], language: str | None) -> list[tuple[int, int]]:
    """Return the places of the sentences; those without letters and digits are no segments."""
    start, end = _trimmed(text, marks)
    inner = [mark for mark in marks if start <= mark.start and mark.end <= end]
    flat = _with_stand_ins(text, inner)[start:end]
    whole = ((len(flat) - len(flat.lstrip()), len(flat.rstrip())),)
    ranges = sentence_ranges(flat, language) if language is not None else whole
    joined = _joined([(start + first, start + last) for first, last in ranges], inner)
    return [place for place in joined if _has_words(text, inner, place)]


def _trimmed(text: str, marks: Sequence[Mark]) -> tuple[int, int]:
    """Return the text's range without pairs of codes that enclose all of it."""
    start, end = 0, len(text)
    closings = {mark.pair: mark for mark in marks if mark.role is Role.CLOSE}
    for mark in marks:
        if mark.start != start or mark.role is not Role.OPEN or mark.kind not in _TRIMMED:
            break
        closing = closings[mark.pair]
        if closing.end != end or closing.instead:
            break
        start, end = mark.end, closing.start
    return start, end


def _with_stand_ins(text: str, marks: Sequence[Mark]) -> str:
    parts: list[str] = []
    position = 0
    for mark in marks:
        stand_in = "\n" if mark.kind == "break" else _STAND_IN[mark.role]
        parts += (text[position : mark.start], stand_in * (mark.end - mark.start))
        position = mark.end
    return "".join([*parts, text[position:]])


def _joined(ranges: list[tuple[int, int]], marks: Sequence[Mark]) -> list[tuple[int, int]]:
    """Join the ranges whose boundary is inside a pair: a segment has all of it or nothing."""
    opened_at: dict[int, int] = {}
    spans: list[tuple[int, int]] = []
    for mark in marks:
        if mark.role is Role.OPEN:
            opened_at[mark.pair] = mark.start
        elif mark.role is Role.CLOSE and mark.pair in opened_at:
            spans.append((opened_at[mark.pair], mark.end))
    spans.sort()
    joined: list[tuple[int, int]] = []
    reach = index = 0
    for start, end in ranges:
        if joined and start < reach:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
        while index < len(spans) and spans[index][0] < end:
            reach = max(reach, spans[index][1])
            index += 1
    return joined


def _has_words(text: str, marks: Sequence[Mark], place: tuple[int, int]) -> bool:
    position, end = place
    for mark in _inside(marks, place):
        if _LETTER_OR_DIGIT.search(text, position, mark.start):
            return True
        position = mark.end
    return bool(_LETTER_OR_DIGIT.search(text, position, end))


def _inside(marks: Sequence[Mark], place: tuple[int, int]) -> list[Mark]:
    return [mark for mark in marks if place[0] <= mark.start and mark.end <= place[1]]


def _sentence(
    unit: Unit, marks: Sequence[Mark], place: tuple[int, int], *, field: str, number: int
) -> SourceSentence:
    start, end = place
    parts: list[str] = []
    numbers: dict[int, int] = {}
    raws: list[str] = []
    codes: dict[tuple[int, str], Code] = {}
    position = start
    for mark in _inside(marks, place):
        parts.append(_on_one_line(unit.text[position : mark.start]))
        raw = mark.instead or unit.text[mark.start : mark.end]
        if mark.role is Role.CLOSE:
            code = numbers[mark.pair]
            parts.append(f"⟦/{code}⟧")
            raws[code - 1] = pair_code(raws[code - 1], raw)
        else:
            raws.append(raw)
            code = len(raws)
            numbers[mark.pair] = code
            parts.append(f"⟦{code}⟧" if mark.role is Role.OPEN else f"⟦{code}/⟧")
        codes[(code, mark.role.value)] = Code(raw, mark.kind)
        position = mark.end
    parts.append(_on_one_line(unit.text[position:end]))
    segment = Segment("", unit.kind, 0, "".join(parts), codes=tuple(raws))
    return SourceSentence(
        segment, field, unit.body_offset(start), unit.body_offset(end, end=True), number,
        unit.text[:start].rpartition("\n")[2].strip() == "", unit.after_hashes, codes,
    )  # fmt: skip


def _on_one_line(text: str) -> str:
    return regex.sub(r"[ \t]*(?:\r\n|[\n\r\u2028\u2029\v\f\x85])[ \t]*", " ", text)
