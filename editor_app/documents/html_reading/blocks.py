# SPDX-License-Identifier: GPL-3.0-or-later
"""The visible blocks of a page in order: every visible letter is in exactly one of them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from editor_app.documents.html_reading.composites import (
    is_simple_list,
    is_simple_table,
    list_block,
    table_block,
)
from editor_app.documents.html_reading.dom import BLOCKS, Element, walk
from editor_app.documents.html_reading.inline import InlineText

_HEADINGS = {"h1": 2, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_REGIONS = frozenset(
    {"nav", "aside", "footer", "form", "header", "button", "select", "dialog", "figure"}
    | {"article", "main", "label"}
)
_LARGEST_QUOTE = 2_000  # elements of a quotation that is taken as one block
_LARGEST_PRE = 200_000


@dataclass(frozen=True, slots=True)
class HtmlBlock:
    """A paragraph, heading, list, table, quotation or picture."""

    text: str  # as a reader sees it
    markdown: str
    tag: str  # of the element: p, h2, ul, table, blockquote, pre, img …
    regions: frozenset[str]  # the parts of the page that it lies in: nav, aside, article …


def visible_blocks(root: Element, base_url: str) -> list[HtmlBlock]:
    """Return the blocks with something to read in them."""
    return _Reader(base_url).read(root)


class _Reader:
    def __init__(self, base_url: str) -> None:
        self._base_url = base_url
        self._inline = InlineText(base_url)
        self._blocks: list[HtmlBlock] = []
        self._open: list[str] = []  # block elements around the place

    def read(self, root: Element) -> list[HtmlBlock]:
        for kind, item in walk(root, _is_composite):
            if kind == "text":
                self._inline.text(item)
            elif kind == "whole":
                self._flush()
                self._add_composite(item)
            elif item.tag not in BLOCKS:
                (self._inline.start if kind == "start" else self._inline.end)(item)
            else:
                self._flush()
                self._enter_or_leave(kind, item.tag)
        self._flush()
        return self._blocks

    def _enter_or_leave(self, kind: str, tag: str) -> None:
        if kind == "start":
            self._open.append(tag)
        else:
            self._open.pop()

    def _flush(self) -> None:
        only_pictures = self._inline.only_pictures
        text, markdown = self._inline.take()
        if not text:
            return
        tag = next((tag for tag in reversed(self._open) if tag != "div"), "div")
        heading = next((tag for tag in reversed(self._open) if tag in _HEADINGS), None)
        if heading is not None:
            tag = heading
            markdown = "#" * _HEADINGS[heading] + " " + markdown.replace("  \n", " ")
        elif only_pictures:
            tag = "img"
        self._add(text, markdown, tag)

    def _add(self, text: str, markdown: str, tag: str) -> None:
        regions = _REGIONS.intersection(self._open)
        self._blocks.append(HtmlBlock(text, markdown, tag, frozenset(regions)))

    def _add_composite(self, element: Element) -> None:
        text, markdown = "", ""
        if element.tag in {"ul", "ol"}:
            text, markdown = list_block(element, self._base_url)
        elif element.tag == "table":
            text, markdown = table_block(element, self._base_url)
        elif element.tag == "pre":
            text, markdown = _preformatted(element)
        elif element.tag == "blockquote":
            text, markdown = self._quote(element)
        if text.strip():
            self._add(text, markdown, element.tag)

    def _quote(self, element: Element) -> tuple[str, str]:
        inner = _Reader(self._base_url).read(element)
        text = "\n".join(block.text for block in inner)
        body = "\n\n".join(block.markdown for block in inner)
        return text, "\n".join(f"> {line}" if line else ">" for line in body.split("\n"))


def _is_composite(element: Element) -> bool:
    if element.tag == "blockquote":
        inside = islice(element.iter(), 1, _LARGEST_QUOTE + 1)
        tags = [inner.tag for inner in inside]
        return len(tags) < _LARGEST_QUOTE and "blockquote" not in tags
    if element.tag == "pre" and not any(inner.tag in BLOCKS for inner in element.iterdescendants()):
        return sum(map(len, element.itertext())) <= _LARGEST_PRE
    return is_simple_list(element) or is_simple_table(element)


def _preformatted(element: Element) -> tuple[str, str]:
    parts = [item if kind == "text" else "\n" for kind, item in walk(element)
             if kind == "text" or (kind == "start" and item.tag == "br")]  # fmt: skip
    text = "".join(parts).strip("\r\n").replace("\r\n", "\n")
    fence = "```"
    while fence in text:
        fence += "`"
    return text, f"{fence}\n{text}\n{fence}"
