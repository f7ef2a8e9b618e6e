# SPDX-License-Identifier: GPL-3.0-or-later
"""Registers the bundled fonts, so that every machine and every screenshot shows the same."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from editor_app.domain.languages import base_language, is_right_to_left
from editor_app.gui.theme.tokens import CHROME_FONT, TEXT_PT
from editor_app.resources_path import resource

_ARABIC, _HEBREW = "Noto Sans Arabic", "Noto Sans Hebrew"


def chrome_font(language: str = "") -> QFont:
    """Return the font of the window for text in a language.

    A field centres its line by the first family: for Arabic and Hebrew that is theirs, or the
    letters would stand too high.
    """
    families = [CHROME_FONT, _ARABIC, _HEBREW]
    if is_right_to_left(language):
        first = _HEBREW if base_language(language) in ("he", "yi") else _ARABIC
        families = [first, *(one for one in families if one != first)]
    font = QFont(families)
    font.setPointSizeF(TEXT_PT)
    return font


def register(app: QApplication) -> None:
    """Load the fonts and let the window use the one for the chrome."""
    for path in sorted(resource("fonts").rglob("*")):
        if path.suffix in (".ttf", ".otf"):
            QFontDatabase.addApplicationFont(str(path))
    app.setFont(chrome_font())
