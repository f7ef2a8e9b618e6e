# SPDX-License-Identifier: GPL-3.0-or-later
"""Which formats there are. A new one is one file and one line here."""

from __future__ import annotations

from editor_app.documents.exporter import Exporter
from editor_app.documents.exporters.html_page import HtmlExporter
from editor_app.documents.exporters.markdown_file import MarkdownExporter
from editor_app.documents.exporters.plain_text import PlainTextExporter
from editor_app.documents.importer import Importer
from editor_app.documents.importers.html_page import HtmlImporter, read_html
from editor_app.documents.importers.markdown_file import MarkdownImporter
from editor_app.documents.importers.plain_text import (
    PlainTextImporter,
    read_page_text,
    refuse_large,
)
from editor_app.domain.errors import UnreadableFile
from editor_app.domain.imported import ImportedPage
from editor_app.domain.progress import NoProgress, Progress
from editor_app.text.encodings import decode, refuse_binary

IMPORTERS: tuple[Importer, ...] = (
    MarkdownImporter(),
    HtmlImporter(),
    PlainTextImporter(),  # last: it takes what has no ending
)
EXPORTERS: tuple[Exporter, ...] = (
    MarkdownExporter(),
    HtmlExporter(),
    PlainTextExporter(),
)


def import_bytes(
    data: bytes, name: str, *, language: str | None = None, progress: Progress | None = None
) -> ImportedPage:
    """Return what a file would become; the importer is the first that can read it.

    Raises UnreadableFile if none can, or if the file is not what it claims to be.
    """
    for importer in IMPORTERS:
        if importer.can_read(data, name):
            return importer.read(data, name, language=language, progress=progress or NoProgress())
    refuse_large(len(data), name)
    decode(data, name=name)  # says what a binary file is
    known = ", ".join(suffix for importer in IMPORTERS for suffix in importer.suffixes)
    raise UnreadableFile(f"“{name}” is of a kind that cannot be imported. Known are: {known}.")


def import_pasted_text(text: str, *, language: str | None = None) -> ImportedPage:
    """Return what a pasted page would become."""
    refuse_large(len(text.encode("utf-8", "surrogatepass")))
    return read_page_text(text, "", language=language, progress=NoProgress())


def import_pasted_html(
    html: str, *, base_url: str = "", language: str | None = None
) -> ImportedPage:
    """Return what pasted HTML would become; relative addresses start at ``base_url``."""
    refuse_large(len(html.encode("utf-8", "surrogatepass")))
    refuse_binary(html)
    return read_html(html, "", base_url=base_url, language=language, progress=NoProgress())
