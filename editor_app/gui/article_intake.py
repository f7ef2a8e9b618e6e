# SPDX-License-Identifier: GPL-3.0-or-later
"""How articles come into the newsroom: new, pasted, from a file or an address, or the sample."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from editor_app.domain.article import Article
from editor_app.domain.errors import Cancelled, EditorError
from editor_app.gui.importing.import_dialog import ImportDialog
from editor_app.gui.importing.import_source import Source
from editor_app.gui.main_window import MainWindow
from editor_app.gui.tasks import TaskProgress
from editor_app.services.changes import Outcome


class ArticleIntake(QObject):
    """Answers the window's commands that make articles."""

    def __init__(self, window: MainWindow) -> None:
        """Take files that are dropped on the window, too."""
        super().__init__(window)
        self._window = window
        window.files_dropped.connect(self._on_files_dropped)

    @Slot()
    def new_article(self) -> None:
        """Create an article in the newsroom's usual language and open it."""
        self.new_article_in(self._window.settings.default_language)

    def new_article_in(self, language: str) -> None:
        """Create an article and open it."""
        write = self._window.newsroom.write
        self._window.tasks.run(lambda: write.create(language=language), on_done=self._on_created)

    @Slot()
    def paste_page(self) -> None:
        """Propose an article from what is on the clipboard."""
        self._propose(Source.from_mime(QGuiApplication.clipboard().mimeData()))

    @Slot()
    def import_file(self) -> None:
        """Choose a file and propose an article from it."""
        kinds = self.tr("Articles and pages (*.txt *.md *.markdown *.html *.htm);;All files (*)")
        dialog = QFileDialog(self._window, self.tr("Import a file"), "", kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._on_file_selected)
        dialog.open()

    @Slot()
    def open_sample(self) -> None:
        """Fill the empty newsroom with the sample."""
        progress = TaskProgress(self)
        sample = self._window.newsroom.sample
        self._window.show_progress(self.tr("Opening the sample newsroom"), progress)
        self._window.tasks.run(
            lambda: sample.open(progress),
            progress=progress,
            on_done=self._on_sample_opened,
            on_failed=self._on_sample_failed,
        )

    def _propose(self, source: Source) -> None:
        dialog = ImportDialog(self._window, source)
        dialog.kept.connect(self._on_created)
        dialog.open()

    def _on_created(self, outcome: Outcome[Article]) -> None:
        self._window.open_article(outcome.value.id)

    @Slot(str)
    def _on_file_selected(self, path: str) -> None:
        self._propose(Source(path=Path(path)))

    @Slot(object)
    def _on_files_dropped(self, mime: QMimeData) -> None:
        self._propose(Source.from_mime(mime))

    def _on_sample_opened(self, outcome: Outcome[int]) -> None:
        self._window.hide_progress()
        text = self.tr("The sample newsroom is open: %n articles.", None, outcome.value)
        self._window.go_to("articles")
        self._window.say(text)

    def _on_sample_failed(self, error: EditorError) -> None:
        self._window.hide_progress()
        if isinstance(error, Cancelled):
            self._window.say(self.tr("Stopped. What was made until then is in the list."))
            self._window.go_to("articles")
        else:
            self._window.fail(error)
