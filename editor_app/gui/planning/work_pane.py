# SPDX-License-Identifier: GPL-3.0-or-later
"""The work pane of the Calendar desk: the month or the agenda, with the way from month to month."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QLocale, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from editor_app.gui.desk import Shell
from editor_app.gui.empty_state import EmptyState
from editor_app.gui.planning.agenda_view import AgendaView
from editor_app.gui.planning.details import CalendarDetails
from editor_app.gui.planning.month_model import MonthModel, stepped_month
from editor_app.gui.planning.month_view import MonthView
from editor_app.gui.theme.tokens import PAGE_TEXT_PT, SPACE_L, SPACE_M, SPACE_S
from editor_app.services.views import CalendarItem


class CalendarPane(QWidget):
    """Shows a month in one of two ways."""

    range_changed = Signal()  # other days are shown: their items are wanted

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        """Show the present month."""
        super().__init__(parent)
        self.model = MonthModel(shell.me.zone, self)
        self.month = MonthView(shell, self.model, self)
        self.agenda = AgendaView(shell, self.tr("Agenda"), self)
        self._no_items = EmptyState(
            self.tr("Nothing planned in these weeks"),
            self.tr("Schedule an article from its inspector, or drag one here from the list."),
        )
        self._pages = QStackedWidget(self)
        for widget in (self.month, self.agenda, self._no_items):
            self._pages.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._make_head(shell))
        column.addWidget(self._pages, 1)
        self.details = CalendarDetails(shell)
        column.addWidget(self.details)
        self.month.day_wanted.connect(self.go_to_day)
        self.month.month_stepped.connect(self.step)
        self.show_view(agenda=False)
        self._show_title()

    @property
    def shows_agenda(self) -> bool:
        """Tell which of the two is shown."""
        return self.agenda_button.isChecked()

    def show_view(self, *, agenda: bool) -> None:
        """Show the agenda or the month."""
        self.agenda_button.setChecked(agenda)
        self.month_button.setChecked(not agenda)
        empty = self.agenda.agenda.rowCount() == 0
        self._pages.setCurrentIndex((2 if empty else 1) if agenda else 0)

    def show_items(self, items: Sequence[CalendarItem]) -> None:
        """Show what falls on the days of the month."""
        self.model.show_items(items)
        self.agenda.agenda.show(items)
        self.agenda.choose_from(self.month.current_day or self.model.today)
        self.show_view(agenda=self.shows_agenda)

    def focus(self) -> None:
        """Put the keyboard where the days are."""
        (self.agenda if self.shows_agenda else self.month).setFocus()

    @Slot(object)
    def go_to_day(self, day: date) -> None:
        """Choose a day, in another month if need be."""
        if (day.year, day.month) != (self.model.year, self.model.month):
            if not 1970 <= day.year <= 2200:
                return
            self.model.show_month(day.year, day.month)
            self._show_title()
            self.month.go_to_day(day)
            self.range_changed.emit()
        else:
            self.month.go_to_day(day)

    @Slot(int)
    def step(self, by: int) -> None:
        """Go to the month before or after, to the same day of it."""
        year, month = stepped_month(self.model.year, self.model.month, by)
        day = (self.month.current_day or self.model.today).day
        while True:
            try:
                self.go_to_day(date(year, month, day))
                return
            except ValueError:  # the 31st of a shorter month
                day -= 1

    @Slot()
    def go_today(self) -> None:
        """Choose today."""
        self.go_to_day(self.model.today)

    def _show_title(self) -> None:
        month = QLocale().standaloneMonthName(self.model.month)
        self._title.setText(f"{month[:1].upper()}{month[1:]} {self.model.year}")
        self.month.setAccessibleDescription(self._title.text())

    def _make_head(self, shell: Shell) -> QHBoxLayout:
        self._title = QLabel(self)
        font = self._title.font()
        font.setPointSizeF(PAGE_TEXT_PT)
        font.setBold(True)
        self._title.setFont(font)
        self._previous, self._next = QToolButton(self), QToolButton(self)
        for button, icon, text in (
            (self._previous, "previous", self.tr("Previous month (Page Up)")),
            (self._next, "next", self.tr("Next month (Page Down)")),
        ):
            shell.icons.put_on(button, icon)
            button.setToolTip(text)
            button.setAccessibleName(text)
        self.today_button = QPushButton(self.tr("Today"), self)
        self.month_button = QPushButton(self.tr("Month"), self)
        self.agenda_button = QPushButton(self.tr("Agenda"), self)
        for button in (self.month_button, self.agenda_button):
            button.setCheckable(True)
        row = QHBoxLayout()
        row.setContentsMargins(SPACE_L, SPACE_M, SPACE_L, SPACE_M)
        row.setSpacing(SPACE_S)
        row.addWidget(self._title, 1, Qt.AlignmentFlag.AlignVCenter)
        for widget in (self._previous, self.today_button, self._next):
            row.addWidget(widget)
        row.addSpacing(SPACE_M)
        row.addWidget(self.month_button)
        row.addWidget(self.agenda_button)
        self._previous.clicked.connect(self._on_previous_clicked)
        self._next.clicked.connect(self._on_next_clicked)
        self.today_button.clicked.connect(self.go_today)
        self.month_button.clicked.connect(self._on_month_clicked)
        self.agenda_button.clicked.connect(self._on_agenda_clicked)
        return row

    @Slot()
    def _on_previous_clicked(self) -> None:
        self.step(-1)

    @Slot()
    def _on_next_clicked(self) -> None:
        self.step(1)

    @Slot()
    def _on_month_clicked(self) -> None:
        self.show_view(agenda=False)

    @Slot()
    def _on_agenda_clicked(self) -> None:
        self.show_view(agenda=True)
