# SPDX-License-Identifier: GPL-3.0-or-later
"""The list pane of the Translations desk: loads its rows and says which one was chosen."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QTimer, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QListView, QStackedWidget, QVBoxLayout, QWidget

from editor_app.domain.ids import ArticleId
from editor_app.gui.desk import Shell
from editor_app.gui.empty_state import EmptyState
from editor_app.gui.translating.list_delegate import TranslationDelegate
from editor_app.gui.translating.list_model import TranslationListModel
from editor_app.services.changes import Changes
from editor_app.services.views import MissingTranslation, TranslationRow

RELOAD_AFTER_MS = 1_000
_Rows = tuple[tuple[TranslationRow, ...], tuple[MissingTranslation, ...]]


class TranslationList(QWidget):
    """Translations in progress and missing ones."""

    chosen = Signal(object)  # ArticleId of the target
    missing_chosen = Signal(object)  # MissingTranslation
    start_requested = Signal(object)  # MissingTranslation
    loaded = Signal()

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        """Make the list; load nothing yet."""
        super().__init__(parent)
        self._shell = shell
        self.model = TranslationListModel(self)
        self.view = QListView(self)
        self.view.setAccessibleName(self.tr("Translations"))
        self.view.setMouseTracking(True)
        self.view.setModel(self.model)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        delegate = TranslationDelegate(shell.appearance, shell.icons, self)
        self.view.setItemDelegate(delegate)
        self._empty = EmptyState(
            self.tr("No translations yet"),
            self.tr(
                "Give a story its planned languages in the inspector of an article. "
                "What is missing appears here."
            ),
            self.tr("Go to articles"),
        )
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.view)
        self._pages.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)
        self._later = QTimer(self, singleShot=True, interval=RELOAD_AFTER_MS)
        self._later.timeout.connect(self.load)
        self._current: ArticleId | None = None
        self._is_empty = False
        delegate.start_clicked.connect(self._on_start_clicked)
        self._empty.action_requested.connect(self._on_articles_requested)
        self.view.activated.connect(self._on_activated)
        self.view.selectionModel().currentChanged.connect(self._on_current_changed)
        shell.icons.changed.connect(self.view.viewport().update)
        shell.bus.changed.connect(self._on_changed)

    @property
    def is_empty(self) -> bool:
        """Tell whether there is nothing to translate at all."""
        return self._is_empty

    @Slot()
    def load(self) -> None:
        """Load both kinds of rows."""
        self._later.stop()
        translate = self._shell.newsroom.translate
        self._shell.tasks.run(
            lambda: (translate.rows(), translate.missing()),
            on_done=self._on_loaded,
            newest="translations.rows",
        )

    def select(self, target: ArticleId | None) -> None:
        """Mark the row of a translation, now or when it is loaded."""
        self._current = target
        row = self.model.row_of(target) if target else -1
        if row >= 0 and self.view.currentIndex().row() != row:
            selection = self.view.selectionModel()
            selection.blockSignals(True)
            self.view.setCurrentIndex(self.model.index(row))
            selection.blockSignals(False)
            self.view.viewport().update()

    def row_of(self, target: ArticleId) -> TranslationRow | None:
        """Return the row of a translation, if it is listed."""
        row = self.model.row_of(target)
        entry = self.model.entry(row) if row >= 0 else None
        return entry if isinstance(entry, TranslationRow) else None

    def first(self) -> ArticleId | None:
        """Return the translation that stands first."""
        for row in range(self.model.rowCount()):
            entry = self.model.entry(row)
            if isinstance(entry, TranslationRow):
                return entry.target_article
        return None

    def _on_loaded(self, found: _Rows) -> None:
        rows, missing = found
        self.model.show(rows, missing)
        self._is_empty = not rows and not missing
        self._pages.setCurrentIndex(1 if self._is_empty else 0)
        self.select(self._current)
        self.loaded.emit()

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes.library:
            self.load()
        elif changes.articles or changes.stories:
            self._later.start()  # each saved segment is such a change: once is enough

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if not current.isValid():
            return
        entry = self.model.entry(current.row())
        if isinstance(entry, TranslationRow):
            self._current = entry.target_article
            self.chosen.emit(entry.target_article)
        elif isinstance(entry, MissingTranslation):
            self._current = None
            self.missing_chosen.emit(entry)

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        entry = self.model.entry(index.row())
        if isinstance(entry, MissingTranslation):
            self.start_requested.emit(entry)
        elif isinstance(entry, TranslationRow):
            self.chosen.emit(entry.target_article)

    @Slot(QModelIndex)
    def _on_start_clicked(self, index: QModelIndex) -> None:
        entry = self.model.entry(index.row())
        if isinstance(entry, MissingTranslation):
            self.start_requested.emit(entry)

    @Slot()
    def _on_articles_requested(self) -> None:
        self._shell.go_to("articles")
