# SPDX-License-Identifier: GPL-3.0-or-later
"""The body: plain Markdown text in the reading font, quietly highlighted."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from editor_app.gui.writing.documents import exactly, selected_text

LONGEST_PASTE = 2_000_000  # characters: some 300,000 words, more than any article


class BodyEdit(QPlainTextEdit):
    """Pastes text only; bold, italic and link by key."""

    left_backward = Signal()
    paste_refused = Signal(int)  # characters; nothing was pasted

    def __init__(self, parent: QWidget | None = None) -> None:
        """Have no frame; Tab leaves the field, as in any form."""
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("role", "page")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.setCursorWidth(2)

    def surround(self, mark: str) -> None:
        """Put the mark around the selection, or take it away if it is there."""
        cursor = self.textCursor()
        text = selected_text(cursor)
        size = len(mark)
        if text.startswith(mark) and text.endswith(mark) and len(text) >= 2 * size:
            cursor.insertText(text[size:-size])
            return
        cursor.insertText(f"{mark}{text}{mark}")
        if not text:
            cursor.movePosition(QTextCursor.MoveOperation.Left, n=size)
            self.setTextCursor(cursor)

    def insert_link(self) -> None:
        """Turn the selection into a link and put the cursor where the address goes."""
        cursor = self.textCursor()
        cursor.insertText(f"[{selected_text(cursor)}]()")
        cursor.movePosition(QTextCursor.MoveOperation.Left)
        self.setTextCursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave upwards from the first line."""
        before = self.textCursor().position()
        super().keyPressEvent(event)
        still = self.textCursor().position() == before
        if event.key() == Qt.Key.Key_Up and still and not event.modifiers():
            self.left_backward.emit()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Accept text; files are imported by the window."""
        return source.hasText() and not source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste the text alone."""
        if source.hasText():
            if len(source.text()) > LONGEST_PASTE:
                self.paste_refused.emit(len(source.text()))
                return
            text = source.text().replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
            self.insertPlainText(text)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy text with its no-break spaces."""
        return exactly(super().createMimeDataFromSelection(), selected_text(self.textCursor()))
