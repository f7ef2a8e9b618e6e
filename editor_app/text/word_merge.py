# SPDX-License-Identifier: GPL-3.0-or-later
"""Merge two versions of one paragraph word by word, if the two sides kept apart."""

from __future__ import annotations

from editor_app.text.edits import applied, edits, regions
from editor_app.text.word_diff import pieces

_MOST_PAIRS = 4_000_000  # the comparison's time grows with the product of the lengths


def merge_words(base: str, mine: str, theirs: str) -> str | None:
    """Return both sides' edits together, None where they overlap or stand side by side.

    At least one word that nobody touched must lie between an edit of mine and one of theirs.
    """
    if mine == theirs or theirs == base:
        return mine
    if mine == base:
        return theirs
    old, my, their = _words(base), _words(mine), _words(theirs)
    if len(old) * max(len(my), len(their)) > _MOST_PAIRS:
        return None
    out: list[str] = []
    at = 0
    for region in regions(edits(old, my), edits(old, their), gap=1):
        agreed = region.agreed
        if agreed is None:
            return None
        out += old[at : region.start]
        out += applied(old, region.start, region.end, agreed)
        at = region.end
    return "".join(out + old[at:])


def _words(text: str) -> list[str]:
    """Return words, each with the white space and the signs that follow it."""
    words: list[str] = []
    for piece in pieces(text):
        if words and not piece[0].isalnum() and piece[0] != "_":
            words[-1] += piece
        else:
            words.append(piece)
    return words
