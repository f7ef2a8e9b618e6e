# SPDX-License-Identifier: GPL-3.0-or-later
"""What the commands of the Translations desk do: with a segment, and with a translation."""

from __future__ import annotations

from PySide6.QtCore import Slot

from editor_app.domain.ids import ArticleId
from editor_app.gui.desk import Desk
from editor_app.gui.translating.list_pane import TranslationList
from editor_app.gui.translating.segment_saver import SegmentSaver
from editor_app.gui.translating.work_pane import WorkPane
from editor_app.services.changes import Outcome
from editor_app.services.views import MissingTranslation, TranslationView


class SegmentCommands(Desk):
    """The commands; the desk itself makes the panes and loads what they show."""

    list: TranslationList
    work: WorkPane
    saver: SegmentSaver
    _target: ArticleId | None = None

    def _view(self) -> TranslationView | None:
        """Return the translation that is shown."""
        return self.work.view if hasattr(self, "work") else None

    def _show(self, view: TranslationView) -> None:
        """Show a translation that a service gave back."""
        raise NotImplementedError

    def toggle_page(self) -> None:
        """Read the translation as a page, or go back."""
        self.read_as_page(not self.work.is_reading)

    def read_as_page(self, reading: bool) -> None:
        """Show the page or the segments."""
        raise NotImplementedError

    def confirm_segment(self) -> None:
        """Confirm and go to the next."""
        self.work.confirm()

    def copy_source(self) -> None:
        """Copy the source into the translation."""
        self.work.copy_source()

    def go_next_unfinished(self) -> None:
        """Go to the next unfinished segment."""
        if not self.work.go_next_unfinished():
            self.shell.say(self.tr("Every segment shown is finished."))

    def go_next_segment(self) -> None:
        """Go to the next segment."""
        self.work.table.go_next()

    def go_previous_segment(self) -> None:
        """Go to the previous segment."""
        self.work.table.go_previous()

    def focus_filter(self) -> None:
        """Put the cursor into the filter."""
        self.work.header.focus_filter()

    def toggle_claim(self) -> None:
        """Claim or release."""
        self.work.header.claim_button.click()

    def open_as_article(self) -> None:
        """Show the translation in the Articles desk."""
        if self._target is not None:
            self.shell.open_article(self._target)

    def insert_placeholder_1(self) -> None:
        """Insert placeholder 1."""
        self.work.insert_placeholder(1)

    def insert_placeholder_2(self) -> None:
        """Insert placeholder 2."""
        self.work.insert_placeholder(2)

    def insert_placeholder_3(self) -> None:
        """Insert placeholder 3."""
        self.work.insert_placeholder(3)

    def insert_placeholder_4(self) -> None:
        """Insert placeholder 4."""
        self.work.insert_placeholder(4)

    def insert_placeholder_5(self) -> None:
        """Insert placeholder 5."""
        self.work.insert_placeholder(5)

    def insert_placeholder_6(self) -> None:
        """Insert placeholder 6."""
        self.work.insert_placeholder(6)

    def insert_placeholder_7(self) -> None:
        """Insert placeholder 7."""
        self.work.insert_placeholder(7)

    def insert_placeholder_8(self) -> None:
        """Insert placeholder 8."""
        self.work.insert_placeholder(8)

    def insert_placeholder_9(self) -> None:
        """Insert placeholder 9."""
        self.work.insert_placeholder(9)

    # Starting, claiming, refreshing

    @Slot(object)
    def start(self, missing: MissingTranslation) -> None:
        """Start a missing translation and show it."""
        translate = self.shell.newsroom.translate
        self.shell.tasks.run(
            lambda: translate.start(missing.source_article, missing.language),
            on_done=self._on_started,
        )

    @Slot()
    def refresh_source(self) -> None:
        """Take over the changed source; what is translated stays."""
        view = self._view()
        if view is None:
            return
        source, language = view.source.id, view.target.language
        translate = self.shell.newsroom.translate

        def refresh(saved: bool) -> None:
            if saved:
                self.shell.tasks.run(
                    lambda: translate.start(source, language), on_done=self._on_refreshed
                )

        self.saver.finish(refresh)

    @Slot(bool)
    def _on_claim_requested(self, claim: bool) -> None:
        view = self._view()
        if view is None:
            return
        target, translate = view.target.id, self.shell.newsroom.translate
        self.shell.tasks.run(
            lambda: translate.claim(target) if claim else translate.release(target),
            on_done=self._on_view_given,
        )

    def _on_started(self, outcome: Outcome[TranslationView]) -> None:
        self._target = outcome.value.target.id
        self._show(outcome.value)
        self.list.select(self._target)
        self.work.focus_target()

    def _on_refreshed(self, outcome: Outcome[TranslationView]) -> None:
        self._show(outcome.value)
        count = outcome.value.progress.outdated
        self.shell.say(self.tr("Refreshed: %n segment(s) to redo.", "", count))
        self.shell.enable_commands()

    def _on_view_given(self, outcome: Outcome[TranslationView]) -> None:
        self._show(outcome.value)
