# SPDX-License-Identifier: GPL-3.0-or-later
"""History: revisions, what changed word by word since one of them, and Restore."""

from __future__ import annotations

import html

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from editor_app.domain.article import ArticleContent
from editor_app.domain.ids import RevisionId
from editor_app.domain.revision import Reason, Revision
from editor_app.gui.dates import local_moment
from editor_app.gui.labels import words_text
from editor_app.gui.marking import QT_TRANSLATE_NOOP
from editor_app.gui.theme.tokens import SPACE_S, Tokens
from editor_app.text.word_diff import Change, DiffSpan

_REASONS = {
    Reason.CREATED: QT_TRANSLATE_NOOP("History", "created"),
    Reason.TYPED: QT_TRANSLATE_NOOP("History", "typed"),
    Reason.NAMED: QT_TRANSLATE_NOOP("History", "named"),
    Reason.IMPORTED: QT_TRANSLATE_NOOP("History", "imported"),
    Reason.TRANSLATED: QT_TRANSLATE_NOOP("History", "translated"),
    Reason.FIXED: QT_TRANSLATE_NOOP("History", "corrected"),
    Reason.PULLED: QT_TRANSLATE_NOOP("History", "fetched from a site"),
    Reason.MERGED: QT_TRANSLATE_NOOP("History", "merged"),
    Reason.RESTORED: QT_TRANSLATE_NOOP("History", "restored"),
}


class HistoryPanel(QWidget):
    """Emits which revision is looked at and which is to be restored."""

    revision_chosen = Signal(object)  # RevisionId
    restore_requested = Signal(object)  # RevisionId

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the list, the comparison and the button."""
        super().__init__(parent)
        self._current: RevisionId | None = None
        self.list = QListWidget(self)
        self.list.setObjectName("history_list")
        self.list.setAccessibleName(self.tr("Revisions"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.comparison = QTextBrowser(self)
        self.comparison.setObjectName("comparison")
        self.comparison.setAccessibleName(self.tr("What has changed since"))
        self.comparison.setOpenLinks(False)
        self._hint = QLabel(self.tr("Choose a revision to see what has changed since."), self)
        self._hint.setWordWrap(True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._hint.setProperty("role", "muted")
        self.restore_button = QPushButton(self.tr("Restore this revision"), self)
        self.restore_button.setObjectName("restore_button")
        self.restore_button.setEnabled(False)
        self.restore_button.clicked.connect(self._on_restore_clicked)
        below = QWidget(self)
        column = QVBoxLayout(below)
        column.setContentsMargins(0, SPACE_S, SPACE_S, SPACE_S)
        for widget in (self._hint, self.comparison, self.restore_button):
            column.addWidget(widget)
        splitter = QSplitter(Qt.Orientation.Vertical, self)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.list)
        splitter.addWidget(below)
        splitter.setStretchFactor(0, 2)
        splitter.setStretchFactor(1, 3)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(splitter)
        self.list.currentItemChanged.connect(self._on_current_changed)
        self.clear_comparison()

    def show_history(self, revisions: tuple[Revision, ...], my_zone: str) -> None:
        """List the revisions, newest first, and keep the chosen one."""
        chosen = self._current
        self.list.blockSignals(True)
        self.list.clear()
        for revision in revisions:
            item = QListWidgetItem(_line(revision, my_zone))
            item.setData(Qt.ItemDataRole.UserRole, revision.id)
            self.list.addItem(item)
            if revision.id == chosen:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)
        if chosen not in {revision.id for revision in revisions}:
            self._current = None
            self.clear_comparison()

    def clear_comparison(self) -> None:
        """Compare nothing."""
        self.comparison.hide()
        self._hint.show()
        self.restore_button.setEnabled(False)

    def show_comparison(self, spans: tuple[DiffSpan, ...], tokens: Tokens) -> None:
        """Show added and removed words: underlined and struck out, not by colour alone."""
        self._hint.hide()
        self.comparison.show()
        self.restore_button.setEnabled(True)
        if all(span.change is Change.SAME for span in spans):
            self.comparison.setPlainText(self.tr("The text is the same as now."))
            self.restore_button.setEnabled(False)
            return
        self.comparison.setHtml(marked_html(spans, tokens))

    @Slot()
    def _on_current_changed(self) -> None:
        if self.list.currentRow() < 0:
            return
        self._current = RevisionId(self.list.currentItem().data(Qt.ItemDataRole.UserRole))
        self.revision_chosen.emit(self._current)

    @Slot()
    def _on_restore_clicked(self) -> None:
        if self._current is not None:
            self.restore_requested.emit(self._current)


def compared_text(content: ArticleContent) -> str:
    """Return what a comparison is made of."""
    return "\n\n".join(
        part for part in (content.headline, content.standfirst, content.body) if part
    )


def _line(revision: Revision, my_zone: str) -> str:
    reason = QCoreApplication.translate("History", _REASONS[revision.reason])
    words = words_text(revision.words)
    first = revision.name or local_moment(revision.created, my_zone)
    second = [local_moment(revision.created, my_zone)] if revision.name else []
    return f"{first}\n" + " · ".join([*second, reason, revision.author, words])


def marked_html(spans: tuple[DiffSpan, ...], tokens: Tokens) -> str:
    """Return a comparison as rich text."""
    return "".join(_marked(span, tokens) for span in spans)


def _marked(span: DiffSpan, tokens: Tokens) -> str:
    text = html.escape(span.text).replace("\n", "<br>")
    if span.change is Change.ADDED:
        return f'<u style="background-color:{tokens.added}">{text}</u>'
    if span.change is Change.REMOVED:
        return f'<s style="background-color:{tokens.removed}">{text}</s>'
    return text
