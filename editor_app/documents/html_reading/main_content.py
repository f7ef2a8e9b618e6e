# SPDX-License-Identifier: GPL-3.0-or-later
"""Which blocks of a page are its article, as trafilatura sees it."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Sequence
from typing import Any

from editor_app.documents.html_reading.blocks import HtmlBlock

_NO_LETTER = re.compile(r"[\W_]+")
_LONG = 60  # letters: a block this long is recognised by its place in the extracted text
_LARGEST_SEARCH = 1_000_000  # letters of extracted text that blocks are searched in
_OUTSIDE = frozenset({"nav", "aside", "footer", "form", "button", "select", "dialog"})
_OF_ARTICLES = frozenset(
    {"h2", "h3", "h4", "ul", "ol", "table", "blockquote", "pre", "figcaption", "img"}
)
_TEXT_ELEMENTS = ("p", "head", "item", "cell", "quote", "code", "ab", "table", "list")
_DEEPEST = 200  # elements: extraction recurses, and no real article lies deeper


def extract_text(html: str, depth: int) -> list[str]:
    """Return the texts of the article's paragraphs, headings, items and cells; [] if none."""
    if depth > _DEEPEST:
        return []
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    document: Any = trafilatura.bare_extraction(
        html,
        include_comments=False,
        include_tables=True,
        include_formatting=True,
        include_links=True,
        favor_recall=True,
        with_metadata=False,
    )
    body = getattr(document, "body", None)
    if body is None:
        return []
    texts: list[str] = ["".join(element.itertext()) for element in body.iter(*_TEXT_ELEMENTS)]
    texts.append("\n".join(body.itertext()))
    return texts


def article_blocks(blocks: Sequence[HtmlBlock], extracted: Sequence[str]) -> set[int]:
    """Return the indexes of the blocks that the extracted texts hold.

    Empty if none of them is long: then a page's words and looks tell more than extraction does.
    Short texts count only between long ones: “Share” may stand anywhere. What is between two
    kept blocks, reads like a sentence and is in no menu, form or margin is kept as well.
    """
    known = {_letters(text) for text in extracted}
    whole = _letters(extracted[-1]) if extracted else ""
    found: set[int] = set()
    for index, block in enumerate(blocks):
        letters = _letters(block.text)
        if len(letters) >= _LONG and (
            letters in known or (len(whole) <= _LARGEST_SEARCH and letters in whole)
        ):
            found.add(index)
    if not found:
        return set()
    first, last = min(found), max(found)
    for index in range(first, last + 1):
        block = blocks[index]
        outside = bool(block.regions & _OUTSIDE)
        is_article_text = block.text.rstrip().endswith((".", "!", "?", "…", "”", "»")) or (
            block.tag in _OF_ARTICLES
        )
        if _letters(block.text) in known or (is_article_text and not outside):
            found.add(index)
    found |= _run_around(blocks, known, first, -1)
    found |= _run_around(blocks, known, last, 1)
    return found


def with_end(kept: set[int], blocks: Sequence[HtmlBlock], body: Callable[[int], bool]) -> set[int]:
    """Return the blocks with the short ones right after them that ``body`` takes for text.

    Extraction often drops a short last paragraph.
    """
    found = set(kept)
    index = max(kept, default=len(blocks)) + 1
    while index < len(blocks):
        block = blocks[index]
        if block.tag not in _OF_ARTICLES | {"p"} or block.regions & _OUTSIDE or not body(index):
            break
        found.add(index)
        index += 1
    return found


def _run_around(blocks: Sequence[HtmlBlock], known: set[str], start: int, step: int) -> set[int]:
    """Return the extracted blocks right before or after the long ones, without a gap."""
    found: set[int] = set()
    index = start + step
    while 0 <= index < len(blocks) and _letters(blocks[index].text) in known:
        found.add(index)
        index += step
    return found


def _letters(text: str) -> str:
    """Return the letters and digits alone: extraction changes spaces and some punctuation."""
    return _NO_LETTER.sub("", text).lower()
