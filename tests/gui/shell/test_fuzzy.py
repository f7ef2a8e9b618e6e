# SPDX-License-Identifier: GPL-3.0-or-later
"""Finding by a few letters."""

import pytest

from editor_app.gui.fuzzy import score


@pytest.mark.parametrize(
    ("typed", "text"),
    [("gto outb", "Go to the outbox"), ("bibl", "La bibliothèque"), ("ete", "Été à Port-Orène"), ("", "x"),
     ("paste", "Paste a page…")],
)  # fmt: skip
def test_letters_in_order_are_found_without_regard_to_accents(typed: str, text: str):
    assert score(typed, text) > 0


@pytest.mark.parametrize(
    ("typed", "text"), [("zz", "Go"), ("sch", "Val-Tarine’s rack railway climbs"), ("oG", "Go")]
)
def test_scattered_and_missing_letters_are_not_found(typed: str, text: str):
    assert score(typed, text) == 0


def test_a_word_that_starts_so_comes_before_one_that_only_has_it_inside():
    assert score("out", "Go to the outbox") > score("out", "Go about it")
