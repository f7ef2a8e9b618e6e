# SPDX-License-Identifier: GPL-3.0-or-later
"""What is not prose is hidden, and every offset stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.text.markdown_prose import HIDDEN, prose_only, without_code


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("a `b` c", "a c"),
        ("a\n\n    b\n\n```\nc\n```\n\n- d\n\n      e\n", "a - d"),
        ("a <b title='c'>d</b> <!-- e --> http://f.g/h i@j.kl", "a d"),
        ("[a](b 'c') ![d](media:e) [f][g] h[^i]", "[a] ![d] [f] h"),
        ("a\n\n[b]: http://c 'd'\n\n[^e]: f", "a f"),
        ("| a |\n|:--|\n| b {: .c}", "| a | | b"),
        ("`a `` b", "`a `` b"),
    ],
)
def test_only_prose_is_left(body, words):
    shown = prose_only(body)
    assert len(shown) == len(body)
    assert shown.replace(HIDDEN, " ").split() == words.split()


@given(st.text(alphabet="ab \n\r>`~<-![]():|\u2028\x0c"))
def test_no_offset_moves_and_lines_stay(body):
    for shown in (without_code(body), prose_only(body)):
        assert len(shown) == len(body)
        assert all(here in (there, HIDDEN) for here, there in zip(shown, body, strict=True))
        assert shown.count("\n") == body.count("\n")
