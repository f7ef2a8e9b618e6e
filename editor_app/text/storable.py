# SPDX-License-Identifier: GPL-3.0-or-later
"""What no database and no site can hold is replaced before a content becomes a revision."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace
from typing import Any

from editor_app.domain.article import ArticleContent


def storable(content: ArticleContent) -> ArticleContent:
    """Return the content with lone surrogates and NUL replaced, and every tag once.

    No database and no site can hold the first, no site and no front matter the second.
    """
    changes: dict[str, Any] = {}
    for field in fields(content):
        value = getattr(content, field.name)
        if isinstance(value, str):
            changes[field.name] = storable_text(value)
    changes["bylines"] = tuple(map(storable_text, content.bylines))
    changes["tags"] = _each_once(map(storable_text, content.tags))
    changed = replace(content, **changes)
    return content if changed == content else changed


def storable_text(text: str) -> str:
    """Return the text with lone surrogates and NUL as U+FFFD; split pairs become characters."""
    if not _is_encodable(text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text.replace("\0", "\ufffd")


def _each_once(tags: Iterable[str]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for tag in tags:
        tidy = " ".join(tag.split())
        if tidy:
            found.setdefault(tidy.casefold(), tidy)
    return tuple(found.values())


def _is_encodable(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
