"""Each importer keeps the rules."""

from __future__ import annotations

from editor_app.documents.importers.html_page import HtmlImporter
from editor_app.documents.importers.markdown_file import MarkdownImporter
from editor_app.documents.importers.plain_text import PlainTextImporter
from editor_app.documents.registry import IMPORTERS
from tests.conformance.importer_suite import PARAGRAPH, ImporterSuite


class TestPlainText(ImporterSuite):
    importer = PlainTextImporter()
    sample = f"Harbour reopens after eleven years\n\nShare\n\n{PARAGRAPH}\n".encode()
    joins_exactly = True


class TestMarkdown(ImporterSuite):
    importer = MarkdownImporter()
    sample = f"---\nheadline: Harbour reopens after eleven years\n---\n\n{PARAGRAPH}\n".encode()
    joins_exactly = True


class TestHtml(ImporterSuite):
    importer = HtmlImporter()
    sample = f"<h1>Harbour reopens after eleven years</h1><p>{PARAGRAPH}</p>".encode()
    joins_exactly = False


def test_every_registered_importer_is_tested_here() -> None:
    tested = {type(suite.importer) for suite in ImporterSuite.__subclasses__()}
    assert {type(importer) for importer in IMPORTERS} <= tested
