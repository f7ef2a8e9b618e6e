# SPDX-License-Identifier: GPL-3.0-or-later
"""The month: arrow keys move by days, PageUp and PageDown by months, items can be dragged."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView, QWidget

from editor_app.gui.desk import Shell
from editor_app.gui.planning.day_delegate import DayDelegate
from editor_app.gui.planning.drag_payload import Dragged, packed, unpacked
from editor_app.gui.planning.month_model import DAYS_A_WEEK, MonthModel
from editor_app.services.views import CalendarItem

_STEPS = {Qt.Key.Key_Up: -DAYS_A_WEEK, Qt.Key.Key_Down: DAYS_A_WEEK}


class MonthView(QTableView):
    """Shows a MonthModel; asks for other months when the keyboard leaves this one."""

    day_changed = Signal(object)  # date
    day_wanted = Signal(object)  # date outside of the month shown
    month_stepped = Signal(int)  # -1 or 1
    day_activated = Signal(object)  # date
    item_chosen = Signal(object)  # CalendarItem
    item_activated = Signal(object)  # CalendarItem
    dropped = Signal(object, object)  # Dragged, date

    def __init__(self, shell: Shell, model: MonthModel, parent: QWidget | None = None) -> None:
        """Make the grid."""
        super().__init__(parent)
        self._month = model
        self._pressed: CalendarItem | None = None
        self._pressed_at = QPoint()
        self.delegate = DayDelegate(shell, model)
        self.setModel(model)
        self.setItemDelegate(self.delegate)
        self.setAccessibleName(self.tr("Month"))
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setAcceptDrops(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        for header in (self.verticalHeader(), self.horizontalHeader()):
            header.setMinimumSectionSize(1)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            header.setSectionsClickable(False)
            header.setHighlightSections(False)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        shell.icons.changed.connect(self.viewport().update)

    @property
    def current_day(self) -> date | None:
        """Return the chosen day."""
        index = self.currentIndex()
        return self._month.day_at(index) if index.isValid() else None

    def go_to_day(self, day: date) -> None:
        """Choose a day of the month that is shown."""
        index = self._month.index_of(day)
        if index.isValid():
            self.setCurrentIndex(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by days and months, open with Return."""
        day, key = self.current_day, event.key()
        sideways = 1 if self.layoutDirection() == Qt.LayoutDirection.LeftToRight else -1
        steps = _STEPS | {Qt.Key.Key_Left: -sideways, Qt.Key.Key_Right: sideways}
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not plain or day is None:
            super().keyPressEvent(event)
        elif key in steps:
            self.day_wanted.emit(day + timedelta(days=steps[Qt.Key(key)]))
        elif key == Qt.Key.Key_PageUp:
            self.month_stepped.emit(-1)
        elif key == Qt.Key.Key_PageDown:
            self.month_stepped.emit(1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.day_activated.emit(day)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the day, and the item under the mouse."""
        super().mousePressEvent(event)
        self._pressed_at = event.position().toPoint()
        self._pressed = self._item_at(self._pressed_at)
        if self._pressed is not None:
            self.item_chosen.emit(self._pressed)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the item under the mouse."""
        item = self._item_at(event.position().toPoint())
        if item is not None:
            self.item_activated.emit(item)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin to drag the item that was pressed, if it can still be moved."""
        far = (event.position().toPoint() - self._pressed_at).manhattanLength()
        if self._pressed is not None and far >= QApplication.startDragDistance():
            item, self._pressed = self._pressed, None
            drag = QDrag(self)
            drag.setMimeData(packed(Dragged(item.article_id, item.plan.id)))
            drag.exec(Qt.DropAction.MoveAction)
            self._mark_drop(None)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take what comes from the calendar itself."""
        if unpacked(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Mark the day that it would be dropped on."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and unpacked(event.mimeData()) is not None:
            self._mark_drop(self._month.day_at(index))
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Unmark the day."""
        self._mark_drop(None)

    def dropEvent(self, event: QDropEvent) -> None:
        """Say what was dropped where; the desk does the rest."""
        index = self.indexAt(event.position().toPoint())
        dragged = unpacked(event.mimeData())
        self._mark_drop(None)
        if index.isValid() and dragged is not None:
            event.acceptProposedAction()
            self.dropped.emit(dragged, self._month.day_at(index))

    def _mark_drop(self, day: date | None) -> None:
        self.delegate.drop_day = day
        self.viewport().update()

    def _item_at(self, position: QPoint) -> CalendarItem | None:
        index = self.indexAt(position)
        if not index.isValid():
            return None
        return self.delegate.item_at(self.visualRect(index), position, self._month.day_at(index))

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self.day_changed.emit(self._month.day_at(current))
