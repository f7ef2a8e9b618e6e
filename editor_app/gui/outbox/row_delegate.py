# SPDX-License-Identifier: GPL-3.0-or-later
"""Paints a row of the outbox: what, where to, how it stands, and why it waits."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from editor_app.gui.desk import Shell
from editor_app.gui.labels import language_name
from editor_app.gui.outbox.model import ROW_ROLE
from editor_app.gui.outbox.words import OUTBOX_STATES, action_word, next_step
from editor_app.gui.row_painting import RowPainter, isolated, line_height, row_area
from editor_app.gui.theme.tokens import SPACE_L, SPACE_M, SPACE_S, SPACE_XS
from editor_app.services.views import OutboxRow

_STATE_WIDTH = 170


class OutboxDelegate(QStyledItemDelegate):
    """Two lines, and a third where there is a reason."""

    def __init__(self, shell: Shell) -> None:
        """Paint with the shell's theme and icons."""
        super().__init__()
        self._shell = shell

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of the row."""
        row: OutboxRow = index.data(ROW_ROLE)
        height = line_height() + line_height(small=True) + SPACE_XS + 2 * SPACE_M
        if row.item.reason:
            height += line_height(small=True) + SPACE_XS
        return QSize(0, height)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one row."""
        row: OutboxRow = index.data(ROW_ROLE)
        mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        pen = RowPainter(painter, self._shell.appearance.tokens, self._shell.icons, mirrored)
        painter.save()
        pen.ground(option)
        inner = row_area(option).adjusted(SPACE_L, SPACE_M, -SPACE_L, -SPACE_M)
        first = QRect(inner.left(), inner.top(), inner.width(), line_height())
        label = OUTBOX_STATES[row.item.state]
        pen.label(first, label, small=False)
        pen.line(pen.after(first, _STATE_WIDTH), row.headline, bold=True)
        second = QRect(
            inner.left(), first.bottom() + SPACE_XS, inner.width(), line_height(small=True)
        )
        where = f"{action_word(row.item.action)} → {isolated(row.site_name)}"
        about = " · ".join((where, isolated(language_name(row.language))))
        now = datetime.now(UTC)
        used = pen.trailing(second, next_step(row.item, self._shell.me.zone, now))
        rest = pen.before(pen.after(second, _STATE_WIDTH), used + SPACE_S)
        pen.line(rest, about, colour="muted", small=True)
        if row.item.reason:
            third = pen.after(second.translated(0, second.height() + SPACE_XS), _STATE_WIDTH)
            pen.line(third, row.item.reason, colour=label.colour, small=True)
        painter.restore()
