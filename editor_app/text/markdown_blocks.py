# SPDX-License-Identifier: GPL-3.0-or-later
"""The blocks of a Markdown text with their place in the source."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_LINE_END = re.compile(r"\r\n|\n|\r")
_KINDS = {
    "blockquote_open": "quote",
    "bullet_list_open": "list",
    "code_block": "code",
    "dl_open": "definitions",
    "fence": "code",
    "footnote_reference_open": "footnote",
    "heading_open": "heading",
    "hr": "rule",
    "html_block": "html",
    "ordered_list_open": "list",
    "paragraph_open": "paragraph",
    "table_open": "table",
}


@dataclass(frozen=True, slots=True)
class Block:
    """One top-level block; `text` is its source, without the line end after it."""

    kind: str  # paragraph, heading, list, quote, code, html, table, rule, footnote, definitions
    start_line: int  # 0 is the first
    end_line: int  # first line after the block
    start: int  # offset in characters
    end: int  # first offset after the block
    text: str


@cache
def block_parser(*, inline: bool = True) -> MarkdownIt:
    """Return the CommonMark parser with tables, strike-through, footnotes and definitions.

    Without ``inline`` the text inside the blocks stays unparsed, which is much faster.
    """
    from markdown_it import MarkdownIt
    from mdit_py_plugins.deflist import deflist_plugin
    from mdit_py_plugins.footnote import footnote_plugin

    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    parser.use(footnote_plugin, inline=False, move_to_end=False).use(deflist_plugin)
    if not inline:
        parser.core.ruler.disable("inline")
    return parser


def block_tokens(body: str) -> list[Token]:
    """Return the block tokens of a body in source order, inline content unparsed."""
    return block_parser(inline=False).parse(body)


def line_starts(body: str) -> list[int]:
    """Return the offset of each line, and the length of the text as the last entry.

    Lines end with LF, CRLF or CR alone, as the block parser counts them.
    """
    starts = [0, *(match.end() for match in _LINE_END.finditer(body))]
    if starts[-1] != len(body):
        starts.append(len(body))
    return starts


def blocks(body: str) -> tuple[Block, ...]:
    """Return the top-level blocks in source order; link definitions belong to none."""
    starts = line_starts(body)
    found: list[Block] = []
    for token in block_tokens(body):
        kind = _KINDS.get(token.type)
        if kind is None or token.map is None or token.level != 0:
            continue
        first, after = token.map
        after = min(after, len(starts) - 1)
        start = starts[first]
        text = body[start : starts[after]].rstrip("\r\n")
        found.append(Block(kind, first, after, start, start + len(text), text))
    return tuple(found)
