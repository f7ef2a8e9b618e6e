# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists and tables of a page → Markdown, each as one block."""

from __future__ import annotations

from dataclasses import dataclass, field

from editor_app.documents.html_reading.dom import BLOCKS, Element, walk
from editor_app.documents.html_reading.inline import InlineText

_INDENT = "    "  # what both kinds of Markdown renderers take for a nested list
_DEEPEST_LIST = 8
_MOST_COLUMNS = 30
_MOST_ELEMENTS = 20_000
_IN_LISTS = frozenset({"li", "ul", "ol", "p"})
_IN_TABLES = frozenset({"tr", "td", "th", "tbody", "thead", "tfoot", "caption", "p", "div"})


@dataclass(slots=True)
class _Item:
    depth: int
    marker: str
    texts: list[str] = field(default_factory=list[str])
    markdown: list[str] = field(default_factory=list[str])


def is_simple_list(element: Element) -> bool:
    """Tell whether the list holds only text and lists; others are layout."""
    return element.tag in {"ul", "ol"} and _holds_only(element, _IN_LISTS, "ul", _DEEPEST_LIST)


def is_simple_table(element: Element) -> bool:
    """Tell whether the table is one of data: text in cells, at least two rows and columns."""
    if element.tag != "table" or not _holds_only(element, _IN_TABLES, "table", 1):
        return False
    rows = list(element.iter("tr"))
    widest = max((len(row) for row in rows), default=0)
    return len(rows) >= 2 and 2 <= widest <= _MOST_COLUMNS


def _holds_only(element: Element, blocks: frozenset[str], nested: str, deepest: int) -> bool:
    depth, count = 0, 0
    for kind, item in walk(element):
        if kind == "text":
            continue
        if item is not element and item.tag in BLOCKS and item.tag not in blocks:
            return False
        if item.tag == "img" and kind == "start" and not (item.get("alt") or "").strip():
            return False
        if item.tag == nested or (nested == "ul" and item.tag == "ol"):
            depth += 1 if kind == "start" else -1
            if depth > deepest:
                return False
        count += 1
        if count > _MOST_ELEMENTS:
            return False
    return True


def list_block(element: Element, base_url: str) -> tuple[str, str]:
    """Return (visible text, Markdown) of a simple list."""
    items: list[_Item] = []
    counters: list[int | None] = []
    inline = InlineText(base_url)
    for kind, item in walk(element):
        if kind == "text":
            inline.text(item)
        elif item.tag in {"ul", "ol"}:
            _flush(inline, items)
            if kind == "start":
                counters.append(_start_number(item) if item.tag == "ol" else None)
            else:
                counters.pop()
        elif item.tag in {"li", "p"}:
            _flush(inline, items)
            if item.tag == "li" and kind == "start":
                items.append(_Item(len(counters) - 1, _marker(counters)))
        else:
            (inline.start if kind == "start" else inline.end)(item)
    _flush(inline, items)
    filled = [item for item in items if item.texts]
    text = "\n".join("\n".join(item.texts) for item in filled)
    return text, "\n".join(map(_item_markdown, filled))


def _flush(inline: InlineText, items: list[_Item]) -> None:
    text, markdown = inline.take()
    if not text:
        return
    if not items:
        items.append(_Item(0, "-"))
    items[-1].texts.append(text)
    items[-1].markdown.append(markdown)


def _start_number(element: Element) -> int:
    given = element.get("start") or "1"
    return int(given) if given.isascii() and given.isdigit() and len(given) < 9 else 1


def _marker(counters: list[int | None]) -> str:
    number = counters[-1] if counters else None
    if number is None:
        return "-"
    counters[-1] = number + 1
    return f"{number}."


def _item_markdown(item: _Item) -> str:
    outer = _INDENT * item.depth
    paragraphs = [text.replace("\n", f"\n{outer}{_INDENT}") for text in item.markdown]
    return f"{outer}{item.marker} " + f"\n\n{outer}{_INDENT}".join(paragraphs)


def table_block(element: Element, base_url: str) -> tuple[str, str]:
    """Return (visible text, Markdown) of a simple table, its caption before it."""
    rows: list[list[tuple[str, str]]] = []
    before: list[tuple[str, str]] = []
    inline = InlineText(base_url)
    for kind, item in walk(element):
        if kind == "text":
            inline.text(item)
        elif item.tag in {"td", "th", "tr", "caption"}:
            _take_cell(kind, item, inline.take(), rows, before)
        elif item.tag in BLOCKS or item.tag == "br":
            inline.text(" ")
        else:
            (inline.start if kind == "start" else inline.end)(item)
    before.append(inline.take())
    return _written_table([row for row in rows if row], [one for one in before if one[0]])


def _take_cell(
    kind: str,
    item: Element,
    taken: tuple[str, str],
    rows: list[list[tuple[str, str]]],
    before: list[tuple[str, str]],
) -> None:
    """Put what was collected in a cell, or before the table if it stands outside of all cells."""
    if kind == "end" and item.tag in {"td", "th"} and rows:
        rows[-1] += [taken, *[("", "")] * (_span(item) - 1)]
    else:
        before.append(taken)
    if kind == "start" and item.tag == "tr":
        rows.append([])


def _span(cell: Element) -> int:
    given = cell.get("colspan") or "1"
    if not (given.isascii() and given.isdigit()):
        return 1
    return max(1, min(int(given[:4]), _MOST_COLUMNS))


def _written_table(
    rows: list[list[tuple[str, str]]], before: list[tuple[str, str]]
) -> tuple[str, str]:
    width = max((len(row) for row in rows), default=0)
    lines: list[str] = []
    for number, row in enumerate(rows):
        cells = [markdown.replace("|", r"\|").replace("\n", " ") for _text, markdown in row]
        cells += [""] * (width - len(cells))
        lines.append("| " + " | ".join(cells) + " |")
        if number == 0:
            lines.append("|" + " --- |" * width)
    text = [text for text, _markdown in before]
    text += ["\t".join(text for text, _markdown in row if text) for row in rows]
    markdown = [markdown for _text, markdown in before]
    return "\n".join(filter(None, text)), "\n\n".join(filter(None, [*markdown, "\n".join(lines)]))
