# SPDX-License-Identifier: GPL-3.0-or-later
"""Notes for colleagues; they never leave for a site."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor_app.domain.note import Note
from editor_app.gui.dates import local_moment
from editor_app.gui.theme.tokens import ROW_HEIGHT, SPACE_S


class NotesPanel(QWidget):
    """Emits a new note's text and which note is dealt with."""

    note_written = Signal(str)
    resolve_requested = Signal(str)  # a note's id

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the list and the field for a new note."""
        super().__init__(parent)
        self.list = QListWidget(self)
        self.list.setObjectName("notes_list")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Notes"))
        self._empty = QLabel(self.tr("Notes for colleagues. Readers never see them."), self)
        self._empty.setWordWrap(True)
        self._empty.setProperty("role", "muted")
        self.edit = QPlainTextEdit(self)
        self.edit.setObjectName("note_edit")
        self.edit.setFixedHeight(ROW_HEIGHT + SPACE_S)
        self.edit.setTabChangesFocus(True)
        self.edit.setAccessibleName(self.tr("New note"))
        self.edit.setPlaceholderText(self.tr("New note"))
        self.add_button = QPushButton(self.tr("Add note"), self)
        self.add_button.setObjectName("add_note_button")
        self.resolve_button = QPushButton(self.tr("Mark as done"), self)
        self.resolve_button.setObjectName("resolve_note_button")
        self.resolve_button.setEnabled(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, SPACE_S, SPACE_S)
        for widget in (self._empty, self.list, self.resolve_button, self.edit, self.add_button):
            column.addWidget(widget)
        column.setStretchFactor(self._empty, 1)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.add_button.clicked.connect(self._on_add_clicked)
        self.resolve_button.clicked.connect(self._on_resolve_clicked)
        self.list.currentRowChanged.connect(self._on_row_changed)

    def show_notes(self, notes: tuple[Note, ...], my_zone: str) -> None:
        """List the notes, open ones first."""
        self.list.clear()
        for note in sorted(notes, key=lambda one: (one.resolved, one.created)):
            done = self.tr("done") if note.resolved else ""
            line = " · ".join(
                part for part in (note.author, local_moment(note.created, my_zone), done) if part
            )
            item = QListWidgetItem(f"{note.text}\n{line}")
            item.setData(Qt.ItemDataRole.UserRole, note.id)
            item.setData(Qt.ItemDataRole.UserRole + 1, note.resolved)
            self.list.addItem(item)
        self._empty.setVisible(not notes)
        self.list.setVisible(bool(notes))
        self.resolve_button.setVisible(bool(notes))
        self._on_row_changed(self.list.currentRow())

    @Slot(int)
    def _on_row_changed(self, row: int) -> None:
        self.resolve_button.setEnabled(row >= 0)
        done = row >= 0 and self.list.item(row).data(Qt.ItemDataRole.UserRole + 1)
        self.resolve_button.setText(self.tr("Open again") if done else self.tr("Mark as done"))

    @Slot()
    def _on_add_clicked(self) -> None:
        text = self.edit.toPlainText().strip()
        if text:
            self.edit.clear()
            self.note_written.emit(text)

    @Slot()
    def _on_resolve_clicked(self) -> None:
        if self.list.currentRow() >= 0:
            self.resolve_requested.emit(self.list.currentItem().data(Qt.ItemDataRole.UserRole))
