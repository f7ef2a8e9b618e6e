# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of the desk: translations in progress, and below them the languages still missing."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from editor_app.domain.ids import ArticleId
from editor_app.domain.translation import TranslationState
from editor_app.gui.labels import TRANSLATION_STATES, language_name
from editor_app.services.views import MissingTranslation, TranslationRow

ENTRY_ROLE = Qt.ItemDataRole.UserRole
Entry = str | TranslationRow | MissingTranslation  # a str is a heading
Index = QModelIndex | QPersistentModelIndex


class TranslationListModel(QAbstractListModel):
    """Headings, translations and missing ones in one list."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._entries: list[Entry] = []

    def show(
        self, rows: tuple[TranslationRow, ...], missing: tuple[MissingTranslation, ...]
    ) -> None:
        """Show these; rows that only changed stay where they are."""
        fresh: list[Entry] = []
        complete = [one for one in rows if one.state is TranslationState.COMPLETE]
        under_way = [one for one in rows if one.state is not TranslationState.COMPLETE]
        if under_way:
            fresh += [self.tr("In progress"), *under_way]
        if missing:
            fresh += [self.tr("Missing"), *missing]
        if complete:
            fresh += [self.tr("Complete"), *complete]
        if [_identity(one) for one in fresh] == [_identity(one) for one in self._entries]:
            self._entries = fresh
            self.dataChanged.emit(self.index(0), self.index(len(fresh) - 1))
            return
        self.beginResetModel()
        self._entries = fresh
        self.endResetModel()

    def entry(self, row: int) -> Entry:
        """Return what stands in a row."""
        return self._entries[row]

    def row_of(self, target: ArticleId) -> int:
        """Return the row of a translation, -1 if it is not there."""
        for row, one in enumerate(self._entries):
            if isinstance(one, TranslationRow) and one.target_article == target:
                return row
        return -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of entries."""
        return 0 if parent.isValid() else len(self._entries)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let everything but headings be chosen."""
        if isinstance(self._entries[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the entry itself, its words, or what a screen reader says."""
        entry = self._entries[index.row()]
        if role == ENTRY_ROLE:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry if isinstance(entry, str) else entry.headline
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._spoken(entry)
        return None

    def _spoken(self, entry: Entry) -> str:
        if isinstance(entry, str):
            return entry
        if isinstance(entry, MissingTranslation):
            text = self.tr("{headline}: missing in {language}. Press Return to start.")
            return text.format(headline=entry.headline, language=language_name(entry.language))
        text = self.tr("{headline}: {source} to {target}, {state}, {done} of {total} segments")
        return text.format(
            headline=entry.headline,
            source=language_name(entry.source_language),
            target=language_name(entry.target_language),
            state=TRANSLATION_STATES[entry.state].word,
            done=entry.progress.confirmed,
            total=entry.progress.segments,
        )


def _identity(entry: Entry) -> tuple[str, ...]:
    if isinstance(entry, str):
        return (entry,)
    if isinstance(entry, TranslationRow):
        return ("row", entry.target_article)
    return ("missing", entry.story_id, entry.language)
