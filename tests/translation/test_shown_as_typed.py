# SPDX-License-Identifier: GPL-3.0-or-later
"""What a translator types is what the reader sees, whatever the characters."""

import html
import re
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from editor_app.domain.article import ArticleContent
from editor_app.text.markdown import plain_text, render_html
from editor_app.translation.assemble import assemble
from editor_app.translation.segments import extract_segments

PLACES = {
    "paragraph": "Text",
    "second sentence": "First. Text",
    "after a soft line end": "First.\nText",
    "heading": "## Text",
    "underlined heading": "Text\n====",
    "list item": "- Text\n- other",
    "quote": "> Text\n> more words here",
    "cell": "| Text | b |\n|---|---|\n| c | d |",
    "emphasised": "a *Text* b",
    "link": "a [Text](http://x.org) b",
    "footnote": "x[^1]\n\n[^1]: Text",
}
NASTY = st.lists(
    st.sampled_from(
        [*"*_`[]<>#+-=~|!\\:&{}()\"'.1⟦⟧/@^$%", "a", "B", "é", "漢", " ", "  ", "\n", "1. ", "- ", "# ",
         "> ", "```", "~~~", "---", "===", "](x)", "<b>", "</p>", "<!--", "&amp;", "&#42;", "http://x.y/a_b_c",
         ": ", "**", "__", "[^1]", "\\\\", "![", "{#x}", "{: .c}", "[sic]"]
    ),
    max_size=12,
).map("".join)  # fmt: skip


def translated(body, target):
    content = ArticleContent(body=body)
    targets = {
        segment.key: replace(segment, target=segment.source.replace("Text", target))
        for segment in extract_segments(content, "en")
        if "Text" in segment.source
    }
    return assemble(content, "en", targets, base=ArticleContent()).body


def visible(rendered):
    words = re.sub(
        r"<sup.*?</sup>|<div class=\"footnote\">|&nbsp;<a class=.footnote-backref.*?</a>",
        "",
        rendered,
    )
    return squeezed(html.unescape(re.sub(r"<[^>]*>", "", words)))


def squeezed(text):
    return " ".join(text.split())


def expected(place, target):
    shown = visible(render_html(PLACES[place]))
    return squeezed(shown.replace("Text", target))


@pytest.mark.parametrize("place", PLACES)
@given(target=NASTY.filter(lambda text: text.strip() and "⟦" not in text))
@example(target="# not a heading")
@example(target="1. not a list")
@example(target="*no* _em_ `code` [a](b) <b>x</b> &amp; \\* ~~x~~ {: .c}")
@example(target="a | b")
@example(target="---")
@example(target="<*@<b>")
@example(target="*#")
@settings(max_examples=60, deadline=None)
def test_the_page_shows_the_typed_characters(place, target):
    assert visible(render_html(translated(PLACES[place], target))) == expected(place, target)


@pytest.mark.parametrize("place", ["paragraph", "second sentence", "list item", "quote", "heading"])
@given(target=NASTY.filter(lambda text: text.strip() and "⟦" not in text))
@settings(max_examples=60, deadline=None)
def test_a_second_markdown_parser_shows_them_too(place, target):
    shown = squeezed(plain_text(PLACES[place]).replace("Text", squeezed(target)))
    assert squeezed(plain_text(translated(PLACES[place], target))) == shown


@pytest.mark.parametrize(
    "prose",
    [
        "Une phrase, « entre guillemets » : 5 * 3 = 15 !",
        "snake_case stays, and so does C:\\path (1) – [sic] & more…",
        "Il paie 3 < 5 euros ; l'été, 50 % des gens.",
        "الشمس تشرق غدا، أليس كذلك؟",
    ],
)
def test_plain_prose_is_written_as_it_was_typed(prose):
    assert translated("Text", prose) == prose


def test_line_ends_in_a_target_become_spaces():
    assert translated("> Text", "one\r\n\n  two\u2028three") == "> one two three"
