# SPDX-License-Identifier: GPL-3.0-or-later
"""Sets, changes and lifts the embargo of the story that is shown."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Slot

from editor_app.domain.schedule import WallTime
from editor_app.domain.story import Story
from editor_app.gui.dates import wall_time
from editor_app.gui.desk import Shell
from editor_app.gui.publishing.embargo_dialogs import EmbargoDialog, LiftEmbargoDialog
from editor_app.gui.writing.schedule_panel import SchedulePanel
from editor_app.services.changes import Outcome
from editor_app.services.views import ArticleView


class EmbargoControl(QObject):
    """Carries out what the schedule panel asks about the embargo."""

    def __init__(self, shell: Shell, panel: SchedulePanel, parent: QObject) -> None:
        """Listen to the panel."""
        super().__init__(parent)
        self._shell = shell
        self._view: ArticleView | None = None
        panel.embargo_requested.connect(self._on_embargo_requested)
        panel.lift_requested.connect(self._on_lift_requested)

    @Slot(object)
    def use(self, view: ArticleView) -> None:
        """Take the view of the article that is shown."""
        self._view = view

    @Slot()
    def _on_embargo_requested(self) -> None:
        if self._view is None:
            return
        zone = self._view.sites[0].site.zone if self._view.sites else ""
        dialog = EmbargoDialog(self._shell, self._view.story.embargo, zone)
        dialog.confirmed.connect(partial(self._set, dialog, self._view.story))
        dialog.open()

    def _set(self, dialog: EmbargoDialog, story: Story, until: WallTime) -> None:
        embargoes = self._shell.newsroom.embargoes

        def done(_outcome: Outcome[Story]) -> None:
            dialog.accept()
            when = wall_time(until, self._shell.me.zone)
            self._shell.say(self.tr("Under embargo until %1.").replace("%1", when))

        self._shell.tasks.run(
            lambda: embargoes.set(story.id, until), on_done=done, on_failed=dialog.show_problem
        )

    @Slot()
    def _on_lift_requested(self) -> None:
        embargo = self._view.story.embargo if self._view is not None else None
        if self._view is None or embargo is None:
            return
        dialog = LiftEmbargoDialog(self._shell, embargo)
        dialog.confirmed.connect(partial(self._lift, dialog, self._view.story))
        dialog.open()

    def _lift(self, dialog: LiftEmbargoDialog, story: Story, reason: str) -> None:
        embargoes = self._shell.newsroom.embargoes
        embargo = story.embargo
        assert embargo is not None, "there is one to lift"

        def again() -> None:
            self._shell.tasks.run(lambda: embargoes.set(story.id, embargo.until))

        def done(_outcome: Outcome[Story]) -> None:
            dialog.accept()
            self._shell.say(self.tr("The embargo is lifted."), undo=again)

        self._shell.tasks.run(
            lambda: embargoes.lift(story.id, reason), on_done=done, on_failed=dialog.show_problem
        )
