# SPDX-License-Identifier: GPL-3.0-or-later
"""Cut a pasted page into pieces: one line each, or one paragraph whose lines were wrapped."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_SENTENCE_END = re.compile(r"""[.!?…։؟۔।。！？:;][\s"'”’»›)\]】」』\u200e\u200f]*$""")
_LIST_MARK = re.compile(r"(?:[-*+•‣◦–—>#]|\d{1,3}[.)])\s")
_SHORTEST_WRAPPED, _LONGEST_WRAPPED = 45, 110  # characters of a line that a mail program wrapped
_ALIKE = 30  # characters by which wrapped lines differ at most


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the input with the white space around it; `line` is what a person reads."""

    text: str  # exactly as in the input
    line: str  # no outer white space, line ends are "\n"
    block: int  # pieces of one block have no empty line between them


def split_pieces(text: str) -> list[Piece]:
    """Return the pieces of the text; their texts joined are the text again.

    White space belongs to the piece before it, or at the very start to the first piece. A text
    without any visible character gives one piece with an empty line.
    """
    pieces: list[Piece] = []
    for number, (lines, after) in enumerate(_blocks(text)):
        groups = [lines] if _is_wrapped(lines) else [[line] for line in lines]
        pieces += [Piece("".join(group), _readable(group), number) for group in groups]
        last = pieces[-1]
        pieces[-1] = Piece(last.text + after, last.line, last.block)
    return pieces


def ends_like_a_sentence(line: str) -> bool:
    """Tell whether the line ends as sentences do, quotation marks and brackets aside."""
    return _SENTENCE_END.search(line[-12:]) is not None


def is_invisible(line: str) -> bool:
    """Tell whether a reader sees nothing of the line."""
    stripped = line.strip()
    return not stripped or all(
        character.isspace() or unicodedata.category(character) == "Cf" for character in stripped
    )


def _blocks(text: str) -> Iterator[tuple[list[str], str]]:
    """Yield each run of visible lines with the empty lines that follow it."""
    before: list[str] = []
    lines: list[str] = []
    after: list[str] = []
    for line in text.splitlines(keepends=True):
        if is_invisible(line):
            (after if lines else before).append(line)
            continue
        if after:
            yield lines, "".join(after)
            lines, after = [], []
        lines.append("".join(before) + line if before else line)
        before = []
    yield (lines or ["".join(before)]), "".join(after)


def _readable(group: list[str]) -> str:
    return "\n".join(line.strip().strip("\ufeff").strip() for line in group)


def _is_wrapped(lines: list[str]) -> bool:
    """Tell whether the lines are one paragraph that a program broke at some width."""
    if len(lines) < 2:
        return False
    stripped = [line.strip() for line in lines]
    widths = [len(line) for line in stripped[:-1]]
    if min(widths) < _SHORTEST_WRAPPED or max(map(len, stripped)) > _LONGEST_WRAPPED:
        return False
    if max(widths) - min(widths) > _ALIKE or any(map(_LIST_MARK.match, stripped)):
        return False
    following = stripped[1:]
    open_ended = sum(not ends_like_a_sentence(line) for line in stripped[:-1])
    cased = [line for line in following if line[0].lower() != line[0].upper()]
    lower = sum(line[0].islower() for line in cased)
    return open_ended * 2 >= len(widths) and (not cased or lower * 5 >= len(cased) * 2)
