# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of all shortcuts (F1), made from the command table."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
)

from editor_app.gui.actions import command_text, shortcut_of
from editor_app.gui.desk import Shell
from editor_app.gui.fuzzy import score
from editor_app.gui.theme.tokens import SPACE_L, SPACE_M, WORK_MINIMUM


class ShortcutSheet(QDialog):
    """A table of commands and their keys with a field to narrow it down."""

    def __init__(self, shell: Shell) -> None:
        """Fill the table with what the window and its desks can do."""
        super().__init__(shell.window)
        self.setWindowTitle(self.tr("Shortcuts"))
        self.resize(WORK_MINIMUM * 3 // 2, WORK_MINIMUM * 3 // 2)
        self._filter = QLineEdit(self)
        self._filter.setPlaceholderText(self.tr("Find a command"))
        self._filter.setAccessibleName(self.tr("Find a command"))
        self._filter.setClearButtonEnabled(True)
        rows = [
            (command_text(one).replace("&", ""), shortcut_of(one, shell.state))
            for one in shell.commands
        ]
        rows = sorted(row for row in rows if row[1])
        self.table = QTableWidget(len(rows), 2, self)
        self.table.setHorizontalHeaderLabels([self.tr("Command"), self.tr("Keys")])
        self.table.setAccessibleName(self.tr("Shortcuts"))
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        for place, (text, keys) in enumerate(rows):
            shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
            self.table.setItem(place, 0, QTableWidgetItem(text))
            self.table.setItem(place, 1, QTableWidgetItem(shown))
        self.table.resizeColumnToContents(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        column.setSpacing(SPACE_M)
        column.addWidget(self._filter)
        column.addWidget(self.table)
        self._filter.textChanged.connect(self._on_filter_changed)

    def _on_filter_changed(self, typed: str) -> None:
        for row in range(self.table.rowCount()):
            texts = [
                item.text() for item in (self.table.item(row, 0), self.table.item(row, 1)) if item
            ]
            self.table.setRowHidden(row, not any(score(typed, text) for text in texts))
