# SPDX-License-Identifier: GPL-3.0-or-later
"""Markdown becomes block markup that holds nothing but what was written, and comes back."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.publishing.endpoints.wordpress.block_markup import (
    block_name,
    same_markup,
    split_blocks,
)
from editor_app.publishing.endpoints.wordpress.blocks import to_blocks
from editor_app.publishing.endpoints.wordpress.from_blocks import island, pulled_text
from tests.publishing.wordpress.texts import EVERYTHING, IMAGES, QUAY

IMAGE_BLOCK = (
    '<!-- wp:image {"id":12,"sizeSlug":"full","linkDestination":"none"} -->\n'
    '<figure class="wp-block-image size-full"><img src="https://tide.example/uploads/quay.jpg" '
    'alt="Alt &quot;x&quot;" class="wp-image-12"/><figcaption class="wp-element-caption">'
    "Photo: Ida &amp; Noor</figcaption></figure>\n<!-- /wp:image -->"
)


def blocks_of(body: str, there: str = "") -> list[str]:
    return split_blocks(to_blocks(body, IMAGES, there=there))


def test_each_kind_of_text_becomes_its_own_kind_of_block() -> None:
    names = [block_name(chunk) for chunk in blocks_of(EVERYTHING)]
    assert names == [
        *(
            "paragraph",
            "heading",
            "heading",
            "list",
            "list",
            "paragraph",
            "list",
            "quote",
            "image",
            "image",
        ),
        *("table", "separator", "code", "gallery", "paragraph", "html"),
    ]


@pytest.mark.parametrize(
    ("markdown", "block"),
    [
        (
            "Words & more.",
            "<!-- wp:paragraph -->\n<p>Words &amp; more.</p>\n<!-- /wp:paragraph -->",
        ),
        (
            "## Title",
            '<!-- wp:heading -->\n<h2 class="wp-block-heading">Title</h2>\n<!-- /wp:heading -->',
        ),
        (
            "# Title",
            '<!-- wp:heading {"level":1} -->\n<h1 class="wp-block-heading">Title</h1>\n<!-- /wp:heading -->',
        ),
        (
            f'![Alt "x"](media:{QUAY})',
            IMAGE_BLOCK,
        ),
        (
            "```\n[gallery]\n```",
            '<!-- wp:code -->\n<pre class="wp-block-code"><code>&#91;gallery]</code></pre>\n<!-- /wp:code -->',
        ),
    ],
)
def test_a_block_is_written_as_the_block_editor_writes_it(markdown: str, block: str) -> None:
    assert to_blocks(markdown, IMAGES) == block


def test_no_address_of_this_computer_is_in_what_is_sent() -> None:
    made = to_blocks(EVERYTHING, IMAGES)
    assert not re.search(r"media:|data-caption|file:", made)
    assert "wp-image-12" in made


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "<!-- wp:html --><script>alert(1)</script><!-- /wp:html -->",
        "<iframe src='https://evil.example'></iframe>",
        "[x](javascript:alert(1))",
        "<p onclick='alert(1)'>x</p>",
        "```wordpress\n<script>alert(1)</script>\n```",
    ],
)
def test_nothing_that_runs_gets_into_a_post(hostile: str) -> None:
    made = to_blocks(f"Before.\n\n{hostile}\n\nAfter.", IMAGES)
    assert not re.search(r"<script|<iframe|href=.javascript|<p onclick", made)
    assert "Before." in made
    assert "After." in made


def test_an_island_goes_back_only_where_it_came_from() -> None:
    raw = '<!-- wp:acme/map {"zoom":\t3} -->\n<div data-x="```">\n\n\tmap</div>\n<!-- /wp:acme/map -->'
    body = f"Words.\n\n{island(raw)}"
    assert raw in to_blocks(body, IMAGES, there=f"<p>Old</p>\n{raw}")
    assert "<div data-x" not in to_blocks(body, IMAGES, there="<p>Old</p>")


def test_an_unchanged_post_gives_the_base_back_byte_for_byte() -> None:
    assert (
        pulled_text(to_blocks(EVERYTHING, IMAGES), base=EVERYTHING, images=IMAGES).body
        == EVERYTHING
    )


@pytest.mark.parametrize("line", range(16))
def test_a_colleagues_change_of_one_block_leaves_the_others_byte_for_byte(line: int) -> None:
    chunks = blocks_of(EVERYTHING)
    chunks[line] = (
        "<!-- wp:paragraph -->\n<p>A <em>colleague</em> was here.</p>\n<!-- /wp:paragraph -->"
    )
    body = pulled_text("\n\n".join(chunks), base=EVERYTHING, images=IMAGES).body
    assert "A *colleague* was here." in body
    kept = [text for text in re.split(r"\n\n(?=\S)", EVERYTHING.strip()) if text in body]
    assert len(kept) >= 15
    again = to_blocks(body, IMAGES)
    assert [same_markup(c) for c in split_blocks(again)] == [same_markup(c) for c in chunks]


def test_without_a_base_the_text_comes_back_so_that_it_makes_the_same_post() -> None:
    chunks = blocks_of(EVERYTHING)
    raw = "\n\n".join(chunks)
    body = pulled_text(raw, images=IMAGES).body
    again = to_blocks(body, IMAGES, there=raw)
    assert [same_markup(c) for c in split_blocks(again)] == [same_markup(c) for c in chunks]
    assert "## What happened {#what}" in body
    assert "| Mon | 3 |" in body


@pytest.mark.parametrize(
    "raw",
    [
        '<!-- wp:acme/map {"zoom":3} /-->',
        '<!-- wp:columns --><div class="wp-block-columns"><!-- wp:paragraph --><p>x</p><!-- /wp:paragraph --></div><!-- /wp:columns -->',
        '<!-- wp:paragraph {"align":"center"} --><p class="has-text-align-center">x</p><!-- /wp:paragraph -->',
        '<!-- wp:shortcode -->[gallery ids="1,2"]<!-- /wp:shortcode -->',
        "<div><video src='x'></video>old</div>",
        '<table><tr><td rowspan="2">x</td></tr></table>',
        "<!-- wp:html -->\n<b>a</b>```\n~~~\n<!-- /wp:html -->",
        "<!--more-->",
    ],
)
def test_what_only_wordpress_understands_survives_as_an_island(raw: str) -> None:
    base = "One.\n\nTwo.\n"
    one, two = blocks_of(base)
    body = pulled_text(f"{one}\n\n{raw}\n\n{two}", base=base, images=IMAGES).body
    assert body.startswith("One.\n\n")
    assert raw in body
    assert raw in to_blocks(body, IMAGES, there=f"{one}\n\n{raw}\n\n{two}")


def test_a_classic_post_becomes_plain_markdown() -> None:
    raw = 'First *star* line.\n\n[gallery ids="1"]\n\n<h2>Head</h2>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>'
    body = pulled_text(raw, images=IMAGES).body
    assert body == 'First \\*star\\* line.\n\n\\[gallery ids="1"\\]\n\n## Head\n\n- a\n- b\n'


def test_words_that_look_like_marks_stay_words() -> None:
    words = "1. no list # no head *no* _no_ `no` [no](no) <b> &amp; \\ + - = ~~~ : | !"
    paragraph = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    raw = f"<!-- wp:paragraph -->\n<p>{paragraph}</p>\n<!-- /wp:paragraph -->"
    body = pulled_text(raw).body
    assert "```" not in body.replace("~~~", "")
    assert to_blocks(body, {}) == raw


@given(
    st.lists(
        st.text(alphabet="abc *_`[]()<>&#-+.1:|\\!~\"'\u00a0é日", min_size=1, max_size=40),
        max_size=4,
    )
)
def test_any_text_somebody_types_there_comes_back_and_goes_out_the_same(texts: list[str]) -> None:
    escaped = [t.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") for t in texts]
    chunks = [f"<!-- wp:paragraph -->\n<p>{t}</p>\n<!-- /wp:paragraph -->" for t in escaped]
    raw = "\n\n".join(chunks)
    body = pulled_text(raw).body
    again = to_blocks(body, {}, there=raw)
    wanted = [same_markup(chunk) for chunk in split_blocks(raw)]
    assert [same_markup(chunk) for chunk in split_blocks(again)] == wanted


def test_footnotes_have_no_colon_in_their_addresses() -> None:
    made = to_blocks("Sea[^1].\n\n[^1]: Salt water.", {})
    assert 'href="#fn-1"' in made
    assert 'id="fn-1"' in made
    assert "fn:" not in made
