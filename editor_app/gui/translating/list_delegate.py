# SPDX-License-Identifier: GPL-3.0-or-later
"""Paints the rows of the Translations desk's list, each with its progress or its Start button."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from editor_app.gui.icons import Icons
from editor_app.gui.labels import TRANSLATION_STATES
from editor_app.gui.row_painting import (
    RowPainter,
    button_size,
    language_pair,
    line_height,
    row_area,
)
from editor_app.gui.theme.appearance import Appearance
from editor_app.gui.theme.tokens import SPACE_M, SPACE_S, SPACE_XS
from editor_app.gui.translating.list_model import ENTRY_ROLE, Entry
from editor_app.services.views import MissingTranslation, TranslationRow

Index = QModelIndex | QPersistentModelIndex


class TranslationDelegate(QStyledItemDelegate):
    """Rows of three lines (translation), two (missing) or one (heading)."""

    start_clicked = Signal(QModelIndex)  # of a missing translation

    def __init__(self, appearance: Appearance, icons: Icons, parent: QObject | None = None) -> None:
        """Paint in the theme in force."""
        super().__init__(parent)
        self._appearance = appearance
        self._icons = icons

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height by the kind of row."""
        entry: Entry = index.data(ENTRY_ROLE)
        if isinstance(entry, str):
            return QSize(0, line_height(small=True) + SPACE_S + SPACE_M)
        height = line_height() + line_height(small=True) + SPACE_XS + 2 * SPACE_S
        if isinstance(entry, TranslationRow):
            height += line_height(small=True) + SPACE_S
        return QSize(0, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        entry: Entry = index.data(ENTRY_ROLE)
        mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        row = RowPainter(painter, self._appearance.tokens, self._icons, mirrored)
        area = row_area(option)
        painter.save()
        if isinstance(entry, str):
            heading = area.adjusted(SPACE_M, SPACE_M, -SPACE_M, -SPACE_XS)
            row.line(heading, entry, colour="muted", small=True, bold=True)
        else:
            row.ground(option)
            inner = area.adjusted(SPACE_M, SPACE_S, -SPACE_M, -SPACE_S)
            if isinstance(entry, TranslationRow):
                self._paint_translation(row, inner, entry)
            else:
                self._paint_missing(row, inner, entry)
        painter.restore()

    def _paint_translation(self, row: RowPainter, inner: QRect, entry: TranslationRow) -> None:
        line, small = line_height(), line_height(small=True)
        first = QRect(inner.left(), inner.top(), inner.width(), line)
        row.line(first, entry.target_headline or entry.headline, bold=True)
        second = QRect(inner.left(), first.bottom() + SPACE_XS, inner.width(), small)
        languages = language_pair(entry.source_language, entry.target_language)
        if entry.claimed_by_name:
            languages += f" · {entry.claimed_by_name}"
        row.line(second, languages, colour="muted", small=True)
        third = second.translated(0, small + SPACE_XS)
        progress = entry.progress
        counts = self.tr("{done} of {total} words").format(
            done=progress.confirmed_words, total=progress.words
        )
        used = row.trailing(third, counts)
        label = TRANSLATION_STATES[entry.state]
        row.label(row.before(third, used + SPACE_S), label)
        bar = QRect(inner.left(), inner.bottom(), inner.width(), 2)
        row.bar(bar, progress.confirmed_words, progress.words, colour=label.colour)

    def _paint_missing(self, row: RowPainter, inner: QRect, entry: MissingTranslation) -> None:
        button = self._button(inner, row.mirrored)
        row.button(button, self.tr("Start"))
        text = row.before(inner, button.width() + SPACE_S)
        first = QRect(text.left(), text.top(), text.width(), line_height())
        row.line(first, entry.headline, bold=True)
        second = QRect(
            text.left(), first.bottom() + SPACE_XS, text.width(), line_height(small=True)
        )
        languages = language_pair(entry.source_language, entry.language)
        row.line(second, languages, colour="muted", small=True)

    def _button(self, inner: QRect, mirrored: bool) -> QRect:
        size = button_size(self.tr("Start"))
        left = inner.left() if mirrored else inner.right() + 1 - size.width()
        return QRect(
            left, inner.top() + (inner.height() - size.height()) // 2, size.width(), size.height()
        )

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Start a missing translation when its button is clicked."""
        entry: Entry = index.data(ENTRY_ROLE)
        if (
            isinstance(entry, MissingTranslation)
            and isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonRelease
        ):
            inner = row_area(option).adjusted(SPACE_M, SPACE_S, -SPACE_M, -SPACE_S)
            mirrored = option.direction == Qt.LayoutDirection.RightToLeft  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
            if self._button(inner, mirrored).contains(event.position().toPoint()):
                self.start_clicked.emit(index)
                return True
        return super().editorEvent(event, model, option, index)
