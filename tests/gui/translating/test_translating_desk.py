# SPDX-License-Identifier: GPL-3.0-or-later
"""Segments at the Translations desk, translated with the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from editor_app.bootstrap import open_newsroom
from editor_app.domain.ids import ArticleId
from editor_app.domain.translation import SegmentState
from editor_app.gui.application import WindowSession
from editor_app.gui.translating.segment_model import Shown
from editor_app.gui.writing.documents import text_of
from tests.gui.translating.steps import (
    ALT,
    CTRL,
    SHIFT,
    current,
    desk_of,
    key,
    saved,
    type_text,
    wait_until_saved,
)

Start = Callable[..., WindowSession]
Settle = Callable[[WindowSession], None]


def test_what_is_typed_is_saved_without_asking_and_rebuilds_the_article(
    qtbot: QtBot, session: WindowSession, target: ArticleId
):
    type_text(qtbot, session, "Port calme")
    wait_until_saved(qtbot, session)
    view = saved(session, target)
    assert view.segments[0].target == "Port calme"
    assert view.segments[0].state is SegmentState.DRAFT
    assert view.target.content.headline == "Port calme"


def test_confirming_saves_at_once_and_goes_to_the_next_unfinished_segment(
    qtbot: QtBot, session: WindowSession, target: ArticleId
):
    type_text(qtbot, session, "Port calme")
    key(qtbot, session, Qt.Key.Key_Return, CTRL)
    assert current(session).position == 1
    wait_until_saved(qtbot, session)
    assert saved(session, target).segments[0].state is SegmentState.CONFIRMED


def test_an_empty_segment_is_not_confirmed_and_the_reason_is_said(
    qtbot: QtBot, session: WindowSession, target: ArticleId
):
    key(qtbot, session, Qt.Key.Key_Return, CTRL)
    assert current(session).position == 0
    assert "cannot be confirmed" in session.window.quiet_bar.label.text()
    assert saved(session, target).segments[0].state is SegmentState.NEW


def test_looking_through_a_translation_changes_nothing(
    qtbot: QtBot, session: WindowSession, settle: Settle, target: ArticleId
):
    before = saved(session, target)
    for _ in range(len(before.segments)):
        key(qtbot, session, Qt.Key.Key_Down, ALT)
    for _ in range(len(before.segments)):
        key(qtbot, session, Qt.Key.Key_Up, ALT)
    settle(session)
    assert desk_of(session).saver.is_clean
    after = saved(session, target)
    assert after.segments == before.segments
    assert after.target.counter == before.target.counter


def test_each_segment_keeps_its_own_undo(qtbot: QtBot, session: WindowSession):
    type_text(qtbot, session, "un")
    key(qtbot, session, Qt.Key.Key_Down, ALT)
    type_text(qtbot, session, "deux")
    key(qtbot, session, Qt.Key.Key_Up, ALT)
    wait_until_saved(qtbot, session)
    key(qtbot, session, Qt.Key.Key_Z, CTRL)
    table = desk_of(session).work.table
    assert text_of(table.card.target.document()) == ""
    key(qtbot, session, Qt.Key.Key_Down, ALT)
    assert text_of(table.card.target.document()) == "deux"


def test_the_source_is_copied_with_its_placeholders_and_one_undo_takes_it_back(
    qtbot: QtBot, session: WindowSession
):
    key(qtbot, session, Qt.Key.Key_Down, ALT)
    table = desk_of(session).work.table
    key(qtbot, session, Qt.Key.Key_C, CTRL, SHIFT)
    assert text_of(table.card.target.document()) == "The ⟦1⟧harbour⟦/1⟧ is quiet."
    key(qtbot, session, Qt.Key.Key_Z, CTRL)
    assert text_of(table.card.target.document()) == ""


def test_a_placeholder_is_inserted_by_its_number_around_the_cursor(
    qtbot: QtBot, session: WindowSession, target: ArticleId
):
    key(qtbot, session, Qt.Key.Key_Down, ALT)
    type_text(qtbot, session, "Le ")
    key(qtbot, session, Qt.Key.Key_1, CTRL, ALT)
    type_text(qtbot, session, "port")
    wait_until_saved(qtbot, session)
    assert saved(session, target).segments[1].target == "Le ⟦1⟧port⟦/1⟧"
    assert "Le **port**" in saved(session, target).target.content.body


def test_an_unknown_placeholder_says_so_and_inserts_nothing(qtbot: QtBot, session: WindowSession):
    key(qtbot, session, Qt.Key.Key_7, CTRL, ALT)
    assert "no placeholder 7" in session.window.quiet_bar.label.text()
    assert text_of(desk_of(session).work.table.card.target.document()) == ""


def test_the_filter_shows_unfinished_segments_and_does_not_take_them_away_while_one_works(
    qtbot: QtBot, session: WindowSession
):
    desk = desk_of(session)
    table = desk.work.table
    desk.work.header.shown_combo.setCurrentIndex(Shown.UNFINISHED)
    count = table.shown.rowCount()
    table.card.target.setFocus()
    type_text(qtbot, session, "Port calme")
    key(qtbot, session, Qt.Key.Key_Return, CTRL)
    wait_until_saved(qtbot, session)
    assert table.shown.rowCount() == count
    desk.work.header.filter_edit.setText("zzz nothing zzz")
    qtbot.waitUntil(lambda: table.shown.rowCount() == 0)
    assert desk.escape()
    assert table.shown.rowCount() == count


def test_the_page_shows_what_was_typed_a_moment_ago(
    qtbot: QtBot, session: WindowSession, settle: Settle
):
    type_text(qtbot, session, "Port calme")
    key(qtbot, session, Qt.Key.Key_R, CTRL, SHIFT)
    desk = desk_of(session)
    qtbot.waitUntil(lambda: desk.work.is_reading)
    assert "Port calme" in desk.work.page.toPlainText()
    assert desk.escape()
    assert not desk.work.is_reading


def test_five_hundred_segments_have_one_live_editor_and_the_current_row_is_in_sight(
    qtbot: QtBot, start: Start, settle: Settle, profile: Path
):
    newsroom = open_newsroom(profile)
    body = "\n\n".join(f"Sentence number {n} about the tide." for n in range(500))
    source = newsroom.write.create(language="en", headline="Long", body=body).value
    target = newsroom.translate.start(source.id, "fr").value.target.id
    newsroom.close()
    session = start(profile)
    session.window.open_translation(target)
    settle(session)
    table = desk_of(session).work.table
    assert table.shown.rowCount() == 501
    last = table.segments.segment(500).key
    assert table.go_to_key(last)
    editors = table.viewport().findChildren(type(table.card.target))
    assert len(editors) == 1
    assert table.viewport().rect().contains(table.card.geometry().center())


def test_a_screen_reader_hears_where_it_is(session: WindowSession):
    card = desk_of(session).work.table.card
    assert "Français" in card.target.accessibleName()
    assert "Headline 1 of 5" in card.target.accessibleName()
    assert card.target.accessibleDescription() == "Quiet harbour"
