# SPDX-License-Identifier: GPL-3.0-or-later
"""Plain text → Markdown that shows exactly that text; plain prose stays as it is."""

from __future__ import annotations

import re
from html.entities import html5

_SPECIAL = re.compile(r"[\\`*_\[\]<>&~#+\-.)=|:!{}^$\d\x00-\x1f\x7f\ud800-\udfff]")
_ANYWHERE = re.compile(r"(\\(?=[!-/:-@\[-`{-~]|$)|[`{]|(?<!\s)\*|\*(?!\s|$))")
_BRACKETS = re.compile(r"\]\s?[(\[:]|\[\^|\[toc\]", re.IGNORECASE)
# Browsers read some names without the semicolon too: “&copy2” shows as ©2.
_SHORT_ENTITIES = "|".join(name for name in html5 if not name.endswith(";"))
_ENTITY = re.compile(rf"&(?=#|\w{{1,40}};|{_SHORT_ENTITIES})")
_TAG = re.compile(r"<(?=\S)")
_UNDERSCORE = re.compile(r"(?<!\w)_|_(?!\w)|__+")
_LINE_START = re.compile(r"(#|>|[*+-](?=\s|$)|[+=~:|-](?=[\s+=~:|-]*$)|:(?=\s)|~~~)")
_NUMBERED = re.compile(r"(\d{1,9})([.)])(?=\s|$)")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_TABLE_RULE = re.compile(r"[\s|:+-]+")


def escape_markdown(text: str) -> str:
    """Return Markdown whose rendering reads exactly as ``text``.

    Lines lose their outer white space, which no rendering shows; control characters and halves
    of characters become U+FFFD, which everybody sees.
    """
    lines = [line.strip().strip("\ufeff").strip() for line in text.strip().splitlines()]
    return "\n".join(escape_line_start(escape_inline(line, context=line)) for line in lines if line)


def without_invisible_harm(text: str) -> str:
    """Return plain text in which control characters and halves of characters show as U+FFFD."""
    return _CONTROL.sub("\ufffd", text)


def escape_inline(text: str, *, context: str) -> str:
    """Return a run of a paragraph as Markdown; ``context`` is the whole paragraph's text.

    The beginning of a line is `escape_line_start`'s matter.
    """
    if _SPECIAL.search(text) is None:
        return text
    text = without_invisible_harm(text)
    text = _ENTITY.sub("&amp;", text)
    text = _ANYWHERE.sub(r"\\\1", text)
    text = _UNDERSCORE.sub(lambda match: r"\_" * len(match[0]), text)
    text = _TAG.sub("&lt;", text)
    if _BRACKETS.search(context):
        text = text.replace("[", r"\[").replace("]", r"\]")
    if "~~" in text:
        text = text.replace("~", r"&#126;")
    if "|" in text and _TABLE_RULE.fullmatch(text):
        text = text.replace("|", "&#124;")
    return text


def escape_line_start(line: str) -> str:
    """Return the line so that it begins no list, heading, quote or other block."""
    numbered = _NUMBERED.match(line)
    if numbered is not None:
        return rf"{numbered[1]}\{line[len(numbered[1]) :]}"
    if _LINE_START.match(line) is None:
        return line
    if line[0] in "=~:|":
        return f"&#{ord(line[0])};{line[1:]}"
    return "\\" + line
