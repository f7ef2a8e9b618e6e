"""Escaped text reads exactly as it was typed, and prose is not touched."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from editor_app.text.markdown import plain_text, render_html
from editor_app.text.markdown_escape import escape_markdown

MARKS = "*_`[]()<>#+-.!|~=:&;\\/\"'{}^$@ \n0123456789abzé"


def shown(markdown: str) -> str:
    """What a reader sees: the rendered HTML's text, runs of white space as one space."""
    bare = re.sub(r"<[^>]*>", " ", render_html(markdown))
    return " ".join(html.unescape(bare).split())


def words(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize(
    "text",
    [
        "Plain prose, with commas; dashes – and — and hyphen-ated words: 5 * 3 = 15 (roughly).",
        "“Quotes”, « guillemets », l’été, AT&T, R&D, 100 %, #hashtag inside, a_b_c and e-mail@x.org.",
        "A sum of 1.5 million [sic], the so-called […] clause; see https://example.org/a_b?c=d&e=f",
        "C:\\dir and 3 < 4 > 2",
        "مكتبة الميناء تفتح أبوابها ليلًا.",
    ],
)
def test_plain_prose_stays_byte_for_byte(text: str) -> None:
    assert escape_markdown(text) == text
    assert shown(text) == words(text)


@pytest.mark.parametrize(
    "text",
    [
        "# no heading",
        "#no heading",
        "- no item",
        "* no item",
        "+ no item",
        "1. no item",
        "15. Oktober heißt der Termin",
        "2026) no item",
        "> no quote",
        "---",
        "***",
        "===",
        "~~~",
        "~~not struck~~",
        "```",
        "*not* **strong** ***both*** _no_ __no__ `no code`",
        "[no link](https://example.org) and [no][ref] and [no]: https://example.org",
        "![no image](x.png)",
        "[^1] and [^1]: no footnote",
        "[TOC]",
        "<b>no tag</b> <script>alert(1)</script> <!-- no comment --> <https://example.org>",
        "&amp; &eacute; &#233; &copy;",
        "| no | table |\n| --- | --- |\n| a | b |",
        "Term\n: no definition",
        "*[HTML]: no abbreviation",
        "a line\nwith a second\n- and no item",
        "title\n===",
        "title\n---",
        "ends with a backslash\\",
        "back\\slash \\* \\# \\\\",
        "snake_case_word _x_ __init__",
        "{: .class} and ## x {#id}",
        "!!! note",
    ],
)
def test_marks_show_as_they_were_typed(text: str) -> None:
    assert shown(escape_markdown(text)) == words(text)
    assert words(plain_text(escape_markdown(text))) == words(text)


@given(st.text(alphabet=MARKS, max_size=60))
@example("*a\n\n*")
def test_any_mixture_of_marks_shows_as_it_was_typed(text: str) -> None:
    single = "\n".join(line for line in text.split("\n") if line.strip())
    assert shown(escape_markdown(single)) == words(single)


def test_what_cannot_be_seen_or_saved_becomes_a_visible_mark() -> None:
    assert escape_markdown("a\x07b\ud83dc\x1b[0m") == "a\ufffdb\ufffdc\ufffd[0m"
