# SPDX-License-Identifier: GPL-3.0-or-later
"""Merge two versions of a Markdown body block by block; untouched blocks stay byte for byte."""

from __future__ import annotations

import difflib
import itertools
import re
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from editor_app.text.edits import Edit, Region, applied, edits, regions
from editor_app.text.markdown_blocks import blocks
from editor_app.text.word_diff import pieces
from editor_app.text.word_merge import merge_words

Overlap = tuple[str, str, str]  # base, mine, theirs
_Neighbours = tuple[str | None, str | None]  # None: the beginning or the end of the body
_Placed = tuple[str, int | None]  # a block, and which of the base's blocks it is or was
_PROSE = frozenset({"paragraph", "heading", "quote", "list", "footnote", "definitions"})
_BLANK_LINES = re.compile(r"(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)\s*")
_APART = "\n\n"
_ALIKE = 0.4  # share of words from which on a block is the same one, changed
_MOST_PAIRS = 400


@dataclass(frozen=True, slots=True)
class _Body:
    """A body cut into blocks; ``gaps[n]`` stands before block n, the last one at the end."""

    texts: list[str]
    kinds: dict[str, str]
    gaps: list[str]

    def gaps_between(self) -> dict[_Neighbours, deque[str]]:
        """Return what stands between two blocks that follow each other, each time they do."""
        ends = [None, *self.texts, None]
        found: dict[_Neighbours, deque[str]] = {}
        for here, gap in zip(itertools.pairwise(ends), self.gaps, strict=True):
            found.setdefault(here, deque()).append(gap)
        return found


def merge_bodies(base: str, mine: str, theirs: str) -> tuple[str, tuple[Overlap, ...]]:
    """Return the merged body, and what overlaps; there the body has mine."""
    if base in (mine, theirs) or mine == theirs:
        return (theirs if mine == base else mine), ()
    old, my, their = _cut(base), _cut(mine), _cut(theirs)
    found = regions(_block_edits(old.texts, my.texts), _block_edits(old.texts, their.texts), gap=0)
    out: list[_Placed] = []
    overlaps: list[Overlap] = []
    at = 0
    for region in found:
        out += _untouched(old, at, region.start)
        merged, overlap = _merge_region(old, region)
        same_place = len(merged) == 1 == region.end - region.start
        out += [(text, region.start if same_place else None) for text in merged]
        overlaps += overlap
        at = region.end
    out += _untouched(old, at, len(old.texts))
    return _joined(out, old, my, their), tuple(overlaps)


def _untouched(old: _Body, start: int, end: int) -> list[_Placed]:
    return [(old.texts[number], number) for number in range(start, end)]


def _merge_region(old: _Body, region: Region) -> tuple[list[str], list[Overlap]]:
    side = partial(applied, old.texts, region.start, region.end)
    if region.agreed is not None:
        return side(region.agreed), []
    was, my, their = old.texts[region.start : region.end], side(region.mine), side(region.theirs)
    if my == their:
        return my, []
    if len(was) == len(my) == len(their) == 1 and old.kinds.get(was[0]) in _PROSE:
        words = merge_words(was[0], my[0], their[0])
        if words is not None:
            return [words], []
    return my, [(_APART.join(was), _APART.join(my), _APART.join(their))]


def _block_edits(old: Sequence[str], new: Sequence[str]) -> list[Edit]:
    """Return what one side did to the blocks, each changed block an edit of its own."""
    found: list[Edit] = []
    for edit in edits(old, new):
        found += _one_by_one(old, edit)
    return found


def _one_by_one(old: Sequence[str], edit: Edit) -> list[Edit]:
    pairs = _pairs(old[edit.start : edit.end], edit.new)
    found: list[Edit] = []
    at, new_at = edit.start, 0
    for old_index, new_index in (*pairs, (edit.end - edit.start, len(edit.new))):
        here, inserted = edit.start + old_index, edit.new[new_at:new_index]
        if at < here or inserted:
            found.append(Edit(at, here, inserted))
        if old_index < edit.end - edit.start:
            found.append(Edit(here, here + 1, (edit.new[new_index],)))
        at, new_at = here + 1, new_index + 1
    return found


def _pairs(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Return which old block became which new one, in order; without a hint, by place."""
    by_place = [(number, number) for number in range(len(old))] if len(old) == len(new) else []
    if len(old) == 1 == len(new) or len(old) * len(new) > _MOST_PAIRS:
        return by_place
    best: list[list[tuple[float, list[tuple[int, int]]]]] = [
        [(0.0, [])] * (len(new) + 1) for _ in range(len(old) + 1)
    ]
    for row, was in enumerate(old, 1):
        for column, now in enumerate(new, 1):
            options = [best[row - 1][column], best[row][column - 1]]
            alike = _likeness(was, now)
            if alike >= _ALIKE:
                score, pairs = best[row - 1][column - 1]
                options.append((score + alike, [*pairs, (row - 1, column - 1)]))
            best[row][column] = max(options, key=lambda option: option[0])
    return best[-1][-1][1] or by_place


def _likeness(one: str, other: str) -> float:
    return difflib.SequenceMatcher(None, pieces(one)[:400], pieces(other)[:400]).ratio()


def _joined(placed: Sequence[_Placed], old: _Body, *sides: _Body) -> str:
    was, mine, theirs = (body.gaps_between() for body in (old, *sides))
    out: list[str] = []
    ends: list[tuple[str | None, int | None]] = [(None, -1), *placed, (None, len(old.texts))]
    for (before, number), (after, following) in itertools.pairwise(ends):
        here = (before, after)
        gaps = (_next(known, here) for known in (was, mine, theirs))
        gap = _gap(*gaps)
        if gap is None:
            neighbours = number is not None and following == number + 1
            gap = old.gaps[following] if neighbours and following is not None else None
        out.append(("" if None in here else _APART) if gap is None else gap)
        out.append(after or "")
    return "".join(out)


def _next(known: dict[_Neighbours, deque[str]], here: _Neighbours) -> str | None:
    """Return the gap at the next place where these two follow each other."""
    gaps = known.get(here)
    if not gaps:
        return None
    return gaps.popleft() if len(gaps) > 1 else gaps[0]


def _gap(was: str | None, mine: str | None, theirs: str | None) -> str | None:
    if mine is None or theirs is None:
        return next((gap for gap in (mine, theirs, was) if gap is not None), None)
    if was in (mine, theirs):
        return theirs if mine == was else mine
    return max(mine, theirs, key=lambda gap: (len(gap), gap))


def _cut(body: str) -> _Body:
    """Cut a body at its blocks; what belongs to no block, as link definitions, is one too."""
    texts: list[str] = []
    kinds: dict[str, str] = {}
    gaps = [""]
    at = 0
    for block in blocks(body):
        if block.start < at:
            return _cut_at_blank_lines(body)
        _add_other(body[at : block.start], texts, gaps)
        texts.append(block.text)
        gaps.append("")
        kinds[block.text] = block.kind
        at = block.end
    _add_other(body[at:], texts, gaps)
    return _Body(texts, kinds, gaps)


def _add_other(text: str, texts: list[str], gaps: list[str]) -> None:
    stripped = text.strip()
    if not stripped:
        gaps[-1] += text
        return
    start = text.index(stripped)
    gaps[-1] += text[:start]
    texts.append(stripped)
    gaps.append(text[start + len(stripped) :])


def _cut_at_blank_lines(body: str) -> _Body:
    found = _BLANK_LINES.findall(body)
    texts = _BLANK_LINES.split(body)
    return _Body(texts, dict.fromkeys(texts, "paragraph"), ["", *found, ""])
