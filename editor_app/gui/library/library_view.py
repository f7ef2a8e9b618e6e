# SPDX-License-Identifier: GPL-3.0-or-later
"""The list pane of the Articles desk: search, filters, rows, and what it says when it is empty."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from editor_app.domain.article import ArticleRow
from editor_app.domain.ids import ArticleId
from editor_app.domain.workflow import Stage
from editor_app.gui.desk import Shell
from editor_app.gui.labels import language_name, stage_label
from editor_app.gui.library.model import LibraryModel
from editor_app.gui.library.row_delegate import RowDelegate, spoken
from editor_app.gui.theme.tokens import ROW_HEIGHT, SPACE_S, SPACE_XS
from editor_app.services.changes import Changes
from editor_app.services.views import LibraryQuery

SEARCH_AFTER_MS = 150


class LibraryView(QWidget):
    """Emits which article was chosen; loads its own rows."""

    article_chosen = Signal(object)  # ArticleId
    new_requested = Signal()

    def __init__(self, shell: Shell, my_zone: str) -> None:
        """Make search field, filters and table; load nothing yet."""
        super().__init__()
        self._shell = shell
        self.model = LibraryModel(shell)
        self.model.describe = lambda row: spoken(row, my_zone)
        self._wanted: ArticleId | None = None
        self._make_filters()
        self._make_table(my_zone)
        self._make_empty_state()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._filter_box)
        column.addWidget(self._pages, 1)
        self._search_timer = QTimer(self, singleShot=True, interval=SEARCH_AFTER_MS)
        self._search_timer.timeout.connect(self._search)
        self.search_edit.textChanged.connect(self._search_timer.start)
        for combo in (self.language_combo, self.stage_combo, self.section_combo):
            combo.currentIndexChanged.connect(self._search)
        self.model.loaded.connect(self._on_loaded)
        self.table.selectionModel().currentRowChanged.connect(self._on_row_changed)
        shell.bus.changed.connect(self._on_changed)
        shell.icons.changed.connect(self.table.viewport().update)

    def load(self) -> None:
        """Load rows and what can be filtered by."""
        self._search()
        browse = self._shell.newsroom.browse
        self._shell.tasks.run(
            lambda: (browse.languages(), browse.sections()),
            on_done=self._on_choices_loaded,
            newest="library.choices",
        )

    def select(self, article_id: ArticleId | None) -> None:
        """Mark the article's row without choosing it again; now or when it is loaded."""
        self._wanted = article_id
        row = self.model.row_of(article_id) if article_id else -1
        selection = self.table.selectionModel()
        selection.blockSignals(True)
        if row >= 0:
            self.table.setCurrentIndex(self.model.index(row, 0))
            self.table.selectRow(row)
        else:
            selection.clear()
        selection.blockSignals(False)
        self.table.viewport().update()

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self.search_edit.setFocus()
        self.search_edit.selectAll()

    def escape(self) -> bool:
        """Clear the search if there is one."""
        if self.search_edit.hasFocus() and self.search_edit.text():
            self.search_edit.clear()
            return True
        return False

    def current_row(self) -> ArticleRow | None:
        """Return the row that is marked."""
        return self.model.article_at(self.table.currentIndex().row())

    def query(self) -> LibraryQuery:
        """Return what the fields ask for."""
        stage = self.stage_combo.currentData()
        return LibraryQuery(
            language=self.language_combo.currentData() or "",
            stage=Stage(stage) if stage and stage != "archived" else None,
            section=self.section_combo.currentData() or "",
            search=self.search_edit.text().strip(),
            archived=stage == "archived",
        )

    def _make_filters(self) -> None:
        self._filter_box = QWidget(self)
        self.search_edit = QLineEdit(self._filter_box)
        self.search_edit.setObjectName("search_edit")
        self.search_edit.setPlaceholderText(self.tr("Search articles"))
        self.search_edit.setAccessibleName(self.tr("Search articles"))
        self.search_edit.setClearButtonEnabled(True)
        self._filter_button = QToolButton(self._filter_box)
        self._filter_button.setObjectName("filter_button")
        self._filter_button.setCheckable(True)
        self._filter_button.setToolTip(self.tr("Filter the list"))
        self._filter_button.setAccessibleName(self.tr("Filter the list"))
        self._shell.icons.put_on(self._filter_button, "filter")
        self._combos = QWidget(self._filter_box)
        self.language_combo = self._combo(self.tr("All languages"), self.tr("Language"))
        self.stage_combo = self._combo(self.tr("All stages"), self.tr("Stage"))
        self.section_combo = self._combo(self.tr("All sections"), self.tr("Section"))
        for stage in Stage:
            self.stage_combo.addItem(stage_label(stage).word, stage.value)
        self.stage_combo.addItem(self.tr("Archived"), "archived")
        combos = QVBoxLayout(self._combos)
        combos.setContentsMargins(0, 0, 0, 0)
        combos.setSpacing(SPACE_XS)
        for combo in (self.language_combo, self.stage_combo, self.section_combo):
            combos.addWidget(combo)
        self._combos.hide()
        self._filter_button.toggled.connect(self._combos.setVisible)
        row = QHBoxLayout()
        row.setSpacing(SPACE_XS)
        row.addWidget(self.search_edit, 1)
        row.addWidget(self._filter_button)
        box = QVBoxLayout(self._filter_box)
        box.setContentsMargins(SPACE_S, SPACE_S, SPACE_S, SPACE_S)
        box.setSpacing(SPACE_S)
        box.addLayout(row)
        box.addWidget(self._combos)

    def _combo(self, everything: str, name: str) -> QComboBox:
        combo = QComboBox(self._combos)
        combo.addItem(everything, "")
        combo.setAccessibleName(name)
        return combo

    def _make_table(self, my_zone: str) -> None:
        self.table = QTableView(self)
        self.table.setObjectName("library_table")
        self.table.setAccessibleName(self.tr("Articles"))
        self.table.setModel(self.model)
        self._delegate = RowDelegate(self._shell, my_zone)
        self.table.setItemDelegate(self._delegate)
        self.table.horizontalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.table.setShowGrid(False)
        self.table.setMouseTracking(True)
        self.table.setTabKeyNavigation(False)
        self.table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)

    def _make_empty_state(self) -> None:
        empty = QWidget(self)
        self._empty_label = QLabel(empty)
        self._empty_label.setWordWrap(True)
        self._empty_label.setProperty("role", "muted")
        self._empty_button = QPushButton(empty)
        self._empty_button.setObjectName("empty_list_button")
        self._empty_button.clicked.connect(self._on_empty_clicked)
        column = QVBoxLayout(empty)
        column.addWidget(self._empty_label)
        column.addWidget(self._empty_button)
        column.addStretch(1)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.table)
        self._pages.addWidget(empty)

    @Slot()
    def _search(self) -> None:
        self._search_timer.stop()
        self.model.search(self.query())

    @Slot(int)
    def _on_loaded(self, count: int) -> None:
        self._pages.setCurrentIndex(0 if count else 1)
        if not count and self.query() == LibraryQuery():
            self._empty_label.setText(self.tr("Articles you write or import are listed here."))
            self._empty_button.setText(self.tr("New article"))
        elif not count:
            self._empty_label.setText(self.tr("No article fits the search and the filters."))
            self._empty_button.setText(self.tr("Show all articles"))
        if self._wanted is not None:
            self.select(self._wanted)

    @Slot()
    def _on_empty_clicked(self) -> None:
        if self.query() == LibraryQuery():
            self.new_requested.emit()
            return
        self.search_edit.clear()
        for combo in (self.language_combo, self.stage_combo, self.section_combo):
            combo.setCurrentIndex(0)
        self._search()

    def _on_choices_loaded(self, choices: tuple[tuple[str, ...], tuple[str, ...]]) -> None:
        languages, sections = choices
        _refill(self.language_combo, {tag: language_name(tag) for tag in languages})
        _refill(self.section_combo, {name: name for name in sections if name})

    @Slot(QModelIndex, QModelIndex)
    def _on_row_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        row = self.model.article_at(current.row())
        if row is not None and row.id != self._wanted:
            self._wanted = row.id
            self.article_chosen.emit(row.id)

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes.library or changes.stories:
            browse = self._shell.newsroom.browse
            self._shell.tasks.run(
                lambda: (browse.languages(), browse.sections()),
                on_done=self._on_choices_loaded,
                newest="library.choices",
            )


def _refill(combo: QComboBox, choices: dict[str, str]) -> None:
    """Exchange all but the first entry and keep what is chosen."""
    chosen = combo.currentData()
    combo.blockSignals(True)
    while combo.count() > 1:
        combo.removeItem(1)
    for value, text in choices.items():
        combo.addItem(text, value)
    combo.setCurrentIndex(max(0, combo.findData(chosen)))
    combo.blockSignals(False)
