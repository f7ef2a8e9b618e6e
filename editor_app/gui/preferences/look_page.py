# SPDX-License-Identifier: GPL-3.0-or-later
"""Preferences: the window's language and theme, and the typography of the page."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QFont, QFontDatabase

from editor_app.gui.desk import Shell
from editor_app.gui.forms.ui_preferences_look import Ui_PreferencesLook
from editor_app.gui.preferences.page import PreferencesPage
from editor_app.gui.theme.tokens import TEXT_FONT

APPLY_AFTER_MS = 400  # a spin box passes many values on its way


class LookPage(PreferencesPage):
    """Language, theme, font, size and width."""

    def __init__(self, shell: Shell) -> None:
        """Make the form with its choices."""
        super().__init__(shell)
        form = self.form = Ui_PreferencesLook()
        form.setupUi(self)  # pyright: ignore[reportUnknownMemberType]
        self.dress(form.title_label, None, form.restart_label)
        for text, value in (
            (self.tr("As the system"), ""),
            ("English", "en"),
            ("Français", "fr"),
        ):
            form.language_combo.addItem(text, value)
        for text, value in (
            (self.tr("As the system"), "system"),
            (self.tr("Light"), "light"),
            (self.tr("Dark"), "dark"),
            (self.tr("High contrast"), "contrast"),
        ):
            form.theme_combo.addItem(text, value)
        form.font_combo.addItem(self.tr("Built-in (%1)").replace("%1", TEXT_FONT), "")
        for family in QFontDatabase.families():
            if QFontDatabase.isSmoothlyScalable(family):
                form.font_combo.addItem(family, family)
        self._timer = QTimer(self, singleShot=True, interval=APPLY_AFTER_MS)
        self._timer.timeout.connect(self._on_changed)
        for combo in (form.language_combo, form.theme_combo, form.font_combo):
            combo.activated.connect(self._on_changed)
        for spin in (form.size_spin, form.width_spin):
            spin.valueChanged.connect(self._on_number_changed)

    def title(self) -> str:
        """Return the page's name in the list."""
        return self.tr("Look and language")

    def load(self) -> None:
        """Show what is in force."""
        form, settings = self.form, self.shell.settings
        self.is_loading = True
        for combo, value in (
            (form.language_combo, settings.language),
            (form.theme_combo, settings.theme),
            (form.font_combo, settings.text_font),
        ):
            combo.setCurrentIndex(max(combo.findData(value), 0))
        form.size_spin.setValue(settings.text_size_pt)
        form.width_spin.setValue(settings.text_width_chars)
        self.is_loading = False
        self._show_sample()

    @Slot()
    def _on_number_changed(self) -> None:
        if not self.is_loading:
            self._show_sample()
            self._timer.start()

    @Slot()
    def _on_changed(self) -> None:
        if self.is_loading:
            return
        form = self.form
        self._show_sample()
        self.apply(
            replace(
                self.shell.settings,
                language=str(form.language_combo.currentData()),
                theme=str(form.theme_combo.currentData()),
                text_font=str(form.font_combo.currentData()),
                text_size_pt=form.size_spin.value(),
                text_width_chars=form.width_spin.value(),
            )
        )

    def _show_sample(self) -> None:
        font = QFont(str(self.form.font_combo.currentData()) or TEXT_FONT)
        font.setPointSizeF(self.form.size_spin.value())
        self.form.sample_label.setFont(font)
