# SPDX-License-Identifier: GPL-3.0-or-later
"""Language tags: one normal form, and nothing that is none."""

import pytest

from editor_app.domain.errors import BadInput
from editor_app.domain.languages import base_language, is_right_to_left, normalise_tag


@pytest.mark.parametrize(
    ("typed", "tag"),
    [
        ("fr", "fr"),
        (" FR ", "fr"),
        ("FR_ca", "fr-CA"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("es-419", "es-419"),
        ("ca-ES-VALENCIA", "ca-ES-valencia"),
        ("de-1996", "de-1996"),
        ("sr_Latn", "sr-Latn"),
        ("ckb", "ckb"),
    ],
)
def test_a_tag_gets_its_usual_case(typed: str, tag: str) -> None:
    assert normalise_tag(typed) == tag
    assert normalise_tag(tag) == tag


@pytest.mark.parametrize(
    "typed", ["", "f", "french", "fr-", "-fr", "fr--FR", "fr FR", "12", "fr-F", "../fr", "fr\n-FR"]
)
def test_what_is_no_tag_is_refused_with_a_sentence(typed: str) -> None:
    with pytest.raises(BadInput, match="is not a language code"):
        normalise_tag(typed)


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("ar", True),
        ("he-IL", True),
        ("fa_AF", True),
        ("ur", True),
        ("az-Arab", True),
        ("ar-Latn", False),
        ("fr", False),
        ("az", False),
        ("pa-Arab-PK", True),
    ],
)
def test_the_direction_follows_language_and_script(tag: str, expected: bool) -> None:
    assert is_right_to_left(tag) is expected


def test_the_base_language_is_the_first_part() -> None:
    assert base_language("pt-BR") == base_language("PT_pt") == "pt"
