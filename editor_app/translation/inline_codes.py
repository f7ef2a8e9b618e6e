# SPDX-License-Identifier: GPL-3.0-or-later
"""Find the inline markup of a Markdown paragraph with its exact place in the source."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from enum import StrEnum

import regex

from editor_app.text.markdown_limits import over_limit
from editor_app.translation.emphasis import Delimiter, match_emphasis


class Role(StrEnum):
    """Whether a code opens a pair, closes one or stands alone."""

    OPEN = "open"
    CLOSE = "close"
    ALONE = "alone"


@dataclass(frozen=True, slots=True)
class Mark:
    """One inline code: characters of the text that a translator must not type."""

    start: int  # offset in the text
    end: int
    role: Role
    pair: int = -1  # equal for the two marks of a pair
    kind: str = ""  # emphasis, link, image, title, html, break, or "" for any other
    instead: str = ""  # what to write for it next to other words, if not its own characters


_URL = r"(?:https?|ftp)://[^\s<>⟦⟧]*[^\s<>⟦⟧.,;:!?'\"’”»)\]}*_]"
_TOKEN = regex.compile(
    r"(?P<escape>\\[!-/:-@\[-`{-~])"
    r"|(?P<hard>(?:\\|[ ]{2,}+)\n)"
    r"|(?P<ticks>`++)"
    r"|(?P<autolink><[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*+>|<[\w.+-]++@[\w-]++(?:\.[\w-]++)*+>)"
    r"|(?P<comment><!--(?:(?!-->).)*+-->|<\?(?:(?!\?>).)*+\?>|<![A-Z](?:[^>])*+>)"
    r"|(?P<html></?(?P<tag>[A-Za-z][A-Za-z0-9-]*+)(?:\s++[A-Za-z_:][\w.:-]*+"
    r"(?:\s*+=\s*+(?:[^\s\"'=<>`]++|'[^']*+'|\"[^\"]*+\"))?+)*+\s*+/?>)"
    r"|(?P<footnote>\[\^[^\]\s]++\]:?+)"
    r"|(?P<abbreviation>(?<![^\n])\*\[[^\]\n]++\]:[ \t]*+)"
    r"|(?P<task>\A\[[ xX]\](?=[ \t]))"
    r"|(?P<attributes>[ \t]*+\{(?::[^{}\n]*+|[ ]*+[#.][^{}\n]*+)\})"
    r"|(?P<open>!?\[)"
    r"|(?P<close>\])"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    r"|(?P<run>\*++|_++|~~)"
    rf"|(?P<url>{_URL})"
    r"|(?P<bracket>[⟦⟧])",
    regex.DOTALL,
)
_INLINE_TAIL = regex.compile(
    r"\(\s*+(?:<(?:[^<>\n\\]|\\.)*+>"
    r"|(?:[^\s()\\]|\\.|(?P<paren>\((?:[^\s()\\]|\\.|(?&paren))*+\)))*+)"
    r"(?:\s++(?P<title>\"(?:[^\"\\]|\\.)*+\"|'(?:[^'\\]|\\.)*+'|\((?:[^()\\]|\\.)*+\)))?+\s*+\)",
    regex.DOTALL,
)
_REFERENCE_TAIL = regex.compile(r"\[(?P<label>(?:[^\[\]\\]|\\.)*+)\]", regex.DOTALL)
_TITLE_TOKEN = regex.compile(
    r"\\[!-/:-@\[-`{-~]|&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});|[⟦⟧]"
)
_VOID = frozenset({"area", "br", "col", "embed", "hr", "img", "input", "source", "wbr"})
_LONE_KINDS = frozenset({
    "escape", "autolink", "comment", "footnote", "abbreviation", "task", "attributes", "entity",
    "url", "bracket",
})  # fmt: skip


def find_marks(text: str, references: Collection[str]) -> list[Mark]:
    """Return the inline codes of a paragraph in source order; no two overlap.

    ``references`` are the normalised labels of the body's link definitions. A paragraph beyond
    the renderer's limits is shown as typed, so it has no codes but the placeholders' brackets.
    """
    if over_limit(text):
        return plain_marks(text)
    scanner = _Scanner(text, references)
    scanner.scan()
    return _without_crossings(sorted(scanner.marks, key=lambda mark: (mark.start, mark.end)))


def _without_crossings(marks: list[Mark]) -> list[Mark]:
    """Return the marks with pairs that cross another one made to stand alone."""
    opened: list[int] = []
    crossing: set[int] = set()
    for mark in marks:
        if mark.role is Role.OPEN:
            opened.append(mark.pair)
        elif mark.role is Role.CLOSE:
            if opened[-1:] != [mark.pair]:
                crossing.add(mark.pair)
            if mark.pair in opened:
                opened.remove(mark.pair)
    return [
        Mark(mark.start, mark.end, Role.ALONE, kind=mark.kind) if mark.pair in crossing else mark
        for mark in marks
    ]


def plain_marks(text: str) -> list[Mark]:
    """Return the codes of a text without markup: only the brackets that placeholders use."""
    return [Mark(match.start(), match.end(), Role.ALONE) for match in regex.finditer("[⟦⟧]", text)]


@dataclass(slots=True)
class _Bracket:
    start: int
    end: int
    image: bool
    delimiters: int  # how many delimiters stood before it
    active: bool = True


@dataclass(slots=True)
class _Scanner:
    text: str
    references: Collection[str]
    marks: list[Mark] = field(default_factory=list[Mark])
    pairs: int = 0
    delimiters: list[Delimiter] = field(default_factory=list[Delimiter])
    brackets: list[_Bracket] = field(default_factory=list[_Bracket])
    tags: list[tuple[str, tuple[int, int]]] = field(
        default_factory=list[tuple[str, tuple[int, int]]]
    )  # opened and not closed yet

    def scan(self) -> None:
        position = 0
        while (match := _TOKEN.search(self.text, position)) is not None:
            position = self._token(match.lastgroup or "", match)
        self._emphasis(0)
        for _, place in self.tags:
            self._alone(*place, kind="html")

    def _token(self, name: str, match: regex.Match[str]) -> int:
        """Take one token and return where to go on."""
        start, end = match.span()
        if name == "ticks":
            return self._code_span(start, end)
        if name == "close":
            return self._close_bracket(start, end)
        if name in _LONE_KINDS:
            self._alone(start, end)
        elif name == "hard":
            self._alone(start, end, kind="break")
        elif name == "html":
            self._tag(match)
        elif name == "open":
            image = match.group().startswith("!")
            self.brackets.append(_Bracket(start, end, image, len(self.delimiters)))
        elif name == "run":
            self.delimiters.append(Delimiter.of(self.text, start, end))
        return end

    def _alone(self, start: int, end: int, *, kind: str = "") -> None:
        self.marks.append(Mark(start, end, Role.ALONE, kind=kind))

    def _pair(
        self, opening: tuple[int, int], closing: tuple[int, int], kind: str, instead: str = ""
    ) -> None:
        self.marks.append(Mark(*opening, Role.OPEN, self.pairs, kind))
        self.marks.append(Mark(*closing, Role.CLOSE, self.pairs, kind, instead))
        self.pairs += 1

    def _code_span(self, start: int, end: int) -> int:
        ticks = "`" * (end - start)
        closing = regex.compile(rf"(?<!`){ticks}(?!`)").search(self.text, end)
        if closing is None:
            return end
        self._alone(start, closing.end())
        return closing.end()

    def _tag(self, match: regex.Match[str]) -> None:
        name = match["tag"].lower()
        place = match.span()
        if not match.group().startswith("</"):
            if name in _VOID or match.group().endswith("/>"):
                self._alone(*place, kind="break" if name == "br" else "html")
            else:
                self.tags.append((name, place))
            return
        for index in range(len(self.tags) - 1, -1, -1):
            if self.tags[index][0] == name:
                self._pair(self.tags.pop(index)[1], place, "html")
                return
        self._alone(*place, kind="html")

    def _close_bracket(self, start: int, end: int) -> int:
        if not self.brackets:
            return end
        opening = self.brackets.pop()
        if not opening.active:
            return end
        after = self._link(opening, start, end)
        if after is None:
            return end
        if not opening.image:  # no link inside a link
            for bracket in self.brackets:
                bracket.active = bracket.active and bracket.image
        return after

    def _link(self, opening: _Bracket, start: int, end: int) -> int | None:
        """Take ``[…](…)``, ``[…][…]`` or ``[…]``; return where it ends, or None if it is text."""
        tail = _INLINE_TAIL.match(self.text, end)
        label = self.text[opening.end : start]
        instead = ""
        if tail is None:
            tail = _REFERENCE_TAIL.match(self.text, end)
            if tail is not None and tail["label"].strip():
                label = tail["label"]
            else:
                instead = f"][{label}]"
            if _normalised(label) not in self.references:
                return None
        after = tail.end() if tail is not None else end
        self._emphasis(opening.delimiters)
        has_title = opening.image and tail is not None and "title" in tail.groupdict()
        title = tail.span("title") if has_title and tail is not None else (-1, -1)
        self._link_marks(opening, (start, after), title, instead)
        return after

    def _link_marks(
        self, opening: _Bracket, closing: tuple[int, int], title: tuple[int, int], instead: str
    ) -> None:
        start, after = closing
        titled = title[1] - title[0] > 2 and self.text[title[0]] in "\"'"
        close_end = title[0] if titled else after
        if opening.image and not self.text[opening.end : start].strip():
            self._alone(opening.start, close_end)
        else:
            kind = "image" if opening.image else "link"
            self._pair((opening.start, opening.end), (start, close_end), kind, instead)
        if titled:
            inside = slice(title[0] + 1, title[1] - 1)
            for match in _TITLE_TOKEN.finditer(self.text, inside.start, inside.stop):
                self._alone(*match.span())
            self._pair((title[0], inside.start), (inside.stop, after), "title")

    def _emphasis(self, first: int) -> None:
        delimiters = self.delimiters[first:]
        del self.delimiters[first:]
        for opening, closing in match_emphasis(delimiters):
            self._pair(opening, closing, "emphasis")


def _normalised(label: str) -> str:
    from markdown_it.common.utils import normalizeReference

    return normalizeReference(label)
