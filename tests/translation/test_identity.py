# SPDX-License-Identifier: GPL-3.0-or-later
"""With targets equal to their sources, the body is the source's, byte for byte."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor_app.domain.article import ArticleContent
from editor_app.translation.assemble import assemble
from editor_app.translation.segments import extract_segments, source_sentences

BODIES = {
    "plain": "One sentence. Two sentences!\nStill the same paragraph?\n\nAnother.",
    "no newline at the end": "# Title\ntext",
    "only newlines": "\n\n\n",
    "CRLF": "# A\r\n\r\nOne. Two.\r\nThree.  \r\nFour.\r\n\r\n- a\r\n- b\r\n",
    "CR alone": "One.\rTwo.\r\rThree.",
    "tabs": "-\tone\n\t- two\n\n\t\tcode\n\n1.\tx\ty\n",
    "nested lists": "1. One.\n   More of one.\n\n   A second paragraph.\n   - a *b*\n     - c\n10) Ten\n",
    "nested quotes": "> One. Two\n> goes on.\n> > Inner *text.*\nlazy end.\n\n> - item\n>   more\n",
    "table": "| A | B \\| c |\n|:--|--:|\n| *x*. Y | |\n|  | `a|b` |\n\na | b\n--|--\nc | d\n",
    "table in a quote": "> | a | b |\n> |---|---|\n> | a | a |\n",
    "fences": "```python\n# no *heading*\n```\n\n~~~\n> x\n~~~\n\n    indented code\n\nText.\n",
    "unclosed fence": "Text.\n\n```\nnever *closed*\n",
    "HTML blocks": "<div class='x'>\n*not* markup\n</div>\n\n<!-- a\ncomment -->\n\n<p>Text.</p>\n",
    "inline HTML": "A <b>bold *and* em</b> <br> x <i>unclosed. Next </em> z <!-- c --> end.",
    "reference links": 'See [one], [two][], [three][one] and [four].\n\n[one]: http://a.b "T"\n[two]: <x y>\n',
    "links": "A [b](c), [d *e* [f]](<g h> 'i'), ![j](k \"l\"), <http://m.n>, https://o.p/q_r_s).\n",
    "link with brackets": "[a](b(c)d) [a](b\\)c) [not a link] [x]: y\n",
    "footnotes": "Text[^1] and[^note].\n\n[^1]: Short.\n[^note]: Long. Two.\n\n    More of it.\n",
    "hard breaks": "One  \ntwo\\\nthree   \nfour\\\\\nfive  ",
    "escapes": "\\*not em\\* 1\\. \\# \\\\ &amp; &#42; &nope; 5 * 3 * 2 snake_case __init__",
    "emphasis": "***a** b* *a **b*** **a*b*c** _a_b_ __a__b* ** a ** *\n*",
    "setext": "Title one\ngoes on\n===\n\nTwo *x*\n---\n\n***\n",
    "hash headings": "# A #\n## B \\#\n###\n#### C #d ##\n#not\n",
    "definitions": "Term *a*\n:   First. Second.\n    Lazy.\n\n:   Other.\n\n*[ABC]: Long form\n",
    "brackets of placeholders": "⟦1⟧ and ⟦/1⟧ or ⟦2/⟧ alone ⟦.",
    "code spans": "`a` ``b ` c`` `unclosed ``x` and `y\nz` end.",
    "figures": '![A view. Of it](media:0190-a "A caption; with *stars*.")\n\n![](media:b)\n\n![x](media:c)\n',
    "task list": "- [ ] open\n- [x] done. Really.\n",
    "attributes": "# T {#id}\n\nText. {: .lead }\n\n[a](b){: .c}\n",
    "odd line ends": "a\x0bb\x0cc\x85d\u2028e.\u2029 F\n",
    "NUL and surrogate": "a\0b. \ud800 C.\n\n\0\n",
    "spaces at ends": "  lead. in  \n\n\u00a0 nbsp \u00a0\n\n\t\n   # H   \n",
    "no letters": "… — !\n\n***\n\n- *\n- 1\n",
    "Arabic": "هل هذا صحيح؟ نعم! قال د. أحمد: «لا». **انتهى**.\n",
    "Chinese": "今天**天气**好。我们去[公园](x)吧！\n好。\n",
    "list numbers": "1986\\. A great year. 3. Not a list.\n\n* a\n\n\n* b\n",
}  # fmt: skip

MARKDOWN_PIECES = st.sampled_from(
    ["*", "**", "_", "`", "```", "[", "]", "](", ")", "(x)", "![", "<", ">", "<b>", "</b>", "&amp;", "\\",
     "\n", "\n\n", "\r\n", "  \n", "> ", "- ", "1. ", "# ", "    ", "\t", "|", "|---|", "\n---\n", "[^1]",
     "[^1]: ", "[a]: b", "<!--", "-->", "⟦1⟧", "⟦", "{: .x}", "~~", "https://a.b", ": ", "a", "b. C", "Word",
     " ", "! ", "é", "漢。", "\"", "'", "\u2028", "\0"]
)  # fmt: skip


def as_targets(content, language="en"):
    return {
        segment.key: replace(segment, target=segment.source)
        for segment in extract_segments(content, language)
    }


@pytest.mark.parametrize("name", BODIES)
@pytest.mark.parametrize("language", ["en", "fr", "zh"])
def test_sources_as_targets_give_the_source(name, language):
    content = ArticleContent(body=BODIES[name])
    result = assemble(content, language, as_targets(content, language), base=ArticleContent())
    assert result.body == content.body


@pytest.mark.parametrize("name", BODIES)
def test_each_place_in_the_body_holds_the_words_of_its_segment(name):
    content = ArticleContent(body=BODIES[name])
    end = 0
    for sentence in source_sentences(content, "en"):
        assert end <= sentence.start < sentence.end <= len(content.body)
        end = sentence.end
        raw = content.body[sentence.start : sentence.end]
        first_word = sentence.segment.source.split("⟦")[0].split(" ")[0]
        assert raw.startswith(first_word)


@given(st.lists(MARKDOWN_PIECES, max_size=40).map("".join))
@settings(max_examples=300, deadline=None)
def test_any_mix_of_markup_comes_back_unchanged(body):
    content = ArticleContent(body=body, headline="H", standfirst=body, tags=("a", "b"))
    result = assemble(content, "en", as_targets(content), base=ArticleContent())
    assert result.body == body
    assert result.standfirst == body
    assert (result.headline, result.tags) == ("H", ("a", "b"))


@given(st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_any_text_comes_back_unchanged(body):
    content = ArticleContent(body=body)
    assert assemble(content, "de", as_targets(content, "de"), base=ArticleContent()).body == body


def test_without_any_target_the_source_text_stands():
    content = ArticleContent(headline="H", body=BODIES["links"], standfirst="S.", tags=("t",))
    result = assemble(content, "en", {}, base=ArticleContent(slug="kept"))
    assert result == replace(content, slug="kept")
