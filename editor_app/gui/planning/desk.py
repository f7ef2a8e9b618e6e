# SPDX-License-Identifier: GPL-3.0-or-later
"""The Calendar desk: ties month, agenda, tray and details to the services."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QSettings, Slot
from PySide6.QtWidgets import QWidget

from editor_app.domain.article import ArticleRow
from editor_app.domain.ids import ArticleId
from editor_app.gui.actions import Command
from editor_app.gui.desk import Desk
from editor_app.gui.marking import QT_TRANSLATE_NOOP
from editor_app.gui.planning.drag_payload import Dragged
from editor_app.gui.planning.moving import OPEN_PLANS, Moving
from editor_app.gui.planning.side_pane import SidePane
from editor_app.gui.planning.work_pane import CalendarPane
from editor_app.services.changes import Changes
from editor_app.services.views import CalendarItem

_HERE = ("calendar",)
_Found = tuple[tuple[CalendarItem, ...], tuple[ArticleRow, ...]]


def _command(name: str, text: str, call: str, shortcut: str, icon: str, menu: str) -> Command:
    return Command(f"calendar.{name}", text, call, shortcut, icon, menu, _HERE)


COMMANDS = (
    _command(
        "today",
        QT_TRANSLATE_NOOP("Commands", "Go to today"),
        "go_today",
        "Ctrl+T",
        "calendar",
        "go",
    ),
    _command(
        "previous",
        QT_TRANSLATE_NOOP("Commands", "Go to the previous month"),
        "go_previous_month",
        "Alt+PgUp",
        "previous",
        "go",
    ),
    _command(
        "next",
        QT_TRANSLATE_NOOP("Commands", "Go to the next month"),
        "go_next_month",
        "Alt+PgDown",
        "next",
        "go",
    ),
    _command(
        "agenda",
        QT_TRANSLATE_NOOP("Commands", "Show the agenda or the month"),
        "toggle_agenda",
        "Ctrl+Shift+A",
        "panes",
        "view",
    ),
    _command(
        "reschedule",
        QT_TRANSLATE_NOOP("Commands", "Choose another time…"),
        "reschedule_chosen",
        "Ctrl+Shift+M",
        "schedule",
        "article",
    ),
    _command(
        "earlier",
        QT_TRANSLATE_NOOP("Commands", "Move to the day before"),
        "move_earlier",
        "Alt+Left",
        "previous",
        "article",
    ),
    _command(
        "later",
        QT_TRANSLATE_NOOP("Commands", "Move to the day after"),
        "move_later",
        "Alt+Right",
        "next",
        "article",
    ),
)
_NEEDS_ITEM = frozenset({"calendar.reschedule", "calendar.earlier", "calendar.later"})


class PlanningDesk(Desk):
    """Controller of the desk."""

    id = "calendar"
    icon = "calendar"

    def title(self) -> str:
        """Return the desk's name."""
        return QCoreApplication.translate("PlanningDesk", "Calendar")

    def commands(self) -> tuple[Command, ...]:
        """Return the desk's commands."""
        return COMMANDS

    def is_enabled(self, command: Command) -> bool:
        """Enable moving only while something can be moved."""
        if command.id not in _NEEDS_ITEM:
            return True
        return self._chosen is not None and self._chosen.plan.state in OPEN_PLANS

    _chosen: CalendarItem | None = None
    _opened = False

    def build_list(self) -> QWidget:
        """Make the chosen day and the tray."""
        self.side = SidePane(self.shell)
        self.side.day_list.item_chosen.connect(self._on_item_chosen)
        self.side.day_list.item_activated.connect(self._on_item_activated)
        self.side.schedule_requested.connect(self._on_schedule_requested)
        return self.side

    def build_work(self) -> QWidget:
        """Make month and agenda."""
        self.pane = CalendarPane(self.shell)
        self.moving = Moving(self.shell, self)
        month = self.pane.month
        self.pane.range_changed.connect(self._load)
        month.day_changed.connect(self._on_day_changed)
        month.day_activated.connect(self._on_day_activated)
        month.item_chosen.connect(self._on_item_chosen)
        month.item_activated.connect(self._on_item_activated)
        month.dropped.connect(self._on_dropped)
        self.pane.agenda.item_chosen.connect(self._on_item_chosen)
        self.pane.agenda.item_activated.connect(self._on_item_activated)
        self.details = self.pane.details
        self.details.open_requested.connect(self._on_open_requested)
        self.details.reschedule_requested.connect(self.reschedule_chosen)
        self.details.publish_requested.connect(self._on_publish_requested)
        self.details.unschedule_requested.connect(self._on_unschedule_requested)
        self.shell.bus.changed.connect(self._on_changed)
        return self.pane

    def activate(self) -> None:
        """Load the days that are shown."""
        if not self._opened:
            self._opened = True
            self.pane.go_today()
        self._load()
        self.pane.focus()

    def save_state(self, state: QSettings) -> None:
        """Remember which of the views was shown, and how the side is divided."""
        if hasattr(self, "pane"):
            state.setValue("agenda", int(self.pane.shows_agenda))
            state.setValue("side", self.side.saveState())

    def restore_state(self, state: QSettings) -> None:
        """Show it again."""
        self.pane.show_view(agenda=str(state.value("agenda", 0)) == "1")
        side = state.value("side")
        if side is not None:
            self.side.restoreState(side)

    # Commands

    def go_today(self) -> None:
        """Choose today."""
        self.pane.go_today()

    def go_previous_month(self) -> None:
        """Go to the month before."""
        self.pane.step(-1)

    def go_next_month(self) -> None:
        """Go to the month after."""
        self.pane.step(1)

    def toggle_agenda(self) -> None:
        """Show the other view."""
        self.pane.show_view(agenda=not self.pane.shows_agenda)
        self.pane.focus()

    def reschedule_chosen(self) -> None:
        """Choose another time for the chosen item."""
        if self._chosen is not None:
            self.moving.ask(self._chosen)

    def move_earlier(self) -> None:
        """Move the chosen item to the day before, at the same hour."""
        self._move_by(-1)

    def move_later(self) -> None:
        """Move the chosen item to the day after, at the same hour."""
        self._move_by(1)

    def _move_by(self, days: int) -> None:
        if self._chosen is not None:
            self._follow = self._chosen.article_id
            self.moving.to_day(self._chosen, self._chosen.day + timedelta(days=days))

    # Loading and showing

    _follow = ""  # the article whose new day is chosen after it has moved

    @Slot()
    def _load(self) -> None:
        calendar, model = self.shell.newsroom.calendar, self.pane.model
        first, last = model.first_day, model.last_day
        self.shell.tasks.run(
            lambda: (calendar.items(first, last), calendar.unscheduled()),
            on_done=self._on_loaded,
            newest="calendar.items",
        )

    def _on_loaded(self, found: _Found) -> None:
        items, unscheduled = found
        chosen = self._chosen
        self.pane.show_items(items)
        self.side.show_tray(unscheduled)
        moved = next((one for one in items if one.article_id == self._follow), None)
        if moved is not None:
            self._follow = ""
            self.pane.month.go_to_day(moved.day)
            chosen = moved
        self._on_day_changed(self.pane.month.current_day or self.pane.model.today)
        if chosen is not None:
            same = (one for one in items if one.plan.id == chosen.plan.id)
            self._choose(next(same, None))

    def _choose(self, item: CalendarItem | None) -> None:
        self._chosen = item
        self.details.show_item(item)
        self.shell.enable_commands()

    @Slot(object)
    def _on_day_changed(self, day: date) -> None:
        items = self.pane.model.items_on(day)
        self.side.show_day(day, items)
        if self._chosen not in items:
            self._choose(items[0] if items else None)
        if self._chosen is not None:
            self.side.day_list.choose_plan(self._chosen.plan.id)

    @Slot(object)
    def _on_day_activated(self, day: date) -> None:
        items = self.pane.model.items_on(day)
        if len(items) == 1:
            self._on_item_activated(items[0])
        elif items:
            self.side.day_list.setFocus()

    @Slot(object)
    def _on_item_chosen(self, item: CalendarItem) -> None:
        self._choose(item)
        self.pane.month.go_to_day(item.day)
        self.side.day_list.choose_plan(item.plan.id)

    @Slot(object)
    def _on_item_activated(self, item: CalendarItem) -> None:
        self.shell.open_article(item.article_id)

    @Slot(object, object)
    def _on_dropped(self, dragged: Dragged, day: date) -> None:
        item = self.pane.agenda.agenda.item_of(dragged.plan_id)
        if item is not None:
            self._follow = item.article_id
            self.moving.to_day(item, day)
        elif not dragged.plan_id:
            self.moving.schedule(ArticleId(dragged.article_id), day)

    @Slot(object)
    def _on_schedule_requested(self, row: ArticleRow) -> None:
        self.moving.schedule(row.id, self.pane.month.current_day)

    @Slot()
    def _on_open_requested(self) -> None:
        if self._chosen is not None:
            self.shell.open_article(self._chosen.article_id)

    @Slot()
    def _on_publish_requested(self) -> None:
        if self._chosen is not None:
            self.moving.publish_missed(self._chosen)

    @Slot()
    def _on_unschedule_requested(self) -> None:
        if self._chosen is not None:
            self.moving.unschedule(self._chosen)

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes.articles or changes.stories or changes.outbox or changes.sites:
            self._load()
