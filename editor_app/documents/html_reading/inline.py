# SPDX-License-Identifier: GPL-3.0-or-later
"""The inline content of a block → Markdown that reads the same, letter by letter."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from editor_app.documents.html_reading.dom import collapse, safe_address
from editor_app.text.markdown_escape import escape_inline, escape_line_start

_STRONG = frozenset({"strong", "b"})
_EMPHASIS = frozenset({"em", "i", "cite", "dfn", "var"})
_CODE = frozenset({"code", "kbd", "samp", "tt"})


@dataclass(frozen=True, slots=True)
class _Style:
    strong: bool
    emphasis: bool
    code: bool
    href: str


@dataclass(slots=True)
class _State:
    """How deep the walk is in each kind of mark."""

    strong: int = 0
    emphasis: int = 0
    code: int = 0
    links: list[str] | None = None

    def style(self) -> _Style:
        href = self.links[-1] if self.links else ""
        return _Style(self.strong > 0, self.emphasis > 0, self.code > 0, href)


class InlineText:
    """Collects the runs of one block."""

    def __init__(self, base_url: str) -> None:
        """Resolve addresses against this one."""
        self._base_url = base_url
        self._state = _State(links=[])
        self._runs: list[tuple[str, _Style]] = []
        self._picture_letters = 0

    @property
    def only_pictures(self) -> bool:
        """Tell whether nothing but descriptions of pictures was collected."""
        letters = sum(len(text.strip()) for text, _style in self._runs)
        return 0 < letters == self._picture_letters

    def start(self, element: Any) -> None:
        """Enter an inline element."""
        tag = element.tag
        self._count(tag, 1)
        if tag == "a" and self._state.links is not None:
            self._state.links.append(safe_address(element.get("href") or "", self._base_url))
        elif tag == "br":
            self._runs.append(("\n", self._state.style()))
        elif tag == "img":
            self._image(element)

    def end(self, element: Any) -> None:
        """Leave an inline element."""
        self._count(element.tag, -1)
        if element.tag == "a" and self._state.links:
            self._state.links.pop()

    def text(self, text: str) -> None:
        """Add text as it stands in the source."""
        self._runs.append((collapse(text), self._state.style()))

    def take(self) -> tuple[str, str]:
        """Return (visible text, Markdown) of what was collected and start anew.

        Marks that are still open, as in a link around several blocks, stay open.
        """
        runs = _tidied(self._runs)
        self._runs, self._picture_letters = [], 0
        text = "".join(run for run, _style in runs)
        if not text.strip():
            return "", ""
        return text, _markdown(runs)

    def _count(self, tag: str, step: int) -> None:
        if tag in _STRONG:
            self._state.strong += step
        elif tag in _EMPHASIS:
            self._state.emphasis += step
        elif tag in _CODE:
            self._state.code += step

    def _image(self, element: Any) -> None:
        """Add the picture as a link to it: nothing is fetched."""
        address = safe_address(element.get("src") or element.get("data-src") or "", self._base_url)
        alt = collapse(element.get("alt") or "").strip()
        if alt:
            style = self._state.style()
            href = address or style.href
            self._picture_letters += len(alt)
            described = _Style(style.strong, style.emphasis, style.code, href)
            self._runs += [(" ", style), (alt, described), (" ", style)]


def _tidied(runs: list[tuple[str, _Style]]) -> list[tuple[str, _Style]]:
    """Join runs of one style, and white space across runs; none is left at a line's ends."""
    joined: list[tuple[str, _Style]] = []
    for style, group in groupby(runs, key=lambda run: run[1]):
        joined.append(("".join(text for text, _style in group), style))
    found: list[tuple[str, _Style]] = []
    at_space = True
    for text, style in joined:
        shown = re.sub(r" *\n *", "\n", re.sub(r" +", " ", text))
        if at_space:
            shown = shown.lstrip(" ")
        if shown.startswith("\n") and found:
            found[-1] = (found[-1][0].rstrip(" "), found[-1][1])
        if shown:
            found.append((shown, style))
            at_space = shown.endswith((" ", "\n"))
    while found and not found[-1][0].rstrip():
        found.pop()
    while found and not found[0][0].lstrip():
        found.pop(0)
    if found:
        found[0] = (found[0][0].lstrip(), found[0][1])
        found[-1] = (found[-1][0].rstrip(), found[-1][1])
    return found


def _markdown(runs: list[tuple[str, _Style]]) -> str:
    whole = "".join(text for text, _style in runs)
    out: list[str] = []
    position = 0
    for href, group in groupby(runs, key=lambda run: run[1].href):
        pieces = list(group)
        length = sum(len(text) for text, _style in pieces)
        marked = "".join(_styled(pieces, whole, position, in_link=bool(href)))
        out.append(_link(marked, href) if href else marked)
        position += length
    lines = re.sub(r"\n+", "\n", "".join(out)).split("\n")
    return "  \n".join(escape_line_start(line) for line in lines if line)


def _styled(
    pieces: Iterable[tuple[str, _Style]], whole: str, position: int, *, in_link: bool
) -> Iterable[str]:
    for text, style in pieces:
        before = whole[position - 1 : position] if position else ""
        after = whole[position + len(text) : position + len(text) + 1]
        position += len(text)
        yield _marked(text, style, before, after, whole, in_link=in_link)


def _marked(text: str, style: _Style, before: str, after: str, whole: str, *, in_link: bool) -> str:
    core = text.strip()
    escaped = escape_inline(text, context="[](" if in_link else whole)
    if not core or not (style.strong or style.emphasis or style.code) or "\n" in text:
        return escaped
    lead, trail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    if style.code:
        return f"{lead}`{core}`{trail}" if "`" not in core else escaped
    if (not lead and before and not before.isspace()) or (
        not trail and after and not after.isspace() and after.isalnum()
    ):
        return escaped  # a mark inside a word, or beside another: not safe in every renderer
    opens = core[0].isalnum() or not before.strip()
    closes = core[-1].isalnum() or not after.strip()
    if not opens or not closes:
        return escaped
    mark = "***" if style.strong and style.emphasis else "**" if style.strong else "*"
    inner = escape_inline(core, context="[](" if in_link else whole)
    return f"{lead}{mark}{inner}{mark}{trail}"


def _link(marked: str, href: str) -> str:
    core = marked.strip()
    if not core:
        return marked
    lead, trail = marked[: len(marked) - len(marked.lstrip())], marked[len(marked.rstrip()) :]
    if "\n" in core:
        core = core.replace("\n", " ")
    return f"{lead}[{core}]({href}){trail}"
