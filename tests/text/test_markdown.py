# SPDX-License-Identifier: GPL-3.0-or-later
"""Markdown becomes safe HTML, plain text, media ids and blocks."""

import html.parser
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor_app.text.html_safety import media_id_of, sanitise_html
from editor_app.text.markdown import blocks, plain_text, referenced_media, render_html


def picture(media_id, alt, title):
    return f"[{media_id}|{alt}|{title}]"


@pytest.mark.parametrize(
    ("body", "rendered"),
    [
        ("Hello *you*", "<p>Hello <em>you</em></p>"),
        ("A -- \"b\" ... 'c'", "<p>A -- \"b\" ... 'c'</p>"),
        ("[o](https://e.org 't')", '<p><a href="https://e.org" title="t" rel="noopener noreferrer">o</a></p>'),
        ("[p](/about) [q](#x) [r](mailto:a@b.c) [s](media:m1)", '<p><a href="/about">p</a> <a href="#x">q</a> <a href="mailto:a@b.c">r</a> <a href="media:m1">s</a></p>'),
        ("[x](//e.org/a)", '<p><a href="//e.org/a" rel="noopener noreferrer">x</a></p>'),
        ("1. a\n\n- b", "<ol>\n<li>a</li>\n</ol>\n<ul>\n<li>b</li>\n</ul>"),
        ("one\r\ntwo\rthree", "<p>one\ntwo\nthree</p>"),
    ],
)  # fmt: skip
def test_plain_markdown_is_rendered(body, rendered):
    assert render_html(body) == rendered


@pytest.mark.parametrize(
    "body",
    [
        "<script>alert(1)</script>", "<b onclick='x()'>a</b>", "[a](javascript:alert(1))",
        "[a](JaVaScRiPt:alert(1))", "[a](data:text/html,x)", "<a href='vbscript:x'>a</a>", "<p style='x'>a</p>",
        "<svg onload=alert(1)>", "<math><mi xlink:href='javascript:x'>", "<form action=x><input></form>",
        "<object data='x.swf'></object>", "<embed src=x>", "<link rel=stylesheet href=x>", "<base href='//x'>",
        "<meta http-equiv=refresh content='0;url=//x'>", "<img src=x onerror=alert(1)>", "<iframe srcdoc='<script>x</script>'>",
        "![a](https://t.org/pixel.png)", "<video src='https://t.org/v.mp4' poster='https://t.org/p.png'></video>",
        "<picture><source srcset='https://t.org/x'><img src='https://t.org/y'></picture>", "<style>@import 'https://t.org/x'</style>",
        "<a title='<img x=' href=' src=https://t.org>'>k</a>", "a {: onclick=x style=y }", "<noscript><img src=x></noscript>",
        "<td background='https://t.org/x'>", "<input type=image src='https://t.org/x'>", "# T {: #a onload=x}",
    ],
)  # fmt: skip
def test_nothing_that_runs_styles_or_loads_gets_through(body):
    assert_harmless(render_html(body, image=lambda *_: ""))


class Loads(html.parser.HTMLParser):
    """Collects whatever a browser would run or fetch."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        allowed = {"class", "dir", "id", "lang", "title", "href", "rel", "cite", "datetime", "value", "start",
                   "type", "align", "colspan", "rowspan", "scope"}  # fmt: skip
        if tag in {"script", "style", "img", "iframe", "object", "embed", "video", "audio", "source", "link", "base",
                   "meta", "form", "input", "svg", "math"}:  # fmt: skip
            self.found.append(tag)
        for name, value in attrs:
            if name not in allowed:
                self.found.append(name)
            if name == "href" and re.match(
                r"\s*(?!https?:|mailto:|media:)[\w+.-]+:", value or "", re.IGNORECASE
            ):
                self.found.append(value)


def assert_harmless(rendered):
    parser = Loads()
    parser.feed(rendered)
    parser.close()
    assert parser.found == []


@given(
    st.lists(
        st.sampled_from(["<", ">", "\"", "'", "=", "/", "img", "a", " src", " href", "script", "javascript:", "media:x", "<!--", "-->",
                         "![", "](", ")", "[", "`", "&lt;", "&#60;", " onerror", "\\", "\n", "<p>", "</p>", "<svg>", "<![CDATA[", "]]>"]),
        max_size=20,
    ).map("".join)
)  # fmt: skip
@settings(max_examples=150, deadline=None)
def test_no_mix_of_tags_gets_through(body):
    assert_harmless(render_html(body, image=lambda *_: "ok"))
    assert_harmless(sanitise_html(body))


def test_remote_images_and_embeds_become_links_that_are_seen():
    link = '<a href="https://t.org/x.png" rel="noopener noreferrer">{}</a>'
    assert render_html("![A view](https://t.org/x.png)") == f"<p>{link.format('A view')}</p>"
    assert render_html("![](https://t.org/x.png)") == f"<p>{link.format('https://t.org/x.png')}</p>"
    inside = render_html("[![in](https://t.org/x.png)](https://z.org)")
    assert (
        inside
        == f'<p><a href="https://z.org" rel="noopener noreferrer">in</a> ({link.format("in")})</p>'
    )
    assert "https://v.org/e" in render_html("<iframe src='https://v.org/e'></iframe>")


def test_our_images_are_given_to_the_caller():
    body = 'a ![x "y"](media:m-1) b\n\n![Alt](media:m2 "Cap & <i>")\n\n<img src="media:m3" alt="z">'
    assert render_html(body, image=picture) == (
        '<p>a [m-1|x "y"|] b</p>\n<figure>[m2|Alt|Cap & <i>]<figcaption>Cap &amp; &lt;i&gt;</figcaption></figure>\n<figure>[m3|z|]</figure>'
    )
    assert render_html(body) == '<p>a x "y" b</p>\n<p>Alt</p>\n<p>z</p>'


def test_an_address_that_names_no_media_is_left_as_its_alt_text():
    assert render_html("![a](media:../x) ![b](file:///x)", image=picture) == "<p>a b</p>"
    assert media_id_of("MEDIA:abc") == "abc"
    assert media_id_of("media:a b") is None
    assert media_id_of("https://media:1") is None


def test_media_are_found_in_every_form():
    body = "![a](media:m1) ![b][r] <img src='media:m3'> ![a](media:m1) `![c](media:no)`\n\n[r]: media:m2"
    assert referenced_media(body) == ("m1", "m2", "m3")
    assert referenced_media("social media: nothing") == ()


def test_footnotes_and_tables_bring_no_words_and_no_style_of_their_own():
    rendered = render_html("a[^1]\n\n[^1]: note\n\n| a | b |\n|--|-:|\n| c | d |\n")
    assert 'href="#fn:1"' in rendered
    assert "Jump" not in rendered
    assert '<td align="right">d</td>' in rendered
    assert "style" not in rendered


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("# Title *em*\n\nOne\ntwo  \nthree", "Title em\n\nOne two\nthree"),
        ("- a\n- b\n\n> c", "a\n\nb\n\nc"),
        ("\\*a\\* &amp; `c` [l](u) ![i](media:x)", "*a* & c l"),
        ("a[^1]\n\n[^1]: note\n\n[r]: http://x", "a\n\nnote"),
        ("<div>b <b>c</b></div>\n\n<!-- no --> <script>no</script>", "b c"),
        ("```\ncode  x\n```", "code  x"),
        ("", ""),
    ],
)
def test_plain_text_is_what_a_reader_sees(body, text):
    assert plain_text(body) == text


HOSTILE = {
    "half a megabyte in a line": "word *em* " * 50_000,
    "brackets": "[" * 50_000,
    "images": "![" * 20_000,
    "links": "[a](b " * 10_000,
    "angle brackets": "<http://" * 10_000,
    "CDATA": "<![CDATA[\n\n" * 5_000,
    "comments": "<!-- \n\n" * 5_000,
    "500 quotes": ">" * 500 + " a",
    "500 nested quotes": "\n".join(">" * depth + " a" for depth in range(1, 500)),
    "nested lists": "\n".join("    " * depth + "* a" for depth in range(300)),
    "definitions": "a\n: b\n" * 5_000,
    "nested divs": "<div markdown=1>\n" * 300 + "a",
    "backticks": "".join("`" * length + " " for length in range(1, 300)),
    "newlines": "\n" * 100_000 + "a",
    "spaces": " " * 100_000 + "a",
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.timeout(20)
def test_hostile_text_is_rendered_and_not_lost(name):
    body = HOSTILE[name]
    rendered = render_html(body)
    assert rendered.count("a") >= min(1, body.count("a"))
    assert_harmless(rendered)
    plain_text(body)
    blocks(body)


def test_thousands_of_footnotes_are_all_there():
    body = (
        "\n\n".join(f"t[^{n}]" for n in range(1500))
        + "\n\n"
        + "\n\n".join(f"[^{n}]: note {n}" for n in range(1500))
    )
    assert render_html(body).count('class="footnote-backref"') == 1500


def test_impossible_characters_are_shown_as_such():
    assert render_html("a\0b \ud800 c \ud83d\ude00") == "<p>a\ufffdb \ufffd c 😀</p>"
    assert render_html("a\x02b\x03c") == "<p>abc</p>"


def test_blocks_have_their_place_in_the_source():
    body = "# T\r\n\r\nOne\r\ntwo\r\n\r\n- a\r\n- b\r\n\r\n> q\r\n\r\n```\r\nx\r\n```\r\n[r]: u\r\n\r\n***"
    found = blocks(body)
    assert [block.kind for block in found] == [
        "heading",
        "paragraph",
        "list",
        "quote",
        "code",
        "rule",
    ]
    assert [block.start_line for block in found] == [0, 2, 5, 8, 10, 15]
    assert [block.text for block in found][:2] == ["# T", "One\r\ntwo"]
    for block in found:
        assert body[block.start : block.end] == block.text


@given(st.text(alphabet="ab \n\r\t>#-*|`[]^:1.~=<\u2028\x0c", max_size=120))
@settings(max_examples=300, deadline=None)
def test_blocks_are_in_order_and_hold_every_word(body):
    end = 0
    covered = ""
    for block in blocks(body):
        assert end <= block.start <= block.end <= len(body)
        assert body[block.start : block.end] == block.text
        covered += block.text
        end = block.end
    assert set(plain_text(body)) & {"a"} <= set(covered)
