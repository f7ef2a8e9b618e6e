# SPDX-License-Identifier: GPL-3.0-or-later
"""What an empty view shows: what belongs there, and the one next action."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from editor_app.gui.theme.tokens import PAGE_TEXT_PT, SPACE_M, SPACE_S, SPACE_XL

_TEXT_WIDTH = 420


class EmptyState(QWidget):
    """A title, a sentence and at most one button, in the middle of the pane."""

    action_requested = Signal()

    def __init__(
        self, title: str, text: str, action: str = "", parent: QWidget | None = None
    ) -> None:
        """Make it; an empty action means no button."""
        super().__init__(parent)
        self.title_label = QLabel(title, self)
        self.title_label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.title_label.setWordWrap(True)
        font = self.title_label.font()
        font.setPointSizeF(PAGE_TEXT_PT)
        self.title_label.setFont(font)
        self.text_label = QLabel(text, self)
        self.text_label.setProperty("role", "muted")
        self.text_label.setWordWrap(True)
        self.text_label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.action_button = QPushButton(action, self)
        self.action_button.setProperty("role", "primary")
        self.action_button.setVisible(bool(action))
        self.action_button.clicked.connect(self._on_action_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_XL)
        column.setSpacing(SPACE_S)
        column.addStretch(2)
        column.addWidget(self.title_label)
        column.addWidget(self.text_label, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(SPACE_M)
        column.addWidget(self.action_button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def say(self, title: str, text: str, action: str = "") -> None:
        """Show other words."""
        self.title_label.setText(title)
        self.text_label.setText(text)
        self.action_button.setText(action)
        self.action_button.setVisible(bool(action))
        self._wrap()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the sentence at a readable width, and give it the height that it needs then."""
        super().resizeEvent(event)
        self._wrap()

    def _wrap(self) -> None:
        width = max(min(_TEXT_WIDTH, self.width() - 2 * SPACE_XL), 1)
        self.text_label.setFixedSize(width, max(self.text_label.heightForWidth(width), 0))

    @Slot()
    def _on_action_clicked(self) -> None:
        self.action_requested.emit()
