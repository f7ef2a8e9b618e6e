# SPDX-License-Identifier: GPL-3.0-or-later
"""Rank texts by how well they fit a few typed letters, without regard to case and accents."""

from __future__ import annotations

import unicodedata

_WORD_START, _ADJACENT, _PLAIN = 8, 5, 1
# Scattered letters are chance, not meaning: so much a letter is the least on average.
_LEAST_PER_LETTER = 4


def folded(text: str) -> str:
    """Return the text in small letters without accents."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def score(typed: str, text: str) -> int:
    """Return how well `text` fits: 0 if a typed letter is missing, out of order or far off.

    Letters at the start of words and letters in a row count more; short texts win a tie.
    """
    wanted, there = folded(typed).replace(" ", ""), folded(text)
    if not wanted:
        return 1
    if (place := there.find(folded(typed).strip())) >= 0:
        starts_word = place == 0 or not there[place - 1].isalnum()
        return 1000 + _WORD_START * len(wanted) * (2 if starts_word else 1) - min(len(there), 400)
    total, previous, position = 0, -2, 0
    for letter in wanted:
        found = there.find(letter, position)
        if found < 0:
            return 0
        if found == 0 or not there[found - 1].isalnum():
            total += _WORD_START
        total += _ADJACENT if found == previous + 1 else _PLAIN
        previous, position = found, found + 1
    return total if total >= _LEAST_PER_LETTER * len(wanted) else 0
