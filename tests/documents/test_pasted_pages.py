"""Whole pages as a browser copies them, each beside what the article must be."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from editor_app.documents.registry import import_bytes, import_pasted_text
from editor_app.domain.errors import UnreadableFile
from editor_app.domain.imported import ImportedPage, LeftOutReason, PartRole
from tests.text.test_markdown_escape import shown, words

PAGES = Path(__file__).parent.parent / "samples" / "pages"
NAMES = sorted(path.stem for path in PAGES.glob("*.txt"))


def page(name: str) -> ImportedPage:
    return import_bytes((PAGES / f"{name}.txt").read_bytes(), f"{name}.txt")


def joined(imported: ImportedPage) -> str:
    return "".join(part.text for part in imported.parts)


@pytest.mark.parametrize("name", NAMES)
def test_the_article_of_a_page_is_exactly_its_twin(name: str) -> None:
    found = page(name)
    twin = import_bytes((PAGES / f"{name}.md").read_bytes(), f"{name}.md")
    assert found.content == twin.content
    assert found.language == twin.language
    assert found.published == twin.published


@pytest.mark.parametrize("name", NAMES)
def test_kept_and_left_out_are_the_whole_page(name: str) -> None:
    assert joined(page(name)) == (PAGES / f"{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_everything_left_out_has_a_reason_and_nothing_else_has(name: str) -> None:
    for part in page(name).parts:
        assert (part.reason is not None) == (part.role is PartRole.LEFT_OUT)


@pytest.mark.parametrize("name", NAMES)
def test_the_body_shows_each_kept_paragraph_letter_by_letter(name: str) -> None:
    found = page(name)
    kept = " ".join(part.text for part in found.parts if part.role is PartRole.BODY)
    assert shown(found.content.body) == words(kept)


class TestThePageInCapitals:
    """The page that the project began with."""

    def test_headline_date_and_language_are_found(self) -> None:
        found = page("capitals.fr")
        assert (
            found.content.headline == "LA TURQUIE PRÊTE À DÉPLOYER POUR BLOQUER L’AGRESSION RUSSE !"
        )
        assert found.published == found.content.published_on == date(2025, 8, 15)
        assert found.language == "fr"
        assert found.content.bylines == ()

    def test_sentence_case_is_offered_that_keeps_the_proper_noun(self) -> None:
        assert (
            page("capitals.fr").headline_suggestion
            == "La Turquie prête à déployer pour bloquer l’agression russe !"
        )

    def test_the_nine_paragraphs_are_the_body_character_for_character(self) -> None:
        text = (PAGES / "capitals.fr.txt").read_text(encoding="utf-8")
        paragraphs = [block.strip() for block in text.split("\nCommentaires")[0].split("\n\n")[2:]]
        assert len(paragraphs) == 9
        assert page("capitals.fr").content.body == "\n\n".join(paragraphs)

    @pytest.mark.parametrize(
        ("line", "reason"),
        [
            ("Aug 15, 2025", LeftOutReason.DATE),
            ("Share", LeftOutReason.SHARE),
            ("24 Commentaires", LeftOutReason.COMMENT_COUNT),
            ("Commentaires", LeftOutReason.COMMENTS),
            ("Actif\u00a0: 0", LeftOutReason.COMMENT_FORM),
            ("Loader", LeftOutReason.LOADER),
            ("Loading", LeftOutReason.LOADER),
            ("No Name", LeftOutReason.COMMENTS),
            ("il y a 4 ans", LeftOutReason.COMMENTS),
            ("2 years ago", LeftOutReason.COMMENTS),
            ("(Edité)", LeftOutReason.COMMENTS),
            ("Thank you! Your submission has been received!", LeftOutReason.FORM_MESSAGE),
            ("Oops! Something went wrong while submitting the form.", LeftOutReason.FORM_MESSAGE),
            ("Par", LeftOutReason.RELATED),
            ("By", LeftOutReason.RELATED),
            ("Ariela Tomson", LeftOutReason.RELATED),
            ("No items found.", LeftOutReason.EMPTY_LIST),
        ],
    )
    def test_each_kind_of_furniture_has_its_reason(self, line: str, reason: LeftOutReason) -> None:
        reasons = {part.reason for part in page("capitals.fr").parts if part.text.strip() == line}
        assert reasons == {reason}


@given(st.text(max_size=400))
@example("\n\n\u2028Share\r\n\r\nBy\x0bAnna Berg\x85")
@example("A title here\rBy Anna Berg | Aug 15, 2025 | 5 min read\r\nText.")
@example("\ufeff A headline of some words\n\ufeff\n")
def test_no_letter_of_any_text_is_lost(text: str) -> None:
    try:
        found = import_pasted_text(text)
    except UnreadableFile:
        return  # the sentences are tested with each kind of bad input
    assert joined(found) == text


LONG = (
    "The council met on Tuesday evening and voted by eleven to three to keep the old pool open "
    "for another year. Nobody was surprised."
)
LINES = st.sampled_from(
    [
        "",
        "Share",
        "24 Commentaires",
        "Comments",
        "By",
        "By Anna Berg",
        "Aug 15, 2025",
        "Related stories",
        "A short closing sentence.",
        "A title about the harbour",
        "Loading",
        "1. Not a list",
        "No items found.",
        LONG,
        "© 2026 The Courier",
        "Home > News > Sport",
    ]
)


@given(st.lists(LINES, min_size=1, max_size=25).map("\n".join))
def test_no_line_of_any_page_is_lost_and_what_is_kept_is_in_the_body(text: str) -> None:
    try:
        found = import_pasted_text(text)
    except UnreadableFile:
        assert not text.strip()
        return
    assert joined(found) == text
    kept = [part.text for part in found.parts if part.role is PartRole.BODY]
    assert shown(found.content.body) == words(" ".join(kept))


def test_an_article_given_its_language_is_not_measured() -> None:
    assert import_pasted_text("Ouragan\n\nLe vent.", language="FR_ca").language == "fr-CA"
