"""Web pages: the article as Markdown, everything else listed, nothing that runs."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path

import lxml.etree
import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.documents.registry import import_bytes, import_pasted_html
from editor_app.domain.errors import UnreadableFile
from editor_app.domain.imported import ImportedPage, LeftOutReason, PartRole
from editor_app.text.markdown import render_html

PAGE = Path(__file__).parent.parent / "samples" / "pages" / "pool.fr.html"
SENTENCES = (
    "The harbour of Saltmouth reopened on Tuesday, eleven years after the last ferry had left it. "
    "Some two hundred people stood on the quay, and a brass band played until the evening."
)


@pytest.fixture
def page() -> ImportedPage:
    return import_bytes(PAGE.read_bytes(), PAGE.name)


def visible_words(source: str) -> Counter[str]:
    """The words that a reader sees, found without any code of ours."""
    tree = lxml.html.document_fromstring(source)
    lxml.etree.strip_tags(tree, lxml.etree.Comment)
    for element in tree.xpath("//script|//style|//noscript|//template|//head|//*[@hidden]"):
        element.drop_tree()
    for element in tree.xpath("//*[contains(@style, 'none')]"):
        element.drop_tree()
    for element in tree.iter():
        if element.tag not in {"b", "i", "a", "em"}:
            element.text = f" {element.text or ''}"
            element.tail = f" {element.tail or ''}"
        if element.tag not in {"b", "i", "a", "em"} and len(element):
            element[-1].tail = f"{element[-1].tail or ''} "
    return Counter(re.findall(r"\w+", tree.text_content()))


def words_of(page: ImportedPage) -> Counter[str]:
    parts = (part for part in page.parts if part.reason is not LeftOutReason.MARKUP)
    return Counter(re.findall(r"\w+", " ".join(part.text for part in parts)))


def test_the_article_is_exactly_its_twin(page: ImportedPage) -> None:
    twin = import_bytes(PAGE.with_suffix(".md").read_bytes(), "twin.md")
    assert page.content == twin.content
    assert page.language == "fr"
    assert page.published == date(2025, 8, 15)


def test_kept_and_left_out_are_all_that_a_reader_sees(page: ImportedPage) -> None:
    missing = visible_words(PAGE.read_text(encoding="utf-8")) - words_of(page)
    assert missing == Counter()


def test_what_a_reader_does_not_see_is_one_part(page: ImportedPage) -> None:
    last = page.parts[-1]
    assert last.reason is LeftOutReason.MARKUP
    assert "alert" in last.text
    assert "caché" in last.text
    assert sum(part.reason is LeftOutReason.MARKUP for part in page.parts) == 1


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("Accueil\nMonde", LeftOutReason.NAVIGATION),
        ("Partager", LeftOutReason.SHARE),
        ("15 août 2025", LeftOutReason.DATE),
        ("Le pont rouvre enfin aux piétons", LeftOutReason.RELATED),
        ("Jean : très triste nouvelle.", LeftOutReason.COMMENTS),
        ("Envoyer", LeftOutReason.COMMENT_FORM),
    ],
)
def test_each_block_left_out_has_its_reason(
    page: ImportedPage, words: str, reason: LeftOutReason
) -> None:
    assert reason in {part.reason for part in page.parts if part.text.strip() == words}


def test_no_script_style_handler_or_picture_survives() -> None:
    found = import_pasted_html(
        f"<h1>Harbour reopens after eleven years</h1><p onclick=evil()>{SENTENCES}</p>"
        f"<p>{SENTENCES} <a href='javascript:evil()' onmouseover=evil()>here</a>"
        "<a href='data:text/html,x'>there</a><img src='data:image/png;base64,x' alt='a pixel'>"
        "<svg onload=evil()><text>drawn</text></svg><iframe src=https://example.org></iframe></p>"
        "<style>p{}</style><script>evil()</script>"
        "<p>&lt;script&gt;evil()&lt;/script&gt; was what he typed, and it is shown.</p>"
    )
    html = render_html(found.content.body)
    assert not re.search(r"<(script|style|img|svg|iframe)|javascript:|data:|onmouse", html)
    assert "&lt;script&gt;evil()&lt;/script&gt; was what he typed" in html
    assert "here" in html
    assert "there" in html


def test_addresses_become_absolute_where_the_page_is_known() -> None:
    found = import_pasted_html(
        f"<p>{SENTENCES} <a href='../b c(1)?x=1&y=2'>b</a></p>", base_url="https://example.org/a/d/"
    )
    assert "[b](https://example.org/a/b%20c%281%29?x=1&y=2)" in found.content.body or (
        "[b](https://example.org/a/bc%281%29?x=1&y=2)" in found.content.body
    )


def test_pasted_paragraphs_without_a_page_are_kept_whole() -> None:
    found = import_pasted_html("<meta charset=utf-8><p>One <b>bold</b> word.</p><p>Two.</p>")
    assert found.content.body == "One **bold** word.\n\nTwo."


def test_marks_that_a_reader_typed_stay_text() -> None:
    found = import_pasted_html(f"<p>{SENTENCES}</p><p># not *a* heading, [x](y) &amp;amp; 1_2_</p>")
    html = render_html(found.content.body)
    assert "# not *a* heading, [x](y) &amp;amp; 1_2_" in html


@pytest.mark.parametrize(
    "inline",
    [
        "<b>a</b><i>b</i>c",
        "x<b>,y,</b>z",
        "<b> spaced </b>",
        "<b><i>both</i></b> and <i>“quoted”</i>",
        "<a href='https://e.org'><b>bold link</b></a>",
        "<b>one<br>two</b>",
        "<code>a*b`c</code> <code>x_y</code>",
        "a<br><br>b<br>- c<br>1. d",
        "<b></b><i> </i>empty",
        "<a href='https://e.org'>a [b] c</a>",
        "H<sub>2</sub>O and 10<sup>3</sup>",
        "<u>under</u> <s>struck</s> ~~not~~",
    ],
)
def test_inline_marks_never_change_the_letters(inline: str) -> None:
    found = import_pasted_html(f"<p>{SENTENCES}</p><p>{inline}</p>")
    expected = "".join(
        lxml.html.fromstring(f"<p>{inline.replace('<br>', ' ')}</p>").text_content().split()
    )
    rendered = render_html(found.content.body)
    shown = "".join(lxml.html.fromstring(f"<div>{rendered}</div>").text_content().split())
    assert shown.endswith(expected)


TAGS = st.sampled_from(
    ["<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<i>", "<a href=x>", "</a>", "<ul>", "<li>",
     "</ul>", "<table>", "<tr>", "<td>", "</table>", "<h2>", "</h2>", "<blockquote>",
     "</blockquote>", "<pre>", "</pre>", "<br>", "<img alt=pic src=y>", "<!-- c -->", "<nav>",
     "</nav>", "<ol start=3>", "</ol>", "alpha ", "beta", " gamma.", "delta\n", SENTENCES]
)  # fmt: skip


@given(st.lists(TAGS, max_size=25).map("".join))
def test_no_visible_word_of_any_markup_is_lost(source: str) -> None:
    try:
        found = import_pasted_html(source)
    except UnreadableFile:
        return
    assert visible_words(f"<body>{source}</body>") - words_of(found) == Counter()
    kept = [part.text for part in found.parts if part.role is PartRole.BODY]
    rendered = lxml.html.fromstring(f"<div>{render_html(found.content.body)}</div>").text_content()
    missing = Counter(re.findall(r"\w+", " ".join(kept))) - Counter(re.findall(r"\w+", rendered))
    assert missing == Counter()


def test_a_page_five_hundred_deep_is_read() -> None:
    source = "<div>" * 500 + f"<h1>Harbour reopens</h1><p>{SENTENCES}</p>" + "</div>" * 500
    found = import_pasted_html(source)
    assert found.content.headline == "Harbour reopens"
    assert found.content.body == SENTENCES


def test_a_page_nested_deeper_than_can_be_read_is_refused_not_cut() -> None:
    with pytest.raises(UnreadableFile, match="deep"):
        import_pasted_html("<p>Kept?</p>" + "<div>" * 5000 + "<p>lost</p>")


@pytest.mark.parametrize(
    "source", ["", "<html></html>", "<script>x</script>", "<!-- only -->", "<img src=x>"]
)
def test_a_page_without_text_is_refused(source: str) -> None:
    with pytest.raises(UnreadableFile, match="no text"):
        import_pasted_html(source)


def test_the_encoding_that_a_page_declares_is_used_and_a_lie_is_found_out() -> None:
    russian = "Вчера в городе открылась новая библиотека. Читатели пришли с самого утра. " * 3
    honest = f"<meta charset=windows-1251><p>{russian}</p>".encode("cp1251")
    lying = f"<meta charset=iso-8859-1><p>{russian}</p>".encode("cp1251")
    assert import_bytes(honest, "a.html").content.body == russian.strip()
    assert import_bytes(lying, "a.html").content.body == russian.strip()


def test_a_date_that_no_one_stated_is_not_made_up() -> None:
    found = import_pasted_html(
        f"<h1>Harbour reopens</h1><p>{SENTENCES}</p><footer>© 2025 X</footer>"
    )
    assert found.published is None


def test_the_date_in_the_page_data_is_read() -> None:
    data = '{"@graph": [{"@type": "NewsArticle", "datePublished": "2025-08-15T10:00:00Z", "author": {"name": "Anna Berg"}}]}'
    found = import_pasted_html(
        f"<script type='application/ld+json'>{data}</script><h1>Harbour reopens</h1><p>{SENTENCES}</p>"
    )
    assert found.published == date(2025, 8, 15)
    assert found.content.bylines == ("Anna Berg",)
