# SPDX-License-Identifier: GPL-3.0-or-later
"""Writing by keyboard: autosave, undo, failed saves, changes from elsewhere."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor_app.bootstrap import open_newsroom
from editor_app.gui.writing.documents import text_of
from editor_app.gui.writing.save_trouble import StaleDialog
from tests.gui.writing.reading import saved, wait_saved

Start = Callable[..., Any]
Settle = Callable[[Any], None]


def test_a_person_types_headline_standfirst_and_text_and_it_is_on_the_disk(qtbot: QtBot, desk: Any):
    assert desk.editor.headline_edit.hasFocus()
    qtbot.keyClicks(desk.editor.headline_edit, "Tide tables redrawn")
    qtbot.keyClick(desk.editor.headline_edit, Qt.Key.Key_Return)
    assert desk.editor.standfirst_edit.hasFocus()
    qtbot.keyClicks(desk.editor.standfirst_edit, "The harbour office counts again.")
    qtbot.keyClick(desk.editor.standfirst_edit, Qt.Key.Key_Return)
    assert desk.editor.body_edit.hasFocus()
    qtbot.keyClicks(desk.editor.body_edit, "First line.")
    wait_saved(qtbot, desk)
    content = saved(desk)
    assert content.headline == "Tide tables redrawn"
    assert content.standfirst == "The harbour office counts again."
    assert content.body == "First line."
    status = desk.shell.status_line.text
    assert "2 words" in status
    assert "Saved" in status


def test_no_break_spaces_emoji_and_blank_lines_come_back_character_for_character(
    qtbot: QtBot, desk: Any
):
    text = "« Oui !»\n\nÀ 20 h 🚢 : départ\tvite\n\n\n"
    QApplication.clipboard().setText(text)
    desk.editor.body_edit.setFocus()
    qtbot.keyClick(desk.editor.body_edit, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    wait_saved(qtbot, desk)
    assert saved(desk).body == text
    qtbot.keyClick(desk.editor.body_edit, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(desk.editor.body_edit, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == text


def test_undo_survives_autosave_and_a_visit_to_another_desk(
    qtbot: QtBot, desk: Any, settle: Settle
):
    body = desk.editor.body_edit
    body.setFocus()
    qtbot.keyClicks(body, "one two")
    wait_saved(qtbot, desk)
    other = next(one.id for one in desk.shell.desks if one.id != "articles")
    desk.shell.go_to(other)
    desk.shell.go_to("articles")
    qtbot.keyClick(body, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert text_of(body.document()) != "one two"
    wait_saved(qtbot, desk)
    assert saved(desk).body == text_of(body.document())


def test_typing_while_a_save_is_under_way_is_saved_too(qtbot: QtBot, desk: Any):
    body = desk.editor.body_edit
    body.setFocus()
    autosave = desk.sessions.autosave(desk.shown.article.id)
    for piece in ("alpha ", "beta ", "gamma ", "delta"):
        qtbot.keyClicks(body, piece)
        autosave.save()
    wait_saved(qtbot, desk)
    assert saved(desk).body == "alpha beta gamma delta"


def test_a_failed_save_keeps_the_text_says_so_and_try_again_saves_it(
    qtbot: QtBot, desk: Any, settle: Settle
):
    blocker = sqlite3.connect(desk.shell.newsroom.folder / "newsroom.db", isolation_level=None)
    blocker.execute(
        "create trigger no_space before insert on revision begin select raise(fail, 'disk'); end"
    )
    body = desk.editor.body_edit
    body.setFocus()
    qtbot.keyClicks(body, "kept in the editor")
    with qtbot.captureExceptions() as exceptions:
        qtbot.waitUntil(lambda: desk.trouble.isVisible(), timeout=15_000)
    assert text_of(body.document()) == "kept in the editor"
    assert "still here" in desk.trouble.label.text()
    assert "Not saved" in desk.shell.status_line.text
    blocker.execute("drop trigger no_space")
    blocker.close()
    qtbot.keyClick(desk.trouble.retry_button, Qt.Key.Key_Space)
    wait_saved(qtbot, desk)
    assert saved(desk).body == "kept in the editor"
    assert not desk.trouble.isVisible()
    del exceptions


def test_closing_the_window_saves_what_was_typed_a_moment_ago(qtbot: QtBot, desk: Any):
    body = desk.editor.body_edit
    body.setFocus()
    qtbot.keyClicks(body, "the very last words")
    article_id, folder = desk.shown.article.id, desk.shell.newsroom.folder
    desk.shell.close()
    qtbot.waitUntil(lambda: not desk.shell.isVisible(), timeout=15_000)
    other = open_newsroom(folder)
    assert other.write.open(article_id).content.body == "the very last words"
    other.close()


@pytest.mark.parametrize("mine_wins", [True, False])
def test_a_change_from_elsewhere_shows_both_and_the_loser_stays_in_the_history(
    qtbot: QtBot, desk: Any, settle: Settle, mine_wins: bool
):
    body, article_id = desk.editor.body_edit, desk.shown.article.id
    body.setFocus()
    qtbot.keyClicks(body, "mine")
    other = open_newsroom(desk.shell.newsroom.folder)
    theirs = other.write.open(article_id)
    other.write.save(article_id, replace(theirs.content, body="theirs"), base=theirs.head)
    qtbot.waitUntil(lambda: desk.shell.findChild(StaleDialog) is not None, timeout=15_000)
    dialog = desk.shell.findChild(StaleDialog)
    assert "mine" in dialog.form.mine_text.toPlainText()
    assert "theirs" in dialog.form.theirs_text.toPlainText()
    button = dialog.form.mine_button if mine_wins else dialog.form.theirs_button
    qtbot.keyClick(button, Qt.Key.Key_Space)
    settle(desk.shell)
    winner, loser = ("mine", "theirs") if mine_wins else ("theirs", "mine")
    qtbot.waitUntil(lambda: text_of(body.document()) == winner)
    settle(desk.shell)
    assert other.write.open(article_id).content.body == winner
    bodies = [
        other.browse.revision(one.id).content.body for one in other.browse.history(article_id)
    ]
    assert loser in bodies
    other.close()


def test_a_change_from_elsewhere_is_shown_at_once_if_nothing_is_unsaved(
    qtbot: QtBot, desk: Any, settle: Settle
):
    article_id = desk.shown.article.id
    other = open_newsroom(desk.shell.newsroom.folder)
    article = other.write.open(article_id)
    other.write.save(article_id, replace(article.content, body="from a command"), base=article.head)
    other.close()
    desk.sessions.look(article_id)
    settle(desk.shell)
    assert text_of(desk.editor.body_edit.document()) == "from a command"


def test_a_paste_of_fifty_million_characters_is_refused_in_words(qtbot: QtBot, desk: Any):
    mime = QMimeData()
    mime.setText("word " * 10_000_000)
    desk.editor.body_edit.insertFromMimeData(mime)
    assert text_of(desk.editor.body_edit.document()) == ""
    assert "50.0 million" in desk.shell.failure_bar.label.text()


def test_an_opened_article_says_how_many_words_it_has(qtbot: QtBot, desk: Any, settle: Settle):
    created = desk.shell.newsroom.write.create(language="fr", headline="Oui", body="Un deux trois.")
    desk.shell.open_article(created.value.id)
    qtbot.waitUntil(lambda: "3 words" in desk.shell.status_line.text, timeout=5_000)
    assert "Français" in desk.shell.status_line.text


def test_an_arabic_article_is_written_from_right_to_left(qtbot: QtBot, desk: Any, settle: Settle):
    created = desk.shell.newsroom.write.create(language="ar", headline="عنوان")
    desk.shell.open_article(created.value.id)
    settle(desk.shell)
    option = desk.editor.body_edit.document().defaultTextOption()
    assert option.textDirection() == Qt.LayoutDirection.RightToLeft
