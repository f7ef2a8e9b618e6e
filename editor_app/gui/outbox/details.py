# SPDX-License-Identifier: GPL-3.0-or-later
"""The inspector of the Outbox desk: everything about one row, and what can be done with it."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from editor_app.domain.outbox import IN_FLIGHT_STATES, OPEN_STATES, OutboxState
from editor_app.gui.dates import local_moment
from editor_app.gui.desk import Shell
from editor_app.gui.labels import language_name
from editor_app.gui.outbox.words import OUTBOX_STATES, action_word, next_step
from editor_app.gui.theme.tokens import SPACE_L, SPACE_M, SPACE_S
from editor_app.services.views import OutboxRow


class OutboxDetails(QWidget):
    """Shows a row; asks for a retry, a cancel or its article."""

    retry_requested = Signal()
    cancel_requested = Signal()
    article_requested = Signal()

    def __init__(self, shell: Shell) -> None:
        """Start with nothing chosen."""
        super().__init__()
        self._shell = shell
        self._headline = QLabel(self)
        self._headline.setProperty("role", "title")
        self._about, self._times, self._reason = QLabel(self), QLabel(self), QLabel(self)
        for label in (self._headline, self._about, self._times, self._reason):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._about.setProperty("role", "muted")
        self._times.setProperty("role", "small")
        self.words_button = QToolButton(self)
        self.words_button.setText(self.tr("What the site said"))
        self.words_button.setCheckable(True)
        self.words_button.setProperty("role", "quiet")
        self.words_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        shell.icons.put_on(self.words_button, "down")
        self._words = QPlainTextEdit(self)
        self._words.setReadOnly(True)
        self._words.setAccessibleName(self.tr("What the site said"))
        self._words.setTabChangesFocus(True)
        self.retry_button = QPushButton(self.tr("Try again now"), self)
        self.cancel_button = QPushButton(self.tr("Cancel"), self)
        self.article_button = QPushButton(self.tr("Open the article"), self)
        shell.icons.put_on(self.retry_button, "retry")
        self._lay_out()
        self.words_button.toggled.connect(self._words.setVisible)
        self.retry_button.clicked.connect(self._on_retry_clicked)
        self.cancel_button.clicked.connect(self._on_cancel_clicked)
        self.article_button.clicked.connect(self._on_article_clicked)
        self.show_row(None)

    def show_row(self, row: OutboxRow | None) -> None:
        """Show one row, or that none is chosen."""
        for widget in (self.retry_button, self.cancel_button, self.article_button):
            widget.setVisible(row is not None)
        if row is None:
            self._headline.setText(self.tr("Nothing chosen"))
            for label in (self._about, self._times, self._reason):
                label.clear()
                label.hide()
            self._show_words("")
            return
        item = row.item
        for label in (self._about, self._times):
            label.show()
        self._headline.setText(row.headline)
        self._about.setText(
            f"{OUTBOX_STATES[item.state].word} · {action_word(item.action)} → {row.site_name}\n"
            f"{language_name(row.language)}"
        )
        zone = self._shell.me.zone
        since = self.tr("In the outbox since %1").replace("%1", local_moment(item.created, zone))
        attempts = self.tr("Attempts: %1").replace("%1", str(item.attempts))
        now = next_step(item, zone, datetime.now(UTC))
        self._times.setText(f"{since}\n{attempts}\n{now}")
        self._reason.setText(item.reason)
        self._reason.setHidden(not item.reason)
        self._show_words(item.words)
        self.retry_button.setEnabled(can_retry(row))
        self.cancel_button.setEnabled(can_cancel(row))

    def _show_words(self, words: str) -> None:
        self._words.setPlainText(words)
        self.words_button.setVisible(bool(words))
        self._words.setVisible(bool(words) and self.words_button.isChecked())

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        column.setSpacing(SPACE_S)
        for label in (self._headline, self._about, self._times, self._reason):
            column.addWidget(label)
        column.addWidget(self.words_button)
        column.addWidget(self._words, 1)
        column.addSpacing(SPACE_M)
        row = QHBoxLayout()
        row.addWidget(self.retry_button)
        row.addWidget(self.cancel_button)
        row.addStretch()
        column.addLayout(row)
        column.addWidget(self.article_button, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch(1)

    @Slot()
    def _on_retry_clicked(self) -> None:
        self.retry_requested.emit()

    @Slot()
    def _on_cancel_clicked(self) -> None:
        self.cancel_requested.emit()

    @Slot()
    def _on_article_clicked(self) -> None:
        self.article_requested.emit()


def can_retry(row: OutboxRow) -> bool:
    """Tell whether trying again makes sense: what only waits for its hour needs no retry."""
    item = row.item
    if item.state is OutboxState.QUEUED:
        return item.not_before <= datetime.now(UTC)
    return item.state in OPEN_STATES


def can_cancel(row: OutboxRow) -> bool:
    """Tell whether it can be given up: not while a reply is open."""
    state = row.item.state
    return state in OPEN_STATES and state not in IN_FLIGHT_STATES | {OutboxState.UNKNOWN}
