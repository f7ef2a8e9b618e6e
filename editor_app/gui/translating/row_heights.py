# SPDX-License-Identifier: GPL-3.0-or-later
"""Row heights of a long table: a guess for all at once, then exact in slices between events."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QTableView

_ROWS_A_SLICE = 40  # measured between two events: some 6 ms


class RowHeights(QObject):
    """Measures the rows that are seen first; what is seen stays where it is meanwhile."""

    settled = Signal()  # a slice of rows has its height

    def __init__(
        self, table: QTableView, guess: Callable[[int], int], measure: Callable[[int], None]
    ) -> None:
        """Take how to guess a row's height and how to give it its exact one."""
        super().__init__(table)
        self._table = table
        self._guess = guess
        self._measure = measure
        self._open: list[int] = []
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._on_slice_due)

    def measure_all(self) -> None:
        """Give every row a guess at once, then its exact height in slices, near ones first."""
        header = self._table.verticalHeader()
        count = self._table.model().rowCount()
        header.blockSignals(True)
        for row in range(count):
            header.resizeSection(row, self._guess(row))
        header.blockSignals(False)
        first = max(self._table.rowAt(0), 0)
        self._open = [*range(first, count), *range(first)]
        self._on_slice_due()
        self._table.updateGeometry()
        self._timer.start()

    @Slot()
    def _on_slice_due(self) -> None:
        table = self._table
        rows, self._open = self._open[:_ROWS_A_SLICE], self._open[_ROWS_A_SLICE:]
        top = table.rowAt(0)
        before = table.rowViewportPosition(top) if top >= 0 else 0
        for row in rows:
            if row < table.model().rowCount():
                self._measure(row)
        moved = table.rowViewportPosition(top) - before if top >= 0 else 0
        if moved:
            bar = table.verticalScrollBar()
            bar.setValue(bar.value() + moved)
        if not self._open:
            self._timer.stop()
        self.settled.emit()


def reveal_row(table: QTableView, row: int) -> None:
    """Scroll so that the row is whole, with its neighbours where there is room for them."""
    room = table.viewport().height()
    top, height = table.rowViewportPosition(row), table.rowHeight(row)
    before = min(table.rowHeight(row - 1), room // 3) if row else 0
    after = min(table.rowHeight(row + 1), room // 3)
    bar = table.verticalScrollBar()
    if top < before:
        bar.setValue(bar.value() + top - before)
    elif top + height + after > room:
        bar.setValue(bar.value() + min(top + height + after - room, top - before))
