# SPDX-License-Identifier: GPL-3.0-or-later
"""The work pane of the Translations desk: header, segments, the page, and what is there instead."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from editor_app.domain.article import ArticleContent
from editor_app.domain.ids import ArticleId
from editor_app.domain.person import Person
from editor_app.domain.translation import FINISHED_STATES, Segment, SegmentState
from editor_app.gui.empty_state import EmptyState
from editor_app.gui.icons import Icons
from editor_app.gui.labels import language_name
from editor_app.gui.translating.page_view import PageView
from editor_app.gui.translating.segment_look import SegmentLook
from editor_app.gui.translating.segment_model import Shown
from editor_app.gui.translating.segment_table import SegmentTable
from editor_app.gui.translating.work_header import WorkHeader
from editor_app.gui.writing.save_trouble import SaveTroubleBar
from editor_app.services.views import MissingTranslation, TranslationView


class WorkPane(QWidget):
    """Shows one translation; knows no service."""

    typed = Signal(str, str)  # key, text
    confirmed = Signal(str, str)  # key, text
    start_requested = Signal(object)  # MissingTranslation
    page_requested = Signal(bool)
    refused = Signal(str)  # a sentence about why nothing happened

    def __init__(self, look: SegmentLook, icons: Icons, parent: QWidget | None = None) -> None:
        """Start with nothing to show."""
        super().__init__(parent)
        self.setProperty("role", "page")
        self._look = look
        self._missing: MissingTranslation | None = None
        self._view: TranslationView | None = None
        self._shown_target: ArticleId | None = None
        self.header = WorkHeader(icons, self)
        self.table = SegmentTable(look, icons, self)
        self.page = PageView(self)
        self._none_shown = EmptyState(
            self.tr("No segment matches"),
            self.tr("Nothing here has these words or this state."),
            self.tr("Show all segments"),
        )
        self.empty = EmptyState("", "")
        self._inner = QStackedWidget(self)
        for widget in (self.table, self._none_shown, self.page):
            self._inner.addWidget(widget)
        work = QWidget(self)
        column = QVBoxLayout(work)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._inner, 1)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.empty)
        self._pages.addWidget(work)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._pages)
        self.trouble_bar = SaveTroubleBar(self)
        outer.addWidget(self.trouble_bar)
        self._connect()
        self.show_nothing()

    def _connect(self) -> None:
        self.table.typed.connect(self._on_typed)
        self.table.card.confirm_requested.connect(self.confirm)
        self.table.card.placeholder_requested.connect(self.insert_placeholder)
        self.header.filter_changed.connect(self._on_filter_changed)
        self.header.page_requested.connect(self.page_requested)
        self._none_shown.action_requested.connect(self.header.clear_filter)
        self.empty.action_requested.connect(self._on_empty_action)

    @property
    def view(self) -> TranslationView | None:
        """Return the translation that is shown."""
        return self._view

    @property
    def is_offering(self) -> bool:
        """Tell whether a missing translation is offered."""
        return self._missing is not None

    @property
    def shown_target(self) -> ArticleId | None:
        """Return the article whose segments the table holds."""
        return self._shown_target

    @property
    def is_reading(self) -> bool:
        """Tell whether the page is shown instead of the segments."""
        return self._view is not None and self._inner.currentWidget() is self.page

    def set_look(self, look: SegmentLook) -> None:
        """Take other colours or another font."""
        self._look = look
        self.table.set_look(look)
        self.header.set_tokens(look.tokens)
        if self.is_reading:
            self.show_page()

    def show_nothing(self) -> None:
        """Say what belongs here."""
        self._view, self._shown_target, self._missing = None, None, None
        self.empty.say(
            self.tr("Choose a translation"),
            self.tr("Its source and its text appear here side by side, sentence by sentence."),
        )
        self._pages.setCurrentIndex(0)

    def show_missing(self, missing: MissingTranslation) -> None:
        """Offer to start a missing translation."""
        self._view, self._shown_target, self._missing = None, None, missing
        language = language_name(missing.language)
        self.empty.say(
            missing.headline,
            self.tr("This story is planned in %1 and has no text in that language yet.").replace(
                "%1", language
            ),
            self.tr("Start the translation"),
        )
        self._pages.setCurrentIndex(0)

    def show_view(
        self, view: TranslationView, claimed_by: str, me: Person, typing: frozenset[str]
    ) -> None:
        """Show a translation; the texts under `typing` stay as they are on the screen."""
        another = self._shown_target != view.target.id
        self._view, self._shown_target, self._missing = view, view.target.id, None
        if another:
            self.table.forget()
            self.table.set_languages(view.source.language, view.target.language)
            self.header.clear_filter()
            self._inner.setCurrentWidget(self.table)
            self.header.show_page_button(reading=False)
        self._pages.setCurrentIndex(1)
        self.table.segments.show(view.segments, typing)
        self.header.show_view(view, claimed_by, me)
        if self.is_reading:
            self.show_page()

    def show_page(self) -> None:
        """Read the whole translation as a page."""
        if self._view is not None:
            self.page.show_content(
                self._view.target.content, self._view.target.language, self._look
            )
            self._inner.setCurrentWidget(self.page)
            self.header.show_page_button(reading=True)
            self.page.setFocus()

    def show_segments(self) -> None:
        """Go back from the page."""
        self._inner.setCurrentWidget(self.table)
        self.header.show_page_button(reading=False)
        self.focus_target()

    def focus_target(self) -> None:
        """Put the cursor into the current segment."""
        if self._view is not None and self.table.current_key:
            self.table.card.target.setFocus()
        elif self.empty.action_button.isVisible():
            self.empty.action_button.setFocus()

    # What the commands do

    @Slot()
    def confirm(self) -> None:
        """Confirm the current segment and go to the next unfinished one."""
        segment = self.table.current_segment()
        if segment is None or segment.state is SegmentState.LOCKED:
            return
        if not segment.target.strip():
            self.refused.emit(
                self.tr("An empty segment cannot be confirmed. Type its translation.")
            )
            return
        self.table.segments.type_target(segment.key, segment.target, confirmed=True)
        self.confirmed.emit(segment.key, segment.target)
        if not self.go_next_unfinished(only_after=True):
            self.table.go_next()

    def copy_source(self) -> None:
        """Put the source in place of the current translation; one undo takes it back."""
        segment = self.table.current_segment()
        if segment is not None and segment.state is not SegmentState.LOCKED:
            self.table.card.target.replace_all(segment.source)

    @Slot(int)
    def insert_placeholder(self, number: int) -> None:
        """Insert a placeholder of the source at the cursor."""
        segment = self.table.current_segment()
        if segment is None or segment.state is SegmentState.LOCKED:
            return
        if not self.table.card.target.insert_placeholder(segment.source, number):
            text = self.tr("The source of this segment has no placeholder %1.")
            self.refused.emit(text.replace("%1", str(number)))
        self.focus_target()

    def go_first_unfinished(self) -> None:
        """Go to the first segment that is not finished, or stay where the table is."""
        for segment in self.table.shown_segments():
            if segment.state not in FINISHED_STATES:
                self.table.go_to_key(segment.key)
                return

    def go_next_unfinished(self, *, only_after: bool = False) -> bool:
        """Go to the next segment that is not finished, from the top again if need be."""
        shown = self.table.shown_segments()
        keys = [segment.key for segment in shown]
        here = keys.index(self.table.current_key) if self.table.current_key in keys else -1
        order: tuple[Segment, ...] = shown[here + 1 :]
        if not only_after:
            order += shown[: here + 1]
        for segment in order:
            if segment.state not in FINISHED_STATES:
                return self.table.go_to_key(segment.key)
        return False

    def typed_content(self) -> ArticleContent | None:
        """Return the translation as it is on the screen, for a copy of what cannot be saved."""
        if self._view is None:
            return None
        texts = (segment.target for segment in self.table.segments.segments)
        return replace(self._view.target.content, standfirst="", body="\n\n".join(texts))

    @Slot(str, str)
    def _on_typed(self, key: str, text: str) -> None:
        self.table.segments.type_target(key, text)
        self.typed.emit(key, text)

    @Slot(int, str)
    def _on_filter_changed(self, shown: int, words: str) -> None:
        self.table.shown.choose(Shown(shown), words)
        self.table.after_filter()
        found = self.table.shown.rowCount() > 0
        if not self.is_reading:
            self._inner.setCurrentWidget(self.table if found else self._none_shown)

    @Slot()
    def _on_empty_action(self) -> None:
        if self._missing is not None:
            self.start_requested.emit(self._missing)
