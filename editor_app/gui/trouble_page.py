# SPDX-License-Identifier: GPL-3.0-or-later
"""What the window shows if the newsroom cannot be opened: what, where, and what to do."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from editor_app.domain.errors import (
    CannotSave,
    EditorError,
    ProfileCorrupt,
    ProfileLocked,
    ProfileTooNew,
)
from editor_app.gui.theme.tokens import LIST_WIDTH, SPACE_M, SPACE_S


class TroublePage(QWidget):
    """A sentence, the path, and buttons for what can be done."""

    retry_requested = Signal()
    quit_requested = Signal()

    def __init__(self, error: EditorError, folder: Path, parent: QWidget | None = None) -> None:
        """Say what went wrong."""
        super().__init__(parent)
        self._folder = folder
        title = QLabel(self.tr("The newsroom could not be opened"), self)
        title.setProperty("role", "title")
        self.sentence = QLabel(error.message, self)
        where = QLabel(str(folder), self)
        where.setProperty("role", "muted")
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.advice = QLabel(self._advice(error), self)
        for label in (self.sentence, where, self.advice):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setMaximumWidth(2 * LIST_WIDTH)
        retry = QPushButton(self.tr("Try again"), self)
        retry.setObjectName("retry_opening_button")
        retry.setProperty("role", "primary")
        folder_button = QPushButton(self.tr("Open the folder"), self)
        leave = QPushButton(self.tr("Quit"), self)
        retry.clicked.connect(self.retry_requested.emit)
        folder_button.clicked.connect(self._on_folder_clicked)
        leave.clicked.connect(self.quit_requested.emit)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_S)
        for button in (retry, folder_button, leave):
            buttons.addWidget(button)
        buttons.addStretch(1)
        box = QWidget(self)
        column = QVBoxLayout(box)
        column.setSpacing(SPACE_M)
        for widget in (title, self.sentence, where, self.advice):
            column.addWidget(widget)
        column.addLayout(buttons)
        outer = QVBoxLayout(self)
        outer.addStretch(1)
        outer.addWidget(box, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(2)

    def _advice(self, error: EditorError) -> str:
        if isinstance(error, ProfileTooNew):
            return self.tr("Nothing was changed. Install the newer Editor App to open it.")
        if isinstance(error, ProfileCorrupt):
            return self.tr(
                "Nothing was changed. Copies of the newsroom lie in its folder “backups”: "
                "put the newest one in the place of newsroom.db."
            )
        if isinstance(error, ProfileLocked):
            return self.tr("Close the other window or command that uses it, then try again.")
        if isinstance(error, CannotSave):
            return self.tr("Make the folder writable or free some space, then try again.")
        return self.tr("Nothing was changed. The details are in the log.")

    @Slot()
    def _on_folder_clicked(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
