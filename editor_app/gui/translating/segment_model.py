# SPDX-License-Identifier: GPL-3.0-or-later
"""The segments of one translation as a table: number and state, source, target."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from editor_app.domain.translation import FINISHED_STATES, Segment, SegmentState
from editor_app.gui.translating.state_words import kind_word, state_label

SEGMENT_ROLE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """The columns of the table."""

    STATE = 0
    SOURCE = 1
    TARGET = 2


class SegmentModel(QAbstractTableModel):
    """Holds the segments as the desk sees them: what is saved, and over it what was just typed."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start with no segments."""
        super().__init__(parent)
        self._segments: list[Segment] = []

    @property
    def segments(self) -> tuple[Segment, ...]:
        """Return all segments in the order of the article."""
        return tuple(self._segments)

    def segment(self, row: int) -> Segment:
        """Return the segment of a row."""
        return self._segments[row]

    def row_of(self, key: str) -> int:
        """Return the row of a segment, -1 if there is none of that key."""
        return next((row for row, one in enumerate(self._segments) if one.key == key), -1)

    def show(self, segments: tuple[Segment, ...], typing: Collection[str] = ()) -> None:
        """Show what the service gave back, but keep the text of the keys still being typed."""
        kept = {one.key: one.target for one in self._segments if one.key in typing}
        fresh = [
            replace(one, target=kept[one.key], state=SegmentState.DRAFT) if one.key in kept else one
            for one in segments
        ]
        if [one.key for one in fresh] != [one.key for one in self._segments]:
            self.beginResetModel()
            self._segments = fresh
            self.endResetModel()
            return
        for row, (old, new) in enumerate(zip(self._segments, fresh, strict=True)):
            if old != new:
                self._segments[row] = new
                self._row_changed(row)

    def type_target(self, key: str, text: str, *, confirmed: bool = False) -> None:
        """Show what the person typed or confirmed before it has been saved."""
        row = self.row_of(key)
        old = self._segments[row]
        state = SegmentState.CONFIRMED if confirmed else SegmentState.DRAFT
        if not text and not confirmed:
            state = SegmentState.NEW
        self._segments[row] = replace(old, target=text, state=state)
        self._row_changed(row)

    def _row_changed(self, row: int) -> None:
        self.dataChanged.emit(self.index(row, Column.STATE), self.index(row, Column.TARGET))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of segments."""
        return 0 if parent.isValid() else len(self._segments)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of columns."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Name the columns for screen readers; the header itself is hidden."""
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return (self.tr("State"), self.tr("Source"), self.tr("Translation"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text of a cell, what a screen reader says, or the segment itself."""
        segment = self._segments[index.row()]
        if role == SEGMENT_ROLE:
            return segment
        if role == Qt.ItemDataRole.DisplayRole:
            return (state_label(segment.state).word, segment.source, segment.target)[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(index.row())
        return None

    def spoken(self, row: int) -> str:
        """Return a segment in words for a screen reader."""
        segment = self._segments[row]
        return self.tr("{kind} {number} of {total}, {state}. {source}. {target}").format(
            kind=kind_word(segment.kind),
            number=row + 1,
            total=len(self._segments),
            state=state_label(segment.state).word,
            source=segment.source,
            target=segment.target or self.tr("Not translated yet"),
        )


class Shown(IntEnum):
    """Which segments the filter lets through."""

    ALL = 0
    UNFINISHED = 1
    OUTDATED = 2
    CONFIRMED = 3


class SegmentFilter(QSortFilterProxyModel):
    """Segments of some states whose source or target holds some words.

    What was let through stays while it is worked on: a segment that is confirmed under an
    “unfinished” filter does not vanish beneath the cursor.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        """Let everything through."""
        super().__init__(parent)
        self.setDynamicSortFilter(False)
        self._shown = Shown.ALL
        self._words = ""

    def choose(self, shown: Shown, words: str) -> None:
        """Let through segments of that kind that hold the words (case does not matter)."""
        self._shown, self._words = shown, words.casefold().strip()
        self.invalidate()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        """Tell whether a segment passes."""
        model = self.sourceModel()
        if not isinstance(model, SegmentModel):
            return True
        segment = model.segment(source_row)
        finished = segment.state in FINISHED_STATES
        by_state = {
            Shown.ALL: True,
            Shown.UNFINISHED: not finished,
            Shown.OUTDATED: segment.state is SegmentState.OUTDATED,
            Shown.CONFIRMED: finished,
        }[self._shown]
        text = f"{segment.source}\n{segment.target}".casefold()
        return by_state and self._words in text
