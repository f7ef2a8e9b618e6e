# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens the newsroom after the window's first paint, and says clearly if that fails."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from editor_app.domain.errors import EditorError
from editor_app.domain.person import Person
from editor_app.gui import window_memory
from editor_app.gui.article_intake import ArticleIntake
from editor_app.gui.due_work import DueWork
from editor_app.gui.main_window import MainWindow
from editor_app.gui.newsroom import Newsroom
from editor_app.gui.trouble_page import TroublePage
from editor_app.gui.welcome.welcome_page import WelcomePage
from editor_app.services.views import LibraryQuery
from editor_app.settings.settings import Settings

OpenNewsroom = Callable[[Path], Newsroom]
Opened = tuple[Newsroom, Settings, Person, bool]


class Opening(QObject):
    """From the empty window to the desk that was open last, or to the welcome screen."""

    def __init__(self, window: MainWindow, folder: Path, open_newsroom: OpenNewsroom) -> None:
        """Wait for the first paint."""
        super().__init__(window)
        self._window, self._folder, self._open_newsroom = window, folder, open_newsroom
        self._page: QWidget | None = None
        self._begun = False
        window.pages.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin after the first paint."""
        if event.type() == QEvent.Type.Paint and not self._begun:
            self._begun = True
            QTimer.singleShot(0, self.begin)
        return False

    @Slot()
    def begin(self) -> None:
        """Open in the database thread; load the icons meanwhile."""
        self._begun = True
        self._window.pages.setCurrentIndex(0)
        folder, open_newsroom = self._folder, self._open_newsroom

        def work() -> Opened:
            newsroom = open_newsroom(folder)
            empty = not newsroom.browse.count(LibraryQuery())
            return newsroom, newsroom.settings, newsroom.browse.me(), empty

        self._window.tasks.run(work, on_done=self._on_opened, on_failed=self._on_failed)
        self._window.icons.load()

    def _on_opened(self, opened: Opened) -> None:
        newsroom, settings, me, empty = opened
        self._drop_page()
        window = self._window
        window.appearance.use(settings.theme)
        self.intake = ArticleIntake(window)
        self.due_work = DueWork(window)
        window.attach(newsroom, settings, me, (self.intake, self.due_work))
        if empty:
            self._welcome()
        else:
            window.go_to(window_memory.last_desk(window))
        self.due_work.start()

    def _welcome(self) -> None:
        page = WelcomePage(self._window.icons, self._window)
        page.new_requested.connect(self.intake.new_article)
        page.paste_requested.connect(self.intake.paste_page)
        page.open_requested.connect(self.intake.import_file)
        page.sample_requested.connect(self.intake.open_sample)
        self._show_page(page)
        page.focus_first()

    def _on_failed(self, error: EditorError) -> None:
        page = TroublePage(error, self._folder, self._window)
        page.retry_requested.connect(self._on_retry_requested)
        page.quit_requested.connect(self._window.close)
        self._show_page(page)

    @Slot()
    def _on_retry_requested(self) -> None:
        self._drop_page()
        self.begin()

    def _show_page(self, page: QWidget) -> None:
        self._drop_page()
        self._page = page
        self._window.pages.addWidget(page)
        self._window.pages.setCurrentWidget(page)

    def _drop_page(self) -> None:
        if self._page is not None:
            self._window.pages.removeWidget(self._page)
            self._page.deleteLater()
            self._page = None
