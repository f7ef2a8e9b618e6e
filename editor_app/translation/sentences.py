# SPDX-License-Identifier: GPL-3.0-or-later
"""Find the sentences of a text by rules for its language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import regex

from editor_app.domain.languages import base_language
from editor_app.translation import abbreviations

# Stand-ins for inline codes while looking for sentences; one character each.
OPENING_CODE = "\ue000"
CLOSING_CODE = "\ue001"
LONE_CODE = "\ue002"

_CLOSERS = rf"(?:[\"'”’“»›)\]}}{CLOSING_CODE}{LONE_CODE}]|[ \u00a0\u202f][»›])*+"
_BOUNDARY = regex.compile(
    # Full-width stops need no space after them.
    rf"(?P<wide>[。！？｡]++[」』）】〉》”’\"'){CLOSING_CODE}{LONE_CODE}]*+)\s*+"
    rf"|(?P<stop>\.{{2,}}|[.…!?‽؟۔।॥።։]++){_CLOSERS}\s++"
)
_GREEK_BOUNDARY = regex.compile(rf"(?P<wide>(?!))|(?P<stop>[;\u037e]){_CLOSERS}\s++")
_NEXT = regex.compile(
    rf"[\"'“‘”«‹(\[¿¡„‚—–\-\s\u00a0\u202f{OPENING_CODE}]*+(?P<word>[\p{{L}}\p{{M}}\p{{N}}]*+)"
)
_TOKEN_BEFORE = regex.compile(r"(?r)[\p{L}\p{M}\p{N}.\-º°]+")
_WORD_BEFORE = regex.compile(r"(?r)\p{L}+(?=[\s\u00a0]+\Z)")
_INITIALS = regex.compile(r"\p{L}(?:\.-?\p{L})*")
_SAID = regex.compile(
    r"(?:\p{Lu}[\p{L}.’'-]*\s){1,3}(?:said|says|asked|asks|told|tells|added|adds|wrote|writes)\b"
)
_UNCASED = regex.compile(
    r"[\p{Arabic}\p{Hebrew}\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}\p{Lao}\p{Khmer}"
    r"\p{Myanmar}\p{Devanagari}\p{Bengali}\p{Tamil}\p{Telugu}\p{Ethiopic}\p{Georgian}]"
)
_THAI_END = regex.compile(r"(?P<wide>(?!))|(?P<stop>ครับ|ค่ะ|คะ|นะ|ฯลฯ)\s++")
_SPACE = regex.compile(r"\s*+")
_QUOTED_GOES_ON = regex.compile(r"[」』](?=[\p{Hiragana}、])")
_FARTHEST_TOKEN = 40  # characters looked at before a stop


@dataclass(frozen=True, slots=True)
class _Rules:
    language: str
    before_a_word: frozenset[str]
    anywhere: frozenset[str]
    starters: frozenset[str] | None
    after_ordinal: frozenset[str]


@lru_cache(maxsize=64)
def _rules(language: str) -> _Rules:
    return _Rules(
        language,
        abbreviations.before_a_word(language),
        abbreviations.anywhere(language),
        abbreviations.sentence_starters(language),
        abbreviations.months(language),
    )


def sentence_ranges(text: str, language: str) -> tuple[tuple[int, int], ...]:
    """Return (start, end) of each sentence in order, without the white space between them."""
    rules = _rules(base_language(language))
    ranges: list[tuple[int, int]] = []
    start = _skip_space(text, 0)
    for match in _boundaries(text, rules.language):
        if match.end() <= start or match.end() >= len(text):
            continue
        if not _is_end(text, match, start, rules):
            continue
        end = start + len(text[start : match.end()].rstrip())
        ranges.append((start, end))
        start = _skip_space(text, match.end())
    end = len(text.rstrip())
    if start < end:
        ranges.append((start, end))
    return tuple(ranges)


def _boundaries(text: str, language: str) -> list[regex.Match[str]]:
    found = list(_BOUNDARY.finditer(text))
    if language == "el":
        found += _GREEK_BOUNDARY.finditer(text)
    elif language == "th":
        found += _THAI_END.finditer(text)
    return sorted(found, key=lambda match: match.end())


def _skip_space(text: str, start: int) -> int:
    match = _SPACE.match(text, start)
    return match.end() if match else start


def _is_end(text: str, match: regex.Match[str], start: int, rules: _Rules) -> bool:
    """Decide whether a stop with white space after it ends the sentence."""
    if match["wide"] is not None:  # in Japanese a quotation is often a part of its sentence
        return not _QUOTED_GOES_ON.match(text, match.end() - 1)
    stop: str = match["stop"]
    following = _NEXT.match(text, match.end())
    word = following["word"] if following else ""
    if word and word[0].islower():
        return False
    if stop[0] in "…." and len(stop) >= (1 if stop[0] == "…" else 2):
        return _is_end_after_ellipsis(text, match, word)
    if stop != ".":
        return not _is_reported_speech(text, match, rules)
    token = _token_before(text, match.start("stop"), start)
    if not token:
        return True
    return _is_end_after(token, word, text, match, start, rules)


def _is_end_after_ellipsis(text: str, match: regex.Match[str], word: str) -> bool:
    before = text[match.start() - 1 : match.start()]
    return before not in ("(", "[") and bool(word)


def _is_reported_speech(text: str, match: regex.Match[str], rules: _Rules) -> bool:
    """Tell “Go!” John said from two sentences."""
    quoted = any(mark in match.group() for mark in "\"”’'")
    return rules.language == "en" and quoted and bool(_SAID.match(text, match.end()))


def _token_before(text: str, stop: int, start: int) -> str:
    lower = max(start, stop - _FARTHEST_TOKEN)
    match = _TOKEN_BEFORE.search(text, lower, stop)
    return match.group() if match and match.end() == stop else ""


def _is_end_after(
    token: str, word: str, text: str, match: regex.Match[str], start: int, rules: _Rules
) -> bool:
    folded = token.casefold().strip(".-")
    if token.isdigit():
        return not _is_ordinal(token, word, text, match.start("stop"), start, rules)
    if match.end("stop") < len(match.group().rstrip()) + match.start():
        return True  # a quotation mark or bracket closes after the stop
    if folded in rules.anywhere:
        return _begins_a_sentence(word, rules)
    if folded in rules.before_a_word:
        return False
    if _INITIALS.fullmatch(token.rstrip(".")):
        return _is_end_after_initials(token, word, rules)
    return True


def _is_end_after_initials(initials: str, word: str, rules: _Rules) -> bool:
    if initials == "I" and rules.language == "en":
        return True
    if _UNCASED.match(initials):
        return len(initials) > 1
    many = "." in initials
    return many and rules.starters is not None and _begins_a_sentence(word, rules)


def _begins_a_sentence(word: str, rules: _Rules) -> bool:
    return rules.starters is None or word.casefold() in rules.starters


def _is_ordinal(token: str, word: str, text: str, stop: int, start: int, rules: _Rules) -> bool:
    """Tell “3. März” and a list number from a sentence that ends with a number."""
    if stop - len(token) == start:
        return len(token) <= 2
    if not rules.after_ordinal or len(token) > 3:
        return False
    if word.casefold() in rules.after_ordinal:
        return True
    if rules.language != "de" or len(token) > 2:
        return False
    before = _WORD_BEFORE.search(text, start, stop - len(token))
    return before is not None and before.group().casefold() in abbreviations.ORDINAL_INTRODUCERS
