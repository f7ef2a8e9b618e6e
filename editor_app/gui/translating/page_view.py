# SPDX-License-Identifier: GPL-3.0-or-later
"""The translation read as a page: headline, standfirst and body in the page's typography."""

from __future__ import annotations

import html

from PySide6.QtGui import QFontMetricsF, QTextOption
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from editor_app.domain.article import ArticleContent
from editor_app.domain.translation import SegmentKind
from editor_app.gui.theme.tokens import (
    HEADLINE_SCALE,
    LINE_HEIGHT,
    SPACE_XL,
    STANDFIRST_SCALE,
)
from editor_app.gui.translating.segment_look import SegmentLook
from editor_app.gui.translating.segment_text import direction_of
from editor_app.text.markdown import render_html

_PERCENT = 100


class PageView(QTextBrowser):
    """Shows an article's content; follows no link and loads nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setAccessibleName(self.tr("The translation as a page"))

    def show_content(self, content: ArticleContent, language: str, look: SegmentLook) -> None:
        """Show the page in the language's direction."""
        tokens = look.tokens
        self.setStyleSheet(
            f"QTextBrowser {{ background: {tokens.page}; color: {tokens.text};"
            " border: none; padding: 0; }"
        )
        font = look.font(SegmentKind.PARAGRAPH)
        document = self.document()
        document.setDefaultFont(font)
        option = QTextOption()
        option.setTextDirection(direction_of(language))
        document.setDefaultTextOption(option)
        document.setDefaultStyleSheet(
            f"h1 {{ font-size: {look.size_pt * HEADLINE_SCALE:.0f}pt; }}"
            f"p {{ line-height: {LINE_HEIGHT * _PERCENT / 1.3:.0f}%; }}"
            f"p.standfirst {{ font-size: {look.size_pt * STANDFIRST_SCALE:.0f}pt;"
            f" color: {tokens.muted}; }}"
            f"a {{ color: {tokens.accent}; }} blockquote {{ color: {tokens.muted}; }}"
        )
        parts = [f"<h1>{html.escape(content.headline)}</h1>"]
        if content.standfirst:
            parts.append(f'<p class="standfirst">{html.escape(content.standfirst)}</p>')
        parts.append(render_html(content.body))
        direction = "rtl" if option.textDirection().name == "RightToLeft" else "ltr"
        self.setHtml(f'<div dir="{direction}">{"".join(parts)}</div>')
        self._centre(QFontMetricsF(font).averageCharWidth() * look.width_chars)

    def _centre(self, text_width: float) -> None:
        """Leave the same margin on both sides of the column of text."""
        spare = max(self.viewport().width() - text_width, 2 * SPACE_XL)
        frame = self.document().rootFrame()
        layout = frame.frameFormat()
        layout.setLeftMargin(spare / 2)
        layout.setRightMargin(spare / 2)
        layout.setTopMargin(SPACE_XL)
        layout.setBottomMargin(SPACE_XL)
        frame.setFrameFormat(layout)
        self.verticalScrollBar().setValue(0)
