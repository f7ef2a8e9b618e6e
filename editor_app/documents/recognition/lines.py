# SPDX-License-Identifier: GPL-3.0-or-later
"""What a single line looks like by itself: furniture, date, byline, title, prose."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from editor_app.documents.recognition.pieces import Piece, ends_like_a_sentence
from editor_app.documents.recognition.vocabulary import (
    LONGEST_PHRASE,
    Vocabulary,
    normalised,
    vocabulary,
)
from editor_app.domain.imported import LeftOutReason
from editor_app.text.dates_in_text import read_date_line

_LONG = 120  # characters: a line this long with a sentence in it is text, not furniture
_LONG_IDEOGRAPHIC = 45
_VERY_LONG = 240
_LONGEST_NAME_LINE = 120
_IDEOGRAPHIC = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_SENTENCE_INSIDE = re.compile(r"[.!?…؟۔।。！？](?:\s|$|[\"”»’)])|[。！？]")
_COPYRIGHT = re.compile(r"\s*(?:©|\(c\)\s|copyright\b)", re.IGNORECASE)
_CONSENT = re.compile(r"cookie|кукі|куки|çerez|ملفات تعريف الارتباط|עוגיות", re.IGNORECASE)
_CONSENT_ACT = re.compile(
    r"accept|agree|consent|preferenc|prefer |settings|accepte|consent|préféren|acept|zustimm|"
    r"akzept|einwillig|accett|aceit|погодж|прийм|соглас|приним|zgod|kabul|تقبل|توافق|قبول|מסכימ|אישור",
    re.IGNORECASE,
)
_SPEAKS_FOR_SITE = re.compile(
    r"\b(?:we|our|this site|nous|notre|wir|unsere|nuestr\w+|usamos|utilizamos|ми|мы|наш\w*|biz|"
    r"نحن|موقعنا|אנו|אנחנו)\b",
    re.IGNORECASE,
)
_SHORTEST_NOTICE, _LONGEST_NOTICE = 40, 900
_NAME_WORD = re.compile(r"[^\W\d_][\w.'’ʼ-]*\.?")
_NAME_PARTICLES = frozenset(
    {"de", "da", "di", "do", "dos", "das", "del", "della", "der", "den", "van", "von", "und"}
    | {"zu", "la", "le", "el", "al", "bin", "ibn", "ben", "d'", "y", "e", "i"}
)
_SEPARATOR = re.compile(r"\s+[|·•–—/-]\s+|\s*[|·•]\s*")
_SAID_BY_SENTENCES_TOO = frozenset(
    {LeftOutReason.SHARE, LeftOutReason.RELATED, LeftOutReason.LOADER, LeftOutReason.EMPTY_LIST}
)
_TRAIL = re.compile(r"\s+[>›/|·•→]\s+")
_SPLIT_BEFORE_DATE = re.compile(r",\s+|\s+(?:on|le|am|el|il|em|от|от|від)\s+|\s{2,}|\t")


@dataclass(frozen=True, slots=True)
class Line:
    """A piece with what it looks like by itself."""

    piece: Piece
    reason: LeftOutReason | None  # what the vocabulary says
    phrase: str  # normalised, "" for long lines
    is_long: bool  # surely text of an article, or of a reader's comment
    is_sentence: bool  # ends like one and has the words of one
    words: int

    @property
    def text(self) -> str:
        """Return what a person reads."""
        return self.piece.line

    @property
    def is_title_like(self) -> bool:
        """Tell whether it could be a headline: a few words that do not end in a full stop."""
        return (
            self.reason is None
            and not self.is_long
            and self.words >= 2
            and len(self.text) <= 250
            and not self.text.rstrip('"”»’ ').endswith((".", ",", ":", ";", "。", "۔"))
        )


def look_at(piece: Piece) -> Line:
    """Return the piece with its looks."""
    text = piece.line
    phrase = normalised(text) if len(text) <= LONGEST_PHRASE else ""
    reason = _reason(text, phrase, vocabulary()) if phrase else None
    if reason is None and _SHORTEST_NOTICE <= len(text) <= _LONGEST_NOTICE and _is_notice(text):
        reason = LeftOutReason.NAVIGATION
    words = len(text.split()) if len(text) < 5000 else 999
    ideographic = len(_IDEOGRAPHIC.findall(text[:_VERY_LONG]))
    if ideographic > len(text[:_VERY_LONG]) // 3:
        words = max(words, ideographic // 2)
    enough = _LONG_IDEOGRAPHIC if ideographic * 3 > len(text) else _LONG
    is_long = reason is None and (
        len(text) >= _VERY_LONG
        or (len(text) >= enough and _SENTENCE_INSIDE.search(text) is not None)
    )
    is_sentence = reason is None and words >= 4 and ends_like_a_sentence(text)
    return Line(piece, reason, phrase, is_long, is_sentence, words)


def date_of(line: Line, language: str) -> date | None:
    """Return the date if the line is nothing but a date."""
    if line.is_long or len(line.text) > 90:
        return None
    return read_date_line(line.text, languages=[language])


def byline_names(text: str) -> tuple[str, ...]:
    """Return the names of “By Anna Berg and Luc Moreau”, () if the line is no byline."""
    if len(text) > _LONGEST_NAME_LINE:
        return ()
    match = vocabulary().byline.match(text.strip())
    if match is None:
        return ()
    return split_names(text.strip()[match.end() :])


def split_names(text: str) -> tuple[str, ...]:
    """Return the personal names in a list of them, () if one of them cannot be a name."""
    names = [name.strip(" \t\n.*") for name in vocabulary().name_joiner.split(text.strip())]
    names = [name for name in names if name]
    return tuple(names) if names and all(map(looks_like_a_name, names)) else ()


def is_byline_word(text: str) -> bool:
    """Tell whether the line is the word “By” alone; the name stands on the next one."""
    return text.strip().rstrip(":：").rstrip().lower() in vocabulary().byline_alone


def looks_like_a_name(text: str) -> bool:
    """Tell whether one to five words are all written as names are (any in caseless scripts)."""
    words = text.split()
    if not 1 <= len(words) <= 5 or len(text) > 60:
        return False
    return all(
        word.lower() in _NAME_PARTICLES
        or (_NAME_WORD.fullmatch(word) is not None and word[0] == word[0].upper())
        for word in words
    )


def split_line(piece: Piece, language: str) -> list[Piece]:
    """Cut “By Anna Berg | Aug 15, 2025 | 5 min read” in its parts; other lines stay whole."""
    text = piece.line
    if len(text) > 160 or "\n" in text:
        return [piece]
    cuts = [match.end() for match in _SEPARATOR.finditer(piece.text.rstrip())]
    parts = _cut(piece, cuts)
    if len(parts) > 1 and all(_is_page_detail(part, language) for part in parts):
        return parts
    if re.search(r"\d{4}", text) is None:
        return [piece]
    for match in vocabulary().byline.finditer(piece.text):  # “Posted on May 3, 2025 by Anna Berg”
        parts = _cut(piece, [match.start()]) if piece.text[: match.start()].endswith(" ") else []
        if (
            len(parts) == 2
            and read_date_line(parts[0].line, languages=[language])
            and byline_names(parts[1].line)
        ):
            return parts
    for match in _SPLIT_BEFORE_DATE.finditer(piece.text.rstrip()):
        parts = _cut(piece, [match.end()])
        if read_date_line(parts[-1].line, languages=[language]) and byline_names(
            parts[0].line.rstrip(" ,")
        ):
            return parts
    return [piece]


def _cut(piece: Piece, places: Sequence[int]) -> list[Piece]:
    ends = [*(place for place in places if place), len(piece.text)]
    starts = [0, *ends[:-1]]
    found = [piece.text[start:end] for start, end in zip(starts, ends, strict=True)]
    return [
        Piece(text, text.strip().strip("|·•–—/-, \t").strip(), piece.block)
        for text in found
        if text
    ]


def _is_page_detail(piece: Piece, language: str) -> bool:
    line = piece.line
    return bool(
        vocabulary().reason_of(normalised(line))
        or read_date_line(line, languages=[language])
        or byline_names(line)
        or (looks_like_a_name(line) and 2 <= len(line.split()) <= 4)
    )


def _is_notice(text: str) -> bool:
    """Tell a request for consent from a news text about cookies: it speaks for the site."""
    signs = (_CONSENT, _CONSENT_ACT, _SPEAKS_FOR_SITE)
    return all(sign.search(text) is not None for sign in signs)


def _reason(text: str, phrase: str, words: Vocabulary) -> LeftOutReason | None:
    if _COPYRIGHT.match(text) or _is_trail(text, words):
        return LeftOutReason.NAVIGATION
    reason = words.reason_of(phrase)
    if reason in _SAID_BY_SENTENCES_TOO and phrase not in words.exact:
        # “There are no plans to rebuild it.” and “Read more than once, the letter …” are text.
        is_sentence = text.endswith((".", "!", "?", "…", "”", "»")) and len(text.split()) >= 5
        return None if is_sentence and ":" not in text else reason
    return reason


def _is_trail(text: str, words: Vocabulary) -> bool:
    """Tell “Home > Region > Traffic” and “News | Sport | Culture”: where one is or may go."""
    steps = [step.strip() for step in _TRAIL.split(text)]
    if len(steps) < 2 or any(not 1 <= len(step.split()) <= 3 for step in steps):
        return False
    begins_at_home = words.reason_of(normalised(steps[0])) is LeftOutReason.NAVIGATION
    return begins_at_home or (len(steps) >= 3 and all(step.isalpha() for step in steps))
