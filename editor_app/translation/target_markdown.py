# SPDX-License-Identifier: GPL-3.0-or-later
"""Write a translator's text as inline Markdown that shows exactly what was typed."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from editor_app.domain.translation import SegmentKind
from editor_app.translation.placeholders import Placeholder, matched_places
from editor_app.translation.segments import BODY, Code, SourceSentence

_LINE_ENDS = re.compile(r"\s*[\r\n\u2028\u2029\v\f\x85]+\s*")
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_ENTITY = re.compile(r"&(?:#\d+|#[xX][0-9A-Fa-f]+|[A-Za-z][A-Za-z0-9]*);")
_SIGNIFICANT = re.compile(r"[\\`*_\[\]<&~{!|\"'(:]")
_HARMLESS_BRACKETS = re.compile(r"\[(?!\^|[ xX]?\])([^\[\]\\`*_<>&{}~]{1,100})\](?![(\[:])")
# What begins another block at the start of a line; the group is what an escape must stand before.
_LINE_START = re.compile(
    r"(?P<backslash>[#>]|[-+*](?=\s|\Z)|-(?=[-\s]*\Z))"
    r"|(?P<number>\d{1,9})(?=[.)](?:\s|\Z))"
    r"|(?P<entity>=(?==*\s*\Z)|~(?=~~)|:(?=\s))"
)
_CLOSING_HASHES = re.compile(r"#+\Z")


@dataclass(slots=True)
class _Piece:
    """A run of typed text, or a code."""

    text: str
    code: Code | None = None
    role: str = ""
    number: int = 0


def clean_target(target: str) -> str:
    """Return the target on one line, without white space around it."""
    return _LINE_ENDS.sub(" ", target).strip(" \t\r\n")


def target_text(sentence: SourceSentence, target: str, references: Collection[str]) -> str:
    """Return what stands in the field for the sentence.

    Placeholders that can be resolved become the source's codes; any other stays as typed, so
    that nothing is lost and the checks find it. In the body, characters that would act as
    Markdown are escaped.
    """
    pieces = _pieces(sentence, clean_target(target))
    if sentence.field != BODY:
        return "".join(piece.text for piece in pieces)
    pieces = _move_spaces_out(pieces)
    _use_stars_inside_words(pieces)
    return _Writer(sentence, references, pieces).written()


def _pieces(sentence: SourceSentence, target: str) -> list[_Piece]:
    pieces: list[_Piece] = []
    position = 0
    for place in matched_places(target, sentence.segment.source):
        if place.start > position:
            pieces.append(_Piece(target[position : place.start]))
        pieces.append(_code_piece(sentence, place))
        position = place.end
    if position < len(target):
        pieces.append(_Piece(target[position:]))
    return pieces


def _code_piece(sentence: SourceSentence, place: Placeholder) -> _Piece:
    code = sentence.codes[(place.number, place.role)]
    return _Piece(code.raw, code, place.role, place.number)


def _move_spaces_out(pieces: list[_Piece]) -> list[_Piece]:
    """Return the pieces with emphasis that begins and ends at a character.

    ``*a *`` would show its stars. Emphasis of nothing is left out.
    """
    moved = _with_spaces_before_openings(pieces, "open")
    backwards = _with_spaces_before_openings(moved[::-1], "close")[::-1]
    merged: list[_Piece] = []
    for piece in backwards:
        if piece.code is None and merged and merged[-1].code is None:
            merged[-1].text += piece.text
        elif _closes_nothing(piece, merged):
            merged.pop()
        elif piece.text or piece.code:
            merged.append(piece)
    if merged and merged[0].code is None:
        merged[0].text = merged[0].text.lstrip(" ")
    if merged and merged[-1].code is None:
        merged[-1].text = merged[-1].text.rstrip(" ")
    return merged


def _with_spaces_before_openings(pieces: list[_Piece], role: str) -> list[_Piece]:
    """Return the pieces with white space moved over the codes of one role, right to left."""
    moved = list(pieces)
    for index in range(len(moved) - 2, -1, -1):
        code, after = moved[index], moved[index + 1]
        if not _is_emphasis(code, role) or after.code is not None:
            continue
        kept = after.text.lstrip() if role == "open" else after.text.rstrip()
        spaces = after.text.replace(kept, "", 1) if kept else after.text
        if spaces:
            moved[index : index + 2] = [_Piece(spaces), code, _Piece(kept)]
    return moved


def _closes_nothing(piece: _Piece, before: list[_Piece]) -> bool:
    if not _is_emphasis(piece, "close") or not before:
        return False
    return _is_emphasis(before[-1], "open") and before[-1].number == piece.number


def _use_stars_inside_words(pieces: list[_Piece]) -> None:
    """``_`` does not emphasise a part of a word."""
    for index, piece in enumerate(pieces):
        if not _is_emphasis(piece, "open") or "_" not in piece.text:
            continue
        closing = next(
            position
            for position in range(index + 1, len(pieces))
            if pieces[position].number == piece.number and pieces[position].role == "close"
        )
        before = pieces[index - 1].text[-1:] if index else ""
        after = pieces[closing + 1].text[:1] if closing + 1 < len(pieces) else ""
        if before.isalnum() or after.isalnum():
            piece.text = piece.text.replace("_", "*")
            pieces[closing].text = pieces[closing].text.replace("_", "*")


def _is_emphasis(piece: _Piece, role: str) -> bool:
    return piece.code is not None and piece.code.kind == "emphasis" and piece.role == role


class _Writer:
    """Escapes the typed text with an eye on what stands around it."""

    def __init__(
        self, sentence: SourceSentence, references: Collection[str], pieces: list[_Piece]
    ) -> None:
        self._sentence = sentence
        self._references = references
        self._pieces = pieces
        self._line_start = sentence.at_line_start and not sentence.after_hashes
        self._quote = ""  # of the image title that the text is in
        self._links = 0  # how many links and images the text is in

    def written(self) -> str:
        """Return the Markdown of all pieces."""
        out = ""
        for index, piece in enumerate(self._pieces):
            following = self._pieces[index + 1].text[:1] if index + 1 < len(self._pieces) else ""
            if piece.code is None:
                out += self._escaped(piece.text, out[-1:], following)
                self._line_start = False
            else:
                out += piece.text
                self._enter_or_leave(piece)
                self._line_start = piece.text.rstrip(" >\t").endswith("\n")
        if self._sentence.after_hashes and self._pieces and self._pieces[-1].code is None:
            return _CLOSING_HASHES.sub(lambda match: "\\#" * len(match.group()), out)
        return out

    def _enter_or_leave(self, piece: _Piece) -> None:
        kind = piece.code.kind if piece.code else ""
        step = {"open": 1, "close": -1}.get(piece.role, 0)
        if kind in ("link", "image"):
            self._links += step
        elif kind == "title" and step:
            self._quote = piece.text[:1] if step == 1 else ""

    def _escaped(self, text: str, before: str, after: str) -> str:
        harmless = self._harmless_brackets(text, after)
        parts: list[str] = []
        position = 0
        start = _LINE_START.match(text) if self._line_start else None
        if start is not None:
            parts.append(_escaped_line_start(start))
            position = start.end()
        for match in _SIGNIFICANT.finditer(text, position):
            place = match.start()
            parts.append(text[position:place])
            left = text[place - 1] if place else before
            right = text[place + 1 : place + 2] or after
            first, last = place == 0, place + 1 == len(text)
            mark = match.group()
            if mark == "&":
                parts.append("&amp;" if _ENTITY.match(text, place) else "&")
            elif place in harmless:
                parts.append(mark)
            else:
                parts.append(self._escaped_mark(mark, (left, right), first=first, last=last))
            position = place + 1
        return "".join([*parts, text[position:]])

    def _harmless_brackets(self, text: str, after: str) -> set[int]:
        """Return the places of brackets that make no link: “[sic]”."""
        if self._links or self._quote:
            return set()
        places: set[int] = set()
        for match in _HARMLESS_BRACKETS.finditer(text):
            at_code = match.end() == len(text) and after in ("[", "(")
            if not at_code and match[1].casefold().strip() not in self._folded_references():
                places |= {match.start(), match.end() - 1}
        return places

    def _folded_references(self) -> set[str]:
        return {label.casefold() for label in self._references}

    def _escaped_mark(self, mark: str, beside: tuple[str, str], *, first: bool, last: bool) -> str:
        left, right = beside
        if mark in "`[]{":
            return f"\\{mark}"
        if mark in "*_":
            return (
                mark if _is_plain(mark, left, right, inner=not first and not last) else f"\\{mark}"
            )
        if mark == "\\":
            return "\\\\" if last or right in _PUNCTUATION else mark
        if mark == "<":
            return mark if right.isspace() or not right else "&lt;"
        return self._escaped_rare(mark, left, right, first=first, last=last)

    def _escaped_rare(self, mark: str, left: str, right: str, *, first: bool, last: bool) -> str:
        cases = {
            "~": (left == "~" or right == "~", "&#126;"),
            "!": (last and right == "[", "\\!"),
            "|": (self._sentence.segment.kind is SegmentKind.CELL, "\\|"),
            '"': (self._quote == '"', "&quot;"),
            "'": (self._quote == "'", "&#39;"),
            "(": (first and left == "]", "\\("),
            ":": (first and left == "]", "&#58;"),
        }
        acts, escaped = cases[mark]
        return escaped if acts else mark


def _is_plain(mark: str, left: str, right: str, *, inner: bool) -> bool:
    """Tell whether a star or underscore is only itself where it stands."""
    if left.isspace() and right.isspace():
        return True
    return mark == "_" and inner and left.isalnum() and right.isalnum()


def _escaped_line_start(match: re.Match[str]) -> str:
    if match["number"]:
        return f"{match['number']}\\"
    if match["entity"]:
        return f"&#{ord(match['entity'])};"
    return f"\\{match['backslash']}"
