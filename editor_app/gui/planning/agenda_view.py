# SPDX-License-Identifier: GPL-3.0-or-later
"""The agenda: planned items in a list, each with hour, headline, state, language and site."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from editor_app.domain.site import RemoteState
from editor_app.gui.dates import place_name
from editor_app.gui.desk import Shell
from editor_app.gui.labels import language_name
from editor_app.gui.planning.agenda_model import ENTRY_ROLE, AgendaModel, Entry, long_date
from editor_app.gui.planning.item_words import checked_word, hour_of, state_of, zone_of
from editor_app.gui.row_painting import RowPainter, chrome_font, isolated, line_height, row_area
from editor_app.gui.theme.tokens import SPACE_M, SPACE_S, SPACE_XS
from editor_app.services.views import CalendarItem

_HOUR_WIDTH = 52


class AgendaDelegate(QStyledItemDelegate):
    """Two lines an item, one line a day."""

    def __init__(self, shell: Shell) -> None:
        """Paint with the shell's theme and icons."""
        super().__init__()
        self._shell = shell

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height by the kind of row."""
        entry: Entry = index.data(ENTRY_ROLE)
        if isinstance(entry, CalendarItem):
            return QSize(0, line_height() + line_height(small=True) + SPACE_XS + 2 * SPACE_S)
        return QSize(0, line_height(small=True) + SPACE_M + SPACE_S)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one row."""
        entry: Entry = index.data(ENTRY_ROLE)
        mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        pen = RowPainter(painter, self._shell.appearance.tokens, self._shell.icons, mirrored)
        painter.save()
        area = row_area(option)
        if isinstance(entry, CalendarItem):
            pen.ground(option)
            self._paint_item(pen, area.adjusted(SPACE_M, SPACE_S, -SPACE_M, -SPACE_S), entry)
        else:
            heading = area.adjusted(SPACE_M, SPACE_M, -SPACE_M, -SPACE_XS)
            pen.line(heading, long_date(entry), colour="muted", small=True, bold=True)
        painter.restore()

    def _paint_item(self, pen: RowPainter, inner: QRect, item: CalendarItem) -> None:
        first = QRect(inner.left(), inner.top(), inner.width(), line_height())
        my_zone = self._shell.me.zone
        pen.line(first, hour_of(item, my_zone))
        pen.line(pen.after(first, _HOUR_WIDTH), item.headline, bold=True)
        second = QRect(
            inner.left(), first.bottom() + SPACE_XS, inner.width(), line_height(small=True)
        )
        pen.line(second, place_name(zone_of(item, my_zone)), colour="muted", small=True)
        rest = pen.after(second, _HOUR_WIDTH)
        used = pen.label(rest, state_of(item))
        parts = [isolated(language_name(item.language)), isolated(item.site_name)]
        if item.state is RemoteState.LIVE:
            parts.append(checked_word(item))
        room = pen.after(rest, used + SPACE_S)
        metrics = QFontMetrics(chrome_font(small=True))
        # What does not fit as a whole is left out from the end: no half words.
        while len(parts) > 1 and metrics.horizontalAdvance(_joined(parts)) > room.width():
            parts.pop()
        pen.line(room, _joined(parts), colour="muted", small=True)


def _joined(parts: list[str]) -> str:
    return "· " + " · ".join(parts)


class AgendaView(QListView):
    """A list of an AgendaModel."""

    item_chosen = Signal(object)  # CalendarItem
    item_activated = Signal(object)  # CalendarItem

    def __init__(self, shell: Shell, name: str, parent: QWidget | None = None) -> None:
        """Make the list; `name` is what a screen reader calls it."""
        super().__init__(parent)
        self.agenda = AgendaModel(shell.me.zone, self)
        self.setModel(self.agenda)
        self._delegate = AgendaDelegate(shell)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.activated.connect(self._on_activated)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        shell.icons.changed.connect(self.viewport().update)

    def choose_plan(self, plan_id: str) -> bool:
        """Choose a plan's row; return False if it is not listed."""
        row = self.agenda.row_of(plan_id)
        if row >= 0:
            self.setCurrentIndex(self.agenda.index(row))
        return row >= 0

    def choose_from(self, day: date) -> None:
        """Choose the first item of that day or later."""
        row = self.agenda.first_from(day)
        if row >= 0:
            self.setCurrentIndex(self.agenda.index(row))
            self.scrollTo(self.agenda.index(row), QAbstractItemView.ScrollHint.PositionAtCenter)

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        entry = self.agenda.entry(index.row())
        if isinstance(entry, CalendarItem):
            self.item_activated.emit(entry)

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        entry = self.agenda.entry(current.row())
        if isinstance(entry, CalendarItem):
            self.item_chosen.emit(entry)
