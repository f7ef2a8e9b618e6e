# SPDX-License-Identifier: GPL-3.0-or-later
"""Text in and out of the editor, character for character."""

from __future__ import annotations

import pytest

from editor_app.gui.writing.documents import new_document, replace_text, select_characters, text_of


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
