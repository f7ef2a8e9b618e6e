# SPDX-License-Identifier: GPL-3.0-or-later
"""The theme in force: follows the system or is forced, and tells whoever paints by itself."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication

from editor_app.gui.theme import palette
from editor_app.gui.theme.tokens import CONTRAST, DARK, LIGHT, Tokens


class Appearance(QObject):
    """Applies tokens to the application: palette first, style sheet for the rest."""

    changed = Signal(object)  # Tokens

    def __init__(self, app: QApplication, parent: QObject | None = None) -> None:
        """Listen to the system; apply nothing before `use`."""
        super().__init__(parent)
        self._app = app
        self._wanted = "system"
        self.tokens: Tokens = LIGHT
        app.styleHints().colorSchemeChanged.connect(self._on_system_scheme_changed)

    def use(self, wanted: str) -> None:
        """Apply "system", "light", "dark" or "contrast"."""
        self._wanted = wanted
        self._apply(self._resolved())

    def _resolved(self) -> Tokens:
        if self._wanted == "contrast":
            return CONTRAST
        if self._wanted in ("light", "dark"):
            return DARK if self._wanted == "dark" else LIGHT
        is_dark = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return DARK if is_dark else LIGHT

    def _apply(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self._app.setPalette(palette.build(tokens))
        self._app.setStyleSheet(palette.style_sheet(tokens))
        self.changed.emit(tokens)

    @Slot(Qt.ColorScheme)
    def _on_system_scheme_changed(self, _scheme: Qt.ColorScheme) -> None:
        if self._wanted == "system":
            self._apply(self._resolved())
