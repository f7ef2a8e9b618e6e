# SPDX-License-Identifier: GPL-3.0-or-later
"""Count words and characters, and tell how long reading takes."""

from __future__ import annotations

import math
import re

import regex

from editor_app.domain.languages import base_language

# A run of letters, marks and digits with what joins them inside (Unicode UAX 29, MidLetter and
# MidNum). Scripts without spaces between words count otherwise: Han, kana and Yi by character
# (as word processors do), Thai, Lao, Khmer and Burmese by every four letters, which is about
# the length of their words.
_WORD = regex.compile(
    r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Yi}]\p{M}*"
    r"|(?P<unspaced>[\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]+)"
    r"|(?:(?![\p{Han}\p{Hiragana}\p{Katakana}\p{Yi}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}])[\p{L}\p{M}\p{N}_])+"
    r"(?:[’'ʼ·.,:\-‐‑\u00ad]"
    r"(?:(?![\p{Han}\p{Hiragana}\p{Katakana}\p{Yi}])[\p{L}\p{N}_])[\p{L}\p{M}\p{N}_]*)*"
)
_UNSPACED_WORD_LENGTH = 4
# Most articles have neither such scripts nor combining marks; the standard library's pattern
# says the same of them and is many times faster, which matters because every save counts.
_NOT_PLAIN = regex.compile(
    r"[\p{M}\p{Han}\p{Hiragana}\p{Katakana}\p{Yi}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]"
)
_PLAIN_WORD = re.compile(r"\w+(?:[’'ʼ·.,:\-‐‑\u00ad]\w+)*")
_SPACES = regex.compile(r"\s+")
_VISIBLE = regex.compile(r"\X")
# Words per minute of silent reading of plain prose, rounded, after Trauzettel-Klosinski and
# Dietz, “Standardized Assessment of Reading Performance” (2012); 230 for any other language.
_WORDS_PER_MINUTE = {
    "ar": 140, "de": 180, "en": 230, "es": 220, "fi": 160, "fr": 195, "he": 190, "it": 190,
    "ja": 350, "nl": 200, "pl": 165, "pt": 180, "ru": 185, "sl": 180, "sv": 200, "tr": 165,
    "uk": 180, "zh": 255,
}  # fmt: skip


def count_words(text: str) -> int:
    """Return the number of words in plain text.

    “aujourd’hui”, “well-known”, “3,5” and “U.S.A” are one word each; every Han character and
    kana is one.
    """
    if not _NOT_PLAIN.search(text):
        return sum(1 for _ in _PLAIN_WORD.finditer(text))
    count = 0
    for match in _WORD.finditer(text):
        unspaced = match["unspaced"]
        count += math.ceil(len(unspaced) / _UNSPACED_WORD_LENGTH) if unspaced else 1
    return count


def count_characters(text: str, *, spaces: bool = True) -> int:
    """Return the number of characters as a reader counts them: é and 👩‍👩‍👧 are one each."""
    counted = text if spaces else _SPACES.sub("", text)
    if counted.isascii():
        return len(counted) - counted.count("\r\n")
    return sum(1 for _ in _VISIBLE.finditer(counted))


def reading_minutes(words: int, language: str) -> int:
    """Return whole minutes, at least 1 for any text and 0 for none."""
    if words <= 0:
        return 0
    return max(1, round(words / _WORDS_PER_MINUTE.get(base_language(language), 230)))
