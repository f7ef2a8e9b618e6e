"""Every format writes the article, and none writes anything that runs."""

from __future__ import annotations

from datetime import date

import html5lib
import pytest

from editor_app.documents.exporter import Exporter
from editor_app.documents.registry import EXPORTERS, import_bytes
from editor_app.domain.article import ArticleContent
from tests.documents.articles import make_article

PLAIN = ArticleContent(
    headline="Harbour reopens after eleven quiet years",
    bylines=("Anna Berg",),
    body=(
        "The harbour of Saltmouth reopened on Tuesday, eleven years after the last ferry had left "
        "it. Some two hundred people stood on the quay, and a brass band played.\n\n"
        "The new pier is made of oak and steel.\n\nNobody asked why."
    ),
    published_on=date(2025, 8, 15),
)
HOSTILE = ArticleContent(
    headline="</title><script>alert(1)</script>",
    standfirst='"><img src=x onerror=alert(1)>',
    body="<script>alert(1)</script>\n\n[x](javascript:alert(1)) ![p](https://example.org/p.png) *end*",
    bylines=('Anna" onload="x',),
    correction_note="<b>no</b>",
)


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda exporter: exporter.name)
def test_each_format_has_its_name_and_ending(exporter: Exporter) -> None:
    assert exporter.suffix == f".{exporter.name}"
    assert exporter.write(*make_article()).decode("utf-8").endswith("\n")


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda exporter: exporter.name)
def test_each_format_imports_again_with_headline_byline_date_and_body(exporter: Exporter) -> None:
    data = exporter.write(*make_article(PLAIN, language="en"))
    found = import_bytes(data, f"x{exporter.suffix}", language="en").content
    assert found.headline == PLAIN.headline
    assert found.bylines == PLAIN.bylines
    assert found.published_on == PLAIN.published_on
    assert found.body == PLAIN.body


def test_the_page_runs_nothing_and_loads_nothing() -> None:
    html = next(one for one in EXPORTERS if one.name == "html")
    tree = html5lib.parse(html.write(*make_article(HOSTILE)), namespaceHTMLElements=False)
    names = {element.tag for element in tree.iter()}
    assert not names & {"script", "img", "iframe", "link", "object"}
    for element in tree.iter():
        assert not [name for name in element.attrib if str(name).startswith("on")]
        assert "javascript:" not in element.attrib.get("href", "")


def test_the_page_says_its_language_and_direction() -> None:
    html = next(one for one in EXPORTERS if one.name == "html")
    assert b'<html lang="ar" dir="rtl">' in html.write(*make_article(language="ar"))
