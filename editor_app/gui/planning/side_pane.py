# SPDX-License-Identifier: GPL-3.0-or-later
"""The list pane of the Calendar desk: the chosen day, and below it what has no date yet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QListView,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from editor_app.domain.article import ArticleRow
from editor_app.gui.desk import Shell
from editor_app.gui.planning.agenda_model import long_date
from editor_app.gui.planning.agenda_view import AgendaView
from editor_app.gui.planning.unscheduled_tray import TrayDelegate, TrayModel
from editor_app.gui.theme.tokens import SPACE_M, SPACE_S
from editor_app.services.views import CalendarItem


class SidePane(QSplitter):
    """Two lists, one above the other."""

    schedule_requested = Signal(object)  # ArticleRow

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        """Make both lists."""
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setChildrenCollapsible(False)
        self.day_list = AgendaView(shell, self.tr("The chosen day"))
        self._day_title, day_box = _titled(self.day_list)
        self._nothing = QLabel(self.tr("Nothing planned on this day."))
        self._nothing.setProperty("role", "muted")
        self._nothing.setContentsMargins(SPACE_M, 0, SPACE_M, 0)
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        layout = day_box.layout()
        assert isinstance(layout, QVBoxLayout), "_titled gives the box a column"
        layout.addWidget(self._nothing, 1)
        self.tray = QListView()
        self.tray_model = TrayModel(self)
        self.tray.setModel(self.tray_model)
        self._tray_delegate = TrayDelegate(shell)
        self.tray.setItemDelegate(self._tray_delegate)
        self.tray.setAccessibleName(self.tr("Without a date"))
        self.tray.setMouseTracking(True)
        self.tray.setDragEnabled(True)
        self.tray.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.tray.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._tray_title, tray_box = _titled(self.tray)
        self.addWidget(day_box)
        self.addWidget(tray_box)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 1)
        self.show_tray(())
        self.tray.activated.connect(self._on_tray_activated)
        shell.icons.changed.connect(self.tray.viewport().update)

    def show_day(self, day: date, items: Sequence[CalendarItem]) -> None:
        """Show what goes out on a day."""
        self._day_title.setText(long_date(day))
        self.day_list.agenda.show(items, headings=False)
        self.day_list.setVisible(bool(items))
        self._nothing.setVisible(not items)

    def show_tray(self, rows: tuple[ArticleRow, ...]) -> None:
        """Show what has no date."""
        self.tray_model.show(rows)
        title = self.tr("Without a date (%1)") if rows else self.tr("Everything has a date")
        self._tray_title.setText(title.replace("%1", str(len(rows))))

    def chosen_article(self) -> ArticleRow | None:
        """Return the article chosen in the tray."""
        return self.tray_model.row(self.tray.currentIndex().row())

    @Slot(QModelIndex)
    def _on_tray_activated(self, index: QModelIndex) -> None:
        row = self.tray_model.row(index.row())
        if row is not None:
            self.schedule_requested.emit(row)


def _titled(view: QListView) -> tuple[QLabel, QWidget]:
    """Return a heading and the box that holds it above a list."""
    box = QWidget()
    title = QLabel(box)
    title.setProperty("role", "title")
    title.setContentsMargins(SPACE_M, SPACE_M, SPACE_M, SPACE_S)
    title.setBuddy(view)
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(title)
    column.addWidget(view, 1)
    return title, box
