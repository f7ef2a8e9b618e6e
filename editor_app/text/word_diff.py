# SPDX-License-Identifier: GPL-3.0-or-later
"""Tell what changed between two texts, word by word or line by line."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import regex

_PIECE = regex.compile(r"\s+|[\p{Han}\p{Hiragana}\p{Katakana}]|[\p{L}\p{M}\p{N}_]+|.", regex.DOTALL)
# The matcher's time grows with the product of the lengths; above this it works by lines.
_MOST_PAIRS = 9_000_000


class Change(StrEnum):
    """What happened to a piece of text."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class DiffSpan:
    """A run of text that is in both, only in the new or only in the old version."""

    change: Change
    text: str


def pieces(text: str) -> list[str]:
    """Return words, white space and single other characters; joined they are the text."""
    return _PIECE.findall(text)


def word_diff(old: str, new: str) -> tuple[DiffSpan, ...]:
    """Return the runs in reading order.

    The same and removed runs together are the old text, the same and added ones the new. Very
    long texts are compared by lines first, then by words within the lines that changed.
    """
    old_pieces, new_pieces = pieces(old), pieces(new)
    if len(old_pieces) * len(new_pieces) > _MOST_PAIRS:
        return _merged(_by_lines(old, new))
    return _merged(_compared(old_pieces, new_pieces))


def line_diff(old: str, new: str, *, old_name: str = "", new_name: str = "") -> str:
    """Return a unified diff with three lines of context; empty if nothing changed."""
    lines = difflib.unified_diff(
        _lines(old), _lines(new), fromfile=old_name or "old", tofile=new_name or "new", n=3
    )
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )


def _lines(text: str) -> list[str]:
    """Split at LF only, so that no character of the text counts as a line end by surprise."""
    parts = text.split("\n")
    lines = [f"{part}\n" for part in parts[:-1]]
    return lines + ([parts[-1]] if parts[-1] else [])


def _compared(old: Sequence[str], new: Sequence[str]) -> list[DiffSpan]:
    spans: list[DiffSpan] = []
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=len(old) * len(new) > 250_000)
    for tag, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        if tag == "equal":
            spans.append(DiffSpan(Change.SAME, "".join(old[old_start:old_end])))
            continue
        spans.append(DiffSpan(Change.REMOVED, "".join(old[old_start:old_end])))
        spans.append(DiffSpan(Change.ADDED, "".join(new[new_start:new_end])))
    return spans


def _by_lines(old: str, new: str) -> list[DiffSpan]:
    spans: list[DiffSpan] = []
    for span in _pairs(_compared(_lines(old), _lines(new))):
        if len(span) == 1:
            spans += span
            continue
        removed, added = (pieces(part.text) for part in span)
        small = len(removed) * len(added) <= _MOST_PAIRS
        spans += _compared(removed, added) if small else span
    return spans


def _pairs(spans: list[DiffSpan]) -> list[list[DiffSpan]]:
    """Group each removed run with the added run that follows it."""
    groups: list[list[DiffSpan]] = []
    for span in spans:
        if span.change is Change.ADDED and groups and groups[-1][-1].change is Change.REMOVED:
            groups[-1].append(span)
        else:
            groups.append([span])
    return groups


def _merged(spans: list[DiffSpan]) -> tuple[DiffSpan, ...]:
    merged: list[DiffSpan] = []
    for span in spans:
        if not span.text:
            continue
        if merged and merged[-1].change is span.change:
            merged[-1] = DiffSpan(span.change, merged[-1].text + span.text)
        else:
            merged.append(span)
    return tuple(merged)
