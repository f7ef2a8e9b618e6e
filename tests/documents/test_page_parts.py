"""One click brings a part back, or takes it out, and the article follows."""

from __future__ import annotations

import pytest

from editor_app.documents.page_parts import with_part_moved
from editor_app.documents.registry import import_pasted_html, import_pasted_text
from editor_app.domain.errors import NotFound
from editor_app.domain.imported import ImportedPage, LeftOutReason, PartRole

FIRST = (
    "The harbour of Saltmouth reopened on Tuesday, eleven years after the last ferry had left it. "
    "Some two hundred people stood on the quay, and a brass band played."
)
PAGE = (
    f"Harbour reopens after eleven years\n\nAug 15, 2025\nShare\n\n{FIRST}\n\nComments\n# 1 fan\n"
)


def index_of(page: ImportedPage, text: str) -> int:
    return next(i for i, part in enumerate(page.parts) if part.text.strip() == text)


def test_a_part_comes_back_at_its_own_place_and_shows_as_it_was() -> None:
    page = import_pasted_text(PAGE)
    back = with_part_moved(page, index_of(page, "Share"), PartRole.BODY)
    back = with_part_moved(back, index_of(page, "# 1 fan"), PartRole.BODY)
    assert back.content.body == f"Share\n\n{FIRST}\n\n\\# 1 fan"
    assert back.content.headline == page.content.headline


def test_bringing_back_and_taking_out_again_is_the_same_page() -> None:
    page = import_pasted_text(PAGE)
    place = index_of(page, "Share")
    there = with_part_moved(page, place, PartRole.BODY)
    again = with_part_moved(there, place, PartRole.LEFT_OUT)
    assert again.content == page.content
    assert again.parts[place].reason is LeftOutReason.OTHER


def test_no_move_loses_a_letter() -> None:
    page = import_pasted_text(PAGE)
    for index in range(len(page.parts)):
        for role in PartRole:
            moved = with_part_moved(page, index, role)
            assert "".join(part.text for part in moved.parts) == PAGE


def test_another_headline_takes_the_place_of_the_first() -> None:
    page = import_pasted_text(PAGE)
    moved = with_part_moved(page, index_of(page, "# 1 fan"), PartRole.HEADLINE)
    assert moved.content.headline == "# 1 fan"
    assert moved.parts[0].role is PartRole.LEFT_OUT


def test_a_part_can_become_standfirst_or_byline() -> None:
    page = import_pasted_text(PAGE)
    place = index_of(page, "Share")
    assert with_part_moved(page, place, PartRole.STANDFIRST).content.standfirst == "Share"
    assert with_part_moved(page, place, PartRole.BYLINE).content.bylines == ("Share",)


def test_a_block_of_html_comes_back_with_its_links() -> None:
    page = import_pasted_html(
        f"<h1>Harbour reopens after eleven years</h1><p>{FIRST}</p>"
        "<footer><p>More <a href='https://example.org/x'>about</a> us</p></footer>"
    )
    place = index_of(page, "More about us")
    assert page.parts[place].role is PartRole.LEFT_OUT
    moved = with_part_moved(page, place, PartRole.BODY)
    assert moved.content.body.endswith("More [about](https://example.org/x) us")


def test_a_part_that_is_not_there_is_refused() -> None:
    with pytest.raises(NotFound):
        with_part_moved(import_pasted_text(PAGE), 99, PartRole.BODY)
