# SPDX-License-Identifier: GPL-3.0-or-later
"""Lays out and paints the text of a segment: wrapped, in its language's direction, with chips."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontInfo,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from editor_app.domain.languages import is_right_to_left
from editor_app.gui.theme.tokens import LINE_HEIGHT, Tokens
from editor_app.gui.translating.placeholders import spans
from editor_app.gui.writing.documents import utf16_length

_KEPT_LAYOUTS = 400


def code_point_offset(text: str, units: int) -> int:
    """Return the offset in characters of an offset in UTF-16 units."""
    passed = 0
    for offset, character in enumerate(text):
        if passed >= units:
            return offset
        passed += 2 if ord(character) > 0xFFFF else 1
    return len(text)


def direction_of(language: str) -> Qt.LayoutDirection:
    """Return the direction in which text of this language runs."""
    if is_right_to_left(language):
        return Qt.LayoutDirection.RightToLeft
    return Qt.LayoutDirection.LeftToRight


def line_pitch(font: QFont) -> float:
    """Return the distance from line to line in pixels; scripts that need more get more."""
    return QFontInfo(font).pixelSize() * LINE_HEIGHT


def chip_format(tokens: Tokens) -> QTextCharFormat:
    """Return how a placeholder looks."""
    looks = QTextCharFormat()
    looks.setForeground(QColor(tokens.accent))
    looks.setBackground(QColor(tokens.quiet))
    return looks


class SegmentText:
    """Keeps the layouts of the segments that were painted last: painting again costs nothing."""

    def __init__(self) -> None:
        """Start with nothing laid out."""
        self._layouts: OrderedDict[tuple[str, str, int, str], tuple[QTextLayout, float]] = (
            OrderedDict()
        )

    def clear(self) -> None:
        """Forget all layouts: the colours or the font have changed."""
        self._layouts.clear()

    def height(self, text: str, font: QFont, width: int, language: str) -> int:
        """Return how high the text is when wrapped at ``width`` pixels."""
        return int(self._laid_out(text, font, width, language)[1] + 0.5)

    def draw(
        self,
        painter: QPainter,
        at: QPointF,
        text: str,
        width: int,
        *,
        language: str,
        tokens: Tokens,
    ) -> None:
        """Paint the text in the painter's own pen and font."""
        layout, _height = self._laid_out(text, painter.font(), width, language)
        layout.draw(painter, at, list(self._chips(text, tokens)))

    @staticmethod
    def _chips(text: str, tokens: Tokens) -> Iterator[QTextLayout.FormatRange]:
        for span in spans(text):
            chip = QTextLayout.FormatRange()
            chip.start = utf16_length(text[: span.start])  # pyright: ignore[reportAttributeAccessIssue]
            chip.length = span.end - span.start  # pyright: ignore[reportAttributeAccessIssue]
            chip.format = chip_format(tokens)  # pyright: ignore[reportAttributeAccessIssue]
            yield chip

    def _laid_out(
        self, text: str, font: QFont, width: int, language: str
    ) -> tuple[QTextLayout, float]:
        key = (text, font.key(), width, language)
        found = self._layouts.get(key)
        if found is None:
            found = _lay_out(text, font, width, language)
            self._layouts[key] = found
            if len(self._layouts) > _KEPT_LAYOUTS:
                self._layouts.popitem(last=False)
        else:
            self._layouts.move_to_end(key)
        return found


def _lay_out(text: str, font: QFont, width: int, language: str) -> tuple[QTextLayout, float]:
    """Return the wrapped layout and its height."""
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    option = QTextOption()
    option.setTextDirection(direction_of(language))
    right_to_left = direction_of(language) == Qt.LayoutDirection.RightToLeft
    option.setAlignment(
        Qt.AlignmentFlag.AlignRight if right_to_left else Qt.AlignmentFlag.AlignLeft
    )
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    pitch = line_pitch(font)
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += max(line.height(), pitch)
    layout.endLayout()
    return layout, height
