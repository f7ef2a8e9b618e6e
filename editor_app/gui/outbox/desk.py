# SPDX-License-Identifier: GPL-3.0-or-later
"""The Outbox desk: what must still reach a site, tried again or cancelled by hand."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, QSettings, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QListView,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from editor_app.domain.outbox import OutboxItem
from editor_app.gui.actions import Command
from editor_app.gui.desk import Desk, Shell
from editor_app.gui.empty_state import EmptyState
from editor_app.gui.marking import QT_TRANSLATE_NOOP
from editor_app.gui.outbox.details import OutboxDetails, can_cancel, can_retry
from editor_app.gui.outbox.model import OutboxModel
from editor_app.gui.outbox.row_delegate import OutboxDelegate
from editor_app.gui.theme.tokens import PAGE_TEXT_PT, SPACE_L, SPACE_M
from editor_app.services.changes import Changes, Outcome
from editor_app.services.views import OutboxRow

_HERE = ("outbox",)
COMMANDS = (
    Command(
        "outbox.retry",
        QT_TRANSLATE_NOOP("Commands", "Try again now"),
        "retry_selected",
        "Ctrl+R",
        "retry",
        "article",
        _HERE,
    ),
    Command(
        "outbox.cancel",
        QT_TRANSLATE_NOOP("Commands", "Cancel what waits"),
        "cancel_selected",
        "Ctrl+Backspace",
        "close",
        "article",
        _HERE,
    ),
    Command(
        "outbox.history",
        QT_TRANSLATE_NOOP("Commands", "Show what is done, too"),
        "toggle_history",
        "Ctrl+H",
        "history",
        "view",
        _HERE,
    ),
)


class OutboxDesk(Desk):
    """Controller of the desk."""

    id = "outbox"
    icon = "outbox"

    def __init__(self, shell: Shell, parent: QObject | None = None) -> None:
        """Keep the badge right from the start."""
        super().__init__(shell, parent)
        self._selected = ""
        shell.bus.changed.connect(self._on_changed)
        self._count()

    def title(self) -> str:
        """Return the desk's name."""
        return QCoreApplication.translate("OutboxDesk", "Outbox")

    def commands(self) -> tuple[Command, ...]:
        """Return the desk's commands."""
        return COMMANDS

    def is_enabled(self, command: Command) -> bool:
        """Enable what the chosen row allows."""
        row = self._current()
        if command.id == "outbox.retry":
            return row is not None and can_retry(row)
        if command.id == "outbox.cancel":
            return row is not None and can_cancel(row)
        return True

    def build_work(self) -> QWidget:
        """Make the list."""
        self._pane = QWidget()
        self.model = OutboxModel(self._pane)
        self.view = QListView(self._pane)
        self.view.setAccessibleName(self.title())
        self.view.setModel(self.model)
        self._delegate = OutboxDelegate(self.shell)
        self.view.setItemDelegate(self._delegate)
        self.view.setMouseTracking(True)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.history_check = QCheckBox(self.tr("Show what is done, too"), self._pane)
        self.history_check.toggled.connect(self._load)
        self._empty = EmptyState(
            self.tr("Nothing waits"),
            self.tr(
                "What you publish passes through here on its way to a site. "
                "Offline it waits; nothing is lost."
            ),
        )
        self._pages = QStackedWidget(self._pane)
        self._pages.addWidget(self.view)
        self._pages.addWidget(self._empty)
        column = QVBoxLayout(self._pane)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._make_head())
        column.addWidget(self._pages, 1)
        self.view.selectionModel().currentChanged.connect(self._on_current_changed)
        self.view.activated.connect(self._on_activated)
        self.shell.icons.changed.connect(self.view.viewport().update)
        return self._pane

    def build_inspector(self) -> QWidget:
        """Make the details."""
        self.details = OutboxDetails(self.shell)
        self.details.retry_requested.connect(self.retry_selected)
        self.details.cancel_requested.connect(self.cancel_selected)
        self.details.article_requested.connect(self._on_article_requested)
        return self.details

    def activate(self) -> None:
        """Load the rows."""
        self._load()
        self.view.setFocus()

    def save_state(self, state: QSettings) -> None:
        """Remember whether what is done is shown."""
        if hasattr(self, "history_check"):
            state.setValue("history", int(self.history_check.isChecked()))

    def restore_state(self, state: QSettings) -> None:
        """Show it again."""
        self.history_check.setChecked(str(state.value("history", 0)) == "1")

    # Commands

    def toggle_history(self) -> None:
        """Show or hide what is done."""
        self.history_check.toggle()

    def retry_selected(self) -> None:
        """Try the chosen row again now."""
        row = self._current()
        if row is None:
            return
        outbox, item_id = self.shell.newsroom.outbox, row.item.id
        self.shell.tasks.run(
            lambda: outbox.retry(item_id), on_done=partial(self._on_retried, row.headline)
        )

    def cancel_selected(self) -> None:
        """Give the chosen row up; its text stays."""
        row = self._current()
        if row is None:
            return
        outbox, item_id = self.shell.newsroom.outbox, row.item.id
        self.shell.tasks.run(
            lambda: outbox.cancel(item_id), on_done=partial(self._on_cancelled, row.headline)
        )

    def _on_retried(self, headline: str, _outcome: Outcome[OutboxItem]) -> None:
        self.shell.say(self.tr("“%1” is tried again now.").replace("%1", headline))

    def _on_cancelled(self, headline: str, _outcome: Outcome[OutboxItem]) -> None:
        text = self.tr("“%1” is not sent. The text stays here and can be published again.")
        self.shell.say(text.replace("%1", headline))

    # Inside

    def _make_head(self) -> QHBoxLayout:
        title = QLabel(self.title(), self._pane)
        font = title.font()
        font.setPointSizeF(PAGE_TEXT_PT)
        font.setBold(True)
        title.setFont(font)
        row = QHBoxLayout()
        row.setContentsMargins(SPACE_L, SPACE_M, SPACE_L, SPACE_M)
        row.addWidget(title, 1)
        row.addWidget(self.history_check)
        return row

    def _current(self) -> OutboxRow | None:
        if not hasattr(self, "view"):
            return None
        return self.model.row(self.view.currentIndex().row())

    @Slot()
    def _load(self) -> None:
        outbox, open_only = self.shell.newsroom.outbox, not self.history_check.isChecked()
        self.shell.tasks.run(
            lambda: outbox.rows(open_only=open_only), on_done=self._on_loaded, newest="outbox.rows"
        )

    def _count(self) -> None:
        outbox = self.shell.newsroom.outbox
        self.shell.tasks.run(
            outbox.waiting_count, on_done=self.badge_changed.emit, newest="outbox.count"
        )

    def _on_loaded(self, rows: tuple[OutboxRow, ...]) -> None:
        selected = self._selected
        self.model.show(rows)
        self._pages.setCurrentIndex(0 if rows else 1)
        row = self.model.row_of(selected)
        if rows:
            self.view.setCurrentIndex(self.model.index(max(row, 0)))
        self._show_current()

    def _show_current(self) -> None:
        row = self._current()
        self._selected = row.item.id if row is not None else ""
        self.details.show_row(row)
        self.shell.enable_commands()

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes.outbox or changes.articles:
            self._count()
            if hasattr(self, "view"):
                self._load()

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, _current: QModelIndex, _previous: QModelIndex) -> None:
        self._show_current()

    @Slot(QModelIndex)
    def _on_activated(self, _index: QModelIndex) -> None:
        self._on_article_requested()

    @Slot()
    def _on_article_requested(self) -> None:
        row = self._current()
        if row is not None:
            self.shell.open_article(row.item.article_id)
