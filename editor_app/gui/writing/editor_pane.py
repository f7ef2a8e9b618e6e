# SPDX-License-Identifier: GPL-3.0-or-later
"""The page: headline, standfirst and body in one centred column of 66 characters."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from editor_app.domain.languages import is_right_to_left
from editor_app.gui.theme.tokens import (
    HEADLINE_SCALE,
    SPACE_L,
    SPACE_S,
    SPACE_XL,
    STANDFIRST_SCALE,
    TEXT_FONT,
    Tokens,
)
from editor_app.gui.writing.body_edit import BodyEdit
from editor_app.gui.writing.growing_edit import GrowingEdit
from editor_app.gui.writing.markdown_highlighter import MarkdownHighlighter
from editor_app.gui.writing.open_article import OpenArticle
from editor_app.settings.settings import Settings

# How wide a character is on average is measured on words, not on the letter x.
_SAMPLE = "the morning edition carries seven stories in three languages"


class EditorPane(QFrame):
    """Shows one open article; the documents belong to it, not to the pane."""

    cursor_moved = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        """Make the three fields."""
        super().__init__(parent)
        self.setProperty("role", "page")
        self.headline_edit, self.standfirst_edit = GrowingEdit(self), GrowingEdit(self)
        self.body_edit = BodyEdit(self)
        self.headline_edit.setObjectName("headline_edit")
        self.standfirst_edit.setObjectName("standfirst_edit")
        self.body_edit.setObjectName("body_edit")
        self.headline_edit.setPlaceholderText(self.tr("Headline"))
        self.headline_edit.setAccessibleName(self.tr("Headline"))
        self.standfirst_edit.setPlaceholderText(
            self.tr("Standfirst: what it is about, in a sentence")
        )
        self.standfirst_edit.setAccessibleName(self.tr("Standfirst"))
        self.body_edit.setPlaceholderText(self.tr("Write here. Everything is saved as you type."))
        self.body_edit.setAccessibleName(self.tr("Text"))
        self._rule = QFrame(self)
        self._rule.setProperty("role", "rule")
        self._rule.setFixedHeight(1)
        self._rule_row = QHBoxLayout()
        self._rule_row.addWidget(self._rule)
        self._highlighters: dict[QTextDocument, MarkdownHighlighter] = {}
        self._tokens = tokens
        self._opened: OpenArticle | None = None
        self._column_width = 0.0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE_XL, 0, 0)
        column.setSpacing(SPACE_S)
        column.addWidget(self.headline_edit)
        column.addWidget(self.standfirst_edit)
        column.addLayout(self._rule_row)
        column.addSpacing(SPACE_S)
        column.addWidget(self.body_edit, 1)
        self.body_edit.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._connect_fields()
        self.use_settings(Settings())

    @property
    def opened(self) -> OpenArticle | None:
        """Return the article that is shown."""
        return self._opened

    def use_settings(self, settings: Settings) -> None:
        """Take font, size and width of the page from the settings."""
        family, size = settings.text_font or TEXT_FONT, float(settings.text_size_pt)
        for edit, scale, weight in (
            (self.headline_edit, HEADLINE_SCALE, QFont.Weight.Bold),
            (self.standfirst_edit, STANDFIRST_SCALE, QFont.Weight.Normal),
            (self.body_edit, 1.0, QFont.Weight.Normal),
        ):
            font = QFont([family, "Noto Naskh Arabic", "Noto Serif Hebrew"])
            font.setPointSizeF(size * scale)
            font.setWeight(weight)
            edit.setFont(font)
            edit.document().setDefaultFont(font)
        metrics = QFontMetricsF(self.body_edit.font())
        average = metrics.horizontalAdvance(_SAMPLE) / len(_SAMPLE)
        self._column_width = average * settings.text_width_chars
        self._centre()

    def use_theme(self, tokens: Tokens) -> None:
        """Highlight in the theme's colours."""
        self._tokens = tokens
        for highlighter in self._highlighters.values():
            highlighter.use_theme(tokens)
            highlighter.rehighlight()

    def show_article(self, opened: OpenArticle) -> None:
        """Show the article where the person left it."""
        self.keep_place()
        self._opened = opened
        rtl = is_right_to_left(opened.article.language)
        direction = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        for edit, document in (
            (self.headline_edit, opened.headline),
            (self.standfirst_edit, opened.standfirst),
            (self.body_edit, opened.body),
        ):
            _set_direction(document, direction)
            document.setDefaultFont(edit.font())
            edit.setDocument(document)
            edit.setLayoutDirection(direction)
        self.headline_edit.fit()
        self.standfirst_edit.fit()
        if opened.body not in self._highlighters:
            self._highlighters[opened.body] = MarkdownHighlighter(opened.body, self._tokens)
        cursor = self.body_edit.textCursor()
        last = max(0, opened.body.characterCount() - 1)
        cursor.setPosition(min(opened.place.anchor, last))
        cursor.setPosition(min(opened.place.cursor, last), QTextCursor.MoveMode.KeepAnchor)
        self.body_edit.setTextCursor(cursor)
        self._centre()
        self.body_edit.verticalScrollBar().setValue(opened.place.scroll)

    def forget(self, opened: OpenArticle) -> None:
        """Let go of an article that is closed."""
        self._highlighters.pop(opened.body, None)
        if self._opened is opened:
            self._opened = None

    def keep_place(self) -> None:
        """Remember where the person is in the text."""
        if self._opened is not None:
            cursor = self.body_edit.textCursor()
            place = self._opened.place
            place.cursor, place.anchor = cursor.position(), cursor.anchor()
            place.scroll = self.body_edit.verticalScrollBar().value()

    def words(self) -> int:
        """Return the number of words of the text that is shown."""
        if self._opened is None:
            return 0
        return self._highlighters[self._opened.body].words

    def focus_text(self) -> None:
        """Put the cursor into the headline of a new article, else into the text."""
        empty = self._opened is not None and self._opened.headline.isEmpty()
        (self.headline_edit if empty else self.body_edit).setFocus()

    def field(self, name: str) -> QPlainTextEdit | None:
        """Return the field that edits a part of the content."""
        return {
            "headline": self.headline_edit,
            "standfirst": self.standfirst_edit,
            "body": self.body_edit,
        }.get(name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column in the middle."""
        super().resizeEvent(event)
        self._centre()

    def _connect_fields(self) -> None:
        self.headline_edit.left_forward.connect(self.standfirst_edit.setFocus)
        self.standfirst_edit.left_forward.connect(self._on_standfirst_left)
        self.standfirst_edit.left_backward.connect(self.headline_edit.setFocus)
        self.body_edit.left_backward.connect(self.standfirst_edit.setFocus)
        self.body_edit.cursorPositionChanged.connect(self.cursor_moved.emit)
        # Queued: the range changes in the middle of laying out, and lines that were laid out
        # before the margins changed would keep their old width.
        self.body_edit.verticalScrollBar().rangeChanged.connect(
            self._on_range_changed, Qt.ConnectionType.QueuedConnection
        )

    @Slot()
    def _on_standfirst_left(self) -> None:
        self.body_edit.setFocus()

    @Slot()
    def _on_range_changed(self) -> None:
        self._centre()

    def _centre(self) -> None:
        bar = self.body_edit.verticalScrollBar()
        taken = bar.sizeHint().width() if bar.isVisible() else 0
        side = max(SPACE_L, int((self.width() - self._column_width) / 2))
        # The bar takes its place from the margin at its side, so that the column stays put.
        rtl = self.body_edit.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left, right = (side - taken, side) if rtl else (side, side - taken)
        self.body_edit.setViewportMargins(max(0, left), 0, max(0, right), 0)
        for edit in (self.headline_edit, self.standfirst_edit):
            edit.setViewportMargins(side, 0, side, 0)
            edit.fit()
        inset = int(self.body_edit.document().documentMargin())
        self._rule_row.setContentsMargins(side + inset, 0, side + inset, 0)


def _set_direction(document: QTextDocument, direction: Qt.LayoutDirection) -> None:
    option = QTextOption(document.defaultTextOption())
    option.setTextDirection(direction)
    rtl = direction == Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
    option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(option)
