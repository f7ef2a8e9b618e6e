# SPDX-License-Identifier: GPL-3.0-or-later
"""Registers the bundled fonts, so that every machine and every screenshot shows the same."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from editor_app.gui.theme.tokens import CHROME_FONT, TEXT_PT
from editor_app.resources_path import resource

_FALLBACKS = ("Noto Sans Arabic", "Noto Sans Hebrew")


def register(app: QApplication) -> None:
    """Load the fonts and let the window use the one for the chrome."""
    for path in sorted(resource("fonts").rglob("*")):
        if path.suffix in (".ttf", ".otf"):
            QFontDatabase.addApplicationFont(str(path))
    font = QFont([CHROME_FONT, *_FALLBACKS])
    font.setPointSizeF(TEXT_PT)
    app.setFont(font)
