# SPDX-License-Identifier: GPL-3.0-or-later
"""A small tree of HTML elements: enough to turn a rendered text into blocks and back."""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "source", "track", "wbr"}
)
# fmt: off
BLOCK_TAGS = frozenset({
    "address", "article", "aside", "blockquote", "details", "div", "dl", "dd", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
    "iframe", "li", "main", "nav", "ol", "p", "pre", "script", "section", "style", "summary",
    "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "video", "audio", "object", "svg",
})
# fmt: on
_DEEPEST = 100


@dataclass(slots=True)
class Element:
    """An element; its children are elements and plain text."""

    tag: str
    attrs: dict[str, str] = field(default_factory=lambda: dict[str, str]())
    children: list[Element | str] = field(default_factory=lambda: list["Element | str"]())

    def elements(self) -> list[Element]:
        """Return the children that are elements."""
        return [child for child in self.children if isinstance(child, Element)]

    def text(self) -> str:
        """Return all text inside."""
        return "".join(child if isinstance(child, str) else child.text() for child in self.children)

    def inner(self) -> str:
        """Return the HTML inside."""
        return "".join(to_html(child) for child in self.children)

    def every(self) -> Iterator[Element]:
        """Yield this element and all inside it."""
        yield self
        for child in self.elements():
            yield from child.every()

    def holds_only_inline(self) -> bool:
        """Tell whether no block stands inside."""
        return not any(inside.tag in BLOCK_TAGS for inside in self.every() if inside is not self)


def to_html(node: Element | str) -> str:
    """Return a node as HTML, text and attributes escaped."""
    if isinstance(node, str):
        return html.escape(node, quote=False).replace("\u00a0", "&nbsp;")
    if node.tag == "#raw":
        return str(node.attrs["html"])
    attrs = "".join(f' {name}="{html.escape(value)}"' for name, value in node.attrs.items())
    if node.tag in VOID:
        return f"<{node.tag}{attrs}/>" if node.tag in ("img", "hr") else f"<{node.tag}{attrs}>"
    return f"<{node.tag}{attrs}>{node.inner()}</{node.tag}>"


def parse_html(source: str) -> Element:
    """Return the tree of ``source``, whatever it is; comments stay as they are."""
    builder = _Builder()
    builder.feed(source)
    builder.close()
    return builder.root


class _Builder(HTMLParser):
    """Builds the tree; an end tag without its start is dropped, an open element ends at the end."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("#root")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in reversed(attrs)})
        element.attrs = dict(reversed(element.attrs.items()))
        self._open[-1].children.append(element)
        if tag not in VOID and len(self._open) < _DEEPEST:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        for depth in range(len(self._open) - 1, 0, -1):
            if self._open[depth].tag == tag:
                del self._open[depth:]
                return

    def handle_data(self, data: str) -> None:
        children = self._open[-1].children
        if children and isinstance(children[-1], str):
            children[-1] += data
        else:
            children.append(data)

    def handle_comment(self, data: str) -> None:
        self._open[-1].children.append(Element("#raw", {"html": f"<!--{data}-->"}))
