# SPDX-License-Identifier: GPL-3.0-or-later
"""Paints a day of the month: its number, and a line for each thing that goes out on it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from editor_app.gui.desk import Shell
from editor_app.gui.planning.item_words import hour_of, state_of
from editor_app.gui.planning.month_model import DAY_ROLE, ITEMS_ROLE, MonthModel
from editor_app.gui.row_painting import RowPainter, has_state, line_height, row_area
from editor_app.gui.theme.tokens import (
    FOCUS_WIDTH,
    RADIUS,
    SMALL_ICON_SIZE,
    SPACE_S,
    SPACE_XS,
)
from editor_app.services.views import CalendarItem

_MARK = 3  # width of a chip's coloured edge


class DayDelegate(QStyledItemDelegate):
    """One cell of the month."""

    def __init__(self, shell: Shell, model: MonthModel) -> None:
        """Paint with the shell's theme and icons."""
        super().__init__(model)
        self._shell, self._model = shell, model
        self.drop_day: date | None = None  # the day something is being dragged over

    def item_at(self, cell: QRect, position: QPoint, day: date) -> CalendarItem | None:
        """Return the item whose line is at a place of the cell."""
        items = self._model.items_on(day)
        for line, item in zip(self._lines(cell, len(items)), items, strict=False):
            if line.contains(position):
                return item
        return None

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one day."""
        day: date = index.data(DAY_ROLE)
        items: tuple[CalendarItem, ...] = index.data(ITEMS_ROLE)
        cell = row_area(option)
        tokens = self._shell.appearance.tokens
        mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        pen = RowPainter(painter, tokens, self._shell.icons, mirrored)
        selected = has_state(option, QStyle.StateFlag.State_Selected)
        here = (day.year, day.month) == (self._model.year, self._model.month)
        painter.save()
        painter.fillRect(cell, QColor(tokens.page if here else tokens.chrome))
        if selected or day == self.drop_day:
            painter.fillRect(cell, QColor(tokens.selection))
        painter.setPen(QColor(tokens.border))
        painter.drawLine(cell.bottomLeft(), cell.bottomRight())
        painter.drawLine(cell.topRight(), cell.bottomRight())
        self._paint_number(pen, cell, day, muted=not here)
        lines = self._lines(cell, len(items))
        for line, item in zip(lines, items, strict=False):
            self._paint_item(pen, line, item)
        if len(items) > len(lines):
            rest = self.tr("+ %1 more").replace("%1", str(len(items) - len(lines)))
            below = lines[-1].translated(0, lines[-1].height() + 1) if lines else cell
            pen.line(below.adjusted(SPACE_XS, 0, 0, 0), rest, colour="muted", small=True)
        if selected and has_state(option, QStyle.StateFlag.State_HasFocus):
            pen.focus_ring(cell)
        painter.restore()

    def _paint_number(self, pen: RowPainter, cell: QRect, day: date, *, muted: bool) -> None:
        height = line_height(small=True) + SPACE_XS
        area = QRect(cell.left() + SPACE_S, cell.top() + SPACE_XS, cell.width() - SPACE_S, height)
        if day == self._model.today:
            tokens = self._shell.appearance.tokens
            round_area = QRect(0, 0, height + SPACE_XS, height)
            round_area.moveTopLeft(area.topLeft())
            if pen.mirrored:
                round_area.moveRight(area.right())
            pen.painter.setPen(Qt.PenStyle.NoPen)
            pen.painter.setBrush(QColor(tokens.accent))
            pen.painter.drawRoundedRect(round_area, RADIUS, RADIUS)
            pen.line(
                round_area.adjusted(SPACE_XS, 0, 0, 0), str(day.day), colour="on_accent", small=True
            )
            return
        pen.line(area, str(day.day), colour="muted" if muted else "text", small=True)

    def _paint_item(self, pen: RowPainter, line: QRect, item: CalendarItem) -> None:
        label = state_of(item)
        tokens = self._shell.appearance.tokens
        pen.painter.setPen(QPen(QColor(tokens.border), 1))
        pen.painter.setBrush(QColor(tokens.raised))
        pen.painter.drawRoundedRect(line, RADIUS, RADIUS)
        left = line.right() - _MARK if pen.mirrored else line.left()
        edge = QRect(left, line.top() + 1, _MARK, line.height() - 1)
        pen.painter.fillRect(edge, QColor(tokens.state(label.colour)))
        inner = line.adjusted(_MARK + FOCUS_WIDTH, 0, -FOCUS_WIDTH, 0)
        tall = line.height() > 2 * line_height(small=True)
        first = QRect(inner.left(), inner.top(), inner.width(), line.height() // (2 if tall else 1))
        icon = pen.icons.pixmap(label.icon, label.colour, SMALL_ICON_SIZE)
        icon_left = inner.right() - SMALL_ICON_SIZE if pen.mirrored else inner.left()
        icon_top = first.top() + (first.height() - SMALL_ICON_SIZE) // 2
        pen.painter.drawPixmap(icon_left, icon_top, icon)
        rest = pen.after(first, SMALL_ICON_SIZE + FOCUS_WIDTH)
        hour = hour_of(item, self._shell.me.zone)
        used = pen.line(rest, hour, colour=label.colour, small=True)
        rest = pen.after(rest, used + SPACE_XS)
        if tall:
            pen.line(rest, f"{item.language.upper()} · {label.word}", colour="muted", small=True)
            rest = first.translated(0, first.height() - 1)
        pen.line(rest, item.headline, small=True)

    @staticmethod
    def _lines(cell: QRect, count: int) -> list[QRect]:
        """Return where the first items stand: as many as fit, leaving a line for "more"."""
        height = line_height(small=True) + SPACE_XS
        top = cell.top() + height + SPACE_S
        tall = 2 * line_height(small=True) + SPACE_XS
        if count * (tall + 1) <= cell.bottom() - top:
            height = tall
        room = max((cell.bottom() - top) // (height + 1), 0)
        shown = count if count <= room else max(room - 1, 0)
        return [
            QRect(
                cell.left() + SPACE_XS, top + n * (height + 1), cell.width() - 2 * SPACE_XS, height
            )
            for n in range(shown)
        ]
