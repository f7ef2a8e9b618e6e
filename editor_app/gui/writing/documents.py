# SPDX-License-Identifier: GPL-3.0-or-later
"""Text in and out of Qt's documents, character for character.

`toPlainText` turns no-break spaces into plain ones, which French typography needs; the raw text
keeps them. Qt counts UTF-16 code units, Python code points: this module is where they meet.
"""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout

_BLOCK_END = "\u2029"


def new_document(text: str) -> QTextDocument:
    """Return a document for a QPlainTextEdit that holds the text and has nothing to undo."""
    document = QTextDocument()
    document.setDocumentLayout(QPlainTextDocumentLayout(document))
    document.setPlainText(text)
    document.setModified(False)
    return document


def text_of(document: QTextDocument) -> str:
    """Return the document's text exactly as typed."""
    return document.toRawText().replace(_BLOCK_END, "\n")


def selected_text(cursor: QTextCursor) -> str:
    """Return the selected text exactly as typed."""
    return cursor.selectedText().replace(_BLOCK_END, "\n")


def exactly(made_by_qt: QMimeData, text: str) -> QMimeData:
    """Return clipboard data that holds the text alone, in the object that Qt made.

    An object made here would be destroyed in an exit handler of Qt's, after the interpreter
    is gone, and the program would end with a segmentation fault.
    """
    made_by_qt.text()  # Qt fills it when first asked, over whatever was set before
    made_by_qt.clear()
    made_by_qt.setText(text)
    return made_by_qt


def utf16_length(text: str) -> int:
    """Return how many positions the text takes in a document."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def select_characters(document: QTextDocument, start: int, end: int) -> QTextCursor:
    """Return a cursor that selects characters (code points) start … end."""
    text = text_of(document)
    cursor = QTextCursor(document)
    cursor.setPosition(utf16_length(text[:start]))
    cursor.setPosition(utf16_length(text[:end]), QTextCursor.MoveMode.KeepAnchor)
    return cursor


def replace_text(document: QTextDocument, text: str) -> None:
    """Make the document say `text`, touching only what differs: cursors and undo stay."""
    old = text_of(document)
    if old == text:
        return
    shorter = min(len(old), len(text))
    start = next((place for place in range(shorter) if old[place] != text[place]), shorter)
    tail = next(
        (count for count in range(shorter - start) if old[-1 - count] != text[-1 - count]),
        shorter - start,
    )
    cursor = select_characters(document, start, len(old) - tail)
    cursor.insertText(text[start : len(text) - tail])
