# SPDX-License-Identifier: GPL-3.0-or-later
"""The main window: opening, desks, panes, command box, Esc, restart."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from editor_app.bootstrap import open_newsroom
from editor_app.domain.errors import CannotSave, ProfileCorrupt, ProfileTooNew
from editor_app.gui.single_instance import SingleInstance
from editor_app.gui.trouble_page import TroublePage
from editor_app.gui.welcome.welcome_page import WelcomePage

Start = Callable[..., Any]
Settle = Callable[[Any], None]


def press(qtbot: QtBot, session: Any, key: Qt.Key, *modifiers: Qt.KeyboardModifier):
    """Press a key with modifiers in the window, wherever the focus is."""
    held = Qt.KeyboardModifier.NoModifier
    for one in modifiers:
        held |= one
    target = session.window.focusWidget() or session.window
    qtbot.keyClick(target, key, held)


CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def test_an_empty_newsroom_welcomes_and_enter_starts_an_article(
    qtbot: QtBot, start: Start, settle: Settle, profile: Path
):
    session = start(profile)
    page = session.window.pages.currentWidget()
    assert isinstance(page, WelcomePage)
    qtbot.waitUntil(lambda: page.buttons[0].hasFocus())
    qtbot.keyClick(page.buttons[0], Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: session.window.current_desk is not None)
    settle(session)
    desk = session.window.desk("articles")
    assert desk.shown is not None
    assert session.window.newsroom.browse.show(desk.shown.article.id).article.language == "en"


def test_the_sample_newsroom_opens_from_the_welcome_screen(
    qtbot: QtBot, start: Start, settle: Settle, profile: Path
):
    session = start(profile)
    page = session.window.pages.currentWidget()
    qtbot.keyClick(page.buttons[3], Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: session.window.current_desk is not None, timeout=30_000)
    settle(session)
    assert session.window.desk("articles").library.model.rowCount() >= 12


def test_ctrl_1_to_5_switch_desks(qtbot: QtBot, start: Start, settle: Settle, sample: Path):
    session = start(sample)
    desks = [desk.id for desk in session.window.desks]
    keys = {"articles": Qt.Key.Key_1, "translations": Qt.Key.Key_2, "calendar": Qt.Key.Key_3,
            "comments": Qt.Key.Key_4, "outbox": Qt.Key.Key_5}  # fmt: skip
    for desk_id in [one for one in keys if one in desks]:
        press(qtbot, session, keys[desk_id], CTRL)
        assert session.window.current_desk.id == desk_id
        settle(session)


@pytest.mark.parametrize("keys", [(Qt.Key.Key_K, CTRL), (Qt.Key.Key_P, CTRL, SHIFT)])
def test_the_command_box_finds_commands_and_articles(
    qtbot: QtBot, start: Start, settle: Settle, sample: Path, keys: tuple
):
    session = start(sample)
    press(qtbot, session, *keys)
    box = session.window.command_box
    assert box.isVisible()
    settle(session)
    qtbot.keyClicks(box.edit, "lighthouse")
    settle(session)
    assert "lighthouse" in box.list.item(0).text().lower()
    qtbot.keyClick(box.edit, Qt.Key.Key_Return)
    settle(session)
    shown = session.window.desk("articles").shown
    assert "lighthouse" in shown.content().headline
    press(qtbot, session, *keys)
    qtbot.keyClicks(box.edit, "gto outb")
    assert box.entries()[0].command_id == "go.outbox"


def test_esc_closes_the_command_box_and_nothing_else(
    qtbot: QtBot, start: Start, settle: Settle, sample: Path
):
    session = start(sample)
    session.window.show_command_box()
    settle(session)
    qtbot.keyClick(session.window.command_box.edit, Qt.Key.Key_Escape)
    assert not session.window.command_box.isVisible()
    assert session.window.isVisible()


def test_f11_leaves_only_the_text_and_esc_brings_all_back(
    qtbot: QtBot, start: Start, settle: Settle, sample: Path
):
    session = start(sample)
    press(qtbot, session, Qt.Key.Key_F11)
    assert not session.window.rail.isVisible()
    assert not session.window.desk("articles").library.isVisible()
    qtbot.keyClick(session.window, Qt.Key.Key_Escape)
    assert session.window.rail.isVisible()
    assert session.window.desk("articles").library.isVisible()


def test_a_restart_brings_back_desk_article_cursor_and_panes(
    qtbot: QtBot, start: Start, settle: Settle, sample: Path
):
    first = start(sample)
    desk = first.window.desk("articles")
    row = next(r for r in open_rows(first) if r.words > 300)
    first.window.open_article(row.id)
    settle(first)
    cursor = desk.editor.body_edit.textCursor()
    cursor.setPosition(250)
    desk.editor.body_edit.setTextCursor(cursor)
    first.window.toggle_inspector()
    first.window.close()
    qtbot.waitUntil(lambda: not first.window.isVisible(), timeout=20_000)

    second = start(sample)
    settle(second)
    again = second.window.desk("articles")
    qtbot.waitUntil(lambda: again.shown is not None)
    assert again.shown.article.id == row.id
    assert again.editor.body_edit.textCursor().position() == 250
    assert not second.window.panes.wants("inspector")
    assert again.control.inspector.isHidden() or not again.control.inspector.isVisible()


def open_rows(session: Any):
    model = session.window.desk("articles").library.model
    return [model.article_at(row) for row in range(model.rowCount())]


@pytest.mark.parametrize(
    ("error", "advice"),
    [
        (ProfileTooNew("This newsroom was made by a newer Editor App."), "newer"),
        (ProfileCorrupt("The database is damaged."), "backups"),
        (CannotSave("The folder cannot be written."), "writable"),
    ],
)
def test_a_newsroom_that_cannot_be_opened_is_a_sentence_with_a_way_on(
    qtbot: QtBot, start: Start, settle: Settle, profile: Path, error: Exception, advice: str
):
    answers = [error]

    def opener(folder: Path):
        if answers:
            raise answers.pop()
        return open_newsroom(folder)

    session = start(profile, opener)
    page = session.window.pages.currentWidget()
    assert isinstance(page, TroublePage)
    assert page.sentence.text() == str(error)
    assert advice in page.advice.text()
    qtbot.keyClick(page.findChild(QPushButton, "retry_opening_button"), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: session.window.has_newsroom, timeout=20_000)
    settle(session)


def test_a_second_start_raises_the_first_window_and_does_not_open_another(
    qtbot: QtBot, profile: Path, application
):
    first = SingleInstance(profile)
    assert first.claim()
    with qtbot.waitSignal(first.raise_requested, timeout=5_000):
        assert not SingleInstance(profile).claim()
    first.release()
    again = SingleInstance(profile)
    assert again.claim()
    again.release()


def test_every_widget_that_takes_the_focus_has_a_name(start: Start, settle: Settle, sample: Path):
    session = start(sample)
    session.window.open_article(open_rows(session)[0].id)
    settle(session)
    QAccessible.setActive(True)
    nameless: list[str] = []
    for desk_id in [desk.id for desk in session.window.desks]:
        session.window.go_to(desk_id)
        settle(session)
        for widget in session.window.findChildren(QWidget):
            takes_focus = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            if widget.isVisible() and takes_focus and widget.focusProxy() is None:
                spoken = QAccessible.queryAccessibleInterface(widget)
                if spoken and not spoken.text(QAccessible.Text.Name).strip():
                    nameless.append(
                        f"{desk_id}: {widget.metaObject().className()} {widget.objectName()}"
                    )
    assert nameless == []


def test_no_two_commands_of_one_desk_have_the_same_keys(start: Start, settle: Settle, sample: Path):
    session = start(sample)
    settle(session)
    window = session.window
    for desk in window.desks:
        keys: dict[str, list[str]] = {}
        for command in window.commands:
            if not command.desks or desk.id in command.desks:
                for key in window.command_actions.action(command.id).shortcuts():
                    keys.setdefault(key.toString(), []).append(command.id)
        assert {key: ids for key, ids in keys.items() if len(ids) > 1} == {}


def test_every_command_names_a_method_that_is_there(start: Start, settle: Settle, sample: Path):
    session = start(sample)
    settle(session)
    actions = session.window.command_actions
    missing = [
        c.id
        for c in actions.commands
        if not callable(getattr(actions.receiver(c.id), c.call, None))
    ]
    assert missing == []


def test_the_first_paint_waits_for_no_heavy_module(profile: Path):
    import subprocess

    code = (
        "import sys, editor_app.gui.application;"
        "print(sorted({'sqlmodel','sqlalchemy','httpx','babel','qtawesome','trafilatura','PIL'}"
        " & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
