"""Markdown with front matter goes out and comes in again without loss."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.documents.exporters.markdown_file import MarkdownExporter
from editor_app.documents.registry import import_bytes
from editor_app.domain.article import ArticleContent
from editor_app.domain.errors import UnreadableFile
from editor_app.domain.imported import ImportedPage, LeftOutReason, PartRole
from tests.documents.articles import FULL, make_article


def imported(text: str | bytes) -> ImportedPage:
    data = text if isinstance(text, bytes) else text.encode()
    return import_bytes(data, "note.md")


def test_every_field_comes_back() -> None:
    page = imported(MarkdownExporter().write(*make_article()))
    assert page.content == FULL
    assert (page.language, page.section, page.slugline) == ("en-GB", "World", "slug: line")
    assert page.left_out == ()


TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40)
BODY = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t"), max_size=200
)


@given(
    content=st.builds(
        ArticleContent,
        headline=TEXT,
        standfirst=TEXT,
        body=BODY,
        slug=TEXT,
        bylines=st.lists(TEXT.filter(bool), max_size=3).map(tuple),
        tags=st.lists(TEXT.filter(bool), max_size=3).map(tuple),
        lead_caption=BODY,
        correction_note=TEXT,
        published_on=st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1)),
    )
)
def test_any_content_comes_back(content: ArticleContent) -> None:
    assert imported(MarkdownExporter().write(*make_article(content))).content == content


def test_the_body_of_a_file_is_untouched() -> None:
    body = "  indented\n\n\n*a*  \nb\t\n<!-- c -->\n\n[x]: y"
    assert imported(f"---\nheadline: A\n---\n{body}").content.body == body
    assert imported(body).content.body == body


def test_the_parts_of_a_file_are_the_file() -> None:
    text = "---\n# a comment\ntitle: A\nmood:\n  - fine\n\ntags: [x]\n...\n\nBody\n"
    page = imported(text)
    assert "".join(part.text for part in page.parts) == text
    assert [(part.text, part.reason) for part in page.left_out] == [
        ("mood:\n  - fine\n\n", LeftOutReason.METADATA)
    ]
    assert page.parts[1].role is PartRole.HEADLINE


def test_other_programs_names_of_fields_are_understood_and_ours_win() -> None:
    page = imported(
        "---\ntitle: theirs\nheadline: ours\nauthor: Anna Berg\ndate: 2025-08-15\n---\nx"
    )
    assert page.content.headline == "ours"
    assert page.content.bylines == ("Anna Berg",)
    assert page.published == date(2025, 8, 15)
    assert [part.text for part in page.left_out] == ["title: theirs\n"]


def test_scalars_stay_as_they_were_typed() -> None:
    content = imported("---\nheadline: No\nslug: 007\ntags: [yes, 1.50, 2024-01-02]\n---\n").content
    assert (content.headline, content.slug) == ("No", "007")
    assert content.tags == ("yes", "1.50", "2024-01-02")


def test_the_date_of_a_time_is_the_one_that_its_author_wrote() -> None:
    assert imported("---\ndate: 2025-08-15T23:30:00-04:00\n---\n").published == date(2025, 8, 15)


def test_a_file_from_windows_has_plain_line_ends_in_its_body() -> None:
    page = imported("---\r\nheadline: A\r\n---\r\n\r\nOne\r\n\r\nTwo\r\n")
    assert page.content.body == "One\n\nTwo"
    assert page.content.headline == "A"


def test_a_value_that_its_field_cannot_hold_is_left_out_not_bent() -> None:
    page = imported("---\nheadline: {a: b}\ntags: [[x]]\n---\nBody")
    assert page.content.headline == ""
    assert page.content.tags == ()
    assert len(page.left_out) == 2


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert imported("---\n\nA text after a rule").content.body == "---\n\nA text after a rule"


def test_a_file_without_a_language_is_measured() -> None:
    assert imported("Le conseil a voté mardi la réouverture de la piscine.").language == "fr"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("---\na: &x [1]\nb: *x\n---\n", "anchor"),
        ("---\nheadline: a\nheadline: b\n---\n", "twice"),
        ("---\njust words\n---\n", "not a list of keys"),
        ("---\nheadline: no end\nBody", "no closing"),
        ("---\nx: !!python/object/apply:os.system [ls]\n---\n", "cannot be read"),
        ("---\nheadline: [\n---\n", "cannot be read"),
        ("---\n" + "a: b\n" * 20_000 + "---\n", "64 kB"),
        ("---\nx: " + "[" * 60_000 + "\n---\n", "too deep"),
        ("---\nx:\n" + "- " * 30_000 + "\n---\n", "too deep"),
        ("---\ndate: soon\n---\n", "no date"),
        ("---\nlanguage: klingon speech\n---\n", "language code"),
    ],
)
def test_bad_front_matter_is_refused_with_a_sentence(text: str, words: str) -> None:
    with pytest.raises(UnreadableFile) as refused:
        imported(text)
    assert words in refused.value.message
    assert "note.md" in refused.value.message
    assert refused.value.message.endswith(".")
