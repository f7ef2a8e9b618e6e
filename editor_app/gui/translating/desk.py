# SPDX-License-Identifier: GPL-3.0-or-later
"""The Translations desk: ties list, segments and saving to the services."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QSettings, Slot
from PySide6.QtWidgets import QWidget

from editor_app.domain.errors import CannotSave, EditorError, NotFound
from editor_app.domain.ids import ArticleId
from editor_app.gui.actions import Command
from editor_app.gui.dates import clock_time
from editor_app.gui.message_bars import announce
from editor_app.gui.theme.tokens import Tokens
from editor_app.gui.translating.commands import COMMANDS
from editor_app.gui.translating.list_pane import TranslationList
from editor_app.gui.translating.segment_commands import SegmentCommands
from editor_app.gui.translating.segment_look import SegmentLook
from editor_app.gui.translating.segment_saver import SegmentSaver
from editor_app.gui.translating.state_words import state_label
from editor_app.gui.translating.work_pane import WorkPane
from editor_app.gui.writing.save_trouble import ask_to_leave, save_copy
from editor_app.services.changes import Changes
from editor_app.services.views import MissingTranslation, TranslationView


class TranslatingDesk(SegmentCommands):
    """Controller of the desk."""

    id = "translations"
    icon = "translations"

    def title(self) -> str:
        """Return the desk's name."""
        return QCoreApplication.translate("TranslatingDesk", "Translations")

    def commands(self) -> tuple[Command, ...]:
        """Return the desk's commands."""
        return COMMANDS

    def is_enabled(self, command: Command) -> bool:
        """Enable what needs a translation only while there is one."""
        view = self._view()
        if command.id == "translation.refresh":
            return view is not None and view.source_moved_on
        return view is not None

    def build_list(self) -> QWidget:
        """Make the list pane."""
        self.list = TranslationList(self.shell)
        self.list.chosen.connect(self._on_chosen)
        self.list.missing_chosen.connect(self._on_missing_chosen)
        self.list.start_requested.connect(self.start)
        self.list.loaded.connect(self._on_list_loaded)
        return self.list

    def build_work(self) -> QWidget:
        """Make the work pane and what saves its texts."""
        look = SegmentLook.of(self.shell.settings, self.shell.appearance.tokens)
        self.work = WorkPane(look, self.shell.icons)
        self.saver = SegmentSaver(self.shell, self)
        self._target: ArticleId | None = None
        self._wanted_key = ""
        self._reading_wanted = False
        self._own_change = False
        self.work.typed.connect(self._on_typed)
        self.work.confirmed.connect(self._on_confirmed)
        self.work.start_requested.connect(self.start)
        self.work.page_requested.connect(self.read_as_page)
        self.work.refused.connect(self.shell.say)
        self.work.trouble_bar.retry_requested.connect(self.saver.save_now)
        self.work.trouble_bar.copy_requested.connect(self._on_copy_requested)
        self.work.header.claim_requested.connect(self._on_claim_requested)
        self.work.header.refresh_requested.connect(self.refresh_source)
        self.work.table.current_changed.connect(self._on_segment_changed)
        self.saver.saved.connect(self._on_saved)
        self.saver.failed.connect(self._on_save_failed)
        self.shell.bus.changed.connect(self._on_changed)
        self.shell.appearance.changed.connect(self._on_theme_changed)
        self.shell.icons.changed.connect(self.work.table.viewport().update)
        return self.work

    def activate(self) -> None:
        """Load what is stale; go on where the cursor was."""
        self.work.set_look(SegmentLook.of(self.shell.settings, self.shell.appearance.tokens))
        self.list.load()
        if self._target is None:
            self.list.view.setFocus()
        else:
            self._load(self._target)
            self.work.focus_target()

    def deactivate(self) -> None:
        """Save what is unsaved."""
        self.saver.save_now()

    def finish(self, done: Callable[[bool], None]) -> None:
        """Save everything before the window goes."""
        if hasattr(self, "saver"):
            self.saver.finish(lambda saved: done(saved or ask_to_leave(self.shell.window)))
        else:
            done(True)

    def open_article(self, article_id: ArticleId) -> None:
        """Show this translation."""
        self._choose(article_id)
        self.list.select(article_id)

    def escape(self) -> bool:
        """Leave the page, then the filter."""
        if self.work.is_reading:
            self.read_as_page(False)
            return True
        if self._view() is not None and self.work.header.clear_filter():
            self.work.focus_target()
            return True
        return False

    def save_state(self, state: QSettings) -> None:
        """Remember which translation and which segment were open."""
        if hasattr(self, "work"):
            state.setValue("target", self._target or "")
            state.setValue("segment", self.work.table.current_key)

    def restore_state(self, state: QSettings) -> None:
        """Open them again."""
        target = str(state.value("target", ""))
        self._wanted_key = str(state.value("segment", ""))
        if target:
            self._target = ArticleId(target)
            self.list.select(self._target)

    # Loading and showing

    def _choose(self, target: ArticleId) -> None:
        if target != self._target:
            self.saver.save_now()
            self._wanted_key = ""
        self._target = target
        self._load(target)

    def _load(self, target: ArticleId) -> None:
        translate = self.shell.newsroom.translate
        self.shell.tasks.run(
            lambda: translate.view(target),
            on_done=self._show,
            on_failed=self._on_load_failed,
            newest="translations.view",
        )

    def _show(self, view: TranslationView) -> None:
        if view.target.id != self._target:
            return
        another = self._view() is None or self.work.shown_target != view.target.id
        row = self.list.row_of(view.target.id)
        self.work.show_view(
            view,
            row.claimed_by_name if row else "",
            self.shell.me,
            self.saver.unsaved_keys(view.target.id),
        )
        if another:
            key, self._wanted_key = self._wanted_key, ""
            if not (key and self.work.table.go_to_key(key)):
                self.work.go_first_unfinished()
            self.shell.enable_commands()
        self._show_status()

    def _on_load_failed(self, error: EditorError) -> None:
        self._target = None
        self.work.show_nothing()
        self.shell.enable_commands()
        if not isinstance(error, NotFound):
            self.shell.fail(error)

    def _show_status(self, saved: str = "") -> None:
        view = self._view()
        if view is None:
            return
        progress = view.progress
        words = self.tr("{done} of {total} words").format(
            done=progress.confirmed_words, total=progress.words
        )
        if not self.saver.is_clean:
            saved = self.tr("Not saved yet")
        self.shell.show_status(" · ".join(part for part in (words, saved) if part))

    @Slot(object)
    def _on_chosen(self, target: ArticleId) -> None:
        self._choose(target)

    @Slot(object)
    def _on_missing_chosen(self, missing: MissingTranslation) -> None:
        self.saver.save_now()
        self._target = None
        self.work.show_missing(missing)
        self.shell.enable_commands()

    @Slot()
    def _on_list_loaded(self) -> None:
        if self._target is None and self._view() is None and not self._wanted_key:
            first = self.list.first()
            if first is not None and not self.work.is_offering:
                self.open_article(first)
        elif self.work.view is not None:
            self._show(self.work.view)

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        view, own = self._view(), self._own_change
        self._own_change = False
        if own or view is None:
            return  # what I just saved came back with its answer
        if changes.articles & {view.source.id, view.target.id}:
            self._load(view.target.id)

    @Slot(object)
    def _on_theme_changed(self, tokens: Tokens) -> None:
        self.work.set_look(SegmentLook.of(self.shell.settings, tokens))

    @Slot(str)
    def _on_segment_changed(self, key: str) -> None:
        segment = self.work.table.current_segment() if key else None
        if segment is not None:
            spoken = f"{segment.position + 1}, {state_label(segment.state).word}. {segment.source}"
            announce(self.work, spoken)

    # Saving

    @Slot(str, str)
    def _on_typed(self, key: str, text: str) -> None:
        if self._target is not None:
            self.saver.hold(self._target, key, text)
            self._show_status()

    @Slot(str, str)
    def _on_confirmed(self, key: str, text: str) -> None:
        if self._target is not None:
            self.saver.hold(self._target, key, text, confirm=True)

    @Slot(object)
    def _on_saved(self, view: TranslationView) -> None:
        self._own_change = True
        self.work.trouble_bar.hide()
        self._show(view)
        if self._reading_wanted and self.saver.is_clean:
            self._reading_wanted = False
            self.work.show_page()
        time = clock_time(datetime.now().astimezone(), seconds=True)
        self._show_status(self.tr("Saved %1").replace("%1", time))

    @Slot(object)
    def _on_save_failed(self, error: EditorError) -> None:
        self.work.trouble_bar.tell(error)
        self._show_status()

    @Slot()
    def _on_copy_requested(self) -> None:
        content = self.work.typed_content()
        if content is None:
            return
        try:
            path = save_copy(self.shell.window, content)
        except CannotSave as error:
            self.shell.fail(error)
            return
        if path is not None:
            self.shell.say(self.tr("A copy is saved as %1.").replace("%1", str(path)))

    @Slot(bool)
    def read_as_page(self, reading: bool) -> None:
        """Show the page as it is saved, or the segments again."""
        if self._view() is None:
            return
        if not reading:
            self.work.show_segments()
        elif self.saver.is_clean:
            self.work.show_page()
        else:
            self._reading_wanted = True
            self.saver.save_now()
