# SPDX-License-Identifier: GPL-3.0-or-later
"""Where pages lie in the website: slugs, paths and the links between them."""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Collection
from functools import lru_cache
from urllib.parse import quote

from editor_app.text.slug import slugify

# Windows opens devices under these names, whatever the ending.
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{d}{n}" for d in ("com", "lpt") for n in range(1, 10)}
)
_OURS = frozenset({"index", "feed"})


@lru_cache(maxsize=20_000)
def address_part(text: str, language: str = "") -> str:
    """Return a name as part of an address: never empty, never one that means something else."""
    unwritable = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:10]
    slug = slugify(text, fallback=unwritable, language=language)
    return f"{slug}-1" if slug in _DEVICES or slug in _OURS else slug


def free_slug(slug: str, taken: Collection[str]) -> str:
    """Return the wanted slug, or the first of ``-2``, ``-3`` … that is not taken."""
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
