# SPDX-License-Identifier: GPL-3.0-or-later
"""Edits of one sequence by two sides, and which of them touch the same place."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """``base[start:end]`` becomes ``new``; an insertion has ``start == end``."""

    start: int
    end: int
    new: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Region:
    """A place that at least one side changed, with the edits of each side there."""

    start: int
    end: int
    mine: tuple[Edit, ...]
    theirs: tuple[Edit, ...]

    @property
    def agreed(self) -> tuple[Edit, ...] | None:
        """Return the edits if one side alone made them or both made the same, else None."""
        if not self.theirs or self.mine == self.theirs:
            return self.mine
        return None if self.mine else self.theirs


def edits(base: Sequence[str], new: Sequence[str]) -> list[Edit]:
    """Return what turns ``base`` into ``new``."""
    matcher = difflib.SequenceMatcher(None, base, new, autojunk=False)
    return [
        Edit(start, end, tuple(new[new_start:new_end]))
        for tag, start, end, new_start, new_end in matcher.get_opcodes()
        if tag != "equal"
    ]


def regions(mine: Iterable[Edit], theirs: Iterable[Edit], *, gap: int) -> list[Region]:
    """Return the changed places in order; edits nearer than ``gap`` are one place.

    With ``gap`` 0 edits side by side stay apart, and only two insertions at one point meet;
    with 1 or more they are one place as soon as fewer than ``gap`` items lie between them.
    """
    marked = sorted(
        [(edit, True) for edit in mine] + [(edit, False) for edit in theirs],
        key=lambda one: (one[0].start, one[0].end, not one[1]),
    )
    found: list[Region] = []
    for edit, is_mine in marked:
        last = found[-1] if found else None
        if last is None or not _meets(last, edit, gap):
            found.append(Region(edit.start, edit.end, (), ()))
            last = found[-1]
        found[-1] = Region(
            last.start,
            max(last.end, edit.end),
            (*last.mine, edit) if is_mine else last.mine,
            last.theirs if is_mine else (*last.theirs, edit),
        )
    return found


def applied(base: Sequence[str], start: int, end: int, edits: Iterable[Edit]) -> list[str]:
    """Return ``base[start:end]`` with one side's edits made."""
    out: list[str] = []
    at = start
    for edit in edits:
        out += base[at : edit.start]
        out += edit.new
        at = edit.end
    return out + list(base[at:end])


def _meets(last: Region, edit: Edit, gap: int) -> bool:
    if gap:
        return edit.start < last.end + gap
    if edit.start == edit.end == last.start == last.end:
        return True
    return edit.start < last.end
