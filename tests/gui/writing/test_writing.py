# SPDX-License-Identifier: GPL-3.0-or-later
"""Writing by keyboard: autosave, undo, failed saves, changes from elsewhere, history."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor_app.bootstrap import open_newsroom
from editor_app.domain.article import ArticleContent
from editor_app.gui.writing.desk import WritingDesk
from editor_app.gui.writing.documents import new_document, replace_text, select_characters, text_of
from editor_app.gui.writing.save_trouble import StaleDialog

Start = Callable[..., Any]
Settle = Callable[[Any], None]


@pytest.fixture
def desk(qtbot: QtBot, start: Start, settle: Settle, profile: Path) -> Any:
    """The Articles desk with a new article on the page."""
    session = start(profile)
    qtbot.keyClick(session.window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: session.window.current_desk is not None)
    settle(session)
    desk = session.window.desk("articles")
    assert isinstance(desk, WritingDesk)
    qtbot.waitUntil(lambda: desk.shown is not None)
    return desk


def saved(desk: Any) -> ArticleContent:
    """What another connection reads from the disk."""
    with sqlite3.connect(f"file:{desk.shell.newsroom.folder}/newsroom.db?mode=ro", uri=True) as db:
        assert db.execute("pragma integrity_check").fetchone() == ("ok",)
    other = open_newsroom(desk.shell.newsroom.folder)
    try:
        return other.write.open(desk.shown.article.id).content
    finally:
        other.close()


def wait_saved(qtbot: QtBot, desk: Any) -> None:
    autosave = desk.sessions.autosave(desk.shown.article.id)
    qtbot.waitUntil(lambda: autosave.is_settled, timeout=10_000)


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


def test_a_paste_of_fifty_million_characters_is_refused_in_words(qtbot: QtBot, desk: Any):
    mime = QMimeData()
    mime.setText("word " * 10_000_000)
    desk.editor.body_edit.insertFromMimeData(mime)
    assert text_of(desk.editor.body_edit.document()) == ""
    assert "50.0 million" in desk.shell.failure_bar.label.text()


def test_archiving_can_be_undone_from_the_bar(qtbot: QtBot, desk: Any, settle: Settle):
    article_id = desk.shown.article.id
    desk.shell.command_actions.action("article.archive").trigger()
    settle(desk.shell)
    newsroom = desk.shell.newsroom
    assert newsroom.write.open(article_id).archived
    desk.shell.quiet_bar._on_undo_clicked()
    settle(desk.shell)
    assert not newsroom.write.open(article_id).archived


def test_an_arabic_article_is_written_from_right_to_left(qtbot: QtBot, desk: Any, settle: Settle):
    created = desk.shell.newsroom.write.create(language="ar", headline="عنوان")
    desk.shell.open_article(created.value.id)
    settle(desk.shell)
    option = desk.editor.body_edit.document().defaultTextOption()
    assert option.textDirection() == Qt.LayoutDirection.RightToLeft


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("", "new"),
        ("abc", ""),
        ("a🚢b\nc", "a🚢x\nc"),
        ("same", "same"),
        ("aa", "aaa"),
        ("x y", "x\u00a0y"),
    ],
)
def test_replacing_text_leaves_exactly_the_new_text_and_can_be_undone(qapp, old: str, new: str):
    document = new_document(old)
    replace_text(document, new)
    assert text_of(document) == new
    if old != new:
        document.undo()
        assert text_of(document) == old


def test_characters_are_selected_by_code_points_behind_an_emoji(qapp):
    document = new_document("🚢🚢 the ferry")
    assert select_characters(document, 7, 12).selectedText() == "ferry"
