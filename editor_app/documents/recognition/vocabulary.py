# SPDX-License-Identifier: GPL-3.0-or-later
"""What the furniture of news pages says, from words/*.toml: one file per language.

Phrases are written as `normalised` writes a line: lower case, numbers as “#”, no punctuation at
the ends. One that ends in “*” also matches a longer line that begins with it. `comment_noun`,
`relative_time` and `reading_time` are regular expressions; `byline` and `name_joiner` are words.
A new language is one file and its code in LANGUAGES.
"""

from __future__ import annotations

import functools
import re
import tomllib
import unicodedata
from dataclasses import dataclass
from importlib.resources import files

from editor_app.domain.imported import LeftOutReason

LANGUAGES = ("en", "fr", "de", "es", "it", "pt", "uk", "ru", "pl", "tr", "ar", "he", "und")
LONGEST_PHRASE = 200  # characters; a longer line is no furniture that words can tell
_MOST_WORDS_AFTER_PREFIX = 12
_NUMBER = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d{3})*(?:[.,]\d+)?\s?[kKмМ]?(?![^\W\d_])")
_SPACE = re.compile(r"\s+")
_ARABIC_MARKS = re.compile("[\u064b-\u0652\u0670\u0640\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def normalised(line: str) -> str:
    """Return the line as phrases are written; "" if it holds neither letter nor digit."""
    text = _ARABIC_MARKS.sub("", line).replace("’", "'").replace("ʼ", "'").replace("…", "...")
    text = unicodedata.normalize("NFC", text).replace("\u0130", "i").lower()
    text = _SPACE.sub(" ", _NUMBER.sub("#", text))
    start, end = 0, len(text)
    while start < end and not (text[start].isalnum() or text[start] == "#"):
        start += 1
    while end > start and not (text[end - 1].isalnum() or text[:end].endswith(("#", "#)"))):
        end -= 1
    return text[start:end]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All languages' phrases, ready to look up."""

    exact: dict[str, LeftOutReason]
    prefixes: dict[str, tuple[tuple[str, LeftOutReason], ...]]  # by first word
    comment_count: re.Pattern[str]
    comment_noun: re.Pattern[str]
    passing_time: re.Pattern[str]
    reading_time: re.Pattern[str]
    byline: re.Pattern[str]
    byline_alone: frozenset[str]
    name_joiner: re.Pattern[str]

    def reason_of(self, phrase: str) -> LeftOutReason | None:
        """Return what a normalised line is, or None if no phrase says so."""
        if not phrase or len(phrase) > LONGEST_PHRASE:
            return None
        found = self.exact.get(phrase)
        if found is not None:
            return found
        if self.comment_count.fullmatch(phrase):
            return LeftOutReason.COMMENT_COUNT
        if self.passing_time.fullmatch(phrase) or self.reading_time.fullmatch(phrase):
            return LeftOutReason.OTHER
        for prefix, reason in self.prefixes.get(phrase.split(" ", 1)[0].rstrip(",:!."), ()):
            if _begins_with(phrase, prefix):
                return reason
        return None


def _begins_with(phrase: str, prefix: str) -> bool:
    if not phrase.startswith(prefix):
        return False
    rest = phrase[len(prefix) :]
    return (not rest or not rest[0].isalnum()) and len(rest.split()) <= _MOST_WORDS_AFTER_PREFIX


@functools.cache
def vocabulary() -> Vocabulary:
    """Return the vocabulary; read from the package's files once."""
    tables = [_read(language) for language in LANGUAGES]
    exact: dict[str, LeftOutReason] = {}
    prefixes: dict[str, list[tuple[str, LeftOutReason]]] = {}
    for table in tables:
        for reason in LeftOutReason:
            for phrase in table.get(reason.value, ()):
                key = normalised(phrase)
                exact.setdefault(key, reason)
                if phrase.endswith("*"):
                    first_word = key.split(" ", 1)[0].rstrip(",:!.")
                    prefixes.setdefault(first_word, []).append((key, reason))
    noun = _alternatives(tables, "comment_noun")
    bylines = [word for table in tables for word in table.get("byline", ())]
    names = "|".join(map(re.escape, sorted(bylines, key=len, reverse=True)))
    joiners = [word for table in tables for word in table.get("name_joiner", ()) if len(word) > 1]
    single = "".join(w for t in tables for w in t.get("name_joiner", ()) if len(w) == 1)
    return Vocabulary(
        exact=exact,
        prefixes={word: tuple(found) for word, found in prefixes.items()},
        comment_count=re.compile(rf"#\s*(?:{noun})|(?:{noun})\s*[:(]?\s*#\)?"),
        comment_noun=re.compile(rf"(?<!\w)(?:{noun})(?!\w)"),
        passing_time=re.compile(_alternatives(tables, "relative_time")),
        reading_time=re.compile(_alternatives(tables, "reading_time")),
        byline=re.compile(rf"(?:{names})(?:\s*[:：]\s*|\s+)(?=\S)", re.IGNORECASE),
        byline_alone=frozenset(bylines),
        name_joiner=re.compile(rf"\s*[,;&/]\s*|\s+(?:{'|'.join(joiners)}|[{single}])\s+"),
    )


def _read(language: str) -> dict[str, list[str]]:
    path = files("editor_app.documents.recognition") / "words" / f"{language}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _alternatives(tables: list[dict[str, list[str]]], key: str) -> str:
    return "|".join(pattern for table in tables for pattern in table.get(key, ()))
