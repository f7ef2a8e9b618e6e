# SPDX-License-Identifier: GPL-3.0-or-later
"""Work off the GUI thread: one database thread (first in, first out) and one pool.

    task = shell.tasks.run(
        lambda: newsroom.browse.rows(query),  # runs in a worker: touch no widget in it
        on_done=self._on_rows_loaded,         # runs on the GUI thread
        on_failed=self._on_rows_failed,       # ditto, gets an EditorError
        newest="library.rows",                # an older answer under this key is dropped
    )

Results come back by one queued signal of a QObject that lives on the GUI thread. An `Outcome`
is given to `on_done` first and its changes to the bus after that.
"""

from __future__ import annotations

import logging
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Literal, TypeVar, cast

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from editor_app.domain.errors import Cancelled, EditorError
from editor_app.gui.bus import Bus
from editor_app.services.changes import Outcome

Result = TypeVar("Result")
PoolName = Literal["database", "background"]

BACKGROUND_THREADS = 4
REPORT_EVERY_S = 0.05

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ProgressReport:
    """How far a long task is; total 0: not known."""

    done: int
    total: int
    text: str


class TaskProgress(QObject):
    """A `domain.progress.Progress` that a worker reports to and the window listens to.

    Make it on the GUI thread, hand it to the service, connect `reported` to a bound method.
    """

    reported = Signal(object)  # ProgressReport

    def __init__(self, parent: QObject | None = None) -> None:
        """Start uncancelled."""
        super().__init__(parent)
        self._cancelled = threading.Event()
        self._last_s = 0.0

    def cancel(self) -> None:
        """Ask the work to stop at its next report."""
        self._cancelled.set()

    @property
    def is_cancelled(self) -> bool:
        """Tell whether the person asked to stop."""
        return self._cancelled.is_set()

    def report(self, done: int, total: int, text: str) -> None:
        """Pass on at most twenty reports a second, and the last; raises Cancelled."""
        if self._cancelled.is_set():
            raise Cancelled("Stopped.")
        now = time.monotonic()
        if done >= total > 0 or now - self._last_s >= REPORT_EVERY_S:
            self._last_s = now
            self.reported.emit(ProgressReport(done, total, text))


class UnexpectedFailure(EditorError):
    """A bug in the program: logged with its traceback, told to the person in one sentence."""


@dataclass(eq=False, slots=True)
class Task:
    """One piece of work under way."""

    on_done: Callable[[Any], None] | None
    on_failed: Callable[[EditorError], None] | None
    newest: str
    generation: int
    progress: TaskProgress | None
    future: Future[Any] | None = None
    dropped: bool = False

    def cancel(self) -> None:
        """Stop it if it has not begun, ask it to stop if it has; no callback will come."""
        self.dropped = True
        if self.progress is not None:
            self.progress.cancel()
        if self.future is not None:
            self.future.cancel()


@dataclass(frozen=True, slots=True)
class _Answer:
    task: Task
    value: Any
    error: BaseException | None


class TaskRunner(QObject):
    """Runs services off the GUI thread and brings their answers back to it."""

    failed = Signal(object)  # EditorError of a task that has no on_failed
    busy_changed = Signal(bool)  # whether anything is under way
    _answered = Signal(object)  # _Answer; emitted by workers, received on the GUI thread

    def __init__(self, bus: Bus, parent: QObject | None = None) -> None:
        """Start no thread yet; the first task does."""
        super().__init__(parent)
        self._bus = bus
        self._database = ThreadPoolExecutor(1, thread_name_prefix="database")
        self._background = ThreadPoolExecutor(BACKGROUND_THREADS, thread_name_prefix="background")
        self._generations: dict[str, int] = {}
        self._open: set[Task] = set()
        self._over = False
        self._answered.connect(self._on_answered, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], Result],
        *,
        on_done: Callable[[Result], None] | None = None,
        on_failed: Callable[[EditorError], None] | None = None,
        pool: PoolName = "database",
        newest: str = "",
        progress: TaskProgress | None = None,
    ) -> Task:
        """Queue `work`; a key in `newest` makes every earlier task under that key stale."""
        generation = self._generations.get(newest, 0) + 1
        if newest:
            self._generations[newest] = generation
            for older in [task for task in self._open if task.newest == newest]:
                older.cancel()
        task = Task(on_done, on_failed, newest, generation, progress)
        if self._over:
            # The window is closed and all is saved: only timers of dying widgets still ask.
            task.dropped = True
            return task
        if not self._open:
            self.busy_changed.emit(True)
        self._open.add(task)
        executor = self._database if pool == "database" else self._background
        task.future = executor.submit(self._work, task, work)
        task.future.add_done_callback(lambda future: self._skipped(task, future))
        return task

    @property
    def is_busy(self) -> bool:
        """Tell whether any task has not come back yet."""
        return bool(self._open)

    def shutdown(self) -> None:
        """Cancel what may be cancelled, wait for what writes; call it when all is saved."""
        self._over = True
        for task in list(self._open):
            if task.progress is not None:
                task.progress.cancel()
        self._background.shutdown(wait=True, cancel_futures=True)
        self._database.shutdown(wait=True)

    def _work(self, task: Task, work: Callable[[], Any]) -> None:
        """Run in the worker: the answer, good or bad, goes home by signal."""
        try:
            answer = _Answer(task, work(), None)
        except BaseException as error:  # noqa: BLE001 - handed to the GUI thread, never swallowed
            answer = _Answer(task, None, error)
        self._answered.emit(answer)

    def _skipped(self, task: Task, future: Future[Any]) -> None:
        if future.cancelled():
            self._answered.emit(_Answer(task, None, Cancelled("Stopped.")))

    @Slot(object)
    def _on_answered(self, answer: _Answer) -> None:
        task = answer.task
        self._open.discard(task)
        if not self._open:
            self.busy_changed.emit(False)
        if answer.error is not None:
            self._on_error(task, answer.error)
            return
        if self._wants(task, task.on_done) and task.on_done is not None:
            task.on_done(answer.value)
        value: object = answer.value
        if isinstance(value, Outcome):
            # Even a dropped task has changed what it changed.
            self._bus.announce(cast("Outcome[object]", value).changes)

    def _on_error(self, task: Task, error: BaseException) -> None:
        shown = error if isinstance(error, EditorError) else unexpected(error)
        if self._wants(task, task.on_failed):
            if task.on_failed is not None:
                task.on_failed(shown)
            elif not isinstance(shown, Cancelled):
                self.failed.emit(shown)
        if not isinstance(error, EditorError):
            sys.excepthook(type(error), error, error.__traceback__)

    @staticmethod
    def _wants(task: Task, callback: Callable[[Any], None] | None) -> bool:
        """Tell whether somebody still waits for this answer."""
        receiver = getattr(callback, "__self__", None)
        alive = not isinstance(receiver, QObject) or shiboken6.isValid(receiver)
        return alive and not task.dropped


def unexpected(error: BaseException) -> UnexpectedFailure:
    """Return what a person is told of a bug."""
    return UnexpectedFailure(
        f"Something went wrong inside the program ({type(error).__name__}). "
        "Your text is kept; the details are in the log."
    )
