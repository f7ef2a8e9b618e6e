# SPDX-License-Identifier: GPL-3.0-or-later
"""Quotation marks and spaces by language."""

import pytest

from editor_app.text.typography.french import space_after_opening, space_before
from editor_app.text.typography.quotation import quotation_marks


@pytest.mark.parametrize(
    ("language", "outer", "inner"),
    [
        ("fr", ("«\u202f", "\u202f»"), ("“", "”")),
        ("fr-CA", ("«\u00a0", "\u00a0»"), ("“", "”")),
        ("de-AT", ("„", "“"), ("‚", "‘")),
        ("de-CH", ("«", "»"), ("‹", "›")),
        ("pt-BR", ("“", "”"), ("‘", "’")),
        ("uk", ("«", "»"), ("„", "“")),
        ("xx", ("“", "”"), ("‘", "’")),
    ],
)
def test_each_language_has_its_quotation_marks(language, outer, inner):
    assert quotation_marks(language) == outer
    assert quotation_marks(language, inner=True) == inner


@pytest.mark.parametrize(
    ("language", "mark", "space"),
    [
        ("fr", "?", "\u202f"), ("fr-FR", ":", "\u00a0"), ("fr-CH", ":", "\u202f"), ("fr-CA", "!", ""),
        ("fr-CA", ":", "\u00a0"), ("fr", "»", "\u202f"),
    ],
)  # fmt: skip
def test_french_spaces_depend_on_mark_and_country(language, mark, space):
    assert space_before(mark, language) == space


def test_guillemets_have_the_same_space_on_both_sides():
    assert space_after_opening("fr") == "\u202f"
    assert space_after_opening("fr-CA") == "\u00a0"
