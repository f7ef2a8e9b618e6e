# SPDX-License-Identifier: GPL-3.0-or-later
"""The bars below the work: what was done (with Undo), what failed, what is under way."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from editor_app.domain.errors import EditorError, EndpointRefused
from editor_app.gui.tasks import ProgressReport, TaskProgress
from editor_app.gui.theme.tokens import LIST_WIDTH, SPACE_M, SPACE_S, SPACE_XS

QUIET_FOR_MS = 8_000

Callback = Callable[[], None]


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say the text."""
    event = QAccessibleAnnouncementEvent(widget, text)
    QAccessible.updateAccessibility(event)


class _Bar(QFrame):
    """A line of text with buttons; hidden while it has nothing to say."""

    def __init__(self, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", role)
        self.label = QLabel(self)
        self.label.setWordWrap(True)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(SPACE_M, SPACE_XS, SPACE_S, SPACE_XS)
        self.row.setSpacing(SPACE_S)
        self.row.addWidget(self.label, 1)
        self.hide()

    def add_button(self, text: str, name: str) -> QPushButton:
        """Add a button at the right."""
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setProperty("role", "quiet")
        self.row.addWidget(button)
        return button


class QuietBar(_Bar):
    """Says what was done and goes away by itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start hidden."""
        super().__init__("bar", parent)
        self._undo: Callback | None = None
        self._undo_button = self.add_button(self.tr("Undo"), "undo_button")
        self._close_button = self.add_button(self.tr("Close"), "close_bar_button")
        self._undo_button.clicked.connect(self._on_undo_clicked)
        self._close_button.clicked.connect(self.hide)
        self._timer = QTimer(self, singleShot=True, interval=QUIET_FOR_MS)
        self._timer.timeout.connect(self.hide)

    def say(self, text: str, undo: Callback | None) -> None:
        """Show the text; without Undo for a few seconds, with it until closed or replaced."""
        self._undo = undo
        self._undo_button.setVisible(undo is not None)
        self.label.setText(text)
        self.show()
        announce(self, text)
        if undo is None:
            self._timer.start()
        else:
            self._timer.stop()

    @Slot()
    def _on_undo_clicked(self) -> None:
        undo, self._undo = self._undo, None
        self.hide()
        if undo is not None:
            undo()


class FailureBar(_Bar):
    """Says what went wrong and stays until it is closed or tried again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start hidden."""
        super().__init__("failure", parent)
        self._retry: Callback | None = None
        self._words = ""
        self._words_button = self.add_button(self.tr("What the site said"), "words_button")
        self._retry_button = self.add_button(self.tr("Try again"), "retry_button")
        self._close_button = self.add_button(self.tr("Close"), "close_failure_button")
        self._words_button.clicked.connect(self._on_words_clicked)
        self._retry_button.clicked.connect(self._on_retry_clicked)
        self._close_button.clicked.connect(self.hide)

    def fail(self, error: EditorError, retry: Callback | None) -> None:
        """Show the error's sentence."""
        self._retry = retry
        self._retry_button.setVisible(retry is not None)
        self._words = error.words if isinstance(error, EndpointRefused) else ""
        self._words_button.setVisible(bool(self._words))
        self.label.setText(error.message)
        self.show()
        announce(self, error.message)

    @Slot()
    def _on_words_clicked(self) -> None:
        self.label.setText(f"{self.label.text()}\n{self._words}")
        self._words_button.hide()

    @Slot()
    def _on_retry_clicked(self) -> None:
        retry, self._retry = self._retry, None
        self.hide()
        if retry is not None:
            retry()


class ProgressStrip(_Bar):
    """Shows a long task with its counts and a Stop button."""

    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start hidden."""
        super().__init__("bar", parent)
        self._progress: TaskProgress | None = None
        self._text = ""
        self._gauge = QProgressBar(self)
        self._gauge.setMaximumWidth(LIST_WIDTH)
        self._gauge.setTextVisible(False)
        self._gauge.setAccessibleName(self.tr("Progress"))
        self.row.addWidget(self._gauge)
        self._stop_button = self.add_button(self.tr("Stop"), "stop_button")
        self._stop_button.clicked.connect(self._on_stop_clicked)

    def follow(self, text: str, progress: TaskProgress) -> None:
        """Show the task until `finish`."""
        self._text, self._progress = text, progress
        self.label.setText(text)
        self._gauge.setRange(0, 0)
        self._stop_button.setEnabled(True)
        progress.reported.connect(self._on_reported)
        self.show()

    def finish(self) -> None:
        """The task is over."""
        if self._progress is not None:
            self._progress.reported.disconnect(self._on_reported)
        self._progress = None
        self.hide()

    @Slot(object)
    def _on_reported(self, report: ProgressReport) -> None:
        self._gauge.setRange(0, report.total)
        self._gauge.setValue(report.done)
        count = f"{report.done}/{report.total}" if report.total else ""
        self.label.setText(" · ".join(part for part in (self._text, count, report.text) if part))

    @Slot()
    def _on_stop_clicked(self) -> None:
        self._stop_button.setEnabled(False)
        if self._progress is not None:
            self._progress.cancel()
        self.stopped.emit()
