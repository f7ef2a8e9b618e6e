# SPDX-License-Identifier: GPL-3.0-or-later
"""A translation has the source's structure: the same tags and addresses in the same order."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor_app.domain.article import ArticleContent
from editor_app.text.markdown import render_html
from editor_app.translation.assemble import assemble
from editor_app.translation.placeholders import PLACEHOLDER
from editor_app.translation.segments import extract_segments

BODY_PARTS = [
    "# The *first* heading\n",
    "Heading below\n---\n",
    "Plain words. And [a link](https://a.b/c_d 'T') with **strong *nested* words**, `co*de`.\nNext line.\n",
    "> A quote with _emphasis_. Two\n> lines.\n>\n> > Inner one.\n",
    "- One item\n- Two **items**\n  - nested item\n\n  second paragraph\n",
    "1. First\n2. Second [ref][r], [r] and [r][]\n",
    "| Head | *Em* |\n|---|--:|\n| a \\| b | [c](d) |\n|  | e |\n",
    "Text with a note[^1] and another[^b].\n",
    "![A view of it](media:m1 \"The caption, and more\")\n",
    "Inline ![small](media:m2) image and <b>raw *html*</b> and <br> end.\n",
    "One line  \nbroken\\\nhard.\n",
    "```\ncode *x*\n```\n",
    "<div>\nhtml *block*\n</div>\n",
    "Escapes \\*no\\* &amp; &copy; 5 * 3 snake_case <https://x.y/z>.\n",
    "Term\n:   Definition one. Two.\n",
    "***\n",
]  # fmt: skip
DEFINITIONS = "\n[r]: https://ref.org 'Ref'\n\n[^1]: A note. Two *sentences*.\n\n[^b]: Another.\n"


def structure(body):
    rendered = render_html(body, image=lambda media_id, alt, title: f'<img src="{media_id}">')
    tags = re.findall(r"<[^>]*>", rendered)
    return [re.sub(r' (?:alt|title)="[^"]*"', "", tag) for tag in tags]


def pseudo_translation(source, change):
    parts = []
    position = 0
    for match in PLACEHOLDER.finditer(source):
        parts += [change(source[position : match.start()]), match.group()]
        position = match.end()
    return "".join([*parts, change(source[position:])])


def translated(body, change):
    content = ArticleContent(body=body)
    targets = {
        segment.key: replace(segment, target=pseudo_translation(segment.source, change))
        for segment in extract_segments(content, "en")
    }
    return assemble(content, "en", targets, base=ArticleContent()).body


CHANGES = {
    "capitals": str.upper,
    "another script": lambda text: re.sub(r"\w", "ж", text),
    "right to left": lambda text: re.sub(r"\w", "ש", text),
    "Chinese": lambda text: re.sub(r"\w+", "漢字", text),
    "longer": lambda text: re.sub(r"(\w+)", r"\1\1 \1", text),
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("part", BODY_PARTS)
def test_each_construct_keeps_its_structure(part, change):
    body = f"{part}{DEFINITIONS}"
    assert structure(translated(body, CHANGES[change])) == structure(body)


@given(st.lists(st.sampled_from(BODY_PARTS), max_size=8), st.sampled_from(["\n", "\r\n"]))
@settings(max_examples=60, deadline=None)
def test_any_sequence_of_constructs_keeps_its_structure(parts, line_end):
    body = "\n".join([*parts, DEFINITIONS]).replace("\n", line_end)
    for change in CHANGES.values():
        assert structure(translated(body, change)) == structure(body)
