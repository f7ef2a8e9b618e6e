# SPDX-License-Identifier: GPL-3.0-or-later
"""A headline in capitals → sentence case that keeps proper nouns, or nothing if unsure."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import cast

from editor_app.domain.languages import base_language

_TOKEN = re.compile(r"[^\W_]+(?:[-‐‑][^\W_]+)*|[^\w\s]|_|\s+")
_WORD = re.compile(r"[^\W_]+(?:[-‐‑][^\W_]+)*")
_APOSTROPHES = "'’ʼ"
_SENTENCE_ENDS = ".!?…"
_VOWELS = re.compile("[aeiouyàâäáãåæèéêëìíîïòóôöõøœùúûüýÿаеёиоуыэюяєії]", re.IGNORECASE)
_FEWEST_WORDS = 30  # of the body: with fewer there is no evidence of what is a proper noun
_READ = 60_000  # characters of the body: more do not teach more
_MOST_CAPITALS = 0.35  # of the words inside sentences: a body in title case teaches nothing
# German and Luxembourgish nouns have capitals, Greek capitals drop their accents: no rule is
# right often enough.
_NO_SUGGESTION = frozenset({"de", "lb", "gsw", "nds", "el", "ga"})
# Nouns change their endings, so that a name is looked for by its stem.
_INFLECTED = frozenset(
    {"uk", "ru", "be", "pl", "cs", "sk", "bg", "hr", "sr", "sl", "lt", "lv"}
    | {"fi", "et", "hu", "tr", "az"}
)
_DOTTED_I = frozenset({"tr", "az"})
_ACRONYMS = {
    "": frozenset({"NATO", "UNESCO", "UNICEF", "COVID", "USA", "FIFA", "UEFA", "NASA", "OPEC"}),
    "en": frozenset({"EU", "UK", "UN", "AI", "WHO", "IMF", "CIA", "FBI", "IAEA"}),
    "fr": frozenset({"OTAN", "ONU", "UE", "USA", "OMS", "FMI", "BCE", "IA", "AIEA", "OPEP", "UA"}),
    "es": frozenset({"OTAN", "ONU", "UE", "EE", "UU", "OMS", "FMI", "IA", "OEA", "OPEP"}),
    "it": frozenset({"ONU", "UE", "OMS", "FMI", "IA", "BCE"}),
    "pt": frozenset({"OTAN", "ONU", "UE", "EUA", "OMS", "FMI", "IA"}),
    "uk": frozenset({"НАТО", "ООН", "ЄС", "США", "ЗСУ", "СБУ", "МВФ"}),
    "ru": frozenset({"НАТО", "ООН", "ЕС", "США", "ВОЗ", "МВФ"}),
    "pl": frozenset({"NATO", "ONZ", "UE", "USA"}),
    "tr": frozenset({"NATO", "BM", "AB", "ABD", "TBMM"}),
}


@dataclass(slots=True)
class _Evidence:
    """How the body writes each word inside sentences, and at their beginnings."""

    inside: dict[str, Counter[str]] = field(default_factory=dict[str, Counter[str]])
    first: Counter[str] = field(default_factory=Counter[str])
    unaccented: dict[str, set[str]] = field(default_factory=dict[str, set[str]])
    stems: dict[str, set[str]] = field(default_factory=dict[str, set[str]])


def is_in_capitals(text: str) -> bool:
    """Tell whether nearly all letters of a text with several words are capitals."""
    cased = [character for character in text if character.lower() != character.upper()]
    capitals = sum(character.isupper() for character in cased)
    words = [word for word in _WORD.findall(text) if len(word) > 1]
    return len(words) >= 2 and len(cased) >= 8 and capitals >= 0.9 * len(cased)


def suggest_sentence_case(headline: str, body: str, language: str) -> str:
    """Return the headline in sentence case, or "" where it is not in capitals or all is unsure.

    Only the case of letters changes. A word is written as the body writes it inside sentences;
    a word that the body has not is a proper noun if CLDR knows it as a country, city or language.
    """
    base = base_language(language)
    if not is_in_capitals(headline) or base in _NO_SUGGESTION:
        return ""
    evidence = _learn(body[:_READ], base)
    if evidence is None:
        return ""
    tokens = _TOKEN.findall(headline)
    if _has_lost_accents(tokens, evidence, base):
        return ""
    names = _known_names(base)
    written: list[str] = []
    position = 0
    while position < len(tokens):
        name, length = _name_at(tokens, position, names, base)
        known_to_body = length == 1 and _lower(tokens[position], base) in evidence.inside
        if length and not known_to_body:
            written.append(name)
            position += length
            continue
        written.append(_cased(tokens, position, evidence, base))
        position += 1
    suggestion = _capital_at_sentence_starts(written)
    return suggestion if suggestion != headline else ""


def _lower(word: str, base: str) -> str:
    if base in _DOTTED_I:
        word = word.replace("I", "ı").replace("İ", "i")
    return word.replace("\u0130", "i").lower()


def _upper_first(word: str) -> str:
    return word[:1].upper() + word[1:]


def _learn(body: str, base: str) -> _Evidence | None:
    """Return what the body shows, None if it shows too little."""
    found = _Evidence()
    total = capitals = 0
    for sentence_words in _sentences(body):
        for place, word in enumerate(sentence_words):
            key = _lower(word, base)
            if place == 0:
                found.first[key] += 1
                continue
            total += 1
            capitals += word[0].isupper()
            found.inside.setdefault(key, Counter())[word] += 1
            found.unaccented.setdefault(_without_accents(key), set()).add(key)
            if base in _INFLECTED and len(key) >= 5:
                form = "capital" if word[0].isupper() else "lower"
                found.stems.setdefault(key[: max(4, len(key) - 2)], set()).add(form)
    if total < _FEWEST_WORDS or capitals > _MOST_CAPITALS * total:
        return None
    return found


def _sentences(body: str) -> Iterable[list[str]]:
    """Yield the words of each sentence; headings and lines in capitals teach nothing."""
    for line in body.split("\n"):
        if line.startswith("#") or is_in_capitals(line):
            continue
        # A quotation or colon may begin a sentence too: what follows is no evidence either.
        for sentence in re.split(r"[.!?…:;«»“”„\"()\[\]–—]+", line):
            words = _WORD.findall(sentence)
            if words:
                yield words


def _without_accents(word: str) -> str:
    decomposed = unicodedata.normalize("NFD", word)
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def _has_lost_accents(tokens: list[str], evidence: _Evidence, base: str) -> bool:
    """Tell whether the capitals dropped accents that the body has: then only a person can tell."""
    for token in tokens:
        key = _lower(token, base)
        if len(key) < 3 or key in evidence.inside or not key.isascii():
            continue
        if any(other != key for other in evidence.unaccented.get(key, ())):
            return True
    return False


def _cased(tokens: list[str], position: int, evidence: _Evidence, base: str) -> str:
    token = tokens[position]
    if not token[0].isalpha():
        return token
    key = _lower(token, base)
    after_apostrophe = position > 0 and tokens[position - 1] in _APOSTROPHES
    forms = evidence.inside.get(key)
    if forms:
        return forms.most_common(1)[0][0]
    if after_apostrophe and len(key) <= 2:  # English don’t, we’ll
        return key
    if token in _ACRONYMS[""] or token in _ACRONYMS.get(base, ()) or _is_acronym(token):
        return token
    return (
        _upper_first(key) if _is_name(key, evidence, base) else _hyphenated(token, evidence, base)
    )


def _is_acronym(token: str) -> bool:
    if any(character.isdigit() for character in token):
        return True
    return 2 <= len(token) <= 5 and token.isupper() and _VOWELS.search(token) is None


def _is_name(key: str, evidence: _Evidence, base: str) -> bool:
    """Tell whether a word that the body never has inside a sentence is a name all the same."""
    if base in _INFLECTED and len(key) >= 5:
        for cut in (len(key) - 2, len(key) - 1, len(key)):
            forms = evidence.stems.get(key[:cut]) if cut >= 4 else None
            if forms is not None:
                return forms == {"capital"}
    return len(key) >= 4 and evidence.first[key] >= 2


def _hyphenated(token: str, evidence: _Evidence, base: str) -> str:
    parts = re.split(r"([-‐‑])", token)
    if len(parts) == 1:
        return _lower(token, base)
    return "".join(_cased([part], 0, evidence, base) if part else "" for part in parts)


def _name_at(tokens: list[str], position: int, names: dict[str, str], base: str) -> tuple[str, int]:
    """Return the longest known name that begins here, and how many tokens it takes."""
    if not tokens[position][0].isalpha():
        return "", 0
    for length in (7, 5, 3, 1):
        if position + length > len(tokens):
            continue
        written = "".join(tokens[position : position + length])
        name = names.get(_lower(written, base).replace("’", "'"))
        if name is not None and len(name) == len(written):
            return name, length
    return "", 0


@functools.cache
def _known_names(base: str) -> dict[str, str]:
    """Return CLDR's countries, languages and cities in the language, by their lower case."""
    from babel import Locale, UnknownLocaleError

    try:
        locale = Locale.parse(base)
    except (UnknownLocaleError, ValueError):
        return {}
    zones = cast("dict[str, dict[str, str]]", locale.time_zones)
    territories = cast("dict[str, str]", locale.territories)
    languages = cast("dict[str, str]", locale.languages)
    names = {*territories.values(), *(zone.get("city", "") for zone in zones.values())}
    # Names of languages double as adjectives: “russe”, “Russian”, as each language writes them.
    names |= set(languages.values())
    return {
        _lower(name, base).replace("’", "'"): name
        for name in names
        if len(name) >= 4 and "(" not in name and not name.isupper()
    }


def _capital_at_sentence_starts(tokens: list[str]) -> str:
    out: list[str] = []
    at_start = True
    for token in tokens:
        if token[0].isalnum():
            out.append(_upper_first(token) if at_start else token)
            at_start = False
        else:
            out.append(token)
            at_start = at_start or token in _SENTENCE_ENDS
    return "".join(out)
