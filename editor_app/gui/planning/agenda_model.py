# SPDX-License-Identifier: GPL-3.0-or-later
"""Planned items as a list under the headings of their days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractListModel, QDate, QLocale, QMimeData, QModelIndex, QObject, Qt
from PySide6.QtCore import QPersistentModelIndex as PersistentIndex

from editor_app.gui.planning.drag_payload import Dragged, packed
from editor_app.gui.planning.item_words import spoken_item
from editor_app.services.views import CalendarItem

ENTRY_ROLE = Qt.ItemDataRole.UserRole
Entry = date | CalendarItem  # a date is a heading
Index = QModelIndex | PersistentIndex


class AgendaModel(QAbstractListModel):
    """Days and what goes out on them."""

    def __init__(self, my_zone: str, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._my_zone = my_zone
        self._entries: list[Entry] = []

    def show(self, items: Sequence[CalendarItem], *, headings: bool = True) -> None:
        """Show these items, already in order."""
        self.beginResetModel()
        self._entries = []
        last: date | None = None
        for item in items:
            if headings and item.day != last:
                self._entries.append(item.day)
                last = item.day
            self._entries.append(item)
        self.endResetModel()

    def entry(self, row: int) -> Entry | None:
        """Return what stands in a row."""
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def row_of(self, plan_id: str) -> int:
        """Return the row of a plan, -1 if it is not listed."""
        for row, one in enumerate(self._entries):
            if isinstance(one, CalendarItem) and one.plan.id == plan_id:
                return row
        return -1

    def item_of(self, plan_id: str) -> CalendarItem | None:
        """Return the item of a plan, None if it is not listed."""
        entry = self.entry(self.row_of(plan_id))
        return entry if isinstance(entry, CalendarItem) else None

    def first_from(self, day: date) -> int:
        """Return the first row of that day or later, -1 if there is none."""
        for row, one in enumerate(self._entries):
            if isinstance(one, CalendarItem) and one.day >= day:
                return row
        return -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._entries)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let items be chosen and dragged, headings not."""
        if not isinstance(self._entries[index.row()], CalendarItem):
            return Qt.ItemFlag.NoItemFlags
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return usual | Qt.ItemFlag.ItemIsDragEnabled

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the item that is dragged."""
        item = self._entries[indexes[0].row()]
        assert isinstance(item, CalendarItem), "headings are not draggable"
        return packed(Dragged(item.article_id, item.plan.id))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the entry, its words, or what a screen reader says."""
        entry = self._entries[index.row()]
        if role == ENTRY_ROLE:
            return entry
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if isinstance(entry, CalendarItem):
            is_display = role == Qt.ItemDataRole.DisplayRole
            return entry.headline if is_display else spoken_item(entry, self._my_zone)
        return long_date(entry)


def long_date(day: date) -> str:
    """Return "Tuesday 1 December 2026" in the interface's language."""
    return QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)
