# SPDX-License-Identifier: GPL-3.0-or-later
"""Hide what is not prose in a Markdown body, keeping every offset."""

from __future__ import annotations

import re

from editor_app.text.markdown_blocks import block_tokens, line_starts

HIDDEN = "\ue000"  # stands for each hidden character; no letter, no space, no punctuation

_CODE_SPAN = re.compile(
    r"(?<![`\\])(`{1,20})(?!`)(?:(?!\n[ \t]*\n).){1,2000}?(?<!`)\1(?!`)", re.DOTALL
)
_MARKUP = re.compile(
    r"<!--.*?(?:-->|\Z)"  # comment
    r"|</?[A-Za-z][^<>]*>"  # tag, autolink
    r"|(?<=\])\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)"  # where a link goes, and its title
    r"|^[ >\t]*\[(?!\^)[^\]\n]+\]:[ \t]*\S[^\n]*$"  # link definition
    r"|\[\^[^\]\s]+\]:?"  # footnote reference
    r"|(?<=\])\[[^\]\n]*\]"  # label of a reference link
    r"|\{[:#.][^{}\n]*\}"  # attributes
    r"|^[ >\t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$"  # table rule
    r"|\b[a-z][a-z0-9+.-]{1,20}://[^\s<>]+|\bwww\.[^\s<>]+|[\w.+-]+@[\w-]+\.[\w.-]+",
    re.DOTALL | re.MULTILINE,
)


def without_code(body: str) -> str:
    """Return the body with code blocks and code spans hidden."""
    lines = line_starts(body)
    parts: list[str] = []
    position = 0
    for token in block_tokens(body):
        if token.type in ("fence", "code_block") and token.map is not None:
            first, after = token.map
            start, end = lines[first], lines[min(after, len(lines) - 1)]
            parts += (body[position:start], _hidden(body[start:end]))
            position = max(position, end)
    text = "".join([*parts, body[position:]])
    return _CODE_SPAN.sub(lambda match: _hidden(match.group()), text)


def prose_only(body: str) -> str:
    """Return the body with code, HTML tags, comments, addresses and labels hidden."""
    return _MARKUP.sub(lambda match: _hidden(match.group()), without_code(body))


def _hidden(text: str) -> str:
    return re.sub(r"[^\r\n]", HIDDEN, text)
