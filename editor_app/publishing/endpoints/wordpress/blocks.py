# SPDX-License-Identifier: GPL-3.0-or-later
"""Markdown as the block markup that WordPress's own editor opens without a complaint.

The text is rendered and cleaned as for every other place, then each element becomes its block.
What no block of WordPress can hold becomes a block of custom HTML.
"""

from __future__ import annotations

import html
import json
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from editor_app.domain.ids import MediaId
from editor_app.publishing.endpoints.wordpress.html_tree import Element, parse_html, to_html
from editor_app.text.markdown import render_html
from editor_app.text.markdown_blocks import blocks

ISLAND = "wordpress"  # the language of a fenced block that holds what only WordPress understands
_ISLAND_FENCE = re.compile(rf"^(`{{3,}}|~{{3,}}){ISLAND}[ \t]*\n(.*?)\n?\1[`~]*[ \t]*$", re.DOTALL)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


@dataclass(frozen=True, slots=True)
class BlockImage:
    """Where an image of ours is on the site, and the words under it."""

    id: int
    url: str
    caption: str = ""


def to_blocks(body: str, images: Mapping[MediaId, BlockImage], *, there: str = "") -> str:
    """Return the body as block markup.

    An island (a fenced block ```` ```wordpress ````) goes back as it came, but only if exactly
    this text stands in ``there``, the post's present content: nothing else may bring raw HTML in.
    """
    body, islands = _without_islands(body.replace("\r\n", "\n").replace("\r", "\n"), there)

    def image(media_id: str, alt: str, title: str) -> str:
        known = images.get(MediaId(media_id))
        if known is None:
            return html.escape(alt, quote=False)
        caption = f' data-caption="{html.escape(title or known.caption)}"'
        return (
            f'<img src="{html.escape(known.url)}" alt="{html.escape(alt)}" '
            f'class="wp-image-{known.id}"{caption}>'
        )

    root = parse_html(render_html(body, image=image))
    for element in root.every():
        for name, mark in (("id", ""), ("href", "#")):
            if element.attrs.get(name, "").startswith((f"{mark}fn:", f"{mark}fnref")):
                # For some accounts WordPress takes the part before a colon for a protocol.
                element.attrs[name] = element.attrs[name].replace(":", "-")
    return "\n\n".join(_with_islands(_blocks_of(root), islands))


def _without_islands(body: str, there: str) -> tuple[str, dict[str, str]]:
    """Replace the islands that may go back by words that no text holds."""
    if f"{ISLAND}\n" not in body or not there:
        return body, {}
    secret = f"x{secrets.token_hex(12)}x"
    islands: dict[str, str] = {}
    for block in reversed(blocks(body)):
        match = _ISLAND_FENCE.match(block.text) if block.kind == "code" else None
        if match and match[2].strip() and match[2].strip() in there:
            token = f"{secret}{len(islands)}x"
            islands[token] = match[2].strip()
            body = f"{body[: block.start]}\n{token}\n{body[block.end :]}"
    return body, islands


def _with_islands(found: list[str], islands: dict[str, str]) -> list[str]:
    if not islands:
        return found
    whole = {_block("paragraph", f"<p>{token}</p>"): text for token, text in islands.items()}
    return [whole.get(block, block) for block in found]


def _blocks_of(parent: Element) -> list[str]:
    """Return the blocks of an element's children."""
    found: list[str] = []
    for child in parent.children:
        if isinstance(child, str):
            if child.strip():
                found.append(_block("paragraph", f"<p>{to_html(child.strip())}</p>"))
        else:
            found += _of_element(child)
    return found


def _of_element(element: Element) -> list[str]:
    tag = element.tag
    if tag == "p":
        return _of_paragraph(element)
    made: str | None = None
    if tag in _HEADINGS:
        made = _heading(element)
    elif tag in ("ul", "ol"):
        made = _list(element)
    elif tag == "blockquote":
        made = _quote(element)
    elif tag == "pre":
        made = _code(element)
    elif tag == "table":
        made = _table(element)
    elif tag == "figure":
        made = _figure(element)
    elif tag == "hr":
        made = _block("separator", '<hr class="wp-block-separator has-alpha-channel-opacity"/>')
    return [made or _html(element)]


def _of_paragraph(element: Element) -> list[str]:
    inside = element.elements()
    pictures = [child for child in inside if child.tag == "img"]
    words = any(isinstance(child, str) and child.strip() for child in element.children)
    if pictures and len(pictures) == len(inside) and not words:
        shown = [_image(picture) for picture in pictures]
        return [shown[0] if len(shown) == 1 else _gallery(shown)]
    if element.attrs or not element.holds_only_inline():
        return [_html(element)]
    return [_block("paragraph", f"<p>{_inline(element).strip()}</p>")] if element.children else []


def _heading(element: Element) -> str | None:
    if set(element.attrs) - {"id"} or not element.holds_only_inline():
        return None
    level = int(element.tag[1])
    anchor = f' id="{html.escape(element.attrs["id"])}"' if element.attrs.get("id") else ""
    tag = f'<{element.tag} class="wp-block-heading"{anchor}>{_inline(element)}</{element.tag}>'
    return _block("heading", tag, {"level": level} if level != 2 else None)


def _list(element: Element) -> str | None:
    start = element.attrs.get("start", "")
    if set(element.attrs) - {"start"} or (start and not start.lstrip("-").isdecimal()):
        return None
    items: list[str] = []
    for child in element.elements():
        item = _list_item(child) if child.tag == "li" and not child.attrs else None
        if item is None:
            return None
        items.append(item)
    settings: dict[str, Any] = {"ordered": True} if element.tag == "ol" else {}
    first = ""
    if element.tag == "ol" and start not in ("", "1"):
        settings["start"] = int(start)
        first = f' start="{int(start)}"'
    inside = "\n\n".join(items)
    tag = f'<{element.tag}{first} class="wp-block-list">{inside}</{element.tag}>'
    return _block("list", tag, settings)


def _list_item(element: Element) -> str | None:
    """Return the item: words first, lists after them; None if anything else stands in it."""
    words: list[str] = []
    nested: list[str] = []
    run = Element("#run")
    for child in element.children:
        if isinstance(child, Element) and child.tag in ("ul", "ol", "p"):
            words, run = _closed(words, run)
            if child.tag != "p":
                inner = _list(child)
                if inner is None:
                    return None
                nested.append(inner)
            elif nested or child.attrs or not child.holds_only_inline():
                return None
            else:
                words.append(_inline(child).strip())
        elif isinstance(child, Element) and (nested or not child.holds_only_inline()):
            return None
        elif isinstance(child, str) and not child.strip() and not run.children:
            continue
        else:
            run.children.append(child)
    words, _ = _closed(words, run)
    text = "<br><br>".join(words)
    return _block("list-item", f"<li>{text}{''.join(nested)}</li>")


def _closed(words: list[str], run: Element) -> tuple[list[str], Element]:
    text = _inline(run).strip()
    return ([*words, text] if text else words), Element("#run")


def _quote(element: Element) -> str | None:
    if element.attrs:
        return None
    inside = "\n\n".join(_blocks_of(element))
    return _block("quote", f'<blockquote class="wp-block-quote">{inside}</blockquote>')


def _code(element: Element) -> str | None:
    inside = element.elements()
    if element.attrs or len(inside) != 1 or inside[0].tag != "code":
        return None
    # A bracket in code is no shortcode of WordPress.
    text = to_html(inside[0].text().rstrip("\n")).replace("[", "&#91;")
    language = inside[0].attrs.get("class", "")
    names = f"wp-block-code {language}".strip()
    tag = f'<pre class="{html.escape(names)}"><code>{text}</code></pre>'
    return _block("code", tag, {"className": language} if language else None)


def _table(element: Element) -> str | None:
    parts: dict[str, str] = {}
    caption = ""
    for part in element.elements():
        if part.tag == "caption":
            caption = f'<figcaption class="wp-element-caption">{_inline(part)}</figcaption>'
        elif part.tag in ("thead", "tbody", "tfoot") and part.tag not in parts:
            rows = [_row(row) for row in part.elements()]
            if None in rows:
                return None
            parts[part.tag] = f"<{part.tag}>{''.join(row or '' for row in rows)}</{part.tag}>"
        else:
            return None
    if "tbody" not in parts:
        return None
    inside = "".join(parts.get(name, "") for name in ("thead", "tbody", "tfoot"))
    tag = f'<figure class="wp-block-table"><table>{inside}</table>{caption}</figure>'
    return _block("table", tag, {"hasFixedLayout": False})


def _row(row: Element) -> str | None:
    cells: list[str] = []
    for cell in row.elements():
        if cell.tag not in ("td", "th") or set(cell.attrs) - {"align"}:
            return None
        if not cell.holds_only_inline():
            return None
        side = cell.attrs.get("align", "")
        aligned = f' class="has-text-align-{side}" data-align="{side}"' if side else ""
        cells.append(f"<{cell.tag}{aligned}>{_inline(cell).strip()}</{cell.tag}>")
    return f"<tr>{''.join(cells)}</tr>"


def _figure(element: Element) -> str | None:
    first = next(iter(element.elements()), None)
    return _image(first) if first is not None and first.tag == "img" else None


def _image(image: Element) -> str:
    """Return an image block; the caption travels on the element until here."""
    caption = image.attrs.pop("data-caption", "")
    number = image.attrs.get("class", "").rpartition("-")[2]
    under = ""
    if caption:
        text = html.escape(caption, quote=False)
        under = f'<figcaption class="wp-element-caption">{text}</figcaption>'
    settings = {"id": int(number), "sizeSlug": "full", "linkDestination": "none"}
    tag = f'<figure class="wp-block-image size-full">{to_html(image)}{under}</figure>'
    return _block("image", tag, settings)


def _gallery(images: list[str]) -> str:
    names = "wp-block-gallery has-nested-images columns-default is-cropped"
    inside = "\n\n".join(images)
    return _block("gallery", f'<figure class="{names}">{inside}</figure>', {"linkTo": "none"})


def _html(element: Element) -> str:
    for image in element.every():
        image.attrs.pop("data-caption", None)
    return _block("html", to_html(element))


def _inline(element: Element) -> str:
    for inside in element.every():
        inside.attrs.pop("data-caption", None)
    return element.inner()


def _block(name: str, inside: str, settings: Mapping[str, Any] | None = None) -> str:
    """Return a block; its settings can not end the comment they stand in."""
    text = ""
    if settings:
        text = json.dumps(dict(settings), ensure_ascii=False, separators=(",", ":"))
        for mark, escaped in (("--", "\\u002d\\u002d"), ("<", "\\u003c"), (">", "\\u003e")):
            text = text.replace(mark, escaped)
        text = f"{text.replace('&', chr(92) + 'u0026')} "
    return f"<!-- wp:{name} {text}-->\n{inside}\n<!-- /wp:{name} -->"
