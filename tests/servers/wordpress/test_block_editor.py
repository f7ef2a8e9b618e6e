# SPDX-License-Identifier: GPL-3.0-or-later
"""What we send is what WordPress's own block editor writes: its parser and its validator say so."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from editor_app.publishing.endpoints.wordpress.blocks import to_blocks
from editor_app.publishing.endpoints.wordpress.from_blocks import pulled_text
from editor_app.publishing.endpoints.wordpress.marker import read_marker
from tests.fakes.pages import make_page
from tests.publishing.wordpress.texts import EVERYTHING, IMAGES
from tests.servers.wordpress.desk import open_wordpress, rest
from tests.servers.wordpress_server import WordPressServer

# The validator of the editor itself: every block and every block inside, with what it found.
VALIDATE = """
raw => {
  const bad = [];
  const look = block => {
    if (!block.isValid || block.name === 'core/missing')
      bad.push([block.name, block.originalContent, (block.validationIssues || []).map(
        issue => issue.args.map(String).join(' ').slice(0, 600)).join(' | ')]);
    block.innerBlocks.forEach(look);
  };
  const blocks = wp.blocks.parse(raw);
  blocks.forEach(look);
  return { bad, names: blocks.map(block => block.name), again: wp.blocks.serialize(blocks) };
}
"""


def test_the_sites_own_parser_finds_nothing_outside_of_blocks(server: WordPressServer) -> None:
    raw = to_blocks(EVERYTHING, IMAGES)
    code = "$r = json_decode(stream_get_contents(STDIN)); $b = parse_blocks($r); echo json_encode(["
    code += "'names' => array_column($b, 'blockName'), 'same' => serialize_blocks($b) === $r,"
    code += "'stray' => array_values(array_filter($b, fn($x) => !$x['blockName'] && trim($x['innerHTML'])))]);"
    code = code.replace(
        "json_decode(stream_get_contents(STDIN))", f"json_decode({php_text(json.dumps(raw))})"
    )
    found = json.loads(server.php(code))
    assert found["stray"] == []
    assert found["same"]
    assert [name for name in found["names"] if name][:4] == [
        *("core/paragraph", "core/heading", "core/heading", "core/list")
    ]


def test_readers_see_every_word(server: WordPressServer) -> None:
    page = make_page(body=EVERYTHING.replace("media:", "https://x.example/"), standfirst="")
    receipt = open_wordpress(server).put(page, token="")
    shown = rest(server, f"posts/{receipt.remote_id}")["content"]["rendered"]
    for words in (
        "forty people",
        "one barked",
        "We waited two winters",
        "a lot of water",
        "snake_case",
    ):
        assert words in shown
    assert "[6] &lt; [7]" in shown.replace("&#91;", "[").replace("&#091;", "[")


@pytest.fixture
def in_the_editor(server: WordPressServer, chromium_path: str) -> Iterator[Callable[[str], Any]]:
    """Open content in the real block editor, in a real browser, and say what it makes of it."""
    sync_api: Any = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path, args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(f"{server.url}/wp-login.php")
        page.fill("#user_login", "editor")
        page.fill("#user_pass", "editor-login-password")
        page.click("#wp-submit")
        page.goto(f"{server.url}/wp-admin/post-new.php")
        page.wait_for_function("window.wp?.blocks?.getBlockTypes().length > 50", timeout=60_000)
        yield lambda raw: page.evaluate(VALIDATE, raw)
        browser.close()


def test_the_block_editor_opens_every_block_as_valid(
    in_the_editor: Callable[[str], Any],
) -> None:
    found = in_the_editor(to_blocks(EVERYTHING, IMAGES))
    assert found["bad"] == []
    assert len(found["names"]) == 16
    assert "core/freeform" not in found["names"]
    broken = "<!-- wp:heading -->\n<h2 style='color:red'>x</h2>\n<!-- /wp:heading -->"
    assert in_the_editor(broken)["bad"], "the validator looks"


def test_a_save_in_the_block_editor_without_a_change_is_no_change(
    server: WordPressServer, in_the_editor: Callable[[str], Any]
) -> None:
    endpoint = open_wordpress(server)
    page = make_page(body=re.sub(r"!\[.*?\)", "A picture.", EVERYTHING))
    receipt = endpoint.put(page, token="")
    raw = rest(server, f"posts/{receipt.remote_id}?context=edit")["content"]["raw"]
    saved = in_the_editor(raw)["again"]
    assert saved != raw, "the editor writes the marker's place anew"
    rest(server, f"posts/{receipt.remote_id}", {"content": saved})
    found = endpoint.find(page.article_id)
    assert found is not None
    assert found.returned_hash == page.content.hash
    _, content = read_marker(saved)
    assert pulled_text(content, base=page.content.body).body == page.content.body


def php_text(text: str) -> str:
    """Return the text as a PHP string."""
    escaped = text.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"
