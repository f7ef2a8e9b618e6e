# SPDX-License-Identifier: GPL-3.0-or-later
"""The command box: one list of commands and articles, found by a few letters."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout

from editor_app.domain.article import ArticleRow
from editor_app.domain.ids import ArticleId
from editor_app.gui.actions import Command, command_text, shortcut_of
from editor_app.gui.desk import Shell
from editor_app.gui.fuzzy import score
from editor_app.gui.labels import language_name
from editor_app.gui.theme.tokens import SPACE_S, SPACE_XL, WORK_MINIMUM
from editor_app.services.views import LibraryQuery

RECENT, SHOWN, SEARCH_FROM_LETTERS = 200, 50, 3


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the box."""

    text: str
    hint: str
    icon: str
    command_id: str = ""
    article_id: ArticleId | None = None


class CommandBox(QFrame):
    """Lies over the top of the window until something is chosen or Esc is pressed."""

    command_chosen = Signal(str)  # a command's id
    article_chosen = Signal(object)  # ArticleId

    def __init__(self, shell: Shell, enabled: Callable[[], tuple[Command, ...]]) -> None:
        """Stay hidden until `ask`."""
        super().__init__(shell.window)
        self._shell = shell
        self._enabled = enabled
        self._recent: tuple[ArticleRow, ...] = ()
        self._found: tuple[ArticleRow, ...] = ()
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setProperty("role", "box")
        self.edit = QLineEdit(self)
        self.edit.setObjectName("command_edit")
        self.edit.setPlaceholderText(self.tr("Type a command or words of a headline"))
        self.edit.setAccessibleName(self.tr("Command or article"))
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("What fits"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._nothing = QLabel(self.tr("Nothing fits. Press Esc to close."), self)
        self._nothing.setProperty("role", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_S, SPACE_S, SPACE_S, SPACE_S)
        column.setSpacing(SPACE_S)
        for widget in (self.edit, self.list, self._nothing):
            column.addWidget(widget)
        self.edit.installEventFilter(self)
        self.edit.textChanged.connect(self._on_text_changed)
        self.list.itemClicked.connect(self._on_item_clicked)
        self.hide()

    def ask(self) -> None:
        """Open at the top of the window with everything in the list."""
        area = self._shell.window.rect()
        width = min(2 * WORK_MINIMUM, area.width() - 2 * SPACE_XL)
        self.setGeometry((area.width() - width) // 2, 2 * SPACE_XL, width, area.height() // 2)
        self.edit.clear()
        self._found = ()
        self._fill()
        self.show()
        self.raise_()
        self.edit.setFocus()
        browse = self._shell.newsroom.browse
        self._shell.tasks.run(
            lambda: browse.rows(LibraryQuery(limit=RECENT)),
            on_done=self._on_recent_loaded,
            newest="command_box.recent",
        )

    def entries(self) -> list[Entry]:
        """Return what fits the typed text, best first."""
        typed = self.edit.text()
        ranked: list[tuple[int, int, Entry]] = []
        for command in self._enabled():
            text = command_text(command).replace("&", "")
            if (fit := score(typed, text)) > 0:
                hint = shortcut_of(command, self._shell.state)
                ranked.append((fit + 1, 0, Entry(text, hint, command.icon, command.id)))
        known = {row.id: row for row in (*self._recent, *self._found)}
        found = {row.id for row in self._found}
        for row in known.values():
            fit = score(typed, row.headline) if typed else 0
            if fit > 0 or row.id in found:
                headline = row.headline or self.tr("Untitled")
                hint = language_name(row.language)
                entry = Entry(headline, hint, "articles", article_id=row.id)
                ranked.append((max(fit, 1), 1, entry))
        ranked.sort(key=lambda each: (-each[0], each[1]))
        return [entry for _, _, entry in ranked[:SHOWN]]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys walk the list while the text keeps the focus."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                step = 1 if key == Qt.Key.Key_Down else -1
                row = (self.list.currentRow() + step) % max(1, self.list.count())
                self.list.setCurrentRow(row)
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)

    def _fill(self) -> None:
        self.list.clear()
        for entry in self.entries():
            text = f"{entry.text}\t{entry.hint}" if entry.hint else entry.text
            item = QListWidgetItem(self._shell.icons.icon(entry.icon, "muted"), "")
            item.setText(text.replace("\t", "   ·   "))
            item.setData(Qt.ItemDataRole.UserRole, entry)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.setVisible(self.list.count() > 0)
        self._nothing.setVisible(self.list.count() == 0)

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        entry = item.data(Qt.ItemDataRole.UserRole)
        self.hide()
        if entry.article_id is not None:
            self.article_chosen.emit(entry.article_id)
        else:
            self.command_chosen.emit(entry.command_id)

    @Slot(QListWidgetItem)
    def _on_item_clicked(self, item: QListWidgetItem) -> None:
        self._choose(item)

    @Slot(str)
    def _on_text_changed(self, text: str) -> None:
        self._fill()
        if len(text.strip()) >= SEARCH_FROM_LETTERS:
            browse = self._shell.newsroom.browse
            self._shell.tasks.run(
                lambda: browse.rows(LibraryQuery(search=text, limit=SHOWN)),
                on_done=self._on_found,
                newest="command_box.search",
            )

    def _on_recent_loaded(self, rows: tuple[ArticleRow, ...]) -> None:
        self._recent = rows
        self._fill()

    def _on_found(self, rows: tuple[ArticleRow, ...]) -> None:
        self._found = rows
        self._fill()
