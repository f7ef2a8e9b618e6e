# SPDX-License-Identifier: GPL-3.0-or-later
"""Find the translatable texts of a Markdown body: paragraphs, headings, items, cells."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from editor_app.domain.translation import SegmentKind
from editor_app.text.markdown_blocks import block_parser, line_starts

if TYPE_CHECKING:
    from markdown_it.token import Token

_ATX = "heading after hashes"
_CONTAINERS = {
    _ATX: SegmentKind.HEADING,
    "bullet_list": SegmentKind.LIST_ITEM,
    "ordered_list": SegmentKind.LIST_ITEM,
    "dl": SegmentKind.LIST_ITEM,
    "blockquote": SegmentKind.QUOTE,
    "table": SegmentKind.CELL,
    "heading": SegmentKind.HEADING,
}


@dataclass(frozen=True, slots=True)
class Unit:
    """One text of the body, its lines joined by LF, and where each line is in the source."""

    kind: SegmentKind
    text: str
    places: tuple[tuple[int, int], ...]  # per line: (offset in text, offset in body)
    after_hashes: bool = False  # an ATX heading: nothing in it can begin another block

    def body_offset(self, offset: int, *, end: bool = False) -> int:
        """Return the place in the body of an offset in `text`.

        With ``end``, of the place just after the character before ``offset``.
        """
        index = bisect_right(self.places, offset - end, key=_first) - 1
        in_text, in_body = self.places[max(index, 0)]
        return in_body + offset - in_text


def _first(pair: tuple[int, int]) -> int:
    return pair[0]


@dataclass(frozen=True, slots=True)
class BodyUnits:
    """The units of a body in source order, and the labels of its link definitions."""

    units: tuple[Unit, ...]
    references: Collection[str]


def body_units(body: str) -> BodyUnits:
    """Return every text that a translator sees. Code, HTML blocks and definitions are not."""
    environment: dict[str, Any] = {}
    tokens = block_parser(inline=False).parse(body, environment)
    starts = line_starts(body)
    units: list[Unit] = []
    containers: list[str] = []
    cursor = 0
    for token in tokens:
        if token.nesting == 1:
            hashes = token.type == "heading_open" and token.markup.startswith("#")
            containers.append(_ATX if hashes else token.type.removesuffix("_open"))
        elif token.nesting == -1 and containers:
            containers.pop()
        elif token.type == "inline" and token.content.strip():
            unit = _Locator(body, starts, cursor).unit(token, containers)
            if unit is not None:
                units.append(unit)
                cursor = unit.body_offset(len(unit.text), end=True)
    return BodyUnits(tuple(units), frozenset(environment.get("references", ())))


def _kind(containers: list[str]) -> SegmentKind:
    for container in reversed(containers):
        if container in _CONTAINERS:
            return _CONTAINERS[container]
    return SegmentKind.PARAGRAPH


@dataclass(frozen=True, slots=True)
class _Locator:
    body: str
    starts: list[int]
    cursor: int  # where the unit before ended

    def unit(self, token: Token, containers: list[str]) -> Unit | None:
        """Return the token's text with its place, or None if its lines cannot be found."""
        kind = _kind(containers)
        if token.map is None:
            return None
        lines = [line.strip() for line in token.content.split("\n")]
        if kind is SegmentKind.CELL:
            lines = [line.replace("|", "\\|") for line in lines]
        places: list[tuple[int, int]] = []
        offset = 0
        parts: list[str] = []
        for number, line in enumerate(lines, start=token.map[0]):
            place = self._place(number, line, in_row=kind is SegmentKind.CELL)
            if place is None:
                return None
            places.append((offset, place))
            parts.append(self.body[place : place + len(line)])
            hard = self._hard_break_after(number, place + len(line), len(lines) - 1 + token.map[0])
            parts[-1] += hard
            offset += len(line) + len(hard) + 1
        return Unit(kind, "\n".join(parts), tuple(places), _ATX in containers)

    def _place(self, number: int, line: str, *, in_row: bool) -> int | None:
        """Return where the line's text stands in the body."""
        if number + 1 >= len(self.starts):
            return None
        start = max(self.starts[number], self.cursor)
        raw = self.body[start : self.starts[number + 1]].replace("\0", "\ufffd")
        if in_row:
            found = raw.find(line)
        elif raw.rstrip().endswith(line):
            found = len(raw.rstrip()) - len(line)
        else:
            found = raw.rfind(line)
        return start + found if found >= 0 else None

    def _hard_break_after(self, number: int, end: int, last: int) -> str:
        """Return the spaces after a line that make its end a hard break."""
        if number >= last or number + 1 >= len(self.starts):
            return ""
        rest = self.body[end : self.starts[number + 1]].rstrip("\r\n")
        return rest if len(rest) >= 2 and not rest.strip(" ") else ""
