# SPDX-License-Identifier: GPL-3.0-or-later
"""Read WordPress's block markup: where blocks begin and end, and when two are the same."""

from __future__ import annotations

import json
import re
from typing import Any

_DELIMITER = re.compile(
    r"<!--\s+(?P<close>/)?wp:(?P<name>[a-z][a-z0-9_/-]*)\s+"
    r"(?P<settings>(?:(?!-->).)*?)(?P<void>/)?-->",
    re.DOTALL,
)
# The elements say these again, or they differ between versions without meaning anything.
_SAID_TWICE = frozenset(
    {"hasFixedLayout", "id", "level", "linkDestination", "linkTo", "ordered", "sizeSlug", "start"}
)
_OWN_CLASS = re.compile(r"\b(?:wp-block-[a-z-]+|wp-element-[a-z-]+|has-alpha-channel-opacity)\b")
_CLASS = re.compile(r'\s+class="([^"]*)"')
_REL = re.compile(r'\s+rel="[^"]*"')
_END = re.compile(r"\s*/?>")
_BETWEEN = re.compile(
    r"\s*(</?(?:p|h[1-6]|ul|ol|li|table|thead|tbody|tfoot|tr|td|th|figure|figcaption|pre|"
    r"blockquote|hr|div|dl|dt|dd)\b[^>]*>|<!--[^>]*-->)\s*"
)


def split_blocks(raw: str) -> list[str]:
    """Return the top-level blocks, each whole; what stands between them is a piece too."""
    pieces: list[str] = []
    depth = start = last = 0
    for match in _DELIMITER.finditer(raw):
        if match["close"]:
            depth -= 1
            if depth == 0:
                pieces.append(raw[start : match.end()])
                last = match.end()
            depth = max(depth, 0)
            continue
        if depth == 0:
            pieces.append(raw[last : match.start()])
            start = match.start()
            if match["void"]:
                pieces.append(raw[start : match.end()])
                last = match.end()
        depth += 0 if match["void"] else 1
    pieces.append(raw[last:])
    return [piece.strip() for piece in pieces if piece.strip()]


def block_name(chunk: str) -> str:
    """Return the name of the block the chunk begins with, "" for text outside of blocks."""
    match = _DELIMITER.match(chunk.lstrip())
    return match["name"] if match and not match["close"] else ""


def without_comments(chunk: str) -> str:
    """Return the HTML without the block delimiters."""
    return _DELIMITER.sub("", chunk)


def same_markup(chunk: str) -> str:
    """Return markup in a form in which blocks that mean the same are the same."""
    text = _DELIMITER.sub(_plain_delimiter, chunk)
    text = _CLASS.sub(_plain_class, text)
    text = _END.sub(">", _REL.sub("", text))
    text = _BETWEEN.sub(r"\1", text)
    return text.replace("&nbsp;", "\u00a0").strip()


def _plain_delimiter(match: re.Match[str]) -> str:
    settings: Any = {}
    if match["settings"].strip():
        try:
            settings = json.loads(match["settings"])
        except ValueError:
            return match.group()
    if isinstance(settings, dict):
        kept: dict[str, Any] = {}
        for key, value in settings.items():  # pyright: ignore[reportUnknownVariableType]
            if key == "className":
                value = " ".join(_OWN_CLASS.sub("", str(value)).split())  # pyright: ignore[reportUnknownArgumentType]
            if value not in ("", None) and key not in _SAID_TWICE:
                kept[str(key)] = value  # pyright: ignore[reportUnknownArgumentType]
        settings = kept
    plain = json.dumps(settings, sort_keys=True) if settings else ""
    return f"<!--{match['close'] or ''}wp:{match['name']} {plain}{match['void'] or ''}-->"


def _plain_class(match: re.Match[str]) -> str:
    names = " ".join(_OWN_CLASS.sub("", match[1]).split())
    names = " ".join(name for name in names.split() if name != "size-full")
    return f' class="{names}"' if names else ""
