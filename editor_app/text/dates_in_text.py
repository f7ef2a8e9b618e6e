# SPDX-License-Identifier: GPL-3.0-or-later
"""A line that is nothing but a date, read as a date: “Aug 15, 2025”, “15 серпня 2025 р., 10:30”."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Sequence
from datetime import date
from typing import Any, cast

from editor_app.domain.languages import base_language

_LONGEST = 90  # characters of a line that is only a date with its time and zone
_EARLIEST_YEAR, _LATEST_YEAR = 1900, 2100
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_ISO = re.compile(
    r"(?P<y>\d{4})(?P<s>[-./])(?P<m>\d\d)(?P=s)(?P<d>\d\d)(?:[T ]\S*(?: ?[A-Z]{1,5})?)?"
)
_NUMERIC = re.compile(r"(?P<a>\d{1,2})([./\-])(?P<b>\d{1,2})\2(?P<y>\d{4})\.?")
_CJK = re.compile(r"(?P<y>\d{4})\s*[年년]\s*(?P<m>\d{1,2})\s*[月월]\s*(?P<d>\d{1,2})\s*[日일]")
# 10:30, 10h30, 10.30 Uhr, at 10:30 AM CET, à 10 h 30 (heure de Paris), GMT+2 …
_TIME = re.compile(
    r"[\s,;|·•–—-]*\b(?:at|à|a las|alle|às|as|um|о|об|в|kl\.?|om|o godz\.|godz\.|saat|الساعة|בשעה)?"
    r"[\s,;|·•–—-]*(?<!\d)(?:[01]?\d|2[0-3])\s?(?::|[hH]|\.(?=\d\d\s?(?:Uhr|$)))\s?[0-5]\d"
    r"(?:[:.][0-5]\d)?\s?(?:h\b|Uhr\b|(?:a|p)\.?\s?m\.?(?!\w)|[صم](?!\w))?"
    r"(?:\s?\(?(?:[A-Z]{2,5}|Z)(?:\s?[+-]\d{1,2}(?::?\d\d)?)?\)?)?(?:\s?[+-]\d\d:?\d\d)?\s*",
    re.IGNORECASE,
)
_UPDATED_WORDS = (
    "last updated|updated|update|last modified|modified|mis à jour|mise à jour|modifié|actualisé|"
    "aktualisiert|zuletzt aktualisiert|stand|actualizado|actualizada|última actualización|"
    "aggiornato|ultimo aggiornamento|atualizado|atualizada|última atualização|оновлено|обновлено|"
    "zaktualizowano|aktualizacja|güncellendi|güncelleme|son güncelleme|"
    "تحديث|آخر تحديث|محدث|עודכן|עדכון"
)
_PUBLISHED_WORDS = (
    "first published|published|publication date|posted|date|publié|publiée|paru|parution|"
    "date de publication|veröffentlicht|erschienen|datum|publicado|publicada|fecha|"
    "fecha de publicación|pubblicato|pubblicata|data|data de publicação|опубліковано|дата|"
    "дата публікації|опубликовано|дата публикации|opublikowano|data publikacji|yayınlandı|"
    "yayın tarihi|yayınlanma|tarih|نشر|نشر في|نُشر|تاريخ النشر|פורסם|תאריך|פורסם בתאריך"
)
_CONNECTING = "on|le|la|am|vom|el|il|em|no|dnia|в|у|في|ב|den"
_PREFIX = re.compile(
    rf"(?:(?P<updated>{_UPDATED_WORDS})|(?:{_PUBLISHED_WORDS}))?\s*[:：]?\s*"
    rf"(?:(?:{_CONNECTING})(?:\s+|(?=:)))?[:：]?\s*",
    re.IGNORECASE,
)
_LEVANTINE = {  # months of Iraq, Syria, Lebanon, Jordan and Palestine; dateparser has Egypt's
    "كانون الثاني": "يناير",
    "شباط": "فبراير",
    "آذار": "مارس",
    "نيسان": "أبريل",
    "أيار": "مايو",
    "حزيران": "يونيو",
    "تموز": "يوليو",
    "آب": "أغسطس",
    "أيلول": "سبتمبر",
    "تشرين الأول": "أكتوبر",
    "تشرين الثاني": "نوفمبر",
    "كانون الأول": "ديسمبر",
}
_LEVANTINE_MONTH = re.compile("|".join(sorted(_LEVANTINE, key=len, reverse=True)))
_DOUBLE_MONTH = re.compile(r"([^\W\d]+)\s*/\s*([^\W\d]+(?: [^\W\d]+)?)")
# English dates stand on pages of every language: site builders leave their own in place.
_ALSO = ("en",)
_OTHERS = ("fr", "de", "es", "it", "pt", "uk", "ru", "pl", "tr", "ar", "he", "nl", "ro", "cs", "el")


def is_update_line(line: str) -> bool:
    """Tell whether the line says when the page was changed, not when it appeared."""
    match = _PREFIX.match(line.strip())
    return bool(match and match["updated"])


def read_date_line(line: str, *, languages: Sequence[str] = ()) -> date | None:
    """Return the date that the whole line states, or None.

    Nothing is guessed: a line with other words, without a year or without a day is no date, and
    a numeric date that reads two ways in its language (08/07/2025 in English of no region) is
    none either.
    """
    text = _plain_digits(line).strip(" \t\r\n|·•—–-,;()[]\u200e\u200f")
    if len(text) > _LONGEST or not _YEAR.search(text):
        return None
    text = text[_end_of_prefix(text) :]
    whole = _ISO.fullmatch(text) or _CJK.fullmatch(_without_time(text))
    if whole is not None:
        return _date_or_nothing(int(whole["y"]), int(whole["m"]), int(whole["d"]))
    text = _without_time(text)
    numeric = _NUMERIC.fullmatch(text)
    if numeric is not None:
        return _read_numeric(numeric, languages)
    if len(text) > 45 or len(text.split()) > 8 or not re.search(r"[^\W\d_]{2}", text):
        return None
    return _read_words(_egyptian_months(text), languages)


def _plain_digits(text: str) -> str:
    """Turn the decimal digits of all scripts into ASCII ones."""
    if text.isascii():
        return text
    return "".join(
        str(unicodedata.decimal(character))
        if character.isdecimal() and not character.isascii()
        else character
        for character in text
    )


def _end_of_prefix(text: str) -> int:
    match = _PREFIX.match(text)
    return match.end() if match else 0


def _without_time(text: str) -> str:
    return _TIME.sub(" ", text).strip(" \t,;|·•–—-()")


def _egyptian_months(text: str) -> str:
    text = _DOUBLE_MONTH.sub(lambda match: match[1], text)
    return _LEVANTINE_MONTH.sub(lambda match: _LEVANTINE[match[0]], text)


def _date_or_nothing(year: int, month: int, day: int) -> date | None:
    if not _EARLIEST_YEAR <= year <= _LATEST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _read_numeric(match: re.Match[str], languages: Sequence[str]) -> date | None:
    first, second, year = int(match["a"]), int(match["b"]), int(match["y"])
    if first > 12 or first == second:
        return _date_or_nothing(year, second, first)
    if second > 12:
        return _date_or_nothing(year, first, second)
    order = _numeric_order(languages[0]) if languages else ""
    if order == "dmy" or match[2] == ".":
        return _date_or_nothing(year, second, first)
    return _date_or_nothing(year, first, second) if order == "mdy" else None


@functools.cache
def _numeric_order(language: str) -> str:
    """Return "dmy" or "mdy" for a language whose numeric order is known, else ""."""
    from babel import Locale, UnknownLocaleError

    if language.lower() == "en":  # British or American: a page that does not say may be either
        return ""
    try:
        locale = Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return ""
    pattern = re.sub(r"[^dMy]", "", str(locale.date_formats["short"]))
    order = re.sub(r"(.)\1+", r"\1", pattern).lower()
    return order if order in {"dmy", "mdy"} else ""


def _read_words(text: str, languages: Sequence[str]) -> date | None:
    wanted = list(dict.fromkeys([*(base_language(tag) for tag in languages), *_ALSO]))
    for group in (wanted, [code for code in _OTHERS if code not in wanted]):
        for code in group:
            parser = _parser(code)
            if parser is None:
                continue
            found = parser.get_date_data(text).date_obj
            if found is not None:
                return _date_or_nothing(found.year, found.month, found.day)
    return None


@functools.cache
def _parser(language: str) -> Any | None:
    """Return dateparser's parser for one language, or None if it does not know it."""
    from dateparser.data.languages_info import language_locale_dict
    from dateparser.date import DateDataParser

    if language not in language_locale_dict:
        return None
    settings = {"STRICT_PARSING": True, "REQUIRE_PARTS": ["day", "month", "year"]}
    settings |= {"PARSERS": ["absolute-time"], "NORMALIZE": True}
    return DateDataParser(languages=[language], settings=cast("Any", settings))
