# SPDX-License-Identifier: GPL-3.0-or-later
"""An embargo is set, changed and lifted from the inspector's Schedule tab."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from PySide6.QtCore import QDate, Qt, QTime
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from editor_app.domain.story import Embargo
from editor_app.gui.publishing.embargo_dialogs import EmbargoDialog, LiftEmbargoDialog

Settle = Callable[[Any], None]
PATIENCE_MS = 10_000


def press(qtbot: QtBot, desk: Any, name: str) -> None:
    """Press a button of the Schedule tab with the keyboard."""
    panel = desk.control.schedule
    qtbot.waitUntil(lambda: panel.findChild(QPushButton, name) is not None, timeout=PATIENCE_MS)
    qtbot.keyClick(panel.findChild(QPushButton, name), Qt.Key.Key_Space)


def choose(dialog: EmbargoDialog, day: QDate, time: QTime) -> None:
    """Choose a time in Paris."""
    form = dialog.form
    form.zone_combo.setCurrentIndex(form.zone_combo.findData("Europe/Paris"))
    form.date_edit.setDate(day)
    form.time_edit.setTime(time)


def embargo_of(desk: Any) -> Embargo | None:
    """Read the embargo back from the newsroom."""
    return desk.shell.newsroom.browse.show(desk.shown.article.id).story.embargo


def said(desk: Any) -> str:
    """Everything the Schedule tab says."""
    labels = desk.control.schedule.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if not label.isHidden())


@pytest.fixture
def dialog(qtbot: QtBot, desk: Any) -> EmbargoDialog:
    """The dialog, opened from the tab."""
    desk.control.inspector.open("schedule")
    press(qtbot, desk, "embargo_button")
    found = desk.shell.findChild(EmbargoDialog)
    assert found is not None
    return found


def set_embargo(qtbot: QtBot, desk: Any, dialog: EmbargoDialog, settle: Settle) -> None:
    choose(dialog, QDate(2031, 1, 15), QTime(6, 0))
    qtbot.keyClick(dialog.form.set_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Under embargo until" in said(desk), timeout=PATIENCE_MS)
    settle(desk.shell)


def test_an_embargo_is_set_on_the_clock_of_a_place_and_shown_with_the_time_left(
    qtbot: QtBot, desk: Any, dialog: EmbargoDialog, settle: Settle
):
    set_embargo(qtbot, desk, dialog, settle)
    embargo = embargo_of(desk)
    assert embargo is not None
    assert embargo.until.wall == datetime(2031, 1, 15, 6, 0)  # noqa: DTZ001
    assert embargo.until.zone == "Europe/Paris"
    assert "06:00 Paris" in said(desk)
    assert "left" in said(desk)


def test_an_hour_that_does_not_exist_is_refused_with_a_suggestion(
    qtbot: QtBot, dialog: EmbargoDialog
):
    choose(dialog, QDate(2030, 3, 31), QTime(2, 30))
    assert not dialog.form.set_button.isEnabled()
    qtbot.keyClick(dialog.form.suggestion_button, Qt.Key.Key_Space)
    assert dialog.form.time_edit.time() == QTime(3, 30)
    assert dialog.form.set_button.isEnabled()


def test_of_an_hour_that_happens_twice_the_second_can_be_meant(
    qtbot: QtBot, desk: Any, dialog: EmbargoDialog, settle: Settle
):
    choose(dialog, QDate(2030, 10, 27), QTime(2, 30))
    assert not dialog.form.set_button.isEnabled()
    dialog.form.second_radio.click()
    qtbot.keyClick(dialog.form.set_button, Qt.Key.Key_Space)
    settle(desk.shell)
    embargo = embargo_of(desk)
    assert embargo is not None
    assert embargo.until.fold == 1


def test_a_time_that_is_past_is_no_embargo(dialog: EmbargoDialog):
    choose(dialog, QDate(2001, 1, 15), QTime(6, 0))
    assert not dialog.form.set_button.isEnabled()
    assert dialog.form.problem_label.isVisible()


def test_lifting_asks_for_a_reason_keeps_it_and_can_be_undone(
    qtbot: QtBot, desk: Any, dialog: EmbargoDialog, settle: Settle
):
    set_embargo(qtbot, desk, dialog, settle)
    press(qtbot, desk, "lift_button")
    lifting = desk.shell.findChild(LiftEmbargoDialog)
    assert not lifting.form.lift_button.isEnabled()
    qtbot.keyClicks(lifting.form.reason_edit, "The ministry published it itself")
    qtbot.keyClick(lifting.form.reason_edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "ministry" in said(desk), timeout=PATIENCE_MS)
    lifted = embargo_of(desk)
    assert lifted is not None
    assert lifted.lifted_reason == "The ministry published it itself"
    settle(desk.shell)
    desk.shell.quiet_bar._on_undo_clicked()
    qtbot.waitUntil(lambda: "Under embargo until" in said(desk), timeout=PATIENCE_MS)


def test_a_live_story_gets_no_embargo_and_the_dialog_says_why(
    qtbot: QtBot, desk: Any, dialog: EmbargoDialog, settle: Settle
):
    newsroom, article_id = desk.shell.newsroom, desk.shown.article.id
    newsroom.publish.confirm(article_id, newsroom.sites.default().id)
    list(newsroom.sync.run())
    choose(dialog, QDate(2031, 1, 15), QTime(6, 0))
    qtbot.keyClick(dialog.form.set_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: dialog.form.problem_label.isVisible(), timeout=PATIENCE_MS)
    assert "live already" in dialog.form.problem_label.text()
    assert dialog.isVisible()
    assert embargo_of(desk) is None
    dialog.reject()
