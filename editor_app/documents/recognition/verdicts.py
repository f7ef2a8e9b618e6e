# SPDX-License-Identifier: GPL-3.0-or-later
"""What the recognition has decided about each line so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from editor_app.documents.recognition.lines import Line
from editor_app.domain.imported import LeftOutReason, PartRole

_Verdict = tuple[PartRole, LeftOutReason | None]


@dataclass(slots=True)
class Verdicts:
    """Decisions on a page's lines, filled in step by step; an undecided line is body."""

    lines: list[Line]
    language: str
    published: date | None = None
    published_is_update: bool = False  # only an “updated” line gave the date so far
    bylines: tuple[str, ...] = ()
    _decided: dict[int, _Verdict] = field(default_factory=dict[int, _Verdict])

    def keep(self, index: int, role: PartRole) -> None:
        """Make the line part of the article."""
        self._decided[index] = (role, None)

    def leave_out(self, index: int, reason: LeftOutReason) -> None:
        """Leave the line out, for this reason."""
        self._decided[index] = (PartRole.LEFT_OUT, reason)

    def is_open(self, index: int) -> bool:
        """Tell whether nothing is decided about the line yet."""
        return index not in self._decided

    def role(self, index: int) -> PartRole:
        """Return what the line is; body if nothing else was decided."""
        return self._decided.get(index, (PartRole.BODY, None))[0]

    def reason(self, index: int) -> LeftOutReason | None:
        """Return why the line is left out, None if it is not."""
        return self._decided.get(index, (PartRole.BODY, None))[1]

    def take_byline(self, index: int, names: tuple[str, ...]) -> None:
        """Make the line a byline, once for each name."""
        self.keep(index, PartRole.BYLINE)
        self.bylines = tuple(dict.fromkeys((*self.bylines, *names)))

    def take_date(self, index: int, found: date, *, is_update: bool) -> None:
        """Leave the line out as a date; the first that is no “updated” one is the page's."""
        self.leave_out(index, LeftOutReason.DATE)
        if self.published is None or (self.published_is_update and not is_update):
            self.published, self.published_is_update = found, is_update
