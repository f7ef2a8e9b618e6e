# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks what to do about schedules whose time passed while nothing could be published."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor_app.domain.schedule import Plan
from editor_app.gui.dates import wall_time
from editor_app.gui.desk import Shell
from editor_app.gui.theme.tokens import LIST_WIDTH, SPACE_L, SPACE_M, SPACE_S
from editor_app.services.changes import Outcome
from editor_app.services.views import MissedPlan

HOURS_A_DAY = 24


class MissedDialog(QDialog):
    """One line a missed plan, with three answers; never published late without one."""

    def __init__(self, shell: Shell, missed: list[MissedPlan]) -> None:
        """List the plans."""
        super().__init__(shell.window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Schedules that were missed"))
        self.setMinimumWidth(2 * LIST_WIDTH)
        self._shell = shell
        self._open = len(missed)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        column.setSpacing(SPACE_M)
        text = self.tr("This computer could not publish at the planned time. Nothing was sent.")
        lead = QLabel(text, self)
        lead.setWordWrap(True)
        column.addWidget(lead)
        for one in missed:
            column.addWidget(self._row(one))
        later = QPushButton(self.tr("Decide later"), self)
        later.setObjectName("decide_later_button")
        later.setProperty("role", "quiet")
        later.setAutoDefault(False)
        later.clicked.connect(self.reject)
        column.addWidget(later, 0, Qt.AlignmentFlag.AlignRight)

    def _row(self, missed: MissedPlan) -> QWidget:
        row = QFrame(self)
        row.setObjectName(f"missed_{missed.plan.id}")
        column = QVBoxLayout(row)
        column.setContentsMargins(0, SPACE_S, 0, SPACE_S)
        title = QLabel(missed.headline or self.tr("Untitled"), row)
        title.setProperty("role", "title")
        title.setWordWrap(True)
        when = wall_time(missed.plan.at, self._shell.me.zone) if missed.plan.at else ""
        late = self._late(missed.late_minutes)
        line = QLabel(" · ".join(part for part in (missed.site_name, when, late) if part), row)
        line.setProperty("role", "muted")
        line.setWordWrap(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_S)
        for text, name, answer in (
            (self.tr("Publish now"), "publish_missed_button", self._publish),
            (self.tr("Reschedule…"), "reschedule_missed_button", self._reschedule),
            (self.tr("Leave unpublished"), "drop_missed_button", self._drop),
        ):
            button = QPushButton(text, row)
            button.setObjectName(name)
            button.clicked.connect(partial(answer, missed, row))
            buttons.addWidget(button)
        buttons.addStretch(1)
        column.addWidget(title)
        column.addWidget(line)
        column.addLayout(buttons)
        return row

    def _late(self, minutes: int) -> str:
        hours = minutes // 60
        if hours >= 2 * HOURS_A_DAY:
            return self.tr("%n days ago", None, hours // HOURS_A_DAY)
        if hours > 0:
            return self.tr("%n hours ago", None, hours)
        return self.tr("%n minutes ago", None, minutes)

    def _publish(self, missed: MissedPlan, row: QWidget, _checked: bool = False) -> None:
        sync = self._shell.newsroom.sync
        self._run(lambda: sync.publish_missed(missed.plan.id), row)

    def _drop(self, missed: MissedPlan, row: QWidget, _checked: bool = False) -> None:
        sync = self._shell.newsroom.sync
        self._run(lambda: sync.drop_missed(missed.plan.id), row)

    def _reschedule(self, missed: MissedPlan, row: QWidget, _checked: bool = False) -> None:
        self._answered(row)
        self._shell.open_article(missed.plan.article_id)
        self._shell.schedule(missed.plan.article_id, missed.plan.site_id)

    def _run(self, work: Callable[[], Outcome[Plan]], row: QWidget) -> None:
        self._shell.tasks.run(work)
        self._answered(row)

    def _answered(self, row: QWidget) -> None:
        row.setEnabled(False)
        self._open -= 1
        if self._open <= 0:
            self.accept()
