# SPDX-License-Identifier: GPL-3.0-or-later
"""The frame of the main window: rail, panes, bars and status line, and how desks speak in them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from editor_app.domain.errors import EditorError
from editor_app.gui.icons import Icons
from editor_app.gui.message_bars import FailureBar, ProgressStrip, QuietBar
from editor_app.gui.panes import Panes
from editor_app.gui.rail import Rail
from editor_app.gui.status_line import StatusLine
from editor_app.gui.tasks import TaskProgress
from editor_app.gui.theme.appearance import Appearance
from editor_app.gui.theme.tokens import INSPECTOR_WIDTH, LIST_WIDTH, WORK_MINIMUM


class WindowFrame(QMainWindow):
    """Lays out the window; knows nothing of desks and newsrooms."""

    activated = Signal()  # the person came back to this window
    files_dropped = Signal(object)  # QMimeData

    def __init__(self, appearance: Appearance) -> None:
        """Lay out the empty window."""
        super().__init__()
        self.appearance = appearance
        self.icons = Icons(self)
        self.icons.use_theme(appearance.tokens)
        appearance.changed.connect(self.icons.use_theme)
        self.resize(LIST_WIDTH + 2 * WORK_MINIMUM + INSPECTOR_WIDTH, 2 * WORK_MINIMUM)
        self.setWindowTitle(self.tr("Editor App"))
        self.rail = Rail(self.icons, self)
        self.panes = Panes(self)
        self.pages = QStackedWidget(self)
        self.progress_strip, self.quiet_bar = ProgressStrip(self), QuietBar(self)
        self.failure_bar = FailureBar(self)
        self.status_line = StatusLine(self.icons, self)
        self.setAcceptDrops(True)
        self._lay_out()

    @property
    def window(self) -> QWidget:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Return the parent of dialogs."""
        return self

    @property
    def closable_bars(self) -> tuple[QWidget, ...]:
        """Return the bars that Esc closes, the upper one first."""
        return (self.failure_bar, self.quiet_bar)

    def say(self, text: str, *, undo: Callable[[], None] | None = None) -> None:
        """Say what was done."""
        self.quiet_bar.say(text, undo)

    def fail(self, error: EditorError, *, retry: Callable[[], None] | None = None) -> None:
        """Say what went wrong."""
        self.failure_bar.fail(error, retry)

    def show_progress(self, text: str, progress: TaskProgress) -> None:
        """Show a long task."""
        self.progress_strip.follow(text, progress)

    def hide_progress(self) -> None:
        """The long task is over."""
        self.progress_strip.finish()

    def show_status(self, text: str) -> None:
        """Show a desk's counts."""
        self.status_line.show_text(text)

    def changeEvent(self, event: QEvent) -> None:
        """Tell when the person comes back to the window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.activated.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept files that are on this computer."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Pass the files on."""
        event.acceptProposedAction()
        self.files_dropped.emit(event.mimeData())

    def show_around_the_text(self, shown: bool) -> None:
        """Show or hide everything but the work pane."""
        self.panes.focus_on_work(not shown)
        for part in (self.rail, self.status_line, self.menuBar()):
            part.setVisible(shown)

    def _lay_out(self) -> None:
        opening = QLabel(self.tr("Opening the newsroom…"), self)
        opening.setAlignment(Qt.AlignmentFlag.AlignCenter)
        opening.setProperty("role", "muted")
        self.pages.addWidget(opening)
        self.pages.addWidget(self.panes)
        self.setStatusBar(self.status_line)
        middle, centre = QWidget(self), QWidget(self)
        column, row = QVBoxLayout(middle), QHBoxLayout(centre)
        for widget in (self.pages, self.progress_strip, self.failure_bar, self.quiet_bar):
            column.addWidget(widget, int(widget is self.pages))
        row.addWidget(self.rail)
        row.addWidget(middle, 1)
        for layout in (column, row):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        self.setCentralWidget(centre)
