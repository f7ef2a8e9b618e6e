# SPDX-License-Identifier: GPL-3.0-or-later
"""The status bar: counts, language and "Saved 12:04:31" left; offline and waiting right."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QStatusBar, QWidget

from editor_app.gui.icons import Icons
from editor_app.gui.theme.tokens import SPACE_S


class StatusLine(QStatusBar):
    """Shows what desks tell it; the button at the right leads to the outbox."""

    outbox_requested = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._left = QLabel(self)
        self._left.setObjectName("status_label")
        self.setContentsMargins(SPACE_S, 0, SPACE_S, 0)
        self._offline = QLabel(self.tr("Offline"), self)
        self._offline.hide()
        self._waiting = QPushButton(self)
        self._waiting.setObjectName("waiting_button")
        self._waiting.setProperty("role", "quiet")
        self._waiting.clicked.connect(self.outbox_requested.emit)
        icons.put_on(self._waiting, "outbox", "muted")
        self.addWidget(self._left, 1)
        self.addPermanentWidget(self._offline)
        self.addPermanentWidget(self._waiting)
        self.show_waiting(0)

    def show_text(self, text: str) -> None:
        """Show a desk's text."""
        self._left.setText(text)

    @property
    def text(self) -> str:
        """Return what is shown at the left."""
        return self._left.text()

    def show_offline(self, offline: bool) -> None:
        """Say that no site can be reached."""
        self._offline.setVisible(offline)

    def show_waiting(self, count: int) -> None:
        """Say how many things wait in the outbox."""
        self._waiting.setVisible(count > 0)
        self._waiting.setText(self.tr("%n waiting", "things in the outbox", count))
