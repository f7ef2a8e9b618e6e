# SPDX-License-Identifier: GPL-3.0-or-later
"""How desks paint rows of a list: ground, focus ring, elided lines, icon and word of a state."""

from __future__ import annotations

from dataclasses import dataclass
from unicodedata import bidirectional

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from editor_app.gui.icons import Icons
from editor_app.gui.labels import Label, language_name
from editor_app.gui.theme.tokens import (
    FOCUS_WIDTH,
    SMALL_ICON_SIZE,
    SMALL_PT,
    SPACE_S,
    SPACE_XS,
    TEXT_PT,
    Tokens,
)

_LEAD = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
_TRAIL = int(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)


def runs_right_to_left(text: str) -> bool:
    """Tell the direction of a text by its first strong character, as readers of it expect."""
    depth = 0  # what stands in an isolate does not count (UAX 9, P2)
    for character in text:
        kind = bidirectional(character)
        if kind in ("LRI", "RLI", "FSI"):
            depth += 1
        elif kind == "PDI":
            depth = max(depth - 1, 0)
        elif not depth and kind in ("L", "R", "AL"):
            return kind != "L"
    return False


def isolated(text: str) -> str:
    """Return the text so that its direction does not turn round what stands beside it."""
    return f"\u2068{text}\u2069"


def language_pair(source: str, target: str) -> str:
    """Return "English → العربية", in this order whatever the scripts of the names."""
    mark = "\u200f" if QGuiApplication.isRightToLeft() else "\u200e"
    names = (f"\u2068{language_name(tag)}\u2069" for tag in (source, target))
    return mark + f"{mark} → {mark}".join(names)


def chrome_font(*, small: bool = False, bold: bool = False) -> QFont:
    """Return one of the two fonts of the chrome."""
    font = QFont()
    font.setPointSizeF(SMALL_PT if small else TEXT_PT)
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def line_height(*, small: bool = False) -> int:
    """Return the height of one line of the chrome."""
    return QFontMetrics(chrome_font(small=small)).height()


def row_area(option: QStyleOptionViewItem) -> QRect:
    """Return the rectangle of the row that is being painted."""
    return QRect(option.rect)  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType, reportUnknownArgumentType]


def has_state(option: QStyleOptionViewItem, flag: QStyle.StateFlag) -> bool:
    """Tell whether the row is selected, focused, under the mouse …"""
    return bool(option.state & flag)  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]


@dataclass(frozen=True, slots=True)
class RowPainter:
    """Paints in the tokens of one theme, mirrored where the interface is."""

    painter: QPainter
    tokens: Tokens
    icons: Icons
    mirrored: bool = False

    def ground(self, option: QStyleOptionViewItem, *, focused: bool = True) -> None:
        """Fill the row as selected or under the mouse, rule it off, ring it when it has focus."""
        area = row_area(option)
        selected = has_state(option, QStyle.StateFlag.State_Selected)
        if selected:
            self.painter.fillRect(area, QColor(self.tokens.selection))
        elif has_state(option, QStyle.StateFlag.State_MouseOver):
            self.painter.fillRect(area, QColor(self.tokens.hover))
        if selected and focused and has_state(option, QStyle.StateFlag.State_HasFocus):
            left = area.right() + 1 - 2 * FOCUS_WIDTH if self.mirrored else area.left()
            bar = QRect(left, area.top(), 2 * FOCUS_WIDTH, area.height())
            self.painter.fillRect(bar, QColor(self.tokens.accent))
        self.painter.setPen(QColor(self.tokens.hover))
        self.painter.drawLine(area.bottomLeft(), area.bottomRight())

    def focus_ring(self, area: QRect) -> None:
        """Draw the ring that says where the keyboard is."""
        pen = QPen(QColor(self.tokens.accent), FOCUS_WIDTH)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        self.painter.setPen(pen)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawRect(area.adjusted(1, 1, -2, -2))

    def line(
        self,
        area: QRect,
        text: str,
        *,
        colour: str = "text",
        small: bool = False,
        bold: bool = False,
    ) -> int:
        """Paint one line at the leading edge, cut with an ellipsis; return its width."""
        return self._text(area, text, _LEAD, (colour, small, bold))

    def trailing(self, area: QRect, text: str, *, colour: str = "muted", small: bool = True) -> int:
        """Paint one line at the trailing edge; return its width."""
        return self._text(area, text, _TRAIL, (colour, small, False))

    def _text(self, area: QRect, text: str, align: int, look: tuple[str, bool, bool]) -> int:
        colour, small, bold = look
        self.painter.setFont(chrome_font(small=small, bold=bold))
        self.painter.setPen(QColor(str(getattr(self.tokens, colour))))
        metrics = self.painter.fontMetrics()
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(area.width(), 0))
        if not self.mirrored and runs_right_to_left(text):
            # Its own direction, at the same edge as the rows around it.
            edge = Qt.AlignmentFlag.AlignRight if align == _TRAIL else Qt.AlignmentFlag.AlignLeft
            align = int(edge | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute)
            align |= int(Qt.TextFlag.TextForceRightToLeft)
        self.painter.drawText(area, align, shown)
        return min(metrics.horizontalAdvance(shown), area.width())

    def label(self, area: QRect, label: Label, *, small: bool = True, word: str = "") -> int:
        """Paint a state's icon and word at the leading edge; return the width of both."""
        size = SMALL_ICON_SIZE
        left = area.right() + 1 - size if self.mirrored else area.left()
        top = area.top() + (area.height() - size) // 2
        self.painter.drawPixmap(left, top, self.icons.pixmap(label.icon, label.colour, size))
        rest = self.after(area, size + SPACE_XS)
        return (
            size + SPACE_XS + self.line(rest, word or label.word, colour=label.colour, small=small)
        )

    def after(self, area: QRect, width: int) -> QRect:
        """Return what is left of the area behind the first ``width`` pixels."""
        return area.adjusted(0, 0, -width, 0) if self.mirrored else area.adjusted(width, 0, 0, 0)

    def before(self, area: QRect, width: int) -> QRect:
        """Return what is left of the area before its last ``width`` pixels."""
        return area.adjusted(width, 0, 0, 0) if self.mirrored else area.adjusted(0, 0, -width, 0)

    def bar(self, area: QRect, done: int, total: int, *, colour: str = "accent") -> None:
        """Paint a thin progress bar."""
        self.painter.fillRect(area, QColor(self.tokens.border))
        if total > 0:
            width = area.width() * done // total
            left = area.right() + 1 - width if self.mirrored else area.left()
            filled = QRect(left, area.top(), width, area.height())
            self.painter.fillRect(filled, QColor(str(getattr(self.tokens, colour))))

    def button(self, area: QRect, text: str) -> None:
        """Paint a flat button's border and words."""
        self.painter.setPen(QColor(self.tokens.border))
        self.painter.setBrush(QColor(self.tokens.raised))
        self.painter.drawRoundedRect(area, SPACE_XS, SPACE_XS)
        self.painter.setPen(QColor(self.tokens.accent))
        self.painter.setFont(chrome_font(small=True))
        self.painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), text)


def button_size(text: str) -> QSize:
    """Return how large a painted button is."""
    metrics = QFontMetrics(chrome_font(small=True))
    return QSize(metrics.horizontalAdvance(text) + 2 * SPACE_S, metrics.height() + SPACE_S)
