# SPDX-License-Identifier: GPL-3.0-or-later
"""Plain text → Markdown that shows exactly that text; plain prose stays as it is."""

from __future__ import annotations

import re

_SPECIAL = re.compile(r"[\\`*_\[\]<>&~#+\-.)=|:!{}^$\d\x00-\x1f\x7f\ud800-\udfff]")
_ANYWHERE = re.compile(r"([\\`*])")
_BRACKETS = re.compile(r"\]\s?[(\[:]|\[\^|\[toc\]", re.IGNORECASE)
_ENTITY = re.compile(r"&(?=#?\w{1,40};)")
_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_UNDERSCORE = re.compile(r"(?<!\w)_|_(?!\w)|__+")
_LINE_START = re.compile(r"(#{1,6}(?=\s|$)|#|>|[+-](?=\s|$)|[+=~:|-](?=[\s+=~:|-]*$)|:(?=\s)|~~~)")
_NUMBERED = re.compile(r"(\d{1,9})([.)])(?=\s|$)")
_ABBREVIATION = re.compile(r"\*\[")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_TABLE_RULE = re.compile(r"[\s|:+-]+")


def escape_markdown(text: str) -> str:
    """Return Markdown whose rendering reads exactly as ``text``.

    Lines lose their outer white space, which no rendering shows; control characters and halves
    of characters become U+FFFD, which everybody sees.
    """
    lines = [line.strip() for line in text.strip().split("\n")]
    return "\n".join(_escape_line(line) for line in lines)


def without_invisible_harm(text: str) -> str:
    """Return plain text in which control characters and halves of characters show as U+FFFD."""
    return _CONTROL.sub("\ufffd", text)


def _escape_line(line: str) -> str:
    if _SPECIAL.search(line) is None:
        return line
    line = without_invisible_harm(line)
    line = _ENTITY.sub("&amp;", line)
    line = _ANYWHERE.sub(r"\\\1", line)
    line = _UNDERSCORE.sub(lambda match: r"\_" * len(match[0]), line)
    line = _TAG.sub("&lt;", line)
    if _BRACKETS.search(line):
        line = line.replace("[", r"\[").replace("]", r"\]")
    line = line.replace("~~", r"\~\~") if "~~" in line else line
    if "|" in line and _TABLE_RULE.fullmatch(line):
        line = line.replace("|", "&#124;")
    return _escape_start(line)


def _escape_start(line: str) -> str:
    numbered = _NUMBERED.match(line)
    if numbered is not None:
        return rf"{numbered[1]}\{line[len(numbered[1]) :]}"
    if _LINE_START.match(line) is None:
        return line
    if line[0] in "=~:|":
        return f"&#{ord(line[0])};{line[1:]}"
    return "\\" + line
