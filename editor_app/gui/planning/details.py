# SPDX-License-Identifier: GPL-3.0-or-later
"""The strip below the month: one planned publication and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from editor_app.domain.schedule import PlanState
from editor_app.domain.site import RemoteState
from editor_app.gui.dates import local_moment, place_name, wall_time
from editor_app.gui.desk import Shell
from editor_app.gui.labels import language_name, stage_label
from editor_app.gui.planning.item_words import checked_word, state_of
from editor_app.gui.planning.moving import OPEN_PLANS
from editor_app.gui.row_painting import isolated
from editor_app.gui.theme.tokens import SPACE_L, SPACE_M, SPACE_S
from editor_app.services.views import CalendarItem


class CalendarDetails(QWidget):
    """Shows an item; asks for what the person wants done with it."""

    open_requested = Signal()
    reschedule_requested = Signal()
    publish_requested = Signal()
    unschedule_requested = Signal()

    def __init__(self, shell: Shell) -> None:
        """Start with nothing chosen."""
        super().__init__()
        self._shell = shell
        self._headline, self._when, self._about = QLabel(self), QLabel(self), QLabel(self)
        self._state, self._notice = QLabel(self), QLabel(self)
        self._headline.setProperty("role", "title")
        self._about.setProperty("role", "muted")
        self._notice.setProperty("role", "small")
        self.open_button = QPushButton(self.tr("Open the article"), self)
        self.reschedule_button = QPushButton(self.tr("Reschedule…"), self)
        self.publish_button = QPushButton(self.tr("Publish now"), self)
        self.unschedule_button = QPushButton(self.tr("Take back the schedule"), self)
        for button, icon in (
            (self.open_button, "articles"),
            (self.reschedule_button, "schedule"),
            (self.publish_button, "publish"),
            (self.unschedule_button, "undo"),
        ):
            shell.icons.put_on(button, icon)
        for label in (self._headline, self._state, self._when, self._about, self._notice):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setMinimumWidth(1)
        self._lay_out()
        self.open_button.clicked.connect(self._on_open_clicked)
        self.reschedule_button.clicked.connect(self._on_reschedule_clicked)
        self.publish_button.clicked.connect(self._on_publish_clicked)
        self.unschedule_button.clicked.connect(self._on_unschedule_clicked)
        self.show_item(None)

    def _lay_out(self) -> None:
        about = QHBoxLayout()
        about.setSpacing(SPACE_M)
        for label in (self._state, self._when, self._about):
            about.addWidget(label)
        about.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_S)
        for button in (
            self.publish_button,
            self.reschedule_button,
            self.unschedule_button,
            self.open_button,
        ):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_L, SPACE_M, SPACE_L, SPACE_M)
        column.setSpacing(SPACE_S)
        column.addWidget(self._headline)
        column.addLayout(about)
        column.addWidget(self._notice)
        column.addLayout(buttons)

    def show_item(self, item: CalendarItem | None) -> None:
        """Show one item, or that none is chosen."""
        is_open = item is not None and item.plan.state in OPEN_PLANS
        missed = item is not None and item.plan.state is PlanState.MISSED
        self.open_button.setVisible(item is not None)
        self.reschedule_button.setVisible(is_open)
        self.unschedule_button.setVisible(is_open)
        self.publish_button.setVisible(missed)
        if item is None:
            self._headline.setText(self.tr("Choose something that is planned"))
            for label in (self._state, self._when, self._about, self._notice):
                label.hide()
            return
        self._headline.setText(item.headline)
        zone = self._shell.me.zone
        when = wall_time(item.plan.at, zone) if item.plan.at else ""
        if not when:
            when = f"{local_moment(item.plan.due_utc, zone)} {place_name(zone)}"
        self._when.setText(when)
        label = state_of(item)
        stage = stage_label(item.stage).word
        self._state.setText(label.word if label.word == stage else f"{label.word} · {stage}")
        self._state.setProperty("role", "attention" if missed else "")
        self._state.style().polish(self._state)
        self._about.setText(
            f"{isolated(language_name(item.language))} · {isolated(item.site_name)}"
        )
        self._notice.setText(self._notice_of(item))
        for shown in (self._state, self._when, self._about):
            shown.show()
        self._notice.setHidden(not self._notice.text())

    def _notice_of(self, item: CalendarItem) -> str:
        if item.plan.state is PlanState.MISSED:
            return self.tr(
                "The time passed while this computer could not publish. Nothing was sent."
            )
        if item.state is RemoteState.LIVE:
            return checked_word(item).capitalize()
        if item.plan.state is PlanState.CONFIRMED and item.fired_by_this_computer:
            return self.tr("This computer must be on and this program open at that time.")
        return ""

    @Slot()
    def _on_open_clicked(self) -> None:
        self.open_requested.emit()

    @Slot()
    def _on_reschedule_clicked(self) -> None:
        self.reschedule_requested.emit()

    @Slot()
    def _on_publish_clicked(self) -> None:
        self.publish_requested.emit()

    @Slot()
    def _on_unschedule_clicked(self) -> None:
        self.unschedule_requested.emit()
