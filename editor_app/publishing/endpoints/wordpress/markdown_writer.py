# SPDX-License-Identifier: GPL-3.0-or-later
"""Simple HTML as Markdown. The caller checks that it makes the same HTML again."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping

from editor_app.domain.ids import MediaId
from editor_app.domain.media import MEDIA_SCHEME
from editor_app.publishing.endpoints.wordpress.blocks import BlockImage
from editor_app.publishing.endpoints.wordpress.html_tree import Element

_ALWAYS = re.compile(r"([\\`*\[\]])")
_EDGE_UNDERSCORE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
_LINE_START = re.compile(r"^(\s{0,3})(#{1,6}(?=\s)|[+-](?=\s)|>|={3,}|-{3,}|~{3,}|:(?=\s))", re.M)
_NUMBER_START = re.compile(r"^(\s{0,3}\d{1,9})([.)])(?=\s)", re.M)
_ENTITY = re.compile(r"&(?=#?\w+;)")
_SPACES = re.compile(r"[ \t\r\n\f]+")
_PLAIN_TAGS = frozenset(
    {"abbr", "cite", "del", "ins", "kbd", "mark", "q", "s", "small", "sub", "sup", "u", "b", "i"}
)


class MarkdownWriter:
    """Writes elements as Markdown; None where Markdown has no words for one."""

    def __init__(self, images: Mapping[MediaId, BlockImage]) -> None:
        """Know our images by their address on the site."""
        self._by_url = {image.url: (key, image) for key, image in images.items()}

    def blocks(self, parent: Element) -> str | None:
        """Return the children as paragraphs, headings, lists …"""
        parts: list[str] = []
        for child in parent.children:
            if isinstance(child, str):
                if child.strip():
                    parts.append(self.words(child.strip()))
                continue
            made = self._block(child)
            if made is None:
                return None
            parts.append(made)
        return "\n\n".join(part for part in parts if part)

    def words(self, text: str) -> str:
        """Return plain text so that Markdown takes none of it for a mark."""
        escaped = _ALWAYS.sub(r"\\\1", text)
        escaped = _EDGE_UNDERSCORE.sub(r"\\_", escaped)
        escaped = _ENTITY.sub("&amp;", escaped).replace("<", "&lt;")
        escaped = _LINE_START.sub(r"\1\\\2", escaped)
        return _NUMBER_START.sub(r"\1\\\2", escaped)

    def _block(self, element: Element) -> str | None:
        tag = element.tag
        if tag == "p":
            return self._inline(element)
        if re.fullmatch(r"h[1-6]", tag):
            return self._heading(element)
        if tag in ("ul", "ol"):
            return self._list(element)
        if tag == "hr":
            return "---"
        if tag == "blockquote":
            inside = self.blocks(element)
            return None if inside is None else _prefixed(inside, "> ", ">")
        if tag == "pre":
            return self._code(element)
        if tag == "figure":
            return self._figure(element)
        return None

    def _heading(self, element: Element) -> str | None:
        text = self._inline(element)
        anchor = f" {{#{element.attrs['id']}}}" if element.attrs.get("id") else ""
        return None if text is None else f"{'#' * int(element.tag[1])} {text}{anchor}"

    def _list(self, element: Element) -> str | None:
        start = element.attrs.get("start", "1")
        number = int(start) if start.isdecimal() and len(start) < 9 else 1
        items: list[str] = []
        for item in element.elements():
            words = Element("#run", children=[c for c in item.children if not _is_list(c)])
            text = self._inline(words)
            nested = [self._list(c) for c in item.elements() if _is_list(c)]
            if item.tag != "li" or text is None or None in nested:
                return None
            mark = f"{number}. " if element.tag == "ol" else "- "
            lines = [f"{mark}{text.strip()}", *(_prefixed(n or "", "    ", "") for n in nested)]
            items.append("\n".join(lines))
            number += 1
        return "\n".join(items)

    def _code(self, element: Element) -> str | None:
        inside = element.elements()
        if len(inside) != 1 or inside[0].tag != "code":
            return None
        text = inside[0].text()
        longest = max((len(run) for run in re.findall(r"`{3,}", text)), default=2)
        match = re.search(r"language-([\w+#.-]+)", element.attrs.get("class", ""))
        fence = "`" * (longest + 1)
        return f"{fence}{match[1] if match else ''}\n{text}\n{fence}"

    def _figure(self, element: Element) -> str | None:
        inside = element.elements()
        if not inside:
            return None
        if inside[0].tag == "table" and len(inside) == 1:
            return self._table(inside[0])
        if inside[0].tag == "img" and all(i.tag == "figcaption" for i in inside[1:]):
            caption = inside[1].text().strip() if len(inside) > 1 else ""
            return self._image(inside[0], caption)
        return None

    def _table(self, table: Element) -> str | None:
        rows = [row for part in table.elements() for row in part.elements() if row.tag == "tr"]
        if not rows or not any(part.tag == "thead" for part in table.elements()):
            return None
        lines: list[str] = []
        for row in rows:
            cells = [self._inline(cell) for cell in row.elements()]
            if None in cells or any("\n" in (cell or "") for cell in cells):
                return None
            lines.append(f"| {' | '.join((c or '').replace('|', chr(92) + '|') for c in cells)} |")
        sides = {"left": ":--", "right": "--:", "center": ":-:"}
        heads = [sides.get(cell.attrs.get("data-align", ""), "---") for cell in rows[0].elements()]
        return "\n".join([lines[0], f"| {' | '.join(heads)} |", *lines[1:]])

    def _image(self, image: Element, caption: str) -> str | None:
        known = self._by_url.get(image.attrs.get("src", ""))
        if known is None:
            return None
        media_id, there = known
        alt = _ALWAYS.sub(r"\\\1", image.attrs.get("alt", ""))
        title = caption if caption != there.caption else ""
        shown = f' "{title}"' if title else ""
        return f"![{alt}]({MEDIA_SCHEME}{media_id}{shown})"

    def _inline(self, element: Element) -> str | None:
        parts: list[str] = []
        for child in element.children:
            if isinstance(child, str):
                parts.append(self.words(_SPACES.sub(" ", child)))
                continue
            made = self._inline_element(child)
            if made is None:
                return None
            parts.append(made)
        return "".join(parts).strip(" ")

    def _inline_element(self, element: Element) -> str | None:
        tag = element.tag
        if tag == "br":
            return "  \n"
        if tag == "img":
            return self._image(element, "")
        inside = self._inline(element)
        if inside is None or not inside:
            return inside
        if tag == "strong":
            return f"**{inside}**"
        if tag == "em":
            return f"*{inside}*"
        if tag == "code":
            text = element.text()
            return f"`{text}`" if "`" not in text else f"`` {text} ``"
        if tag == "a" and element.attrs.get("href"):
            title = element.attrs.get("title", "")
            shown = f' "{html.escape(title)}"' if title else ""
            return f"[{inside}]({_address(element.attrs['href'])}{shown})"
        if tag in _PLAIN_TAGS and not element.attrs:
            return f"<{tag}>{inside}</{tag}>"
        return None


def _is_list(node: Element | str) -> bool:
    return isinstance(node, Element) and node.tag in ("ul", "ol")


def _prefixed(text: str, prefix: str, empty: str) -> str:
    return "\n".join(f"{prefix}{line}" if line else empty for line in text.split("\n"))


def _address(href: str) -> str:
    return href.replace("(", "%28").replace(")", "%29").replace(" ", "%20")
