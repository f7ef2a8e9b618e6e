# SPDX-License-Identifier: GPL-3.0-or-later
"""Text in and out of the editor, character for character."""

from __future__ import annotations

import random

import pytest

from editor_app.gui.theme.tokens import LIGHT
from editor_app.gui.writing.documents import new_document, replace_text, select_characters, text_of
from editor_app.gui.writing.markdown_highlighter import MarkdownHighlighter
from editor_app.text.words import count_words


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


def test_the_running_word_count_is_that_of_the_whole_text_after_any_edit(qapp):
    document = new_document("one two\n\nthree four five\nsix")
    highlighter = MarkdownHighlighter(document, LIGHT)
    highlighter.rehighlight()
    assert highlighter.words == 6
    chance = random.Random(7)
    for _ in range(200):
        length = len(text_of(document))
        start, end = sorted(chance.randint(0, length) for _ in range(2))
        cursor = select_characters(document, start, min(end, start + 9))
        cursor.insertText(chance.choice(["", "new words here", "a\nb\n\nc d", " "]))
        blocks = text_of(document).split("\n")
        assert highlighter.words == sum(count_words(block) for block in blocks)


@pytest.mark.parametrize(
    ("line", "place", "bold", "italic"),
    [("**so** it", 3, True, False), ("an *old* sea", 5, False, True), ("## A museum", 4, True, False),
     ("🚢 **so** it", 6, True, False), ("2 * 3 * 4", 4, False, False)],
)  # fmt: skip
def test_markdown_is_highlighted_quietly(qapp, line: str, place: int, bold: bool, italic: bool):
    document = new_document(line)
    MarkdownHighlighter(document, LIGHT).rehighlight()
    formats = document.firstBlock().layout().formats()
    here = [one.format for one in formats if one.start <= place < one.start + one.length]
    assert any(form.fontWeight() == 700 for form in here) is bold
    assert any(form.fontItalic() for form in here) is italic
