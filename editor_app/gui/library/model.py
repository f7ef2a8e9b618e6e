# SPDX-License-Identifier: GPL-3.0-or-later
"""The rows of the library, loaded by the page as they come into view."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal, Slot

from editor_app.domain.article import ArticleRow
from editor_app.domain.ids import ArticleId
from editor_app.gui.desk import Shell
from editor_app.services.changes import Changes
from editor_app.services.views import LibraryQuery

PAGE_ROWS = 128
RowRole = Qt.ItemDataRole.UserRole

Index = QModelIndex | QPersistentModelIndex


class LibraryModel(QAbstractTableModel):
    """One column of `ArticleRow`; shows what it has and asks for what it lacks."""

    loaded = Signal(int)  # the number of rows, after a query has been answered
    describe: Callable[[ArticleRow], str]  # what a screen reader says of a row

    def __init__(self, shell: Shell) -> None:
        """Start empty."""
        super().__init__()
        self._shell = shell
        self._query = LibraryQuery(limit=PAGE_ROWS)
        self._count = 0
        self._pages: dict[int, tuple[ArticleRow, ...]] = {}
        self._asked: set[int] = set()
        self.describe = _headline
        shell.bus.changed.connect(self._on_changed)

    @property
    def query(self) -> LibraryQuery:
        """Return what the list shows."""
        return self._query

    def search(self, query: LibraryQuery) -> None:
        """Show what the query finds; the old rows stay until the answer is there."""
        self._query = replace(query, limit=PAGE_ROWS, offset=0)
        self.reload()

    def reload(self) -> None:
        """Ask again for the count and the first page."""
        browse, query = self._shell.newsroom.browse, self._query
        self._shell.tasks.run(
            lambda: (browse.count(query), browse.rows(query)),
            on_done=self._on_first_page,
            newest="library.list",
        )

    def row_of(self, article_id: ArticleId) -> int:
        """Return where the article stands among the loaded rows, -1 if it is not there."""
        for page, rows in self._pages.items():
            for place, row in enumerate(rows):
                if row.id == article_id:
                    return page * PAGE_ROWS + place
        return -1

    def article_at(self, row: int) -> ArticleRow | None:
        """Return a row if it is loaded."""
        rows = self._pages.get(row // PAGE_ROWS, ())
        place = row % PAGE_ROWS
        return rows[place] if place < len(rows) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the number of rows of the whole answer."""
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return 1."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the row itself, or words for a screen reader."""
        if role not in (RowRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return None
        row = self.article_at(index.row())
        if row is None:
            self._ask_for(index.row() // PAGE_ROWS)
            return None
        if role == RowRole:
            return row
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.snippet or row.headline or None
        return self.describe(row)

    def _ask_for(self, page: int) -> None:
        if page in self._asked or page * PAGE_ROWS >= self._count:
            return
        self._asked.add(page)
        browse = self._shell.newsroom.browse
        query = replace(self._query, offset=page * PAGE_ROWS)
        self._shell.tasks.run(
            lambda: browse.rows(query), on_done=partial(self._on_page, page, self._query)
        )

    def _on_first_page(self, answer: tuple[int, tuple[ArticleRow, ...]]) -> None:
        count, rows = answer
        self._asked = {0}
        if count == self._count:
            # Same length: keep the view's place and selection.
            self._pages = {0: rows}
            last = self.index(max(0, count - 1), 0)
            self.dataChanged.emit(self.index(0, 0), last)
        else:
            self.beginResetModel()
            self._count, self._pages = count, {0: rows}
            self.endResetModel()
        self.loaded.emit(count)

    def _on_page(self, page: int, query: LibraryQuery, rows: tuple[ArticleRow, ...]) -> None:
        if query == self._query:
            self._pages[page] = rows
            first = page * PAGE_ROWS
            last = min(first + PAGE_ROWS, self._count) - 1
            self.dataChanged.emit(self.index(first, 0), self.index(max(first, last), 0))

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        # The list is sorted by change: a saved article moves, so its page is not enough.
        if changes.library or changes.articles:
            self.reload()


def _headline(row: ArticleRow) -> str:
    return row.headline
