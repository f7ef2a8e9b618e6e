# SPDX-License-Identifier: GPL-3.0-or-later
"""Source and target side by side: a table that paints, and one live card on the current row."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPalette, QResizeEvent, QTextDocument, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from editor_app.domain.translation import Segment
from editor_app.gui.icons import Icons
from editor_app.gui.translating.row_heights import RowHeights, reveal_row
from editor_app.gui.translating.segment_card import SegmentCard
from editor_app.gui.translating.segment_delegate import SegmentDelegate
from editor_app.gui.translating.segment_documents import SegmentDocuments
from editor_app.gui.translating.segment_look import STATE_WIDTH, SegmentLook
from editor_app.gui.translating.segment_model import (
    SEGMENT_ROLE,
    Column,
    SegmentFilter,
    SegmentModel,
)
from editor_app.gui.writing.documents import text_of


class SegmentTable(QTableView):
    """Shows the segments that the filter lets through; the card is moved, never multiplied."""

    typed = Signal(str, str)  # key, text
    current_changed = Signal(str)  # key, "" when nothing is shown

    def __init__(self, look: SegmentLook, icons: Icons, parent: QWidget | None = None) -> None:
        """Make the table around its models."""
        super().__init__(parent)
        self._look = look
        self.segments = SegmentModel(self)
        self.shown = SegmentFilter(self)
        self.shown.setSourceModel(self.segments)
        self._delegate = SegmentDelegate(look, icons, self)
        self.setItemDelegate(self._delegate)
        self.setModel(self.shown)
        self._key = ""
        self._following = False  # keep the current row in sight while heights settle
        self._languages = ("en", "en")
        self._documents = SegmentDocuments(self)
        self._heights = RowHeights(self, self._guess, self._measure)
        self._set_up()
        self.card = SegmentCard(look, icons, self.viewport())
        self.card.hide()
        self._connect()
        self._colour()

    def _set_up(self) -> None:
        self.setAccessibleName(self.tr("Segments"))
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWordWrap(False)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setMinimumSectionSize(STATE_WIDTH // 2)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def _connect(self) -> None:
        self._heights.settled.connect(self._on_heights_settled)
        self.verticalScrollBar().actionTriggered.connect(self._on_scrolled_by_hand)
        self.card.height_changed.connect(self._on_card_height_changed)
        self.card.target.typed.connect(self._on_typed)
        self.card.target.left_upwards.connect(self.go_previous)
        self.card.target.left_downwards.connect(self.go_next)
        self.verticalScrollBar().valueChanged.connect(self._place_card)
        self.segments.dataChanged.connect(self._on_data_changed)
        self.segments.modelReset.connect(self._on_model_reset)
        self.clicked.connect(self._on_clicked)

    @property
    def current_key(self) -> str:
        """Return the key of the current segment, "" if there is none."""
        return self._key

    def current_segment(self) -> Segment | None:
        """Return the current segment."""
        row = self.segments.row_of(self._key)
        return self.segments.segment(row) if row >= 0 else None

    def set_languages(self, source: str, target: str) -> None:
        """Take the languages of the panes: they decide the direction of the text."""
        self._languages = (source, target)
        self._delegate.set_languages(source, target)
        self.card.set_languages(source, target)

    def forget(self) -> None:
        """Another translation comes: drop the documents with their undo."""
        self.card.target.load(QTextDocument(self.card.target))
        self._documents.clear()
        self._key = ""

    def set_look(self, look: SegmentLook) -> None:
        """Paint with other colours or another font; the undo of the segments starts anew."""
        self._look = look
        self._delegate.set_look(look)
        self.card.set_look(look)
        self._colour()
        key = self._key
        self.forget()
        self._heights.measure_all()
        self.go_to_key(key, focus=False)

    def _colour(self) -> None:
        colours = self.palette()
        colours.setColor(QPalette.ColorRole.Base, QColor(self._look.tokens.page))
        self.setPalette(colours)
        self.setStyleSheet(f"QTableView {{ background: {self._look.tokens.page}; }}")

    # Moving about

    def go_to_key(self, key: str, *, focus: bool = True) -> bool:
        """Make a segment current if the filter shows it; tell whether it does."""
        row = self._row_of(key)
        if row < 0:
            return False
        old_row = self._row_of(self._key)
        self._key, self._following = key, True
        segment = self._segment_at(row)
        self.card.show_segment(
            segment,
            self._documents.of(segment, self._look, self._languages[1]),
            self.segments.rowCount(),
        )
        if old_row >= 0 and old_row != row:
            self._measure(old_row)
        self.setRowHeight(row, self.card.needed_height(self._text_width()))
        self.card.show()
        self.setCurrentIndex(self.shown.index(row, Column.TARGET))
        reveal_row(self, row)
        self._place_card()
        if focus:
            self.card.target.setFocus(Qt.FocusReason.OtherFocusReason)
        self.current_changed.emit(key)
        return True

    @Slot()
    def go_next(self) -> None:
        """Make the next shown segment current."""
        self._step(1)

    @Slot()
    def go_previous(self) -> None:
        """Make the previous shown segment current."""
        self._step(-1)

    def show_first(self) -> None:
        """Make the first shown segment current, or hide the card if none is shown."""
        if self.shown.rowCount():
            self.go_to_key(self._segment_at(0).key, focus=False)
        else:
            self._key = ""
            self.card.hide()
            self.current_changed.emit("")

    def shown_segments(self) -> tuple[Segment, ...]:
        """Return what the filter lets through, in order."""
        return tuple(self._segment_at(row) for row in range(self.shown.rowCount()))

    def after_filter(self) -> None:
        """The filter let other rows through: measure them and keep the current one if shown."""
        key = self._key
        self._key = ""
        self._heights.measure_all()
        if not self.go_to_key(key, focus=False):
            self.show_first()

    def _step(self, by: int) -> None:
        row = self._row_of(self._key) + by
        if 0 <= row < self.shown.rowCount():
            self.go_to_key(self._segment_at(row).key)

    # Rows and the card

    def _segment_at(self, row: int) -> Segment:
        return self.shown.index(row, Column.STATE).data(SEGMENT_ROLE)

    def _row_of(self, key: str) -> int:
        row = self.segments.row_of(key) if key else -1
        if row < 0:
            return -1
        return self.shown.mapFromSource(self.segments.index(row, Column.STATE)).row()

    def _text_width(self) -> int:
        return max((self.viewport().width() - STATE_WIDTH) // 2, 1)

    def _guess(self, row: int) -> int:
        return self._delegate.estimated_height(self._segment_at(row), self._text_width())

    def _measure(self, row: int) -> None:
        segment = self._segment_at(row)
        if segment.key == self._key:
            height = self.card.needed_height(self._text_width())
        else:
            height = self._delegate.row_height(segment, self._text_width())
        if self.rowHeight(row) != height:
            self.setRowHeight(row, height)

    @Slot()
    def _place_card(self) -> None:
        row = self._row_of(self._key)
        if row < 0:
            return
        width, top = self.viewport().width(), self.rowViewportPosition(row)
        self.card.setGeometry(0, top, width, self.rowHeight(row))
        panes = [
            QRect(
                self.columnViewportPosition(column),
                0,
                self.columnWidth(column),
                self.rowHeight(row),
            )
            for column in (Column.SOURCE, Column.TARGET)
        ]
        self.card.place(panes[0], panes[1])

    @Slot()
    def _on_card_height_changed(self) -> None:
        row = self._row_of(self._key)
        if row < 0 or self.card.segment is None or self.card.segment.key != self._key:
            return
        height = self.card.needed_height(self._text_width())
        if height != self.rowHeight(row):
            self.setRowHeight(row, height)
            reveal_row(self, row)
        self._place_card()

    @Slot()
    def _on_heights_settled(self) -> None:
        row = self._row_of(self._key)
        if self._following and row >= 0:
            reveal_row(self, row)
        self._place_card()

    @Slot(int)
    def _on_scrolled_by_hand(self, _action: int) -> None:
        self._following = False

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        if self._key:
            self.typed.emit(self._key, text)

    @Slot(QModelIndex, QModelIndex)
    def _on_data_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        for source_row in range(first.row(), last.row() + 1):
            segment = self.segments.segment(source_row)
            if segment.key != self._key:
                row = self._row_of(segment.key)
                if row >= 0:
                    self._measure(row)
            elif segment.target != text_of(self.card.target.document()):
                self.go_to_key(self._key, focus=False)
            else:
                self.card.refresh(segment)

    @Slot()
    def _on_model_reset(self) -> None:
        key = self._key
        self._key = ""
        self._heights.measure_all()
        if not self.go_to_key(key, focus=False):
            self.show_first()

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self.go_to_key(self._segment_at(index.row()).key)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll where the person wants to look."""
        self._following = False
        super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width between the two panes and measure again."""
        super().resizeEvent(event)
        if event.size().width() == event.oldSize().width():
            self._on_heights_settled()
            return
        width = self._text_width()
        self.setColumnWidth(Column.STATE, STATE_WIDTH)
        self.setColumnWidth(Column.SOURCE, width)
        self.setColumnWidth(Column.TARGET, self.viewport().width() - STATE_WIDTH - width)
        self._heights.measure_all()
        self._on_card_height_changed()
        self._place_card()
