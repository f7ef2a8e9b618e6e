# SPDX-License-Identifier: GPL-3.0-or-later
"""The rows of the outbox as a list."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from editor_app.gui.labels import language_name
from editor_app.gui.outbox.words import OUTBOX_STATES, action_word
from editor_app.services.views import OutboxRow

ROW_ROLE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class OutboxModel(QAbstractListModel):
    """What waits, in the order the service gives."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._rows: tuple[OutboxRow, ...] = ()

    def show(self, rows: tuple[OutboxRow, ...]) -> None:
        """Show these rows; the same rows with other states stay where they are."""
        if [one.item.id for one in rows] == [one.item.id for one in self._rows]:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, index: int) -> OutboxRow | None:
        """Return a row, None if there is none."""
        return self._rows[index] if 0 <= index < len(self._rows) else None

    def row_of(self, item_id: str) -> int:
        """Return where an item stands, -1 if it is not shown."""
        return next((n for n, one in enumerate(self._rows) if one.item.id == item_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the row, its headline, or what a screen reader says."""
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.headline
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = (
                row.headline,
                language_name(row.language),
                action_word(row.item.action),
                row.site_name,
                OUTBOX_STATES[row.item.state].word,
                row.item.reason,
            )
            return ", ".join(part for part in parts if part)
        return None
