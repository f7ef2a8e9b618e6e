# SPDX-License-Identifier: GPL-3.0-or-later
"""Match the delimiter runs of emphasis, after the CommonMark rules (appendix, phase 2)."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

Range = tuple[int, int]


@dataclass(slots=True)
class Delimiter:
    """A run of ``*``, ``_`` or ``~~`` and what it may do."""

    mark: str
    start: int
    count: int  # how many of its characters are not used yet
    length: int  # how many there were
    opens: bool
    closes: bool

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Delimiter:
        """Return the run at the place, judged by the characters beside it."""
        before = text[start - 1] if start else " "
        after = text[end] if end < len(text) else " "
        left = not after.isspace() and (
            not _is_punctuation(after) or before.isspace() or _is_punctuation(before)
        )
        right = not before.isspace() and (
            not _is_punctuation(before) or after.isspace() or _is_punctuation(after)
        )
        mark = text[start]
        opens, closes = left, right
        if mark == "_":
            opens = left and (not right or _is_punctuation(before))
            closes = right and (not left or _is_punctuation(after))
        return cls(mark, start, end - start, end - start, opens, closes)


def _is_punctuation(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"


def match_emphasis(delimiters: list[Delimiter]) -> list[tuple[Range, Range]]:
    """Return the (opening, closing) character ranges of each pair, none of them crossing."""
    found: list[tuple[Range, Range]] = []
    openers: list[Delimiter] = []
    for closer in delimiters:
        while closer.closes and closer.count:
            index = _opener_for(closer, openers)
            if index is None:
                break
            opener = openers[index]
            del openers[index + 1 :]
            used = 2 if min(opener.count, closer.count) >= 2 else 1
            opening_end = opener.start + opener.count
            found.append(((opening_end - used, opening_end), (closer.start, closer.start + used)))
            opener.count -= used
            closer.count -= used
            closer.start += used
            if not opener.count:
                openers.pop()
        if closer.count and closer.opens:
            openers.append(closer)
    return found


def _opener_for(closer: Delimiter, openers: list[Delimiter]) -> int | None:
    for index in range(len(openers) - 1, -1, -1):
        opener = openers[index]
        if opener.mark != closer.mark:
            continue
        either_does_both = opener.closes or closer.opens
        multiple_of_three = (opener.length + closer.length) % 3 == 0
        both_are = opener.length % 3 == 0 and closer.length % 3 == 0
        if not either_does_both or not multiple_of_three or both_are:
            return index
    return None
