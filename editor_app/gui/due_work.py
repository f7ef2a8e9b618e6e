# SPDX-License-Identifier: GPL-3.0-or-later
"""Sends what is due: a timer for the next due moment, one pass at a time, missed plans asked."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtNetwork import QNetworkInformation

from editor_app.domain.errors import EditorError
from editor_app.gui.main_window import MainWindow
from editor_app.services.changes import Changes, Outcome
from editor_app.services.views import MissedPlan, SyncLine

# A laptop that slept may wake late: look again at least this often.
LOOK_AT_LEAST_EVERY_MS = 30_000
SOON_MS, REST_MS = 200, 5_000
_WAITS_FOR_PERSON = frozenset({"attention", "paused", "conflict"})  # what a pass says then


class DueWork(QObject):
    """Answers the window's command "Send and receive now" and keeps the waiting count."""

    def __init__(self, window: MainWindow) -> None:
        """Do nothing before `start`."""
        super().__init__(window)
        self._window = window
        self._running = False
        self._idle = False  # the last pass found nothing to do
        self._offline = False
        self._asked: set[str] = set()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.sync_now)
        window.bus.changed.connect(self._on_changed)
        window.closing.connect(self._timer.stop)

    def start(self) -> None:
        """Look for missed plans and for the next due moment; watch the network."""
        if QNetworkInformation.loadDefaultBackend():
            network = QNetworkInformation.instance()
            network.reachabilityChanged.connect(self._on_reachability_changed)
            self._on_reachability_changed(network.reachability())
        self._look()

    @Slot(QNetworkInformation.Reachability)
    def _on_reachability_changed(self, reach: QNetworkInformation.Reachability) -> None:
        offline = reach is QNetworkInformation.Reachability.Disconnected
        was_offline, self._offline = self._offline, offline
        self._window.status_line.show_offline(offline)
        if was_offline and not offline:
            self._window.tasks.run(
                self._window.newsroom.sync.network_is_back, on_done=self._on_network_back
            )

    def _on_network_back(self, outcome: Outcome[int]) -> None:
        self._window.bus.announce(outcome.changes)
        self.sync_now()

    @Slot()
    def sync_now(self) -> None:
        """Do one pass over what is due."""
        if self._running:
            return
        self._running = True
        sync = self._window.newsroom.sync
        self._window.tasks.run(
            lambda: list(sync.run()),
            pool="background",
            on_done=self._on_synced,
            on_failed=self._on_failed,
        )

    def _on_synced(self, outcomes: list[Outcome[SyncLine]]) -> None:
        self._running, self._idle = False, not outcomes
        changes = Changes()
        for outcome in outcomes:
            changes |= outcome.changes
        self._window.bus.announce(changes)
        published = [one.value for one in outcomes if one.value.action == "published"]
        failed = [one.value for one in outcomes if one.value.action in _WAITS_FOR_PERSON]
        if failed:
            self._window.fail(EditorError(failed[-1].detail or failed[-1].headline))
        elif published:
            text = self.tr("“%1” is on %2.").replace("%1", published[-1].headline)
            self._window.say(text.replace("%2", published[-1].site))
        self._look()

    def _on_failed(self, error: EditorError) -> None:
        self._running = False
        self._window.fail(error, retry=self.sync_now)
        self._timer.start(LOOK_AT_LEAST_EVERY_MS)

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes.outbox or changes.sites:
            self._look()

    def _look(self) -> None:
        newsroom = self._window.newsroom
        self._window.tasks.run(
            lambda: (
                newsroom.sync.next_due(),
                newsroom.sync.missed(),
                newsroom.outbox.waiting_count(),
            ),
            on_done=self._on_looked,
            newest="due_work.look",
        )

    def _on_looked(self, found: tuple[datetime | None, tuple[MissedPlan, ...], int]) -> None:
        due, missed, waiting = found
        self._window.status_line.show_waiting(waiting)
        if due is not None:
            milliseconds = int((due - datetime.now(UTC)).total_seconds() * 1000)
            # After a pass that found nothing to do the same moment is not tried at once again.
            least = REST_MS if self._idle else SOON_MS
            self._timer.start(max(least, min(milliseconds, LOOK_AT_LEAST_EVERY_MS)))
        else:
            self._timer.stop()
        new = [one for one in missed if one.plan.id not in self._asked]
        if new:
            self._asked |= {one.plan.id for one in new}
            self._ask(new)

    def _ask(self, missed: list[MissedPlan]) -> None:
        from editor_app.gui.publishing.missed_dialog import MissedDialog

        dialog = MissedDialog(self._window, missed)
        dialog.open()
