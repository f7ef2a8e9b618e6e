# SPDX-License-Identifier: GPL-3.0-or-later
"""The inspector by keyboard: history, fields, due time, archive."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from editor_app.gui.writing.documents import text_of
from tests.gui.writing.reading import saved, wait_saved

Start = Callable[..., Any]
Settle = Callable[[Any], None]


def test_history_compares_word_by_word_and_restore_can_be_undone(
    qtbot: QtBot, desk: Any, settle: Settle
):
    body = desk.editor.body_edit
    body.setFocus()
    qtbot.keyClicks(body, "The ferry is late")
    wait_saved(qtbot, desk)
    settle(desk.shell)
    qtbot.keyClicks(body, "r than ever")
    wait_saved(qtbot, desk)
    settle(desk.shell)
    history = desk.control.history
    qtbot.keyClick(desk.shell, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    assert desk.control.inspector.current == "history"
    history.list.setCurrentRow(1)
    settle(desk.shell)
    assert "ever" in history.comparison.toPlainText()
    qtbot.keyClick(history.restore_button, Qt.Key.Key_Space)
    settle(desk.shell)
    qtbot.waitUntil(lambda: text_of(body.document()) == "The ferry is late")
    assert desk.shell.quiet_bar.isVisible()
    qtbot.keyClick(
        desk.shell.quiet_bar.findChild(type(history.restore_button), "undo_button"),
        Qt.Key.Key_Space,
    )
    settle(desk.shell)
    qtbot.waitUntil(lambda: text_of(body.document()) == "The ferry is later than ever")


def test_tags_typed_in_the_inspector_are_saved_and_make_a_revision(qtbot: QtBot, desk: Any):
    tags = desk.control.details.findChild(type(desk.control.details.section_edit), "tags_edit")
    tags.setFocus()
    qtbot.keyClicks(tags, "Harbour, Tides")
    wait_saved(qtbot, desk)
    assert saved(desk).tags == ("Harbour", "Tides")


def test_due_time_assignee_and_planned_languages_are_kept(qtbot: QtBot, desk: Any, settle: Settle):
    details, languages = desk.control.details, desk.control.languages
    details.due_edit.setFocus()
    qtbot.keyClicks(details.due_edit, "2030-12-01 18:00")
    qtbot.keyClick(details.due_edit, Qt.Key.Key_Return)
    settle(desk.shell)
    details.assignee_combo.setCurrentIndex(1)
    details.assignee_combo.activated.emit(1)
    desk.shell.command_actions.action("inspect.languages").trigger()
    languages.planned_edit.setFocus()
    qtbot.keyClicks(languages.planned_edit, "FR, ar")
    qtbot.keyClick(languages.planned_edit, Qt.Key.Key_Return)
    settle(desk.shell)
    view = desk.shell.newsroom.browse.show(desk.shown.article.id)
    assert view.article.due is not None
    assert view.article.assignee == desk.shell.me.id
    assert view.story.planned_languages == ("fr", "ar")


def test_a_due_time_that_is_none_is_said_and_changes_nothing(
    qtbot: QtBot, desk: Any, settle: Settle
):
    qtbot.keyClicks(desk.control.details.due_edit, "tomorrow")
    qtbot.keyClick(desk.control.details.due_edit, Qt.Key.Key_Return)
    settle(desk.shell)
    assert "tomorrow" in desk.shell.failure_bar.label.text()
    assert desk.shell.newsroom.write.open(desk.shown.article.id).due is None


def test_archiving_can_be_undone_from_the_bar(qtbot: QtBot, desk: Any, settle: Settle):
    article_id = desk.shown.article.id
    desk.shell.command_actions.action("article.archive").trigger()
    settle(desk.shell)
    newsroom = desk.shell.newsroom
    assert newsroom.write.open(article_id).archived
    desk.shell.quiet_bar._on_undo_clicked()
    settle(desk.shell)
    assert not newsroom.write.open(article_id).archived
