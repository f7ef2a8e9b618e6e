# SPDX-License-Identifier: GPL-3.0-or-later
"""Markdown with YAML front matter: the form that loses nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from editor_app.documents.file_kind import ending_of, is_address, looks_like_html
from editor_app.documents.front_matter import (
    SplitFile,
    as_date,
    as_text,
    as_texts,
    read_front_matter,
    split_front_matter,
)
from editor_app.documents.importers.plain_text import refuse_large
from editor_app.domain.article import ArticleContent
from editor_app.domain.errors import BadInput, UnreadableFile
from editor_app.domain.ids import MediaId
from editor_app.domain.imported import ImportedPage, LeftOutReason, Part, PartRole
from editor_app.domain.languages import UNDETERMINED, normalise_tag
from editor_app.domain.progress import Progress
from editor_app.text.encodings import decode
from editor_app.text.language_detection import detect_language
from editor_app.text.sentence_case import suggest_sentence_case

# Other programs' names for our fields, read but never written.
_ALIASES = {
    "title": "headline",
    "subtitle": "standfirst",
    "author": "bylines",
    "authors": "bylines",
    "byline": "bylines",
    "date": "published_on",
    "published": "published_on",
    "lang": "language",
    "description": "search_description",
    "keywords": "tags",
    "category": "section",
}
_TEXT_FIELDS = (
    *("headline", "standfirst", "slug", "translator_credit", "lead_alt", "lead_caption"),
    *("lead_credit", "search_description", "correction_note"),
)
_PAGE_FIELDS = ("language", "section", "slugline")
_LIST_FIELDS = ("bylines", "tags")
_ROLES = {
    "headline": PartRole.HEADLINE,
    "standfirst": PartRole.STANDFIRST,
    "bylines": PartRole.BYLINE,
}


class MarkdownImporter:
    """Reads .md files; the body stays as it is, byte for byte.

    One empty line after the front matter and the last line end belong to the file, not to the
    body. A file whose every line ends in CRLF, as Windows writes them, gets "\\n" in the body.
    """

    name = "md"
    suffixes = (".md", ".markdown")

    def can_read(self, data: bytes, name: str) -> bool:
        """Tell by the name alone: Markdown looks like any other text."""
        if is_address(name) and looks_like_html(data):
            return False
        return ending_of(name) in self.suffixes

    def read(
        self, data: bytes, name: str, *, language: str | None, progress: Progress
    ) -> ImportedPage:
        """Return the article; keys that no field takes are left out and listed."""
        refuse_large(len(data), name)
        progress.report(0, 1, name)
        text = decode(data, name=name).text
        split = split_front_matter(text, name=name)
        values, sources = read_front_matter(split.matter, name=name)
        fields, used = _fields(values, name)
        markdown = _body(split.body, has_matter=bool(split.opening))
        parts = _matter_parts(split, [*zip(values, sources, strict=True)], used)
        if split.body:
            parts.append(Part(split.body, PartRole.BODY, markdown=markdown))
        content = replace(_content(fields), body=markdown)
        page = ImportedPage(
            content=content,
            language=_language(language, fields, content, name),
            published=content.published_on,
            parts=tuple(parts),
            source_name=name,
            slugline=as_text(fields.get("slugline")),
            section=as_text(fields.get("section")),
        )
        progress.report(1, 1, name)
        suggestion = suggest_sentence_case(content.headline, markdown, page.language)
        return replace(page, headline_suggestion=suggestion)


def _fields(values: dict[str, Any], name: str) -> tuple[dict[str, Any], dict[str, str]]:
    """Return our fields' values, and for each key of the file that was used its field."""
    fields: dict[str, Any] = {}
    used: dict[str, str] = {}
    ordered = sorted(values, key=lambda key: key.lower() in _ALIASES)  # our own names win
    for key in ordered:
        field = _ALIASES.get(key.lower(), key.lower())
        if field in fields or not _fits(field, values[key]):
            continue
        fields[field] = values[key]
        used[key] = field
    if "published_on" in fields and as_date(fields["published_on"]) is None:
        raise UnreadableFile(
            f"The publication date in “{name}” is no date: {as_text(fields['published_on'])!r}. "
            "Write it as 2025-08-15."
        )
    return fields, used


def _fits(field: str, value: object) -> bool:
    """Tell whether a field of ours can hold the value without loss."""
    if field in (*_TEXT_FIELDS, *_PAGE_FIELDS, "published_on", "lead_image"):
        return not isinstance(value, (dict, list))
    if field in _LIST_FIELDS:
        items = value if isinstance(value, list) else [value]  # pyright: ignore[reportUnknownVariableType]
        return not isinstance(value, dict) and not any(
            isinstance(item, (dict, list))
            for item in items  # pyright: ignore[reportUnknownVariableType]
        )
    return False


def _content(fields: dict[str, Any]) -> ArticleContent:
    lead = as_text(fields.get("lead_image"))
    published: date | None = as_date(fields.get("published_on"))
    texts = {field: as_text(fields.get(field)) for field in _TEXT_FIELDS}
    return ArticleContent(
        **texts,
        bylines=as_texts(fields.get("bylines")),
        tags=as_texts(fields.get("tags")),
        lead_image=MediaId(lead) if lead else None,
        published_on=published,
    )


def _language(given: str | None, fields: dict[str, Any], content: ArticleContent, name: str) -> str:
    if given:
        return normalise_tag(given)
    stated = as_text(fields.get("language")).strip()
    if stated and stated.lower() != UNDETERMINED:
        try:
            return normalise_tag(stated)
        except BadInput as error:
            raise UnreadableFile(f"In the front matter of “{name}”: {error.message}") from error
    return detect_language(content.body or f"{content.headline} {content.standfirst}")


def _body(text: str, *, has_matter: bool) -> str:
    markdown = text
    if "\r\n" in text and text.count("\r\n") == text.count("\n") == text.count("\r"):
        markdown = text.replace("\r\n", "\n")
    if has_matter:
        markdown = markdown.removeprefix("\n")
    return markdown.removesuffix("\n")


def _matter_parts(
    split: SplitFile, sources: list[tuple[str, str]], used: dict[str, str]
) -> list[Part]:
    """Return the parts of the front matter; its fences hold the fields and are no loss."""
    if not split.opening:
        return []
    parts = [Part(split.opening, PartRole.FIELD)]
    for key, source in sources:
        field = used.get(key)
        if field is None:
            parts.append(Part(source, PartRole.LEFT_OUT, LeftOutReason.METADATA))
        else:
            parts.append(Part(source, _ROLES.get(field, PartRole.FIELD)))
    if not sources and split.matter:  # nothing but comments
        parts.append(Part(split.matter, PartRole.LEFT_OUT, LeftOutReason.METADATA))
    parts.append(Part(split.closing, PartRole.FIELD))
    return parts
