# SPDX-License-Identifier: GPL-3.0-or-later
"""Paints the segments around the current one: state in icon, colour and word, source, target."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from editor_app.domain.translation import Segment
from editor_app.gui.icons import Icons
from editor_app.gui.theme.tokens import SMALL_ICON_SIZE, SPACE_L, SPACE_M, SPACE_S
from editor_app.gui.translating.segment_look import SegmentLook
from editor_app.gui.translating.segment_model import SEGMENT_ROLE, Column
from editor_app.gui.translating.segment_text import SegmentText
from editor_app.gui.translating.state_words import kind_word, state_label


def draw_state(
    painter: QPainter, area: QRect, segment: Segment, *, look: SegmentLook, icons: Icons
) -> None:
    """Paint icon and word of the state, and below them number and kind, at the area's top."""
    label = state_label(segment.state)
    painter.setFont(look.chrome_font())
    line = QFontMetrics(painter.font()).height()
    right_to_left = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    icon_left = area.right() - SMALL_ICON_SIZE if right_to_left else area.left()
    icon_top = area.top() + (line - SMALL_ICON_SIZE) // 2
    painter.drawPixmap(icon_left, icon_top, icons.pixmap(label.icon, label.colour, SMALL_ICON_SIZE))
    words = QRect(area.left(), area.top(), area.width(), line)
    indent = SMALL_ICON_SIZE + SPACE_S
    words.adjust(0 if right_to_left else indent, 0, -indent if right_to_left else 0, 0)
    painter.setPen(QColor(look.tokens.state(label.colour)))
    lead = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
    painter.drawText(words, lead, label.word)
    painter.setFont(look.chrome_font(small=True))
    painter.setPen(QColor(look.tokens.muted))
    below = f"{segment.position + 1} · {kind_word(segment.kind)}"
    metrics = QFontMetrics(painter.font())
    elided = metrics.elidedText(below, Qt.TextElideMode.ElideRight, words.width())
    painter.drawText(words.translated(0, line), lead, elided)


class SegmentDelegate(QStyledItemDelegate):
    """One row: state | source | target, each text in its own direction."""

    def __init__(self, look: SegmentLook, icons: Icons, parent: QObject | None = None) -> None:
        """Paint with a look; languages come with `set_languages`."""
        super().__init__(parent)
        self._look = look
        self._icons = icons
        self._texts = SegmentText()
        self._languages = ("en", "en")

    def set_look(self, look: SegmentLook) -> None:
        """Paint with other colours or another font from now on."""
        self._look = look
        self._texts.clear()

    def set_languages(self, source: str, target: str) -> None:
        """Take the languages of the two panes."""
        self._languages = (source, target)

    def row_height(self, segment: Segment, text_width: int) -> int:
        """Return how high the row of a segment is when both panes are that wide."""
        font = self._look.font(segment.kind)
        inner = max(text_width - 2 * SPACE_M, 1)
        source = self._texts.height(segment.source, font, inner, self._languages[0])
        target = self._texts.height(segment.target or " ", font, inner, self._languages[1])
        state = 2 * QFontMetrics(self._look.chrome_font()).height()
        return max(source, target, state) + 2 * SPACE_M

    def estimated_height(self, segment: Segment, text_width: int) -> int:
        """Return a quick guess of `row_height`, good until the row has been measured."""
        metrics = QFontMetrics(self._look.font(segment.kind))
        inner = max(text_width - 2 * SPACE_M, 1)
        longest = max(len(segment.source), len(segment.target))
        lines = 1 + longest * metrics.averageCharWidth() // inner
        return max(lines * metrics.height() * 3 // 2, 2 * metrics.height()) + 2 * SPACE_M

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one cell."""
        segment: Segment = index.data(SEGMENT_ROLE)
        area: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType, reportUnknownVariableType]
        tokens = self._look.tokens
        painter.save()
        painter.setPen(QColor(tokens.border))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        if index.column() == Column.STATE:
            inner = area.adjusted(SPACE_L, SPACE_M, -SPACE_S, -SPACE_M)
            draw_state(painter, inner, segment, look=self._look, icons=self._icons)
        else:
            is_source = index.column() == Column.SOURCE
            painter.setFont(self._look.font(segment.kind))
            painter.setPen(QColor(tokens.muted if is_source else tokens.text))
            self._texts.draw(
                painter,
                QPointF(area.left() + SPACE_M, area.top() + SPACE_M),
                segment.source if is_source else segment.target,
                area.width() - 2 * SPACE_M,
                language=self._languages[0 if is_source else 1],
                tokens=tokens,
            )
        painter.restore()
