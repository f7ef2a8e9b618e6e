# SPDX-License-Identifier: GPL-3.0-or-later
"""Fonts, distances and colours of the segment table: the page's typography, in two sizes."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QFont

from editor_app.domain.translation import SegmentKind
from editor_app.gui.theme.tokens import PAGE_WIDTH_CHARS, SMALL_PT, TEXT_FONT, TEXT_PT, Tokens
from editor_app.settings.settings import Settings

STATE_WIDTH = 140  # of the column with number and state
CURRENT_SCALE = 1.12  # how much larger the current segment is
_BOLD_KINDS = frozenset({SegmentKind.HEADLINE, SegmentKind.HEADING})


@dataclass(frozen=True, slots=True)
class SegmentLook:
    """What the table, its delegate and its card paint with."""

    tokens: Tokens
    family: str  # of the page
    size_pt: float  # of the page
    width_chars: int = PAGE_WIDTH_CHARS  # of the page

    @classmethod
    def of(cls, settings: Settings, tokens: Tokens) -> SegmentLook:
        """Return the look that the settings ask for, in a theme."""
        family = settings.text_font or TEXT_FONT
        return cls(tokens, family, settings.text_size_pt, settings.text_width_chars)

    def font(self, kind: SegmentKind, *, current: bool = False) -> QFont:
        """Return the font for a segment's text."""
        font = QFont(self.family)
        font.setPointSizeF(self.size_pt * (CURRENT_SCALE if current else 1.0))
        font.setBold(kind in _BOLD_KINDS)
        return font

    def chrome_font(self, *, small: bool = False) -> QFont:
        """Return the font for what is not text of the article."""
        font = QFont()
        font.setPointSizeF(SMALL_PT if small else TEXT_PT)
        return font
