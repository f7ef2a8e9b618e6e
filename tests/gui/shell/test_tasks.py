# SPDX-License-Identifier: GPL-3.0-or-later
"""Work off the GUI thread and its one way back."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from editor_app.domain.errors import BadInput, Cancelled
from editor_app.domain.ids import ArticleId
from editor_app.gui.bus import Bus
from editor_app.gui.tasks import TaskProgress, TaskRunner, UnexpectedFailure
from editor_app.services.changes import Changes, Outcome


@pytest.fixture
def bus(qapp) -> Bus:
    return Bus()


@pytest.fixture
def tasks(bus: Bus) -> Iterator[TaskRunner]:
    runner = TaskRunner(bus)
    yield runner
    runner.shutdown()


class Receiver(QObject):
    """Notes in which thread it was called, and with what."""

    def __init__(self) -> None:
        super().__init__()
        self.got: list[object] = []

    def take(self, value: object) -> None:
        assert threading.current_thread() is threading.main_thread()
        self.got.append(value)


def test_answers_come_back_on_the_gui_thread(qtbot: QtBot, tasks: TaskRunner):
    receiver = Receiver()
    tasks.run(lambda: threading.current_thread().name, on_done=receiver.take)
    qtbot.waitUntil(lambda: bool(receiver.got))
    assert str(receiver.got[0]).startswith("database")


def test_the_database_thread_keeps_the_order(qtbot: QtBot, tasks: TaskRunner):
    receiver = Receiver()
    for number in range(50):
        tasks.run(lambda number=number: number, on_done=receiver.take)
    qtbot.waitUntil(lambda: len(receiver.got) == 50)
    assert receiver.got == list(range(50))


def test_an_older_answer_under_the_same_key_is_dropped(qtbot: QtBot, tasks: TaskRunner):
    receiver, gate = Receiver(), threading.Event()

    def slow() -> str:
        gate.wait()
        return "old"

    tasks.run(slow, on_done=receiver.take, newest="search")
    tasks.run(lambda: "new", on_done=receiver.take, newest="search")
    gate.set()
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert receiver.got == ["new"]


def test_an_outcome_reaches_its_asker_first_and_then_the_bus(
    qtbot: QtBot, bus: Bus, tasks: TaskRunner
):
    seen: list[str] = []
    bus.changed.connect(lambda _changes: seen.append("bus"))
    changes = Changes(articles=frozenset({ArticleId("a")}))
    with qtbot.waitSignal(bus.changed) as announced:
        tasks.run(lambda: Outcome(1, changes), on_done=lambda _o: seen.append("asker"))
    assert announced.args == [changes]
    assert seen == ["asker", "bus"]


def test_an_expected_failure_goes_to_its_asker_or_to_the_window(qtbot: QtBot, tasks: TaskRunner):
    def fail() -> None:
        raise BadInput("No.")

    receiver = Receiver()
    tasks.run(fail, on_failed=receiver.take)
    qtbot.waitUntil(lambda: bool(receiver.got))
    assert str(receiver.got[0]) == "No."
    with qtbot.waitSignal(tasks.failed) as failed:
        tasks.run(fail)
    assert [str(error) for error in failed.args or []] == ["No."]


def test_a_bug_is_told_in_one_sentence_and_reaches_the_exception_hook(
    qtbot: QtBot, tasks: TaskRunner, monkeypatch: pytest.MonkeyPatch
):
    hooked: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, _error, _trace: hooked.append(kind))
    receiver = Receiver()
    tasks.run(lambda: 1 // 0, on_failed=receiver.take)
    qtbot.waitUntil(lambda: bool(hooked))
    assert isinstance(receiver.got[0], UnexpectedFailure)
    assert hooked == [ZeroDivisionError]


def test_progress_is_counted_and_can_be_stopped(qtbot: QtBot, tasks: TaskRunner):
    progress, receiver = TaskProgress(), Receiver()
    started = threading.Event()

    def work() -> None:
        while True:
            progress.report(1, 3, "step")
            started.set()

    tasks.run(work, progress=progress, on_failed=receiver.take, pool="background")
    started.wait()
    progress.cancel()
    qtbot.waitUntil(lambda: bool(receiver.got))
    assert isinstance(receiver.got[0], Cancelled)


def test_a_receiver_that_is_gone_is_not_called(qtbot: QtBot, tasks: TaskRunner):
    receiver, gate = Receiver(), threading.Event()
    tasks.run(gate.wait, on_done=receiver.take)
    with qtbot.waitSignal(receiver.destroyed):
        receiver.deleteLater()
    gate.set()
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert receiver.got == []


def test_shutdown_waits_for_work_that_writes(qapp, bus: Bus):
    runner, written = TaskRunner(bus), []
    for number in range(20):
        runner.run(lambda number=number: written.append(number))
    runner.shutdown()
    assert written == list(range(20))
