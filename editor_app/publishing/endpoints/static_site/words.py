# SPDX-License-Identifier: GPL-3.0-or-later
"""The page's own words in the page's language: catalogues, CLDR plurals, dates and names."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from babel import Locale
from babel.core import UnknownLocaleError
from babel.dates import format_date, format_datetime
from babel.lists import format_list
from babel.numbers import format_decimal
from markupsafe import Markup, escape

from editor_app.domain.errors import EndpointRefused
from editor_app.domain.languages import base_language, is_right_to_left
from editor_app.domain.schedule import load_zone
from editor_app.resources_path import resource

STRINGS_FOLDER = "templates/strings"


@dataclass(frozen=True, slots=True)
class Words:
    """Everything a page says by itself in one language."""

    language: str  # BCP 47, as the article bears it
    locale: Locale
    texts: Mapping[str, str]
    plurals: Mapping[str, Mapping[str, str]]
    sections: Mapping[str, str] = field(default_factory=lambda: dict[str, str]())
    from_language: Mapping[str, str] = field(default_factory=lambda: dict[str, str]())

    @property
    def direction(self) -> str:
        """Return ``ltr`` or ``rtl``."""
        return "rtl" if is_right_to_left(self.language) else "ltr"

    def __call__(self, key: str, **values: object) -> Markup:
        """Return the text called ``key`` with its gaps filled; values are escaped."""
        return Markup(escape(self.texts[key])).format(**values)

    def count(self, key: str, number: int) -> str:
        """Return the plural text for ``number`` by CLDR's rules of this language."""
        forms = self.plurals[key]
        form = forms.get(self.locale.plural_form(number)) or forms["other"]
        return form.format(count=self.number(number))

    def number(self, number: int) -> str:
        """Return the number as this language writes it."""
        return format_decimal(number, locale=self.locale)

    def day(self, day: date) -> str:
        """Return a long date such as “1er décembre 2026”."""
        first = self.texts.get("first_of_month", "")
        if day.day == 1 and first:
            pattern = str(self.locale.date_formats["long"].pattern)
            return format_date(day, pattern.replace("d", f"'{first}'", 1), locale=self.locale)
        return format_date(day, "long", locale=self.locale)

    def moment(self, instant: datetime, zone: str) -> str:
        """Return the long date and the time of an instant on the clocks of ``zone``."""
        local = instant.astimezone(load_zone(zone))
        clock = format_datetime(
            local, self.locale.time_formats["short"].pattern, locale=self.locale
        )
        return str(self("date_and_time", date=self.day(local.date()), time=clock))

    def names(self, names: list[Any]) -> Markup:
        """Return “A, B and C”; names may be markup and are escaped otherwise."""
        marks = [f"\x00{index}\x00" for index in range(len(names))]
        joined = str(escape(format_list(marks, locale=self.locale))) if marks else ""
        for mark, name in zip(marks, names, strict=True):
            joined = joined.replace(mark, str(escape(name)))
        return Markup(joined)

    def section(self, name: str) -> str:
        """Return a section's name in this language, or the name as the story bears it."""
        return self.sections.get(name.strip().casefold(), name.strip())

    def translated_from(self, tag: str) -> Markup:
        """Return “Traduit de l’anglais”, or a neutral form for a language not in the list."""
        known = self.from_language.get(base_language(tag))
        if known:
            return self("translated", source=known)
        return self("translated_neutral", language=self.language_name(tag))

    def language_name(self, tag: str) -> str:
        """Return another language's name in this one."""
        try:
            return Locale.parse(tag, sep="-").get_display_name(self.locale) or tag
        except (ValueError, UnknownLocaleError):
            return tag


def own_name(tag: str) -> str:
    """Return a language's name in that language, with a capital where it uses them."""
    name = parse_locale(tag).get_display_name() or tag
    return name[:1].upper() + name[1:]


def parse_locale(tag: str) -> Locale:
    """Return CLDR's locale for a tag, or for its base language; raises EndpointRefused."""
    for candidate in (tag, base_language(tag)):
        try:
            return Locale.parse(candidate, sep="-")
        except (ValueError, UnknownLocaleError):
            continue
    raise EndpointRefused(f"No dates or numbers are known for the language “{tag}”.")


def supported_languages() -> tuple[str, ...]:
    """Return the languages that the pages' own words exist in."""
    folder = resource(STRINGS_FOLDER)
    return tuple(sorted(path.stem for path in folder.glob("*.toml")))


@lru_cache(maxsize=64)
def words_for(tag: str) -> Words:
    """Return the words for a language; ``pt-BR`` uses ``pt`` where it has no list of its own.

    Raises EndpointRefused for a language without a list: a page whose own words stand in
    another language than its text is what this site exists to avoid.
    """
    for candidate in (tag, base_language(tag)):
        path = resource(f"{STRINGS_FOLDER}/{candidate}.toml")
        if path.is_file():
            plain = tomllib.loads(path.read_text(encoding="utf-8"))
            return Words(
                language=tag,
                locale=parse_locale(tag),
                texts=plain["texts"],
                plurals=plain["plurals"],
                sections={key.casefold(): value for key, value in plain["sections"].items()},
                from_language=plain["from_language"],
            )
    raise EndpointRefused(
        f"The page’s own words (dates, credits, buttons) are not available in “{tag}” yet. "
        f"Available: {', '.join(supported_languages())}. "
        f"A list {base_language(tag)}.toml in resources/templates/strings/ adds the language."
    )
