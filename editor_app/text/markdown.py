# SPDX-License-Identifier: GPL-3.0-or-later
"""Render Markdown as safe HTML, and read the plain text and the media out of it."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from editor_app.domain.ids import MediaId
from editor_app.text.html_safety import ImageRenderer, sanitise_html
from editor_app.text.markdown_blocks import Block, block_parser, blocks
from editor_app.text.markdown_limits import LimitedMarkdown

if TYPE_CHECKING:
    from markdown_it.token import Token

__all__ = ["Block", "ImageRenderer", "blocks", "plain_text", "referenced_media", "render_html"]

# “extra” without md_in_html, which drops the text after two unclosed tags.
_EXTENSIONS = (
    "abbr", "attr_list", "def_list", "fenced_code", "footnotes", "sane_lists", "tables",
)  # fmt: skip
_EXTENSION_CONFIGS = {
    # A title would be English furniture on a page in any language.
    "footnotes": {"BACKLINK_TITLE": ""},
    "tables": {"use_align_attribute": True},
}
# The converter's own stand-ins for escaped characters; it forgets some in mail addresses.
_LEFT_ESCAPE = re.compile("\x02([0-9]{1,5})\x03|[\x02\x03]")
_BLOCK_TAG = re.compile(r"</?(?:p|div|li|ul|ol|h[1-6]|table|tr|blockquote|pre|br|hr)\b[^>]*>", re.I)
_HIDDEN_HTML = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE
)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")


def render_html(body: str, *, image: Callable[[str, str, str], str] | None = None) -> str:
    """Return the body as HTML that runs nothing and loads nothing from elsewhere.

    ``image(media_id, alt, title)`` gives the trusted HTML for each ``![alt](media:ID "title")``;
    an image alone in its paragraph becomes a figure with the title as its caption. Without
    ``image`` the alt texts stand in their place. What no person would write (thousands of
    brackets in one paragraph, hundreds of nested quotes) is shown as typed.
    """
    limited = LimitedMarkdown(_universal_line_ends(body))
    converted = _LEFT_ESCAPE.sub(_unescaped, _converted(limited.body))
    return limited.restored(sanitise_html(converted, image=image))


def _unescaped(match: re.Match[str]) -> str:
    return html.escape(chr(int(match[1]))) if match[1] else ""


def _universal_line_ends(body: str) -> str:
    return body.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")


def _converted(body: str) -> str:
    import markdown

    converter = markdown.Markdown(
        extensions=list(_EXTENSIONS), extension_configs=_EXTENSION_CONFIGS, output_format="html"
    )
    try:
        return converter.convert(body)
    except RecursionError:  # nested deeper than the renderer can go
        paragraphs = re.split(r"\n\s*\n", body)
        return "\n".join(f"<p>{html.escape(text, quote=False)}</p>" for text in paragraphs)


def referenced_media(body: str) -> tuple[MediaId, ...]:
    """Return the ids of the images of ours that the body shows, each once, in order."""
    if "media" not in body.lower():
        return ()
    found: dict[MediaId, None] = {}

    def remember(media_id: str, _alt: str, _title: str) -> str:
        found[MediaId(media_id)] = None
        return ""

    render_html(body, image=remember)
    return tuple(found)


def plain_text(body: str) -> str:
    """Return the words that a reader sees, paragraphs separated by an empty line, no marks."""
    paragraphs: list[str] = []
    for token in block_parser().parse(_universal_line_ends(body)):
        if token.type == "inline":
            paragraphs.append(_inline_text(token.children or []))
        elif token.type in ("fence", "code_block"):
            paragraphs.append(token.content.rstrip("\n"))
        elif token.type == "html_block":
            paragraphs += _html_text(token.content)
    return "\n\n".join(text for text in (part.strip() for part in paragraphs) if text)


def _inline_text(tokens: list[Token]) -> str:
    parts: list[str] = []
    for token in tokens:
        if token.type in ("text", "code_inline", "text_special"):
            parts.append(token.content)
        elif token.type == "softbreak":
            parts.append(" ")
        elif token.type == "hardbreak":
            parts.append("\n")
    return "".join(parts)


def _html_text(source: str) -> list[str]:
    lines = _BLOCK_TAG.sub("\n", _HIDDEN_HTML.sub("", source)).split("\n")
    return [html.unescape(_TAG.sub("", line)) for line in lines]
