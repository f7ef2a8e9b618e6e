# SPDX-License-Identifier: GPL-3.0-or-later
"""The Articles desk: the list, the page and the inspector, and who tells whom."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QSettings, QTimer, Slot
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from editor_app.domain.errors import BadInput, EditorError
from editor_app.domain.finding import Finding
from editor_app.domain.ids import ArticleId, SiteId
from editor_app.domain.schedule import load_zone
from editor_app.gui.actions import Command
from editor_app.gui.desk import Desk, Shell
from editor_app.gui.library.library_view import LibraryView
from editor_app.gui.writing.article_commands import ArticleCommands
from editor_app.gui.writing.commands import COMMANDS
from editor_app.gui.writing.documents import select_characters
from editor_app.gui.writing.editor_pane import EditorPane
from editor_app.gui.writing.embargo_control import EmbargoControl
from editor_app.gui.writing.inspector_control import InspectorControl
from editor_app.gui.writing.open_article import OpenArticle
from editor_app.gui.writing.publishing_control import PublishingControl
from editor_app.gui.writing.save_trouble import SaveTroubleBar, ask_to_leave, save_copy
from editor_app.gui.writing.sessions import Sessions
from editor_app.gui.writing.status_text import status_text

COUNT_AFTER_MS = 120


class WritingDesk(Desk):
    """Owns the open articles."""

    id = "articles"
    icon = "articles"

    def __init__(self, shell: Shell) -> None:
        """Open nothing yet."""
        super().__init__(shell)
        self.sessions = Sessions(shell, self)
        self._wanted: ArticleId | None = None
        self._takes_focus = True
        self._saved_at: dict[ArticleId, datetime] = {}
        self._failed: dict[ArticleId, EditorError] = {}
        self._article_commands = ArticleCommands(self)

    def title(self) -> str:
        """Return the desk's name."""
        return self.tr("Articles")

    def commands(self) -> tuple[Command, ...]:
        """Return the desk's commands."""
        return COMMANDS

    def command_receiver(self) -> QObject:
        """Return who carries the commands out."""
        return self._article_commands

    def is_enabled(self, command: Command) -> bool:
        """Tell whether the command makes sense for the shown article."""
        opened = self.shown
        if opened is None:
            return not command.needs_article
        archived = opened.article.archived
        return {"article.archive": not archived, "article.unarchive": archived}.get(
            command.id, True
        )

    # Building -----------------------------------------------------------------------------

    def build_list(self) -> QWidget:
        """Make the library."""
        self.library = LibraryView(self.shell, self.shell.me.zone)
        self.library.article_chosen.connect(self._on_article_chosen)
        self.library.table.activated.connect(self._on_row_activated)
        self.library.new_requested.connect(self._article_commands.new_article)
        return self.library

    def build_work(self) -> QWidget:
        """Make the page and the bar for failed saves."""
        self.editor = EditorPane(self.shell.appearance.tokens)
        self.editor.use_settings(self.shell.settings)
        hint = QLabel(self.tr("Choose an article in the list, or press %1 for a new one."))
        hint.setText(hint.text().replace("%1", "Ctrl+N"))
        hint.setProperty("role", "hint")
        self.trouble = SaveTroubleBar()
        self._pages = QStackedWidget()
        self._pages.addWidget(hint)
        self._pages.addWidget(self.editor)
        work = QWidget()
        column = QVBoxLayout(work)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._pages, 1)
        column.addWidget(self.trouble)
        self._count_timer = QTimer(self, singleShot=True, interval=COUNT_AFTER_MS)
        self._count_timer.timeout.connect(self._show_status)
        self._connect_work()
        return work

    def build_inspector(self) -> QWidget:
        """Make the tabs and those who fill them."""
        self.control = InspectorControl(self.shell, self.sessions, self)
        self.publishing = PublishingControl(self.shell, self.sessions, self.control.schedule, self)
        self.control.view_loaded.connect(self.publishing.use)
        self.embargo = EmbargoControl(self.shell, self.control.schedule, self)
        self.control.view_loaded.connect(self.embargo.use)
        self.control.checks.finding_chosen.connect(self._on_finding_chosen)
        self.control.languages.translate_requested.connect(self._article_commands.translate)
        return self.control.inspector

    def _connect_work(self) -> None:
        self.editor.body_edit.paste_refused.connect(self._on_paste_refused)
        self.sessions.opened.connect(self._on_opened)
        self.sessions.closed.connect(self.editor.forget)
        self.sessions.refreshed.connect(self._on_refreshed)
        self.sessions.saved.connect(self._on_saved)
        self.sessions.save_failed.connect(self._on_save_failed)
        self.trouble.retry_requested.connect(self._on_retry_requested)
        self.trouble.copy_requested.connect(self._on_copy_requested)
        self.shell.appearance.changed.connect(self.editor.use_theme)

    # The life of the desk -----------------------------------------------------------------

    @property
    def shown(self) -> OpenArticle | None:
        """Return the article on the page."""
        return self.editor.opened if hasattr(self, "editor") else None

    def activate(self) -> None:
        """Load the list and give the text the focus."""
        self.library.load()
        if self.shown is not None:
            self.sessions.look(self.shown.article.id)
            self.editor.focus_text()
            self._show_status()
        elif self._wanted is not None:
            self.sessions.open(self._wanted)
        else:
            self.library.table.setFocus()

    def deactivate(self) -> None:
        """Save at once what is unsaved."""
        self.editor.keep_place()
        self.sessions.save_all(lambda _saved: None)

    def open_article(self, article_id: ArticleId) -> None:
        """Show the article and put the focus into it."""
        self._takes_focus = True
        self._wanted = article_id
        self.library.select(article_id)
        self.sessions.open(article_id)

    @Slot(object)
    def _on_article_chosen(self, article_id: ArticleId) -> None:
        # Walking through the list with the arrow keys must not leave the list.
        self._takes_focus = False
        self._wanted = article_id
        self.sessions.open(article_id)

    def schedule(self, article_id: ArticleId, site_id: SiteId) -> None:
        """Open the publish dialog."""
        self.publishing.ask(article_id, site_id, now=False)

    def escape(self) -> bool:
        """Clear a search."""
        return self.library.escape()

    def finish(self, done: Callable[[bool], None]) -> None:
        """Save everything; ask only if that fails."""
        self.sessions.save_all(lambda saved: done(saved or self._ask_to_leave()))

    def _ask_to_leave(self) -> bool:
        return not self.sessions.is_asking and ask_to_leave(self.shell.window)

    def save_state(self, state: QSettings) -> None:
        """Remember the article and where the person was in it."""
        self.editor.keep_place()
        opened = self.shown
        state.setValue("tab", self.control.inspector.current)
        if opened is not None:
            state.setValue("article", opened.article.id)
            state.setValue("cursor", opened.place.cursor)
            state.setValue("scroll", opened.place.scroll)

    def restore_state(self, state: QSettings) -> None:
        """Open the article that was open."""
        article_id = str(state.value("article", ""))
        self.control.inspector.open(str(state.value("tab", "details")))
        if article_id:
            self._wanted = ArticleId(article_id)
            place = (int(str(state.value("cursor", 0))), int(str(state.value("scroll", 0))))
            self.sessions.remember_place(self._wanted, *place)

    @Slot()
    def _on_row_activated(self) -> None:
        self.editor.focus_text()

    # What the parts say -------------------------------------------------------------------

    @Slot(object)
    def _on_opened(self, opened: OpenArticle) -> None:
        if opened.article.id != self._wanted:
            return
        if self.shown is not opened:
            if self.shown is not None:
                self.shown.changed.disconnect(self._count_timer.start)
            opened.changed.connect(self._count_timer.start)
            self.editor.show_article(opened)
        self._pages.setCurrentWidget(self.editor)
        self.control.show_article(opened)
        self.library.select(opened.article.id)
        self.shell.enable_commands()
        self._show_trouble(opened)
        self._show_status()
        self._count_timer.start()  # again when the blocks of a new text have been counted
        if self._takes_focus:
            self.editor.focus_text()

    @Slot(object)
    def _on_refreshed(self, opened: OpenArticle) -> None:
        if opened is self.shown:
            self.control.show_content()
            self.shell.enable_commands()
            self._show_trouble(opened)

    @Slot(object, object)
    def _on_saved(self, opened: OpenArticle, at: datetime) -> None:
        self._saved_at[opened.article.id] = at.astimezone(load_zone(self.shell.me.zone))
        if opened is self.shown:
            self._show_trouble(opened)
            self._show_status()

    @Slot(object, object)
    def _on_save_failed(self, opened: OpenArticle, error: EditorError) -> None:
        self._failed[opened.article.id] = error
        if opened is self.shown:
            self._show_trouble(opened)
            self._show_status()

    def _show_trouble(self, opened: OpenArticle) -> None:
        autosave = self.sessions.autosave(opened.article.id)
        error = self._failed.get(opened.article.id)
        if autosave is not None and autosave.has_failed and error is not None:
            self.trouble.tell(error)
        else:
            self._failed.pop(opened.article.id, None)
            self.trouble.hide()

    @Slot()
    def _on_retry_requested(self) -> None:
        autosave = self.sessions.autosave(self.shown.article.id) if self.shown else None
        if autosave is not None:
            autosave.try_again()

    @Slot()
    def _on_copy_requested(self) -> None:
        if self.shown is None:
            return
        try:
            path = save_copy(self.shell.window, self.shown.content())
        except EditorError as error:
            self.trouble.tell(error)
            return
        if path is not None:
            self.shell.say(self.tr("A copy is in %1.").replace("%1", str(path)))

    @Slot(int)
    def _on_paste_refused(self, length: int) -> None:
        text = self.tr("%1 million characters are too many for one article: nothing was pasted.")
        self.shell.fail(BadInput(text.replace("%1", f"{length / 1_000_000:.1f}")))

    @Slot(object)
    def _on_finding_chosen(self, finding: Finding) -> None:
        field = self.editor.field(finding.field)
        if field is not None:
            field.setTextCursor(select_characters(field.document(), finding.start, finding.end))
            field.setFocus()

    @Slot()
    def _show_status(self) -> None:
        opened = self.shown
        if opened is None:
            self.shell.show_status("")
            return
        autosave = self.sessions.autosave(opened.article.id)
        failed = autosave is not None and autosave.has_failed
        at = self._saved_at.get(opened.article.id)
        self.shell.show_status(status_text(opened, self.editor.words(), at, failed=failed))
