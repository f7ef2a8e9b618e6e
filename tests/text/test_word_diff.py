# SPDX-License-Identifier: GPL-3.0-or-later
"""Differences between two texts."""

from hypothesis import given
from hypothesis import strategies as st

from editor_app.text.word_diff import Change, DiffSpan, line_diff, word_diff


def sides(spans):
    old = "".join(span.text for span in spans if span.change is not Change.ADDED)
    new = "".join(span.text for span in spans if span.change is not Change.REMOVED)
    return old, new


def test_only_the_changed_word_is_marked():
    assert word_diff("The mayor said no.", "The mayor said yes.") == (
        DiffSpan(Change.SAME, "The mayor said "),
        DiffSpan(Change.REMOVED, "no"),
        DiffSpan(Change.ADDED, "yes"),
        DiffSpan(Change.SAME, "."),
    )


@given(st.text(alphabet="ab \n漢é"), st.text(alphabet="ab \n漢é"))
def test_both_texts_can_be_read_back(old, new):
    assert sides(word_diff(old, new)) == (old, new)


def test_a_very_long_text_is_compared_by_lines_first():
    old = "".join(f"line {number} of the text\n" for number in range(3000))
    new = old.replace("line 1500 of", "row 1500 of")
    spans = word_diff(old, new)
    assert sides(spans) == (old, new)
    assert [span.text for span in spans if span.change is Change.ADDED] == ["row"]


def test_equal_texts_have_no_difference():
    assert line_diff("a\nb", "a\nb") == ""
    assert word_diff("", "") == ()


def test_lines_differ_in_unified_form():
    assert line_diff("a\nb\n", "a\nc") == (
        "--- old\n+++ new\n@@ -1,2 +1,2 @@\n a\n-b\n+c\n\\ No newline at end of file\n"
    )
