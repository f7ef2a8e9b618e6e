# SPDX-License-Identifier: GPL-3.0-or-later
"""Search finds words as people type them, and nothing they type is syntax."""

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from editor_app.domain.workflow import Stage
from editor_app.storage.library_store import match_expression
from editor_app.storage.unit_of_work import Library
from tests.storage.values import add_article, revise


def _found(library: Library, words: str) -> list[str]:
    with library.read() as unit:
        rows = unit.library.rows({}, search=words)
        assert unit.library.count({}, search=words) == len(rows)
    return sorted(row.headline for row in rows)


@pytest.fixture
def filled(library: Library) -> Library:
    with library.write() as unit:
        add_article(
            unit, headline="Élection à Málaga", body="Les électeurs ont voté.", language="fr"
        )
        add_article(
            unit, headline="Ferry OR bridge", body="The council said NOT yet, near the quay."
        )
        add_article(unit, headline="המעבורת החדשה", body="הנמל נפתח הבוקר", language="he")
        add_article(unit, headline="Ζώνη λιμανιού", body="Το πλοίο ήρθε", language="el")
    return library


@pytest.mark.parametrize(
    ("words", "headline"),
    [
        ("election malaga", "Élection à Málaga"),
        ("ÉLECTION", "Élection à Málaga"),
        (unicodedata.normalize("NFD", "électeurs"), "Élection à Málaga"),
        ("elect", "Élection à Málaga"),
        ("voté électeurs", "Élection à Málaga"),
        ("ferr", "Ferry OR bridge"),
        ("ferry OR", "Ferry OR bridge"),
        ("NOT", "Ferry OR bridge"),
        ('"ferry', "Ferry OR bridge"),
        ('bridge" OR "x', None),
        ("ferry*", "Ferry OR bridge"),
        ("headline:ferry", None),
        ("(ferry)", "Ferry OR bridge"),
        ("-ferry", "Ferry OR bridge"),
        ("^ferry", "Ferry OR bridge"),
        ("NEAR(council quay)", "Ferry OR bridge"),
        ("הנמל", "המעבורת החדשה"),
        ("ζώνη", "Ζώνη λιμανιού"),
        ("ferry election", None),
        ("erry", None),
        ("'; DROP TABLE article; --", None),
        ("?!", None),
    ],
)
def test_what_a_person_types_finds(filled: Library, words: str, headline: str | None) -> None:
    assert _found(filled, words) == ([headline] if headline else [])


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(max_size=40))
def test_nothing_that_can_be_typed_is_an_error(filled: Library, words: str) -> None:
    if any(0xD800 <= ord(character) <= 0xDFFF for character in words):
        words = words.encode("utf-8", "replace").decode("utf-8")
    _found(filled, words)


def test_only_white_space_does_not_filter(filled: Library) -> None:
    assert len(_found(filled, "  ")) == 4


def test_an_expression_is_quoted_words_with_the_last_as_a_prefix() -> None:
    assert match_expression('one "two') == '"one" AND "two"*'


def test_the_index_follows_the_text(library: Library) -> None:
    with library.write() as unit:
        article = add_article(unit, headline="Old", body="lighthouse")
        revise(unit, article, replace(article.content, headline="New", body="breakwater"))
    assert _found(library, "lighthouse") == []
    assert _found(library, "breakwater") == ["New"]


def test_a_snippet_shows_where_the_words_stand(library: Library) -> None:
    with library.write() as unit:
        add_article(
            unit, headline="Harbour", body="word " * 300 + "lighthouse keeper " + "word " * 300
        )
    with library.read() as unit:
        (row,) = unit.library.rows({}, search="lighthouse")
    assert "lighthouse keeper" in row.snippet
    assert len(row.snippet) < 200


def test_filters_and_search_work_together(filled: Library) -> None:
    with filled.read() as unit:
        assert len(unit.library.rows({"language": "fr"}, search="elect")) == 1
        assert unit.library.rows({"language": "en"}, search="elect") == ()
        assert len(unit.library.rows({"stage": Stage.DRAFT})) == 4
        assert unit.library.rows({"archived": True}) == ()


def test_lists_come_in_pages_without_gap_or_repetition(library: Library) -> None:
    with library.write() as unit:
        ids = {add_article(unit, headline=f"Ferry {number}").id for number in range(57)}
    seen: list[str] = []
    with library.read() as unit:
        for offset in range(0, 60, 10):
            seen += [row.id for row in unit.library.rows({}, limit=10, offset=offset)]
    assert len(seen) == 57
    assert set(seen) == ids
