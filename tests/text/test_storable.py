# SPDX-License-Identifier: GPL-3.0-or-later
"""What no database, site or front matter can hold does not get into a revision."""

from __future__ import annotations

from editor_app.domain.article import ArticleContent
from editor_app.text.storable import storable


def test_a_nul_in_any_text_becomes_the_replacement_character() -> None:
    content = storable(
        ArticleContent(
            headline="Fer\0ry", body="a\0b\0", tags=("har\0bour",), bylines=("Ada\0 Quay",)
        )
    )
    assert (content.headline, content.body) == ("Fer\ufffdry", "a\ufffdb\ufffd")
    assert (content.tags, content.bylines) == (("har\ufffdbour",), ("Ada\ufffd Quay",))


def test_a_lone_surrogate_becomes_the_replacement_character_and_a_split_pair_is_joined() -> None:
    content = storable(ArticleContent(headline="a\ud83d", body="\ud83d\ude00", tags=("\udce9",)))
    assert (content.headline, content.body) == ("a\ufffd", "😀")
    assert content.tags == ("\ufffd",)


def test_a_tag_that_is_there_already_in_whatever_case_is_left_out_and_the_order_stays() -> None:
    content = storable(ArticleContent(tags=("Sea", "harbour ", "SEA", " ", "Straße", "STRASSE")))
    assert content.tags == ("Sea", "harbour", "Straße")


def test_a_content_that_can_be_stored_is_returned_as_it_is() -> None:
    content = ArticleContent(headline="A", body="b\u0085c\n", tags=("x", "y"), bylines=("Ada",))
    assert storable(content) is content
