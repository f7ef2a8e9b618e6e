# SPDX-License-Identifier: GPL-3.0-or-later
"""Plain text: a .txt file, or a whole page as a browser copies it."""

from __future__ import annotations

from dataclasses import replace

from editor_app.documents.file_kind import ending_of
from editor_app.documents.page_parts import body_of, bylines_of, plain_line
from editor_app.documents.recognition.article_page import recognise
from editor_app.documents.recognition.pieces import is_invisible
from editor_app.documents.recognition.verdicts import Verdicts
from editor_app.domain.article import ArticleContent
from editor_app.domain.errors import UnreadableFile
from editor_app.domain.imported import ImportedPage, Part, PartRole
from editor_app.domain.languages import normalise_tag
from editor_app.domain.progress import Progress
from editor_app.text.encodings import decode, refuse_binary
from editor_app.text.sentence_case import suggest_sentence_case

LARGEST_TEXT_BYTES = 20 * 1000 * 1000


class PlainTextImporter:
    """Reads text without marks; what a reader typed is shown exactly, never taken as Markdown."""

    name = "txt"
    suffixes = (".txt", ".text")

    def can_read(self, data: bytes, name: str) -> bool:
        """Tell whether it is called a text, or has no ending of another kind."""
        return ending_of(name) in ("", *self.suffixes)

    def read(
        self, data: bytes, name: str, *, language: str | None, progress: Progress
    ) -> ImportedPage:
        """Return the page; its parts joined are the decoded text without byte order mark."""
        refuse_large(len(data), name)
        decoded = decode(data, name=name)
        return read_page_text(decoded.text, name, language=language, progress=progress)


def refuse_large(size: int, name: str = "") -> None:
    """Raise UnreadableFile for more than 20 MB of text, which is no article."""
    if size > LARGEST_TEXT_BYTES:
        called = f"“{name}”" if name else "The text"
        raise UnreadableFile(
            f"{called} is {size / 1e6:.0f} MB long. An article may have 20 MB of text at most: "
            "copy only the article, or split the file."
        )


def read_page_text(
    text: str, name: str, *, language: str | None, progress: Progress
) -> ImportedPage:
    """Return what the text of a page would become.

    The parts joined are the text, line ends as they came; inside the body they are "\\n". The
    date is a date that stands on the page by itself, never one from the running text.
    """
    refuse_binary(text, name=name)
    if is_invisible(text):
        called = f"“{name}”" if name else "The text"
        raise UnreadableFile(f"{called} is empty: there is nothing to import.")
    progress.report(0, 2, name)
    verdicts = recognise(text, language=normalise_tag(language) if language else "")
    progress.report(1, 2, name)
    parts = tuple(
        Part(line.piece.text, verdicts.role(index), verdicts.reason(index))
        for index, line in enumerate(verdicts.lines)
    )
    page = ImportedPage(
        content=_content(verdicts, parts),
        language=verdicts.language,
        published=verdicts.published,
        parts=parts,
        source_name=name,
    )
    progress.report(2, 2, name)
    suggestion = suggest_sentence_case(page.content.headline, page.content.body, page.language)
    return replace(page, headline_suggestion=suggestion)


def _content(verdicts: Verdicts, parts: tuple[Part, ...]) -> ArticleContent:
    def joined(role: PartRole) -> str:
        return " ".join(plain_line(part.text) for part in parts if part.role is role)

    return ArticleContent(
        headline=joined(PartRole.HEADLINE),
        standfirst=joined(PartRole.STANDFIRST),
        body=body_of(parts),
        bylines=verdicts.bylines or bylines_of(parts),
        published_on=verdicts.published,
    )
