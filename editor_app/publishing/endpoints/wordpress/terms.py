# SPDX-License-Identifier: GPL-3.0-or-later
"""Tags and categories by name: found first, made where that is allowed."""

from __future__ import annotations

import html
import re

from editor_app.publishing.endpoints.wordpress.replies import RestRefused
from editor_app.publishing.endpoints.wordpress.rest import Rest
from editor_app.publishing.endpoints.wordpress.shapes import (
    as_object,
    as_objects,
    number_in,
    text_in,
)

_PLAIN_WORDS = re.compile(r"[^&<>\"'’`\\]+")  # the others may stand there in another writing
_MOST_PAGES = 10
_FORBIDDEN = frozenset({"rest_cannot_create", "rest_forbidden"})


class Terms:
    """One taxonomy: `tags` or `categories`."""

    def __init__(self, rest: Rest, taxonomy: str) -> None:
        """Remember what was looked up, for as long as this object lives."""
        self._rest = rest
        self._route = f"wp/v2/{taxonomy}"
        self._known: dict[str, int] = {}
        self._names: dict[int, str] = {}

    def numbers(self, names: tuple[str, ...]) -> tuple[tuple[int, ...], tuple[str, ...]]:
        """Return the ids of these names, sorted, and the names that cannot be had here."""
        found: set[int] = set()
        missing: list[str] = []
        for name in names:
            if not name.strip():
                continue
            number = self._known.get(_key(name)) or self._look_up(name) or self._make(name)
            if number:
                self._known[_key(name)] = number
                found.add(number)
            else:
                missing.append(name)
        return tuple(sorted(found)), tuple(missing)

    def names(self, numbers: tuple[int, ...]) -> tuple[str, ...]:
        """Return the names of these terms, in the order of their numbers."""
        asked = [number for number in numbers if number not in self._names]
        if asked:
            include = ",".join(map(str, asked))
            reply = self._rest.get(self._route, include=include, per_page=100, _fields="id,name")
            for term in as_objects(reply.json(), "a list of terms"):
                self._names[number_in(term, "id")] = html.unescape(text_in(term, "name"))
        return tuple(self._names[number] for number in numbers if self._names.get(number))

    def _look_up(self, name: str) -> int:
        words = max(_PLAIN_WORDS.findall(name), key=len, default="").strip()
        for page in range(1, _MOST_PAGES + 1):
            reply = self._rest.get(
                self._route,
                search=words,
                per_page=100,
                page=page,
                orderby="id",
                _fields="id,name,parent",
            )
            for term in as_objects(reply.json(), "a list of terms"):
                if _key(html.unescape(text_in(term, "name"))) == _key(name):
                    return number_in(term, "id")
            if page >= reply.number("X-WP-TotalPages"):
                return 0
        return 0

    def _make(self, name: str) -> int:
        try:
            reply = self._rest.post(self._route, {"name": name.strip()})
        except RestRefused as error:
            if error.code == "term_exists":  # made meanwhile, or written a little differently
                return number_in(error.details, "term_id")
            if error.code in _FORBIDDEN:
                return 0
            raise
        return number_in(as_object(reply.json(), "a term"), "id")


def _key(name: str) -> str:
    """Return the name as WordPress compares names: without case and outer spaces."""
    return " ".join(name.split()).casefold()
