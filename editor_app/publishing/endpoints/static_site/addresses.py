# SPDX-License-Identifier: GPL-3.0-or-later
"""Where pages lie in the website: slugs, paths and the links between them."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Collection
from urllib.parse import quote

_SEPARATORS = re.compile(r"[^\w]+|_+", re.UNICODE)
_MAX_BYTES = 120  # a file name may have 255 bytes, and suffixes and .html follow
# Windows opens devices under these names, whatever the ending.
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{d}{n}" for d in ("com", "lpt") for n in range(1, 10)}
)
_OURS = frozenset({"index", "feed"})
_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "ı": "i", "þ": "th"}
)


def slugify(text: str) -> str:
    """Return a file name part: lower case, no accents on Latin letters, hyphens between words.

    Other scripts keep their letters and marks. Never empty, never a reserved name.
    """
    lowered = unicodedata.normalize("NFKC", text).lower().translate(_LETTERS)
    plain = unicodedata.normalize("NFC", "".join(_without_accent(c) for c in lowered))
    slug = _cut("-".join(part for part in _SEPARATORS.split(plain) if part))
    if not slug:
        slug = "untitled"
    return f"{slug}-1" if slug in _DEVICES or slug in _OURS else slug


def _without_accent(letter: str) -> str:
    parts = unicodedata.normalize("NFD", letter)
    if len(parts) > 1 and "a" <= parts[0] <= "z":
        return parts[0]
    # Vowel marks of Arabic or Devanagari are no word characters, yet belong to the word.
    return "" if unicodedata.category(letter) == "Mn" and unicodedata.combining(letter) else letter


def _cut(slug: str) -> str:
    raw = slug.encode("utf-8", "ignore")
    if len(raw) <= _MAX_BYTES:
        return slug
    shortened = raw[:_MAX_BYTES].decode("utf-8", "ignore")
    return shortened.rsplit("-", 1)[0].strip("-") or shortened


def free_slug(wanted: str, taken: Collection[str]) -> str:
    """Return the wanted slug, or the first of ``-2``, ``-3`` … that is not taken."""
    slug = slugify(wanted)
    number = 2
    candidate = slug
    while candidate in taken:
        candidate = f"{slug}-{number}"
        number += 1
    return candidate


def relative(target: str, page: str) -> str:
    """Return the link from one page to another, both paths under the root."""
    return quote(posixpath.relpath(target, posixpath.dirname(page) or "."), safe="/-._~")


def absolute(base_url: str, path: str) -> str:
    """Return the public address of a path; an index page is its folder."""
    shown = path[: -len("index.html")] if path.endswith("index.html") else path
    return base_url.rstrip("/") + "/" + quote(shown, safe="/-._~")


def list_path(language: str, kind: str, slug: str, number: int = 0) -> str:
    """Return the path of a section, tag or author page, or of one of its older pages."""
    if kind == "front":
        return f"{language}/older/{number}.html" if number else f"{language}/index.html"
    return f"{language}/{kind}/{slug}/{number}.html" if number else f"{language}/{kind}/{slug}.html"
