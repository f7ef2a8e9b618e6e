# SPDX-License-Identifier: GPL-3.0-or-later
"""What no database and no site can hold is replaced before a content becomes a revision."""

from __future__ import annotations

from dataclasses import fields, replace

from editor_app.domain.article import ArticleContent


def storable(content: ArticleContent) -> ArticleContent:
    """Return the content with lone surrogates replaced: no database and no site can hold them."""
    changes: dict[str, str] = {}
    for field in fields(content):
        value = getattr(content, field.name)
        if isinstance(value, str) and not _is_encodable(value):
            changes[field.name] = _without_surrogates(value)
    if not all(_is_encodable(text) for text in (*content.tags, *content.bylines)):
        content = replace(
            content,
            tags=tuple(map(_without_surrogates, content.tags)),
            bylines=tuple(map(_without_surrogates, content.bylines)),
        )
    tags = tuple(" ".join(tag.split()) for tag in content.tags if tag.strip())
    if tags != content.tags:
        content = replace(content, tags=tags)
    return replace(content, **changes) if changes else content


def _is_encodable(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _without_surrogates(text: str) -> str:
    # Through UTF-16, pairs that were split become characters again.
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
