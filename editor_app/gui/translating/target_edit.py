# SPDX-License-Identifier: GPL-3.0-or-later
"""The live editor of a segment's translation: placeholders are whole, lines are one."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QObject, Qt, Signal, Slot
from PySide6.QtGui import (
    QFont,
    QKeyEvent,
    QSyntaxHighlighter,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from editor_app.gui.theme.tokens import Tokens
from editor_app.gui.translating.placeholders import (
    Span,
    span_across,
    span_ending_at,
    span_starting_at,
    spans,
    wrapped,
)
from editor_app.gui.translating.segment_text import (
    chip_format,
    code_point_offset,
    direction_of,
    line_pitch,
)
from editor_app.gui.writing.documents import selected_text, text_of, utf16_length


class ChipHighlighter(QSyntaxHighlighter):
    """Colours the placeholders of a document."""

    def __init__(self, document: QTextDocument, tokens: Tokens) -> None:
        """Start with the colours of a theme."""
        super().__init__(document)
        self._looks = chip_format(tokens)

    def highlightBlock(self, text: str) -> None:
        """Colour the placeholders of one line."""
        for span in spans(text):
            start = utf16_length(text[: span.start])
            self.setFormat(start, span.end - span.start, self._looks)


def segment_document(
    text: str, *, language: str, font: QFont, tokens: Tokens, parent: QObject
) -> QTextDocument:
    """Return a document of one segment with its own undo, direction and line height."""
    document = QTextDocument(parent)
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    document.setDefaultFont(font)
    option = QTextOption()
    option.setTextDirection(direction_of(language))
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(option)
    document.setPlainText(text)
    lines = QTextBlockFormat()
    lines.setLineHeight(line_pitch(font), QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.mergeBlockFormat(lines)
    document.setUndoRedoEnabled(True)
    ChipHighlighter(document, tokens)
    return document


class SegmentEdit(QTextEdit):
    """Plain text in the page's typography, without a frame of its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Accept plain text only; the card grows, so nothing scrolls."""
        super().__init__(parent)
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.viewport().setAutoFillBackground(False)
        # The card draws ground and focus; a border here would move the text on focus.
        self.setStyleSheet("QTextEdit { border: none; padding: 0; background: transparent; }")


class TargetEdit(SegmentEdit):
    """Where a translation is typed."""

    typed = Signal(str)  # the whole text, after each change by the person
    left_upwards = Signal()  # Up in the first line
    left_downwards = Signal()  # Down in the last line, or Return

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._text = ""  # as last told: colouring a document counts as a change for Qt
        self._last_position = 0
        self.textChanged.connect(self._on_text_changed)
        self.cursorPositionChanged.connect(self._on_cursor_moved)

    def load(self, document: QTextDocument) -> None:
        """Show a segment's own document, cursor at its end."""
        self._text = text_of(document)
        self.setDocument(document)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self._last_position = self.textCursor().position()

    def replace_all(self, text: str) -> None:
        """Put other text in place of all of it; one undo brings it back."""
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        self.setTextCursor(cursor)

    def insert_placeholder(self, source: str, number: int) -> bool:
        """Put a placeholder of the source at the cursor or around what is selected."""
        cursor = self.textCursor()
        before, after = wrapped(source, number, _flat(selected_text(cursor)))
        if not before:
            return False
        cursor.beginEditBlock()
        cursor.insertText(before)
        position = cursor.position()
        cursor.insertText(after)
        cursor.endEditBlock()
        cursor.setPosition(position)
        self.setTextCursor(cursor)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete placeholders whole; leave the segment at its first and last line."""
        key = event.key()
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left_downwards.emit()
        elif plain and key == Qt.Key.Key_Up and not self._can_move(QTextCursor.MoveOperation.Up):
            self.left_upwards.emit()
        elif (
            plain and key == Qt.Key.Key_Down and not self._can_move(QTextCursor.MoveOperation.Down)
        ):
            self.left_downwards.emit()
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete) and self._delete_placeholder(key):
            return
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste as one line: a segment is a sentence, and never carries markup from elsewhere."""
        self.textCursor().insertText(_flat(source.text()))

    def _can_move(self, operation: QTextCursor.MoveOperation) -> bool:
        return self.textCursor().movePosition(operation)

    def _delete_placeholder(self, key: int) -> bool:
        cursor = self.textCursor()
        if cursor.hasSelection():
            return False
        text = text_of(self.document())
        offset = code_point_offset(text, cursor.position())
        backwards = key == Qt.Key.Key_Backspace
        span = span_ending_at(text, offset) if backwards else span_starting_at(text, offset)
        if span is None:
            return False
        self._select(cursor, text, span)
        cursor.removeSelectedText()
        self.setTextCursor(cursor)
        return True

    @staticmethod
    def _select(cursor: QTextCursor, text: str, span: Span) -> None:
        cursor.setPosition(utf16_length(text[: span.start]))
        cursor.setPosition(utf16_length(text[: span.end]), QTextCursor.MoveMode.KeepAnchor)

    @Slot()
    def _on_text_changed(self) -> None:
        text = text_of(self.document())
        if text != self._text:
            self._text = text
            self.typed.emit(text)

    @Slot()
    def _on_cursor_moved(self) -> None:
        """Step over a placeholder instead of into it."""
        cursor = self.textCursor()
        forwards = cursor.position() >= self._last_position
        text = text_of(self.document())
        span = span_across(text, code_point_offset(text, cursor.position()))
        if span is None:
            self._last_position = cursor.position()
            return
        edge = utf16_length(text[: span.end if forwards else span.start])
        mode = (
            QTextCursor.MoveMode.KeepAnchor
            if cursor.hasSelection()
            else QTextCursor.MoveMode.MoveAnchor
        )
        self._last_position = edge
        cursor.setPosition(edge, mode)
        self.setTextCursor(cursor)


def _flat(text: str) -> str:
    """Return the text on one line."""
    return " ".join(text.replace("\r\n", "\n").replace("\u2028", "\n").split("\n"))
