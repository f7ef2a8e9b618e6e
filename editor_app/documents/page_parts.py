# SPDX-License-Identifier: GPL-3.0-or-later
"""The parts of an import: into the article, out of it, and the article made from them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from editor_app.documents.recognition.lines import byline_names, is_byline_word, split_names
from editor_app.domain.errors import NotFound
from editor_app.domain.imported import ImportedPage, LeftOutReason, Part, PartRole
from editor_app.text.markdown_escape import escape_markdown, without_invisible_harm
from editor_app.text.sentence_case import suggest_sentence_case


def with_part_moved(page: ImportedPage, index: int, role: PartRole) -> ImportedPage:
    """Return the page with one part in another role and the article rebuilt to match.

    A left-out part comes back at its own place. There is one headline: a part that becomes it
    takes the place of the former one, which is then left out. Only the fields that the move
    touches are rebuilt. Raises NotFound if there is no such part.
    """
    if not 0 <= index < len(page.parts):
        raise NotFound(f"The import has no part {index + 1}.")
    before = page.parts[index]
    parts = list(page.parts)
    if role is PartRole.HEADLINE:
        parts = [
            replace(part, role=PartRole.LEFT_OUT, reason=LeftOutReason.OTHER)
            if part.role is PartRole.HEADLINE
            else part
            for part in parts
        ]
    reason = (before.reason or LeftOutReason.OTHER) if role is PartRole.LEFT_OUT else None
    parts[index] = replace(before, role=role, reason=reason)
    return _rebuilt(replace(page, parts=tuple(parts)), {before.role, role})


def body_of(parts: Iterable[Part]) -> str:
    """Return the body: the body parts as Markdown, an empty line between two of them."""
    pieces = (
        part.markdown or escape_markdown(part.text) for part in parts if part.role is PartRole.BODY
    )
    return "\n\n".join(piece for piece in pieces if piece)


def plain_line(text: str) -> str:
    """Return the text of a headline or standfirst: one line, outer white space gone."""
    lines = (line.strip().strip("\ufeff") for line in text.strip().splitlines())
    return without_invisible_harm(" ".join(line for line in lines if line))


def bylines_of(parts: Iterable[Part]) -> tuple[str, ...]:
    """Return the names in the byline parts; “By” alone names nobody."""
    found: dict[str, None] = {}
    for part in parts:
        text = plain_line(part.text).strip("|·•–—-, ")
        if part.role is not PartRole.BYLINE or not text or is_byline_word(text):
            continue
        found |= dict.fromkeys(byline_names(text) or split_names(text) or (text,))
    return tuple(found)


def _rebuilt(page: ImportedPage, touched: set[PartRole]) -> ImportedPage:
    content = page.content
    if PartRole.BODY in touched:
        content = replace(content, body=body_of(page.parts))
    if PartRole.HEADLINE in touched:
        content = replace(content, headline=_joined(page.parts, PartRole.HEADLINE))
    if PartRole.STANDFIRST in touched:
        content = replace(content, standfirst=_joined(page.parts, PartRole.STANDFIRST))
    if PartRole.BYLINE in touched:
        content = replace(content, bylines=bylines_of(page.parts))
    suggestion = page.headline_suggestion
    if touched & {PartRole.HEADLINE, PartRole.BODY}:
        suggestion = suggest_sentence_case(content.headline, content.body, page.language)
    return replace(page, content=content, headline_suggestion=suggestion)


def _joined(parts: Iterable[Part], role: PartRole) -> str:
    return " ".join(plain_line(part.text) for part in parts if part.role is role)
