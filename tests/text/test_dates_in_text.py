"""A line that is only a date is read as that date; nothing is guessed."""

from __future__ import annotations

from datetime import date

import pytest

from editor_app.text.dates_in_text import is_update_line, read_date_line

AUGUST_15 = date(2025, 8, 15)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("fr", "Aug 15, 2025"),
        ("en", "Friday, August 15th, 2025 at 10:30 AM EDT"),
        ("en", "Published 4:30 PM EDT, Fri August 15, 2025"),
        ("en", "15 August 2025"),
        ("en", "2025-08-15"),
        ("en", "2025.08.15"),
        ("ja", "2025/08/15 10:30"),
        ("en", "2025-08-15T10:30:00Z"),
        ("fr", "Publié le 15 août 2025 à 10 h 30"),
        ("fr", "vendredi 15 août 2025"),
        ("fr", "15/08/2025"),
        ("de", "Veröffentlicht am 15. August 2025, 10.30 Uhr"),
        ("de", "15.08.2025"),
        ("es", "Publicado el 15 de agosto de 2025 a las 10:30 h"),
        ("it", "15 agosto 2025 alle 10:30"),
        ("pt", "15 de agosto de 2025 às 10h30"),
        ("uk", "Опубліковано: 15 серпня 2025 р., 10:30"),
        ("ru", "15 августа 2025 года"),
        ("pl", "15 sierpnia 2025"),
        ("tr", "15 Ağustos 2025 Cuma"),
        ("ar", "نشر في: الجمعة ١٥ أغسطس ٢٠٢٥"),
        ("ar", "15 آب 2025"),
        ("ar", "15 أغسطس / آب 2025"),
        ("he", "15 באוגוסט 2025"),
        ("ja", "2025年8月15日 10:30"),
        ("ko", "2025년 8월 15일"),
        ("und", "15 août 2025"),
        ("sw", "15 August 2025"),
    ],
)
def test_the_usual_forms_of_many_languages_are_read(language: str, line: str) -> None:
    assert read_date_line(line, languages=[language]) == AUGUST_15


@pytest.mark.parametrize(
    "line",
    [
        "",
        "2025",
        "August 2025",
        "15 August",
        "2 years ago",
        "Covid 19 2020",
        "The 15 August 2025 summit",
        "Article 7, 2024 12",
        "31 February 2025",
        "In August 2025, 15 people were there",
        "0",
        "Set",
        "1,204 comments",
    ],
)
def test_what_is_not_wholly_a_date_is_none(line: str) -> None:
    assert read_date_line(line, languages=["en"]) is None


def test_a_numeric_date_that_reads_two_ways_is_not_guessed() -> None:
    assert read_date_line("08/07/2025", languages=["en"]) is None
    assert read_date_line("08/07/2025", languages=["en-US"]) == date(2025, 8, 7)
    assert read_date_line("08/07/2025", languages=["en-GB"]) == date(2025, 7, 8)
    assert read_date_line("08/07/2025", languages=["fr"]) == date(2025, 7, 8)
    assert read_date_line("08/15/2025", languages=["en"]) == AUGUST_15


def test_a_line_about_a_change_is_told_from_one_about_publication() -> None:
    assert is_update_line("Last updated: 16 Aug 2025")
    assert is_update_line("Mis à jour le 16 août 2025")
    assert not is_update_line("Published on 15 August 2025")
