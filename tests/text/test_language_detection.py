"""The language is measured offline; where it cannot be told, nothing is claimed."""

from __future__ import annotations

import pytest

from editor_app.text.language_detection import detect_language, is_other_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The council voted on Tuesday to keep the old pool open for another year.", "en"),
        ("Le conseil a voté mardi la réouverture de la piscine pour une année encore.", "fr"),
        ("Der Rat hat am Dienstag beschlossen, das alte Bad noch ein Jahr zu öffnen.", "de"),
        ("El ayuntamiento votó el martes mantener abierta la vieja piscina otro año más.", "es"),
        ("Учора в місті відкрили нову бібліотеку, і черга тягнулася аж до рогу вулиці.", "uk"),
        ("Вчера в городе открылась новая библиотека, и очередь тянулась до самого угла.", "ru"),
        ("افتتحت أمس مكتبة جديدة في المدينة وجاء القراء منذ الصباح.", "ar"),
        ("אתמול נפתחה בעיר ספרייה חדשה, והקוראים הגיעו כבר בבוקר.", "he"),
    ],
)
def test_a_sentence_or_two_tell_the_language(text: str, language: str) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize("text", ["", "2026", "—", "ok", "x" * 5000, "1 | 2 | 3\n" * 100])
def test_what_is_in_no_language_is_undetermined(text: str) -> None:
    assert detect_language(text) == "und"


def test_a_hint_gives_the_region_of_the_measured_language() -> None:
    text = "The council voted on Tuesday to keep the old pool open for another year."
    assert detect_language(text, hints=["en-GB"]) == "en-GB"


def test_a_hint_decides_where_the_text_is_too_short_to_measure() -> None:
    assert detect_language("Ouragan", hints=["fr"]) == "fr"


def test_a_wrong_hint_does_not_outweigh_a_long_text() -> None:
    text = "Le conseil a voté mardi la réouverture de la piscine pour une année encore. " * 3
    assert detect_language(text, hints=["en"]) == "fr"


def test_a_hint_that_is_no_language_tag_is_passed_over() -> None:
    text = "Le conseil a voté mardi la réouverture de la piscine pour une année encore."
    assert detect_language(text, hints=["french (france)"]) == "fr"


def test_another_language_is_recognised_in_a_line_but_not_in_a_word() -> None:
    english = "The council voted on Tuesday to keep the old pool open for another year"
    assert is_other_language(english, "fr")
    assert not is_other_language(english, "en-GB")
    assert not is_other_language("Share", "fr")
