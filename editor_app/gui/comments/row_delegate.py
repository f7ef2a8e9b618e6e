# SPDX-License-Identifier: GPL-3.0-or-later
"""Paints a comment as plain text, whatever characters it is made of."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from editor_app.gui.comments.model import COMMENT_STATES, LINE_ROLE, CommentLine
from editor_app.gui.dates import local_moment
from editor_app.gui.desk import Shell
from editor_app.gui.row_painting import (
    RowPainter,
    chrome_font,
    line_height,
    row_area,
    runs_right_to_left,
)
from editor_app.gui.theme.tokens import SPACE_L, SPACE_M, SPACE_S, SPACE_XL, SPACE_XS

_STATE_WIDTH = 130


class CommentDelegate(QStyledItemDelegate):
    """Author, date and state, and below them the text, as far in as the thread is deep."""

    def __init__(self, shell: Shell, view: QListView) -> None:
        """Paint with the shell's theme; `view` gives the width to wrap at."""
        super().__init__(view)
        self._shell, self._view = shell, view

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of the wrapped text with its head."""
        line: CommentLine = index.data(LINE_ROLE)
        width = self._view.viewport().width() - 2 * SPACE_L - line.depth * SPACE_XL
        box = QRect(0, 0, max(width, 1), 1 << 20)
        metrics = QFontMetrics(chrome_font())
        text = metrics.boundingRect(box, _flags(line.comment.text), line.comment.text)
        return QSize(0, line_height() + SPACE_XS + text.height() + 2 * SPACE_M)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one comment."""
        line: CommentLine = index.data(LINE_ROLE)
        comment, tokens = line.comment, self._shell.appearance.tokens
        mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        pen = RowPainter(painter, tokens, self._shell.icons, mirrored)
        painter.save()
        pen.ground(option)
        inner = row_area(option).adjusted(SPACE_L, SPACE_M, -SPACE_L, -SPACE_M)
        inner = pen.after(inner, line.depth * SPACE_XL)
        head = QRect(inner.left(), inner.top(), inner.width(), line_height())
        pen.label(head, COMMENT_STATES[comment.state])
        used = pen.trailing(head, local_moment(comment.created, self._shell.me.zone))
        who = pen.before(pen.after(head, _STATE_WIDTH), used + SPACE_S)
        pen.line(who, comment.author, bold=True)
        painter.setFont(chrome_font())
        painter.setPen(QColor(tokens.text))
        body = inner.adjusted(0, head.height() + SPACE_XS, 0, 0)
        painter.drawText(body, _flags(comment.text), comment.text)
        painter.restore()


def _flags(text: str) -> int:
    flags = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop)
    if runs_right_to_left(text):
        return flags | int(Qt.TextFlag.TextForceRightToLeft | Qt.AlignmentFlag.AlignLeading)
    return flags | int(Qt.AlignmentFlag.AlignLeading)
