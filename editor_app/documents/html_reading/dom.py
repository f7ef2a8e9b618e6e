# SPDX-License-Identifier: GPL-3.0-or-later
"""Parse a foreign page, and tell what a reader sees of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urljoin, urlsplit

from editor_app.domain.errors import UnreadableFile

# lxml has no type information that tells elements from comments and processing instructions.
Element = Any

INVISIBLE = frozenset(
    {"script", "style", "template", "noscript", "head", "title", "meta", "link", "svg", "math"}
    | {
        "iframe",
        "object",
        "embed",
        "video",
        "audio",
        "canvas",
        "datalist",
        "input",
        "base",
        "param",
    }
)
BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details"}
    | {"dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form"}
    | {"h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li"}
    | {"main", "menu", "nav", "ol", "optgroup", "option", "p", "pre", "search", "section"}
    | {"select", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "button"}
    | {"textarea", "label", "noframes", "frameset"}
)
_HIDDEN_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff]")
_SPACE = re.compile(r"[ \t\r\n\f\u200b]+")
_LINK_SCHEMES = frozenset({"http", "https", "mailto"})
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I
)


@dataclass(frozen=True, slots=True)
class ParsedPage:
    """The tree of a page and where its relative addresses start."""

    root: Element
    base_url: str


def declared_encoding(data: bytes) -> str:
    """Return the encoding that the page's first bytes claim, "" if none."""
    match = _DECLARED.search(data[:4096])
    return match[1].decode("ascii") if match else ""


def parse_page(text: str, base_url: str) -> ParsedPage:
    """Return the tree; Raises UnreadableFile if it holds nothing or nests too deep."""
    etree, html = _lxml()
    parser = html.HTMLParser(huge_tree=True, remove_pis=True, encoding="utf-8")
    clean = _CONTROL.sub("\ufffd", text)
    try:
        root: Element = html.document_fromstring(clean.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise UnreadableFile("The HTML page holds no text.") from error
    if any("depth" in entry.message.lower() for entry in parser.error_log):
        # The parser drops what lies deeper: better no import than a silent loss.
        raise UnreadableFile(
            "The HTML page nests its elements thousands deep and cannot be read. Copy its text "
            "from a browser instead."
        )
    bases: list[str] = [element.get("href") or "" for element in root.iter("base")]
    try:
        return ParsedPage(root, urljoin(base_url, bases[0]) if bases else base_url)
    except ValueError:
        return ParsedPage(root, base_url)


def _lxml() -> tuple[Any, Any]:  # lxml has no type information
    from importlib import import_module

    return import_module("lxml.etree"), import_module("lxml.html")


def depth_of(root: Element) -> int:
    """Return how deep the elements are nested."""
    deepest = depth = 0
    for kind, _element in _lxml()[0].iterwalk(root, events=("start", "end")):
        depth += 1 if kind == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def is_invisible(element: Element) -> bool:
    """Tell whether a browser shows nothing of the element itself."""
    tag = element.tag
    if not isinstance(tag, str) or tag in INVISIBLE or element.get("hidden") is not None:
        return True
    style = element.get("style")
    return bool(style and _HIDDEN_STYLE.search(style))


def collapse(text: str) -> str:
    """Return the text with white space as HTML shows it."""
    return _SPACE.sub(" ", text)


def visible_text(element: Element) -> str:
    """Return what a reader sees of the element, its blocks apart by spaces."""
    return collapse(" ".join(part for part in _visible_parts(element))).strip()


def _visible_parts(element: Element) -> Iterator[str]:
    for kind, item in walk(element):
        if kind == "text":
            yield item
        elif kind == "start" and (item.tag in BLOCKS or item.tag == "br"):
            yield " "


def walk(
    root: Element, whole: Callable[[Element], bool] | None = None
) -> Iterator[tuple[str, Any]]:
    """Yield ("start", element), ("text", str) and ("end", element) of what is visible, in order.

    For an element below the root that ``whole`` wants, ("whole", element) stands for all of it.
    Does not recurse: foreign pages nest a thousand deep.
    """
    if is_invisible(root):
        return
    stack: list[tuple[Element, Iterator[Element]]] = []
    yield "start", root
    if root.text:
        yield "text", root.text
    stack.append((root, iter(root)))
    while stack:
        element, children = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            yield "end", element
            if stack and element.tail:
                yield "text", element.tail
        elif is_invisible(child) or (whole is not None and whole(child)):
            if not is_invisible(child):
                yield "whole", child
            if child.tail:
                yield "text", child.tail
        else:
            yield "start", child
            if child.text:
                yield "text", child.text
            stack.append((child, iter(child)))


def invisible_text(root: Element) -> str:
    """Return the sources of what a reader does not see: scripts, styles, hidden texts."""
    found: list[str] = []
    stack: list[Element] = [root]
    while stack:
        element = stack.pop()
        if is_invisible(element):
            text = _hidden_content(element)
            if text:
                found.append(text)
        if not is_invisible(element) or element.tag in {"head"}:
            stack.extend(reversed(list(element)))
    return "\n".join(found)


def _hidden_content(element: Element) -> str:
    if not isinstance(element.tag, str):
        return (element.text or "").strip()
    if element.tag == "head":
        return ""
    address = element.get("src") or element.get("data") or element.get("content") or ""
    text = " ".join("".join(element.itertext()).split())
    return " ".join(part for part in (text, address.strip()) if part)


def safe_address(address: str, base_url: str) -> str:
    """Return an absolute http(s) or mailto address fit for Markdown, "" for anything else.

    An address relative to a page whose own address is not known stays as it is.
    """
    address = re.sub(r"[\x00-\x20\x7f]+", "", address.strip()) if address else ""
    if not address or address.startswith("#"):
        return ""
    try:
        joined = urljoin(base_url, address) if base_url else address
        if joined.startswith("//"):
            joined = "https:" + joined
        parts = urlsplit(joined)
    except ValueError:
        return ""
    if parts.scheme and parts.scheme.lower() not in _LINK_SCHEMES:
        return ""
    if not parts.scheme and ":" in joined.split("/", 1)[0]:
        return ""
    return quote(joined, safe="/:?#[]@!$&'+,;=%~.-_", encoding="utf-8", errors="replace")
