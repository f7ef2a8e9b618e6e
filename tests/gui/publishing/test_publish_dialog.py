# SPDX-License-Identifier: GPL-3.0-or-later
"""Scheduling and publishing from the window."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QDate, Qt, QTime
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from editor_app.domain.schedule import load_zone
from editor_app.domain.workflow import Stage
from editor_app.gui.publishing.publish_dialog import PublishDialog

Start = Callable[..., Any]
Settle = Callable[[Any], None]


@pytest.fixture
def dialog(qtbot: QtBot, desk: Any, settle: Settle) -> PublishDialog:
    """The dialog for later, opened by its command."""
    desk.shell.command_actions.action("article.schedule").trigger()
    qtbot.waitUntil(lambda: desk.shell.findChild(PublishDialog) is not None, timeout=10_000)
    settle(desk.shell)
    return desk.shell.findChild(PublishDialog)


def wall(year: int, month: int, day: int, hour: int, minute: int) -> datetime:
    """Return a wall time, without a zone on purpose."""
    return datetime(year, month, day, hour, minute)  # noqa: DTZ001


def choose(dialog: PublishDialog, at: datetime, zone: str) -> None:
    dialog.form.zone_combo.setCurrentIndex(dialog.form.zone_combo.findData(zone))
    dialog.form.date_edit.setDate(QDate(at.year, at.month, at.day))
    dialog.form.time_edit.setTime(QTime(at.hour, at.minute))


def test_the_button_says_when_and_where_and_both_clocks_are_shown(dialog: PublishDialog):
    choose(dialog, wall(2030, 12, 3, 9, 0), "Europe/Paris")
    assert dialog.form.publish_button.text() == "Schedule for 09:00 Paris"
    assert "09:00 Paris" in dialog.form.both_label.text()
    choose(dialog, wall(2030, 12, 3, 9, 0), "Asia/Tokyo")
    assert "09:00 Tokyo" in dialog.form.both_label.text()
    assert "(you)" in dialog.form.both_label.text()


def test_a_time_in_the_gap_is_refused_with_a_suggestion_as_a_button(
    qtbot: QtBot, dialog: PublishDialog
):
    choose(dialog, wall(2030, 3, 31, 2, 30), "Europe/Paris")
    assert not dialog.form.publish_button.isEnabled()
    assert "forward" in dialog.form.problem_label.text()
    qtbot.keyClick(dialog.form.suggestion_button, Qt.Key.Key_Space)
    assert dialog.form.time_edit.time() == QTime(3, 30)
    assert dialog.form.publish_button.text() == "Schedule for 03:30 Paris"


def test_a_time_that_happens_twice_is_asked_about(qtbot: QtBot, dialog: PublishDialog):
    choose(dialog, wall(2030, 10, 27, 2, 30), "Europe/Paris")
    assert not dialog.form.publish_button.isEnabled()
    assert dialog.form.fold_box.isVisible()
    dialog.form.second_radio.click()
    assert dialog.form.publish_button.isEnabled()


def test_a_zone_that_does_not_exist_is_named(dialog: PublishDialog):
    dialog.form.zone_combo.setEditText("Europe/Atlantis")
    assert "Europe/Atlantis" in dialog.form.problem_label.text()
    assert not dialog.form.publish_button.isEnabled()


def test_scheduling_makes_the_plan_and_undo_takes_it_back(
    qtbot: QtBot, desk: Any, dialog: PublishDialog, settle: Settle
):
    tomorrow = datetime.now(load_zone("Europe/Paris")).replace(tzinfo=None) + timedelta(days=2)
    choose(dialog, tomorrow.replace(hour=9, minute=0), "Europe/Paris")
    qtbot.keyClick(dialog.form.publish_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "Scheduled for" in desk.shell.quiet_bar.label.text(), timeout=10_000)
    settle(desk.shell)
    browse, article_id = desk.shell.newsroom.browse, desk.shown.article.id
    plan = browse.show(article_id).sites[0].plan
    assert (plan.at.wall.hour, plan.at.zone) == (9, "Europe/Paris")
    assert browse.show(article_id).article.stage is Stage.SCHEDULED
    desk.shell.quiet_bar._on_undo_clicked()
    settle(desk.shell)
    assert browse.show(article_id).sites[0].plan is None


def test_publish_now_confirms_and_the_page_is_on_the_site(qtbot: QtBot, desk: Any, settle: Settle):
    desk.shell.command_actions.action("article.publish").trigger()
    qtbot.waitUntil(lambda: desk.shell.findChild(PublishDialog) is not None, timeout=10_000)
    settle(desk.shell)
    dialog = desk.shell.findChild(PublishDialog)
    assert dialog.form.publish_button.text() == "Publish now"
    qtbot.keyClick(dialog.form.publish_button, Qt.Key.Key_Space)
    article_id, browse = desk.shown.article.id, desk.shell.newsroom.browse
    qtbot.waitUntil(lambda: browse.show(article_id).article.stage is Stage.LIVE, timeout=20_000)
    settle(desk.shell)
    pages = list((desk.shell.newsroom.folder / "site").rglob("*.html"))
    assert any("The ferry runs again" in page.read_text() for page in pages)
    panel = desk.control.schedule
    qtbot.waitUntil(
        lambda: panel.findChild(QPushButton, "open_site_button") is not None, timeout=10_000
    )


def test_an_embargo_is_said_and_the_service_refuses_an_earlier_time(
    qtbot: QtBot, desk: Any, settle: Settle
):
    newsroom = desk.shell.newsroom
    story = desk.shown.article.story_id
    until = newsroom.publish.resolve_time("2031-01-01 12:00", "Europe/Paris")
    newsroom.embargoes.set(story, until)
    desk.shell.command_actions.action("article.publish").trigger()
    qtbot.waitUntil(lambda: desk.shell.findChild(PublishDialog) is not None, timeout=10_000)
    settle(desk.shell)
    dialog = desk.shell.findChild(PublishDialog)
    assert "embargo" in dialog.form.notice_label.text().lower()
    qtbot.keyClick(dialog.form.publish_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: dialog.form.problem_label.isVisible(), timeout=10_000)
    assert dialog.isVisible()
    dialog.reject()
