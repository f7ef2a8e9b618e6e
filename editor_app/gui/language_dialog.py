# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks for a language: of a new article, or to translate into."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from editor_app.domain.errors import BadInput
from editor_app.domain.languages import UNDETERMINED
from editor_app.gui.desk import Shell
from editor_app.gui.languages_combo import chosen_language, fill_languages
from editor_app.gui.theme.tokens import LIST_WIDTH, SPACE_L, SPACE_M, SPACE_S


class LanguageDialog(QDialog):
    """One combo box; the button says what will happen."""

    language_chosen = Signal(str)

    def __init__(
        self, shell: Shell, question: str, verb: str, without: tuple[str, ...] = ()
    ) -> None:
        """Ask the question; `without` languages are not offered."""
        super().__init__(shell.window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(verb)
        self.setMinimumWidth(LIST_WIDTH + SPACE_L)
        label = QLabel(question, self)
        label.setWordWrap(True)
        self.combo = QComboBox(self)
        self.combo.setObjectName("language_combo")
        self.combo.setAccessibleName(question)
        label.setBuddy(self.combo)
        fill_languages(self.combo, UNDETERMINED, without)
        self._problem = QLabel(self)
        self._problem.setProperty("role", "attention")
        self._problem.setWordWrap(True)
        self._problem.hide()
        cancel = QPushButton(self.tr("Cancel"), self)
        self.button = QPushButton(verb, self)
        self.button.setObjectName("choose_language_button")
        self.button.setProperty("role", "primary")
        self.button.setDefault(True)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.button.clicked.connect(self._on_button_clicked)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_S)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        column.setSpacing(SPACE_M)
        for widget in (label, self.combo, self._problem):
            column.addWidget(widget)
        column.addLayout(buttons)

    @Slot()
    def _on_button_clicked(self) -> None:
        try:
            language = chosen_language(self.combo)
        except BadInput as error:
            self._problem.setText(error.message)
            self._problem.show()
            return
        if language == UNDETERMINED:
            self.combo.setFocus()
            return
        self.language_chosen.emit(language)
        self.accept()
