# SPDX-License-Identifier: GPL-3.0-or-later
"""A post's content back as Markdown, after somebody changed it on the site.

Blocks nobody touched keep the Markdown they were made from byte for byte. A changed block
becomes Markdown only if that Markdown makes the same block again; anything else stays what it
is, as an island: a fenced block that goes back to the site exactly as it came.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass

from editor_app.domain.ids import MediaId
from editor_app.publishing.endpoints.wordpress.block_markup import (
    block_name,
    same_markup,
    split_blocks,
    without_comments,
)
from editor_app.publishing.endpoints.wordpress.blocks import ISLAND, BlockImage, to_blocks
from editor_app.publishing.endpoints.wordpress.html_tree import Element, parse_html
from editor_app.publishing.endpoints.wordpress.markdown_writer import MarkdownWriter
from editor_app.publishing.endpoints.wordpress.post_fields import BYLINE_CLASS, CORRECTION_CLASS
from editor_app.text.markdown_blocks import blocks

_OWN_LINE = re.compile(rf'<p class="({BYLINE_CLASS}|{CORRECTION_CLASS})">(.*?)</p>', re.DOTALL)
_BACKTICKS = re.compile(r"`{3,}")


@dataclass(frozen=True, slots=True)
class PulledText:
    """A post's content in our terms."""

    body: str  # Markdown
    byline: str = ""  # the lines we put around the body, as they stand there now
    correction: str = ""


def pulled_text(
    raw: str, *, base: str = "", images: Mapping[MediaId, BlockImage] | None = None
) -> PulledText:
    """Return raw content (without the marker) as Markdown.

    ``base`` is the Markdown that was sent last; ``images`` are ours on the site.
    """
    known = dict(images or {})
    byline = correction = ""
    chunks: list[str] = []
    for chunk in split_blocks(raw):
        own = _OWN_LINE.fullmatch(without_comments(chunk).strip())
        if own and own[1] == BYLINE_CLASS:
            byline = parse_html(own[2]).text()
        elif own:
            correction = parse_html(own[2]).text()
        else:
            chunks.append(chunk)
    return PulledText(_merged(chunks, base, known), byline, correction)


def _merged(chunks: list[str], base: str, images: dict[MediaId, BlockImage]) -> str:
    """Return the chunks as Markdown, with the base's own text wherever a chunk is unchanged."""
    sources = blocks(base)
    slices = [(source.start, source.end) for source in sources]
    around = "\n\n".join(_gaps(base, slices))  # link definitions: other blocks need them
    made = [same_markup(to_blocks(f"{source.text}\n\n{around}", images)) for source in sources]
    there = [same_markup(chunk) for chunk in chunks]
    if made == there:
        return base
    pieces = _Pieces(base, slices)
    matcher = difflib.SequenceMatcher(a=made, b=there, autojunk=False)
    for kind, a_start, a_end, b_start, b_end in matcher.get_opcodes():
        if kind == "equal":
            for number in range(a_start, a_end):
                pieces.keep(number)
        else:
            for chunk in chunks[b_start:b_end]:
                pieces.add(chunk_to_markdown(chunk, images))
            for number in range(a_start, a_end):
                pieces.drop(number)
    return pieces.text()


def _gaps(base: str, slices: list[tuple[int, int]]) -> list[str]:
    """Return what stands between the blocks and says something."""
    starts = [0, *(end for _, end in slices)]
    ends = [*(start for start, _ in slices), len(base)]
    gaps = (base[start:end].strip() for start, end in zip(starts, ends, strict=True))
    return [gap for gap in gaps if gap]


class _Pieces:
    """Puts a text together from slices of the base and new pieces."""

    def __init__(self, base: str, slices: list[tuple[int, int]]) -> None:
        self._base = base
        self._slices = slices
        self._parts: list[str] = []
        self._last = -1  # the base block written last, if nothing came after it
        # Link definitions stand between blocks: they stay, whatever happens around them.
        self._definitions: list[str] = []

    def keep(self, number: int) -> None:
        """Write a block of the base, with the gap before it if its neighbour was kept too."""
        start, end = self._slices[number]
        if number == 0 and not self._parts:
            self._parts.append(self._base[:start])
        elif self._last == number - 1 and self._parts:
            self._parts.append(self._base[self._slices[number - 1][1] : start])
        else:
            self._note_gap(number)
            self._parts.append("\n\n" if self._parts else "")
        self._parts.append(self._base[start:end])
        self._last = number

    def add(self, text: str) -> None:
        """Write new Markdown."""
        if text:
            self._parts += ["\n\n" if self._parts else "", text]
            self._last = -2

    def drop(self, number: int) -> None:
        """Leave a block of the base out."""
        self._note_gap(number)
        self._last = -2

    def text(self) -> str:
        """Return what was put together."""
        ends = self._slices[-1][1] if self._slices else 0
        tail = self._base[ends:] if self._slices else ""
        last = len(self._slices) - 1
        if self._last == last and last >= 0:
            self._parts.append(tail)
        elif tail.strip():
            self._definitions.append(tail.strip())
        for gap in self._definitions:
            self._parts += ["\n\n", gap]
        whole = "".join(self._parts)
        return whole if self._last == last else f"{whole.rstrip()}\n" * bool(whole.strip())

    def _note_gap(self, number: int) -> None:
        start = self._slices[number - 1][1] if number else 0
        gap = self._base[start : self._slices[number][0]].strip()
        if gap:
            self._definitions.append(gap)


def chunk_to_markdown(chunk: str, images: dict[MediaId, BlockImage]) -> str:
    """Return one block as Markdown, or as an island if Markdown cannot say it."""
    if not chunk.strip():
        return ""
    written = MarkdownWriter(images)
    if block_name(chunk):
        found = written.blocks(parse_html(without_comments(chunk)))
        whole = "" if found is None else found
        if whole and same_markup(to_blocks(whole, images)) == same_markup(chunk):
            return whole
        return island(chunk)
    return _classic(chunk, written, images)


def island(raw: str) -> str:
    """Return raw markup as a fenced block that no text can end."""
    longest = max((len(run) for run in _BACKTICKS.findall(raw)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}{ISLAND}\n{raw.strip()}\n{fence}"


def _classic(chunk: str, written: MarkdownWriter, images: dict[MediaId, BlockImage]) -> str:
    """Return content from before the block editor: text with blank lines, and simple HTML."""
    parts: list[str] = []
    for node in parse_html(chunk).children:
        if isinstance(node, Element):
            found = written.blocks(Element("#root", children=[node]))
            if found is None or not _is_same(found, node, images):
                return island(chunk)
            parts.append(found)
        else:
            if parts and node.strip() and not node.startswith("\n"):
                return island(chunk)  # words beside an element: one paragraph in WordPress
            paragraphs = re.split(r"\n\s*\n", node)
            parts += [written.words(text.strip()) for text in paragraphs if text.strip()]
    return "\n\n".join(parts)


def _is_same(markdown: str, node: Element, images: dict[MediaId, BlockImage]) -> bool:
    made = without_comments(to_blocks(markdown, images))
    wanted = Element("#root", children=[node]).inner()
    return same_markup(made) == same_markup(wanted)
