# SPDX-License-Identifier: GPL-3.0-or-later
"""A text field that is as high as its text: the headline and the standfirst, edited in place."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextDocument
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

from editor_app.gui.theme.tokens import SPACE_XS
from editor_app.gui.writing.documents import exactly, selected_text


class GrowingEdit(QPlainTextEdit):
    """One paragraph that wraps; Enter and Tab lead to the next field."""

    left_forward = Signal()
    left_backward = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Have no frame and no scroll bars."""
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("role", "page")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setTabChangesFocus(True)
        self.textChanged.connect(self.fit)

    def show_document(self, document: QTextDocument) -> None:
        """Edit this document."""
        self.setDocument(document)
        self.fit()

    def fit(self) -> None:
        """Become as high as the text."""
        lines = 0
        block = self.document().firstBlock()
        while block.isValid():
            self.blockBoundingRect(block)  # makes sure that the block is laid out
            lines += max(1, block.layout().lineCount())
            block = block.next()
        margin = 2 * int(self.document().documentMargin())
        height = max(1, lines) * self.fontMetrics().lineSpacing() + margin + SPACE_XS
        if height != self.height():
            self.setFixedHeight(height)

    def sizeHint(self) -> QSize:
        """Return the width of any field and the height of the text."""
        return QSize(super().sizeHint().width(), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap again."""
        super().resizeEvent(event)
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave by Enter and by the arrow keys at the first and last line."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left_forward.emit()
            return
        before = self.textCursor().position()
        super().keyPressEvent(event)
        if event.modifiers() or self.textCursor().position() != before:
            return
        if key == Qt.Key.Key_Down:
            self.left_forward.emit()
        elif key == Qt.Key.Key_Up:
            self.left_backward.emit()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste text as one paragraph."""
        if source.hasText():
            self.insertPlainText(" ".join(source.text().splitlines()))

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy text with its no-break spaces."""
        return exactly(super().createMimeDataFromSelection(), selected_text(self.textCursor()))
