# SPDX-License-Identifier: GPL-3.0-or-later
"""Turn a headline into the last part of an address."""

from __future__ import annotations

LONGEST_SLUG = 80  # characters


def slugify(text: str, *, fallback: str, language: str = "") -> str:
    """Return lower-case ASCII words joined by hyphens, at most 80 characters.

    Other scripts are transliterated; German ä ö ü become ae oe ue in German texts. Words are not
    cut unless the first is too long already. A text without letters gives ``fallback``.
    """
    from slugify import slugify as to_slug

    from editor_app.domain.languages import base_language

    replacements = _BY_LANGUAGE.get(base_language(language), ())
    slug = to_slug(
        text.encode("utf-8", "ignore").decode("utf-8").replace("’", "'"),
        max_length=LONGEST_SLUG,
        word_boundary=True,
        save_order=True,
        replacements=[list(pair) for pair in replacements],
    )
    return slug or fallback


_BY_LANGUAGE = {
    "ar": (("ا", "a"), ("أ", "a"), ("إ", "i"), ("آ", "a"), ("ع", "a"), ("ء", ""), ("ئ", ""),
           ("ؤ", "u"), ("ة", "a"), ("ى", "a")),
    "de": (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("Ä", "Ae"), ("Ö", "Oe"), ("Ü", "Ue")),
    "uk": (("и", "y"), ("И", "Y"), ("г", "h"), ("Г", "H"), ("і", "i"), ("І", "I"), ("ї", "i"),
           ("Ї", "I"), ("є", "ie"), ("Є", "Ie"), ("ґ", "g"), ("Ґ", "G"), ("щ", "shch"),
           ("Щ", "Shch"), ("х", "kh"), ("Х", "Kh"), ("ц", "ts"), ("Ц", "Ts")),
}  # fmt: skip
