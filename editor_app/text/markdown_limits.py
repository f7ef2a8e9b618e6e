# SPDX-License-Identifier: GPL-3.0-or-later
"""Keep hostile Markdown from hanging the renderer: what is beyond all use is shown as typed."""

from __future__ import annotations

import html
import re
import secrets

# Far above what a person writes in one paragraph; above them the renderer's time grows with the
# square of the count (measured: 20,000 opening brackets take more than 25 s).
_MOST_MARKS = {"[": 400, "<": 400, "*": 3000, "_": 3000, "`": 3000, "\n: ": 200, "\n:\t": 200}
_LONGEST_MARKED = 200_000  # characters of one paragraph that may hold any mark at all
_DEEPEST_QUOTE = 20
_MOST_DECLARATIONS = 200  # "<!" in the whole text
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_QUOTE_PREFIX = re.compile(rf"^((?: {{0,3}}>){{{_DEEPEST_QUOTE}}})(?:[ \t]*>)+", re.MULTILINE)
_DEEP_INDENT = re.compile(r"^(?:\t| {4}){40}[ \t]*(?=[*+-][ \t]|\d+[.)][ \t])", re.MULTILINE)


class LimitedMarkdown:
    """A body whose impossible paragraphs are replaced by tokens for the time of rendering."""

    def __init__(self, body: str) -> None:
        """Take the body as it is, of any size."""
        self._secret = f"x{secrets.token_hex(12)}x"
        self._shown_as_typed: list[str] = []
        body = _QUOTE_PREFIX.sub(r"\1", body)
        body = _DEEP_INDENT.sub("    " * 40, body)
        if body.count("<!") > _MOST_DECLARATIONS:
            body = body.replace("<!", "&lt;!")
        self.body = self._replaced(body)

    def restored(self, rendered: str) -> str:
        """Return the rendered HTML with the replaced paragraphs' text in it, escaped."""
        if not self._shown_as_typed:
            return rendered
        return re.sub(
            rf"{self._secret}(\d+)x",
            lambda match: html.escape(self._shown_as_typed[int(match[1])], quote=False),
            rendered,
        )

    def _replaced(self, body: str) -> str:
        if not over_limit(body):
            return body
        parts: list[str] = []
        fence = ""
        paragraph: list[str] = []
        for line in body.split("\n"):
            opening = _FENCE.match(line)
            if fence:
                parts.append(line)
                if opening and opening[1].startswith(fence) and not line.strip(f" {fence[0]}"):
                    fence = ""
            elif opening or not line.strip():
                parts += self._paragraph(paragraph)
                paragraph = []
                parts.append(line)
                fence = opening[1] if opening else ""
            else:
                paragraph.append(line)
        return "\n".join(parts + self._paragraph(paragraph))

    def _paragraph(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        if not over_limit(text):
            return lines
        self._shown_as_typed.append(text)
        return [f"{self._secret}{len(self._shown_as_typed) - 1}x"]


def over_limit(text: str) -> bool:
    """Tell whether the text holds more marks than the renderer can take in good time."""
    counts = {mark: text.count(mark) for mark in _MOST_MARKS}
    if len(text) > _LONGEST_MARKED and any(counts.values()):
        return True
    return any(counts[mark] > most for mark, most in _MOST_MARKS.items())
