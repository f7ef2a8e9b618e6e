# SPDX-License-Identifier: GPL-3.0-or-later
"""Placeholders in the live editor: never broken by a key, always in the right place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QFont
from pytestqt.qtbot import QtBot

from editor_app.gui.theme.tokens import LIGHT
from editor_app.gui.translating.placeholders import missing, numbers, span_across, wrapped
from editor_app.gui.translating.target_edit import TargetEdit, segment_document
from editor_app.gui.writing.documents import text_of

NARROW = "\u202f"  # the narrow no-break space of French typography


@pytest.mark.parametrize(
    ("source", "target", "lacking"),
    [
        ("plain", "plain", ()),
        ("a ⟦1⟧b⟦/1⟧ c", "", ("⟦1⟧", "⟦/1⟧")),
        ("a ⟦1⟧b⟦/1⟧ c", "x ⟦1⟧y", ("⟦/1⟧",)),
        ("⟦1/⟧ and ⟦1/⟧", "⟦1/⟧", ("⟦1/⟧",)),
        ("⟦1⟧a⟦/1⟧ ⟦2/⟧", "⟦2/⟧ ⟦1⟧a⟦/1⟧", ()),
    ],
)
def test_what_a_target_lacks_is_named_in_the_order_of_the_source(
    source: str, target: str, lacking: tuple[str, ...]
):
    assert missing(source, target) == lacking


def test_numbers_come_once_and_in_the_order_of_the_source():
    assert numbers("⟦2⟧a⟦/2⟧ ⟦1/⟧ ⟦2⟧b⟦/2⟧") == (2, 1)


def test_a_pair_surrounds_the_selection_and_an_unknown_number_inserts_nothing():
    assert wrapped("⟦1⟧a⟦/1⟧", 1, "été") == ("⟦1⟧été", "⟦/1⟧")
    assert wrapped("⟦3/⟧", 3, "") == ("⟦3/⟧", "")
    assert wrapped("none here", 1, "x") == ("", "")


def test_the_edges_of_a_placeholder_are_not_inside_it():
    assert [span_across("⟦1⟧", offset) is not None for offset in range(4)] == [
        False,
        True,
        True,
        False,
    ]


@pytest.fixture
def edit(qtbot: QtBot) -> TargetEdit:
    made = TargetEdit()
    qtbot.addWidget(made)
    made.resize(400, 200)
    made.show()
    return made


def load(edit: TargetEdit, text: str, language: str = "fr") -> None:
    document = segment_document(
        text, language=language, font=QFont(), tokens=LIGHT, parent=edit.window()
    )
    edit.load(document)


def test_showing_a_segment_is_not_typing(qtbot: QtBot, edit: TargetEdit):
    with qtbot.assertNotEmitted(edit.typed, wait=50):
        load(edit, "avec ⟦1⟧un⟦/1⟧ lien")


def test_backspace_takes_a_whole_placeholder_even_after_an_emoji(qtbot: QtBot, edit: TargetEdit):
    load(edit, "🌊 a⟦1⟧")
    qtbot.keyClick(edit, Qt.Key.Key_Backspace)
    assert text_of(edit.document()) == "🌊 a"
    qtbot.keyClick(edit, Qt.Key.Key_Backspace)
    assert text_of(edit.document()) == "🌊 "


def test_delete_takes_a_whole_placeholder_and_undo_brings_it_back(qtbot: QtBot, edit: TargetEdit):
    load(edit, "⟦1⟧b⟦/1⟧")
    qtbot.keyClick(edit, Qt.Key.Key_Home)
    qtbot.keyClick(edit, Qt.Key.Key_Delete)
    assert text_of(edit.document()) == "b⟦/1⟧"
    qtbot.keyClick(edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert text_of(edit.document()) == "⟦1⟧b⟦/1⟧"


def test_the_cursor_steps_over_a_placeholder_in_both_directions(qtbot: QtBot, edit: TargetEdit):
    load(edit, "a⟦1⟧b")
    qtbot.keyClick(edit, Qt.Key.Key_Home)
    qtbot.keyClick(edit, Qt.Key.Key_Right)
    qtbot.keyClick(edit, Qt.Key.Key_Right)
    assert edit.textCursor().position() == 4
    qtbot.keyClick(edit, Qt.Key.Key_Left)
    assert edit.textCursor().position() == 1
    qtbot.keyClicks(edit, "x")
    assert text_of(edit.document()) == "ax⟦1⟧b"


def test_a_no_break_space_is_typed_and_told_as_one(qtbot: QtBot, edit: TargetEdit):
    load(edit, "")
    told: list[str] = []
    edit.typed.connect(told.append)
    edit.textCursor().insertText(f"Quoi{NARROW}?")
    assert told[-1] == f"Quoi{NARROW}?"


def test_a_paste_of_several_lines_becomes_one_line_of_plain_text(qtbot: QtBot, edit: TargetEdit):
    load(edit, "")
    data = QMimeData()
    data.setHtml("<b>bold</b>")
    data.setText("first line\nsecond <b>line</b>")
    edit.insertFromMimeData(data)
    assert text_of(edit.document()) == "first line second <b>line</b>"


def test_return_leaves_the_segment_instead_of_breaking_the_line(qtbot: QtBot, edit: TargetEdit):
    load(edit, "one line")
    with qtbot.waitSignal(edit.left_downwards):
        qtbot.keyClick(edit, Qt.Key.Key_Return)
    with qtbot.waitSignal(edit.left_upwards):
        qtbot.keyClick(edit, Qt.Key.Key_Up)
    assert text_of(edit.document()) == "one line"


def test_arabic_runs_from_right_to_left(edit: TargetEdit):
    load(edit, "قال", language="ar")
    option = edit.document().defaultTextOption()
    assert option.textDirection() is Qt.LayoutDirection.RightToLeft
