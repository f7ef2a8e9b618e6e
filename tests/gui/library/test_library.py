# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of articles: search, filters, paging, empty states, keyboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from editor_app.domain.workflow import Stage
from editor_app.gui.library.model import PAGE_ROWS, RowRole
from editor_app.gui.library.row_delegate import pieces_of, spoken

Start = Callable[..., Any]
Settle = Callable[[Any], None]


@pytest.fixture
def session(start: Start, settle: Settle, sample: Path) -> Any:
    session = start(sample)
    settle(session)
    return session


def rows(session: Any) -> list[Any]:
    model = session.window.desk("articles").library.model
    return [model.article_at(row) for row in range(model.rowCount())]


def test_search_as_you_type_finds_words_of_the_text_and_esc_brings_all_back(
    qtbot: QtBot, session: Any, settle: Settle
):
    library = session.window.desk("articles").library
    everything = library.model.rowCount()
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(session.window, Qt.Key.Key_F, modifiers)
    assert library.search_edit.hasFocus()
    with qtbot.waitSignal(library.model.loaded):
        qtbot.keyClicks(library.search_edit, "lighthouse")
    settle(session)
    assert 0 < library.model.rowCount() < everything
    with qtbot.waitSignal(library.model.loaded):
        qtbot.keyClick(library.search_edit, Qt.Key.Key_Escape)
    settle(session)
    assert library.model.rowCount() == everything


def test_filters_by_language_and_stage_narrow_the_list(session: Any, settle: Settle):
    library = session.window.desk("articles").library
    library.language_combo.setCurrentIndex(library.language_combo.findData("ar"))
    settle(session)
    assert {row.language for row in rows(session)} == {"ar"}
    library.language_combo.setCurrentIndex(0)
    library.stage_combo.setCurrentIndex(library.stage_combo.findData("live"))
    settle(session)
    assert {row.stage for row in rows(session)} == {Stage.LIVE}


def test_an_empty_answer_says_so_and_offers_all_articles(
    qtbot: QtBot, session: Any, settle: Settle
):
    library = session.window.desk("articles").library
    with qtbot.waitSignal(library.model.loaded):
        library.search_edit.setText("zzzznothing")
    settle(session)
    button = library.findChild(QPushButton, "empty_list_button")
    assert button.isVisible()
    assert button.text() == "Show all articles"
    qtbot.keyClick(button, Qt.Key.Key_Space)
    settle(session)
    assert library.model.rowCount() > 0


def test_arrow_keys_walk_the_list_and_return_goes_to_the_text(
    qtbot: QtBot, session: Any, settle: Settle
):
    desk = session.window.desk("articles")
    table = desk.library.table
    table.setFocus()
    table.selectRow(0)
    settle(session)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    settle(session)
    assert desk.shown.article.id == rows(session)[1].id
    assert table.hasFocus()
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert desk.editor.isAncestorOf(session.window.focusWidget())


def test_rows_beyond_the_first_page_are_loaded_when_they_are_looked_at(
    qtbot: QtBot, start: Start, settle: Settle, profile: Path
):
    session = start(profile)
    write = session.window.newsroom.write
    for number in range(PAGE_ROWS + 20):
        write.create(language="en", headline=f"Article {number}")
    session.window.go_to("articles")
    settle(session)
    model = session.window.desk("articles").library.model
    assert model.rowCount() == PAGE_ROWS + 20
    last = model.index(model.rowCount() - 1, 0)
    assert model.data(last, RowRole) is None
    qtbot.waitUntil(lambda: model.data(last, RowRole) is not None, timeout=10_000)
    assert model.data(last, RowRole).headline == "Article 0"


def test_a_row_says_its_state_in_words_and_with_an_icon(session: Any):
    live = next(row for row in rows(session) if row.stage is Stage.LIVE)
    pieces = pieces_of(live, "Europe/Paris")
    state = next(piece for piece in pieces if piece.colour == "live")
    assert (state.text, state.icon) == ("Live", "live")
    said = spoken(live, "Europe/Paris")
    assert live.headline in said
    assert "Live" in said
    assert "words" in said


def test_every_row_has_words_for_a_screen_reader(session: Any):
    model = session.window.desk("articles").library.model
    for place in range(model.rowCount()):
        text = model.data(model.index(place, 0), Qt.ItemDataRole.AccessibleTextRole)
        assert isinstance(text, str)
        assert text


def test_saving_an_article_moves_it_up_and_keeps_the_selection(
    qtbot: QtBot, session: Any, settle: Settle
):
    desk = session.window.desk("articles")
    third = rows(session)[3]
    session.window.open_article(third.id)
    settle(session)
    qtbot.keyClicks(desk.editor.body_edit, "x")
    autosave = desk.sessions.autosave(third.id)
    qtbot.waitUntil(lambda: autosave.is_settled, timeout=10_000)
    settle(session)
    assert rows(session)[0].id == third.id
    assert desk.library.current_row().id == third.id
