# SPDX-License-Identifier: GPL-3.0-or-later
"""Quotation marks by language, after CLDR and the newsrooms' usual house styles."""

from __future__ import annotations

from editor_app.domain.languages import base_language
from editor_app.text.typography.french import NARROW, WIDE

# Opening and closing, then for a quotation inside a quotation.
_MARKS = {
    "ar": "«»“”", "be": "«»„“", "bg": "„“‘’", "cs": "„“‚‘", "da": "”“’‘", "de": "„“‚‘",
    "de-CH": "«»‹›", "el": "«»“”", "en": "“”‘’", "es": "«»“”", "es-MX": "“”‘’", "et": "„“‚‘",
    "fa": "«»‹›", "fi": "””’’", "he": "””’’", "hr": "„“‚‘", "hu": "„”»«", "it": "«»“”",
    "ja": "「」『』", "lt": "„“‚‘", "lv": "“”‘’", "nb": "«»‘’", "nl": "“”‘’", "no": "«»‘’",
    "pl": "„”«»", "pt": "«»“”", "pt-BR": "“”‘’", "ro": "„”«»", "ru": "«»„“", "sk": "„“‚‘",
    "sl": "„“‚‘", "sv": "””’’", "tr": "“”‘’", "uk": "«»„“", "zh": "“”‘’", "zh-Hant": "「」『』",
}  # fmt: skip


def quotation_marks(language: str, *, inner: bool = False) -> tuple[str, str]:
    """Return what opens and closes a quotation, with the spaces that French has inside."""
    base = base_language(language)
    if base == "fr":
        space = WIDE if language.upper().endswith("-CA") else NARROW
        return ("“", "”") if inner else (f"«{space}", f"{space}»")
    marks = _MARKS.get(language) or _MARKS.get(base, _MARKS["en"])
    return (marks[2], marks[3]) if inner else (marks[0], marks[1])
