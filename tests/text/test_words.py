# SPDX-License-Identifier: GPL-3.0-or-later
"""Counting words and characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.text.words import count_characters, count_words, reading_minutes


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("  … — !", 0),
        ("Two words", 2),
        ("C’est aujourd'hui l’été", 3),
        ("a well-known U.S.A price of 3,5 %", 6),
        ("12:30, 1.234,56", 2),
        ("одна друга п’ята", 3),
        ("الشمس تشرق غدا", 3),
        ("今天天气好", 5),
        ("東京タワー", 5),
        ("ภาษาไทย", 2),
        ("e\u0301te\u0301", 1),
        ("\ud800 a", 1),
    ],
)
def test_words_are_counted_by_the_rules_of_their_script(text, words):
    assert count_words(text) == words


def test_characters_are_what_a_reader_sees():
    assert count_characters("été") == 3
    assert count_characters("e\u0301te\u0301") == 3
    assert count_characters("👩‍👩‍👧 ok") == 4
    assert count_characters("a b\nc", spaces=False) == 3


@pytest.mark.parametrize(
    ("words", "language", "minutes"),
    [(0, "fr", 0), (3, "fr", 1), (1950, "fr", 10), (2300, "en-GB", 10), (2300, "xx", 10)],
)
def test_reading_time_depends_on_the_language(words, language, minutes):
    assert reading_minutes(words, language) == minutes


@given(st.text(alphabet="abéЖ ’'.,-–:_3½٣\u00ad\n"))
def test_the_fast_way_counts_as_the_whole_rule_does(text: str) -> None:
    # A lone combining mark between spaces is no plain text and adds one word of its own.
    assert count_words(f"{text} \u0301") == count_words(text) + 1
