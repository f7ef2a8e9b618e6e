# SPDX-License-Identifier: GPL-3.0-or-later
"""The tray of articles that have no date yet: drag one to a day, or press Return to schedule it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QRect, QSize, Qt
from PySide6.QtCore import QPersistentModelIndex as PersistentIndex
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from editor_app.domain.article import ArticleRow
from editor_app.gui.dates import local_moment
from editor_app.gui.desk import Shell
from editor_app.gui.labels import language_name, stage_label
from editor_app.gui.planning.drag_payload import Dragged, packed
from editor_app.gui.row_painting import RowPainter, isolated, line_height, row_area
from editor_app.gui.theme.tokens import SPACE_M, SPACE_S, SPACE_XS

ROW_ROLE = Qt.ItemDataRole.UserRole
Index = QModelIndex | PersistentIndex


class TrayModel(QAbstractListModel):
    """Articles without a date, those nearest to ready first."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._rows: tuple[ArticleRow, ...] = ()

    def show(self, rows: tuple[ArticleRow, ...]) -> None:
        """Show these articles."""
        if rows == self._rows:
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, row: int) -> ArticleRow | None:
        """Return an article, None if there is none in that row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of articles."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let articles be chosen and dragged."""
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return usual | Qt.ItemFlag.ItemIsDragEnabled

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the article that is dragged."""
        return packed(Dragged(self._rows[indexes[0].row()].id))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the row, its headline, or what a screen reader says."""
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.headline or row.slugline
        if role == Qt.ItemDataRole.AccessibleTextRole:
            headline = row.headline or row.slugline
            return f"{headline}, {language_name(row.language)}, {stage_label(row.stage).word}"
        return None


class TrayDelegate(QStyledItemDelegate):
    """Two lines an article."""

    def __init__(self, shell: Shell) -> None:
        """Paint with the shell's theme and icons."""
        super().__init__()
        self._shell = shell

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row."""
        return QSize(0, line_height() + line_height(small=True) + SPACE_XS + 2 * SPACE_S)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one article."""
        row: ArticleRow = index.data(ROW_ROLE)
        mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        pen = RowPainter(painter, self._shell.appearance.tokens, self._shell.icons, mirrored)
        painter.save()
        pen.ground(option)
        inner = row_area(option).adjusted(SPACE_M, SPACE_S, -SPACE_M, -SPACE_S)
        first = QRect(inner.left(), inner.top(), inner.width(), line_height())
        pen.line(first, row.headline or row.slugline, bold=True)
        second = QRect(
            inner.left(), first.bottom() + SPACE_XS, inner.width(), line_height(small=True)
        )
        used = pen.label(second, stage_label(row.stage))
        about = f"· {isolated(language_name(row.language))}"
        if row.due is not None:
            due = self.tr("due %1").replace("%1", local_moment(row.due, self._shell.me.zone))
            about += f" · {due}"
        pen.line(pen.after(second, used + SPACE_S), about, colour="muted", small=True)
        painter.restore()
