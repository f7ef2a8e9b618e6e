# SPDX-License-Identifier: GPL-3.0-or-later
"""A month as a table of weeks: which day each cell is, and what goes out on it."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QObject, Qt
from PySide6.QtCore import QPersistentModelIndex as PersistentIndex

from editor_app.domain.schedule import load_zone
from editor_app.gui.dates import short_date
from editor_app.gui.planning.item_words import spoken_item
from editor_app.services.views import CalendarItem

DAY_ROLE = Qt.ItemDataRole.UserRole
ITEMS_ROLE = Qt.ItemDataRole.UserRole + 1
DAYS_A_WEEK = 7
Index = QModelIndex | PersistentIndex


def weeks_of(year: int, month: int, first_weekday: int) -> tuple[date, ...]:
    """Return the first day of each week that has a day of the month (0: weeks begin on Monday)."""
    first = date(year, month, 1)
    start = first - timedelta(days=(first.weekday() - first_weekday) % DAYS_A_WEEK)
    last = date(year, month, calendar.monthrange(year, month)[1])
    count = (last - start).days // DAYS_A_WEEK + 1
    return tuple(start + timedelta(weeks=week) for week in range(count))


def stepped_month(year: int, month: int, by: int) -> tuple[int, int]:
    """Return the month ``by`` months later."""
    months = year * 12 + month - 1 + by
    return months // 12, months % 12 + 1


class MonthModel(QAbstractTableModel):
    """One row a week, one column a day."""

    def __init__(self, my_zone: str, parent: QObject | None = None) -> None:
        """Show the present month, without items yet."""
        super().__init__(parent)
        self._my_zone = my_zone
        self.today = datetime.now(load_zone(my_zone)).date()
        self.year, self.month = self.today.year, self.today.month
        self._weeks = weeks_of(self.year, self.month, _first_weekday())
        self._items: dict[date, tuple[CalendarItem, ...]] = {}

    @property
    def first_day(self) -> date:
        """Return the first day shown."""
        return self._weeks[0]

    @property
    def last_day(self) -> date:
        """Return the last day shown."""
        return self._weeks[-1] + timedelta(days=DAYS_A_WEEK - 1)

    def show_month(self, year: int, month: int) -> None:
        """Show another month; its items come later."""
        self.beginResetModel()
        self.year, self.month = year, month
        self._weeks = weeks_of(year, month, _first_weekday())
        self.endResetModel()

    def show_items(self, items: Sequence[CalendarItem]) -> None:
        """Show what goes out on these days."""
        by_day: dict[date, list[CalendarItem]] = {}
        for item in items:
            by_day.setdefault(item.day, []).append(item)
        self._items = {day: tuple(found) for day, found in by_day.items()}
        last = self.index(self.rowCount() - 1, DAYS_A_WEEK - 1)
        self.dataChanged.emit(self.index(0, 0), last)

    def items_on(self, day: date) -> tuple[CalendarItem, ...]:
        """Return what goes out on a day, earliest first."""
        return self._items.get(day, ())

    def day_at(self, index: Index) -> date:
        """Return the day of a cell."""
        return self._weeks[index.row()] + timedelta(days=index.column())

    def index_of(self, day: date) -> QModelIndex:
        """Return the cell of a day, an invalid index if it is not shown."""
        offset = (day - self.first_day).days
        if not 0 <= offset < len(self._weeks) * DAYS_A_WEEK:
            return QModelIndex()
        return self.index(offset // DAYS_A_WEEK, offset % DAYS_A_WEEK)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of weeks."""
        return 0 if parent.isValid() else len(self._weeks)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the days of a week."""
        return 0 if parent.isValid() else DAYS_A_WEEK

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Name the days of the week."""
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        weekday = (_first_weekday() + section) % DAYS_A_WEEK + 1
        return QLocale().standaloneDayName(weekday, QLocale.FormatType.ShortFormat)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the day, its items, or what a screen reader says of both."""
        day = self.day_at(index)
        if role == DAY_ROLE:
            return day
        if role == ITEMS_ROLE:
            return self.items_on(day)
        if role == Qt.ItemDataRole.DisplayRole:
            return str(day.day)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            items = self.items_on(day)
            said = "; ".join(spoken_item(item, self._my_zone) for item in items) or self.tr(
                "nothing planned"
            )
            return f"{short_date(day)}: {said}"
        return None


def _first_weekday() -> int:
    """Return the locale's first day of the week, 0 for Monday."""
    return QLocale().firstDayOfWeek().value - 1
