# SPDX-License-Identifier: GPL-3.0-or-later
"""Preferences are applied at once, kept, and can be undone."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from editor_app.bootstrap import open_newsroom
from editor_app.gui.actions import WINDOW_COMMANDS
from editor_app.gui.application import WindowSession
from editor_app.gui.preferences.add_site_dialog import AddSiteDialog
from editor_app.gui.preferences.backup_page import BackupPage
from editor_app.gui.preferences.desk import PreferencesDesk
from editor_app.gui.preferences.look_page import LookPage
from editor_app.gui.preferences.page import PreferencesPage
from editor_app.gui.preferences.person_page import PersonPage
from editor_app.gui.preferences.shortcut_model import in_the_way
from editor_app.gui.preferences.shortcuts_page import ShortcutsPage
from editor_app.gui.preferences.sites_page import SitesPage

Start = Callable[..., WindowSession]
Settle = Callable[[WindowSession], None]


@pytest.fixture
def session(start: Start, settle: Settle, profile: Path) -> WindowSession:
    opened = start(profile)
    opened.window.go_to("preferences")
    settle(opened)
    return opened


Page = TypeVar("Page", bound=PreferencesPage)


def page(session: WindowSession, kind: type[Page]) -> Page:
    desk = session.window.desk("preferences")
    assert isinstance(desk, PreferencesDesk)
    found = next(one for one in desk.pages if isinstance(one, kind))
    desk.list.setCurrentRow(desk.pages.index(found))
    return found


def undo(session: WindowSession) -> None:
    button = session.window.quiet_bar.findChild(QPushButton, "undo_button")
    assert button is not None
    button.click()


def test_a_new_name_stands_under_what_is_written_from_now_on(
    qtbot: QtBot, session: WindowSession, settle: Settle, profile: Path
):
    person = page(session, PersonPage)
    person.form.name_edit.selectAll()
    qtbot.keyClicks(person.form.name_edit, "Ada Marchand")
    qtbot.keyClick(person.form.name_edit, Qt.Key.Key_Return)
    settle(session)
    assert session.window.me.name == "Ada Marchand"
    assert session.window.newsroom.browse.me().name == "Ada Marchand"
    assert session.window.newsroom.settings_file.load().person_name == "Ada Marchand"


def test_an_empty_name_is_refused_with_a_sentence_and_nothing_changes(
    qtbot: QtBot, session: WindowSession, settle: Settle
):
    person = page(session, PersonPage)
    before = session.window.me
    person.form.name_edit.clear()
    qtbot.keyClick(person.form.name_edit, Qt.Key.Key_Return)
    settle(session)
    assert person.form.problem_label.isVisible()
    assert session.window.newsroom.browse.me() == before


def test_the_theme_changes_at_once_is_kept_and_can_be_undone(
    session: WindowSession, settle: Settle
):
    look = page(session, LookPage)
    combo = look.form.theme_combo
    combo.setCurrentIndex(combo.findData("dark"))
    combo.activated.emit(combo.currentIndex())
    assert session.appearance.tokens.is_dark
    settle(session)
    assert session.window.newsroom.settings_file.load().theme == "dark"
    undo(session)
    settle(session)
    assert session.window.newsroom.settings_file.load().theme == "system"


def test_a_larger_text_is_kept(qtbot: QtBot, session: WindowSession, settle: Settle):
    look = page(session, LookPage)
    look.form.size_spin.setValue(18)
    qtbot.waitUntil(lambda: session.window.settings.text_size_pt == 18)
    settle(session)
    assert session.window.newsroom.settings_file.load().text_size_pt == 18


def test_a_site_in_a_folder_is_added_tested_and_removed_without_losing_articles(
    qtbot: QtBot, session: WindowSession, settle: Settle, tmp_path: Path
):
    sites = page(session, SitesPage)
    newsroom = session.window.newsroom
    article = newsroom.write.create(language="en", headline="Stays", body="Here.").value
    qtbot.mouseClick(sites.form.add_button, Qt.MouseButton.LeftButton)
    dialog = session.window.findChildren(AddSiteDialog)[0]
    qtbot.keyClicks(dialog.form.name_edit, "Harbour News")
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.form.problem_label.isVisible()
    dialog.form.folder_edit.setText(str(tmp_path / "harbour"))
    dialog.form.url_edit.setText("https://harbour.example")
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: sites.form.site_list.count() == 2)
    sites.form.site_list.setCurrentRow(1)
    qtbot.mouseClick(sites.form.test_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Harbour News" in sites.form.result_label.text())
    qtbot.mouseClick(sites.form.remove_button, Qt.MouseButton.LeftButton)
    box = session.window.findChildren(QMessageBox)[0]
    next(one for one in box.buttons() if "Remove" in one.text()).click()
    qtbot.waitUntil(lambda: sites.form.site_list.count() == 1)
    assert newsroom.browse.show(article.id).article.content.headline == "Stays"


def test_a_shortcut_that_is_taken_is_refused_by_name_and_a_free_one_works(
    qtbot: QtBot, session: WindowSession, settle: Settle
):
    shortcuts = page(session, ShortcutsPage)
    qtbot.keyClicks(shortcuts.form.filter_edit, "Show the inspector")
    shortcuts.form.command_table.selectRow(0)
    chosen = shortcuts.chosen()
    assert chosen is not None
    assert chosen.id == "view.inspector"
    shortcuts.form.key_edit.setKeySequence(QKeySequence("Ctrl+K"))
    qtbot.mouseClick(shortcuts.form.use_button, Qt.MouseButton.LeftButton)
    assert "Find a command" in shortcuts.form.problem_label.text()
    action = session.window.command_actions.action("view.inspector")
    assert action.shortcut() != QKeySequence("Ctrl+K")
    shortcuts.form.key_edit.setKeySequence(QKeySequence("Ctrl+Alt+F9"))
    qtbot.mouseClick(shortcuts.form.use_button, Qt.MouseButton.LeftButton)
    assert action.shortcut() == QKeySequence("Ctrl+Alt+F9")
    undo(session)
    assert action.shortcut() != QKeySequence("Ctrl+Alt+F9")


def test_no_two_commands_come_with_the_same_shortcut(session: WindowSession):
    window = session.window
    clashes = [
        (one.id, other.id)
        for one in window.commands
        if (other := in_the_way(one, one.shortcut, window.commands, window.state)) is not None
    ]
    assert clashes == []
    assert len(window.commands) > len(WINDOW_COMMANDS)


def test_a_backup_is_written_checked_and_restored_elsewhere(
    qtbot: QtBot, session: WindowSession, settle: Settle, tmp_path: Path
):
    backup = page(session, BackupPage)
    session.window.newsroom.write.create(language="en", headline="Kept", body="Text.")
    file = tmp_path / "backup.zip"
    backup.back_up(str(file))
    qtbot.waitUntil(lambda: str(file) in backup.form.result_label.text())
    assert "newsroom.db" in zipfile.ZipFile(file).namelist()
    folder = tmp_path / "again"
    backup.restore(str(file), str(folder))
    qtbot.waitUntil(lambda: "--profile" in backup.form.result_label.text())
    newsroom = open_newsroom(folder)
    headlines = [row.headline for row in newsroom.outbox.rows()]
    assert headlines == []
    assert len(newsroom.calendar.unscheduled()) == 1
    newsroom.close()


def test_something_that_is_no_backup_is_refused_with_a_sentence(
    qtbot: QtBot, session: WindowSession, tmp_path: Path
):
    backup = page(session, BackupPage)
    file = tmp_path / "letter.zip"
    file.write_text("Dear reader", encoding="utf-8")
    backup.restore(str(file), str(tmp_path / "again"))
    qtbot.waitUntil(lambda: "letter.zip" in backup.form.result_label.text())
    assert not (tmp_path / "again" / "newsroom.db").exists()
