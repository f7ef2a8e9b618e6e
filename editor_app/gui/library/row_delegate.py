# SPDX-License-Identifier: GPL-3.0-or-later
"""Paints a row of the library: the headline, and below it language, stage, site, due, words."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from editor_app.domain.article import ArticleRow
from editor_app.domain.languages import is_right_to_left
from editor_app.domain.schedule import load_zone
from editor_app.gui.dates import local_moment, short_date
from editor_app.gui.desk import Shell
from editor_app.gui.labels import language_name, remote_label, stage_label, words_text
from editor_app.gui.library.model import RowRole
from editor_app.gui.theme.tokens import (
    FOCUS_WIDTH,
    ROW_HEIGHT,
    SMALL_ICON_SIZE,
    SMALL_PT,
    SPACE_M,
    SPACE_S,
    SPACE_XS,
    TEXT_PT,
)

# The first pieces are shortened if they must be; the others are shown whole or not at all.
CUT_BEFORE = 3


@dataclass(frozen=True, slots=True)
class Piece:
    """A word of the second line with its icon and colour."""

    text: str
    icon: str = ""
    colour: str = "muted"
    short: str = ""  # instead of the text where there is no room for it


def pieces_of(row: ArticleRow, my_zone: str) -> list[Piece]:
    """Return what the second line says, most important first."""
    stage = stage_label(row.stage)
    pieces = [Piece(row.language.upper()), Piece(stage.word, stage.icon, stage.colour)]
    remote = remote_label(row.remote_state)
    if remote is not None and remote.icon != "only_here" and remote.word != stage.word:
        pieces.append(Piece(remote.word, remote.icon, remote.colour))
    if row.planned_utc is not None:
        pieces.append(Piece(local_moment(row.planned_utc, my_zone), "clock"))
    elif row.due is not None:
        due = QCoreApplication.translate("LibraryRow", "due %1")
        day = short_date(row.due.astimezone(load_zone(my_zone)).date())
        moment = due.replace("%1", local_moment(row.due, my_zone))
        pieces.append(Piece(moment, "clock", short=due.replace("%1", day)))
    pieces.append(Piece(words_text(row.words)))
    return pieces


def untitled() -> str:
    """Return what stands in the place of a missing headline."""
    return QCoreApplication.translate("LibraryRow", "Untitled")


def spoken(row: ArticleRow, my_zone: str) -> str:
    """Return what a screen reader says of the row."""
    parts = [row.headline or untitled(), language_name(row.language)]
    return ", ".join(parts + [piece.text for piece in pieces_of(row, my_zone)[1:]])


class RowDelegate(QStyledItemDelegate):
    """Two lines a row, all rows of one height."""

    def __init__(self, shell: Shell, my_zone: str) -> None:
        """Paint with the shell's theme and icons."""
        super().__init__()
        self._shell, self.my_zone = shell, my_zone
        self._headline_font, self._small_font = QFont(), QFont()
        self._headline_font.setPointSizeF(TEXT_PT)
        self._headline_font.setWeight(QFont.Weight.DemiBold)
        self._small_font.setPointSizeF(SMALL_PT)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height that every row has."""
        return QSize(0, ROW_HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint background, headline, the line below and the focus mark."""
        row = index.data(RowRole)
        tokens = self._shell.appearance.tokens
        rect: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue]
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(tokens.selection))
            if state & QStyle.StateFlag.State_HasFocus:
                bar = QRect(rect.left(), rect.top(), 2 * FOCUS_WIDTH, rect.height())
                painter.fillRect(bar, QColor(tokens.accent))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(tokens.hover))
        if isinstance(row, ArticleRow):
            inner = rect.adjusted(SPACE_M, SPACE_S, -SPACE_M, -SPACE_S)
            self._paint_headline(painter, inner, row)
            self._paint_pieces(painter, inner, pieces_of(row, self.my_zone))
        painter.setPen(QColor(tokens.hover))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()

    def _paint_headline(self, painter: QPainter, rect: QRect, row: ArticleRow) -> None:
        tokens = self._shell.appearance.tokens
        painter.setFont(self._headline_font)
        painter.setPen(QColor(tokens.text if row.headline else tokens.muted))
        metrics = QFontMetrics(self._headline_font)
        text = metrics.elidedText(
            row.headline or untitled(), Qt.TextElideMode.ElideRight, rect.width()
        )
        rtl = bool(row.headline) and is_right_to_left(row.language)
        direction = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        painter.setLayoutDirection(direction)
        # Drawn on the baseline: a script with tall letters does not push its line down.
        left = rect.right() - metrics.horizontalAdvance(text) if rtl else rect.left()
        painter.drawText(left, rect.top() + metrics.ascent(), text)

    def _paint_pieces(self, painter: QPainter, rect: QRect, pieces: list[Piece]) -> None:
        tokens = self._shell.appearance.tokens
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.setFont(self._small_font)
        metrics = QFontMetrics(self._small_font)
        left = rect.left()
        top = rect.bottom() - metrics.height() + 1
        for place, piece in enumerate(pieces):
            icon_width = SMALL_ICON_SIZE + SPACE_XS if piece.icon else 0
            separator = metrics.horizontalAdvance(" · ") if place else 0
            room = rect.right() - left - separator - icon_width
            fits = room >= metrics.horizontalAdvance(piece.text)
            if not fits and place >= CUT_BEFORE:
                return  # better nothing than half a number
            if place:
                painter.setPen(QColor(tokens.muted))
                painter.drawText(left, top + metrics.ascent(), " · ")
                left += separator
            if piece.icon:
                pixmap = self._shell.icons.pixmap(piece.icon, piece.colour, SMALL_ICON_SIZE)
                middle = top + (metrics.height() - SMALL_ICON_SIZE) // 2
                painter.drawPixmap(left, middle, pixmap)
                left += icon_width
            painter.setPen(QColor(getattr(tokens, piece.colour)))
            said = piece.text if fits else piece.short or piece.text
            text = metrics.elidedText(said, Qt.TextElideMode.ElideRight, room)
            painter.drawText(left, top + metrics.ascent(), text)
            left += metrics.horizontalAdvance(text)
