# SPDX-License-Identifier: GPL-3.0-or-later
"""Carries out the commands of the Articles desk."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QInputDialog

from editor_app.domain.article import Article
from editor_app.domain.ids import ArticleId
from editor_app.gui.language_dialog import LanguageDialog
from editor_app.services.changes import Outcome
from editor_app.services.views import TranslationView

if TYPE_CHECKING:
    from editor_app.gui.writing.desk import WritingDesk


class ArticleCommands(QObject):
    """One method a command; see commands.py."""

    def __init__(self, desk: WritingDesk) -> None:
        """Work on the article that the desk shows."""
        super().__init__(desk)
        self._desk = desk
        self._shell = desk.shell

    @Slot()
    def name_revision(self) -> None:
        """Ask for a name and give it to the text as it stands."""
        dialog = QInputDialog(self._shell.window)
        dialog.setWindowTitle(self.tr("Name this revision"))
        dialog.setLabelText(self.tr("Everything is saved already. A name finds it again later:"))
        dialog.setOkButtonText(self.tr("Name it"))
        dialog.textValueSelected.connect(self._on_name_given)
        dialog.open()

    @Slot()
    def publish_now(self) -> None:
        """Open the publish dialog for now."""
        self._ask_to_publish(now=True)

    @Slot()
    def schedule_shown(self) -> None:
        """Open the publish dialog for later."""
        self._ask_to_publish(now=False)

    @Slot()
    def translate(self) -> None:
        """Ask for a language and start or refresh the translation."""
        opened = self._desk.shown
        if opened is None:
            return
        headline = opened.content().headline or self.tr("Untitled")
        question = self.tr("Translate “%1” into:").replace("%1", headline)
        without = (opened.article.language,)
        dialog = LanguageDialog(self._shell, question, self.tr("Translate"), without)
        dialog.language_chosen.connect(self._on_translate_into)
        dialog.open()

    @Slot()
    def new_article(self) -> None:
        """Create an article in the newsroom's usual language."""
        self._create(self._shell.settings.default_language)

    @Slot()
    def new_in_language(self) -> None:
        """Ask for a language and create an article in it."""
        question = self.tr("Language of the new article:")
        dialog = LanguageDialog(self._shell, question, self.tr("Create"))
        dialog.language_chosen.connect(self._create)
        dialog.open()

    @Slot()
    def archive(self) -> None:
        """Put the article away; nothing is erased."""
        if self._desk.shown is not None:
            article_id = self._desk.shown.article.id
            self._desk.sessions.after_saving(article_id, partial(self._archive, article_id))

    @Slot()
    def unarchive(self) -> None:
        """Bring the article back."""
        if self._desk.shown is not None:
            self._unarchive(self._desk.shown.article.id)

    @Slot()
    def bold(self) -> None:
        """Make the selection bold."""
        self._desk.editor.body_edit.surround("**")

    @Slot()
    def italic(self) -> None:
        """Make the selection italic."""
        self._desk.editor.body_edit.surround("*")

    @Slot()
    def link(self) -> None:
        """Make the selection a link."""
        self._desk.editor.body_edit.insert_link()

    @Slot()
    def search(self) -> None:
        """Go to the search field."""
        self._desk.library.focus_search()

    @Slot()
    def go_text(self) -> None:
        """Go to the text."""
        self._desk.editor.focus_text()

    @Slot()
    def show_details(self) -> None:
        """Open the tab Details."""
        self._desk.control.inspector.open("details")

    @Slot()
    def show_schedule(self) -> None:
        """Open the tab Schedule."""
        self._desk.control.inspector.open("schedule")

    @Slot()
    def show_checks(self) -> None:
        """Open the tab Checks."""
        self._desk.control.inspector.open("checks")

    @Slot()
    def show_history(self) -> None:
        """Open the tab History."""
        self._desk.control.inspector.open("history")

    @Slot()
    def show_notes(self) -> None:
        """Open the tab Notes."""
        self._desk.control.inspector.open("notes")

    @Slot()
    def show_languages(self) -> None:
        """Open the tab Languages."""
        self._desk.control.inspector.open("languages")

    def _ask_to_publish(self, *, now: bool) -> None:
        opened, site_id = self._desk.shown, self._desk.publishing.first_site
        if opened is not None and site_id is not None:
            self._desk.publishing.ask(opened.article.id, site_id, now=now)

    @Slot(str)
    def _on_name_given(self, name: str) -> None:
        opened = self._desk.shown
        autosave = self._desk.sessions.autosave(opened.article.id) if opened else None
        if autosave is not None and name.strip():
            autosave.save_named(name.strip())
            self._shell.say(self.tr("This revision is called “%1”.").replace("%1", name.strip()))

    @Slot(str)
    def _on_translate_into(self, language: str) -> None:
        opened = self._desk.shown
        if opened is not None:
            article_id = opened.article.id
            start = partial(self._start_translation, article_id, language)
            self._desk.sessions.after_saving(article_id, start)

    def _start_translation(self, article_id: ArticleId, language: str) -> None:
        translate = self._shell.newsroom.translate
        self._shell.tasks.run(
            lambda: translate.start(article_id, language), on_done=self._on_translation_started
        )

    def _on_translation_started(self, outcome: Outcome[TranslationView]) -> None:
        self._shell.open_translation(outcome.value.target.id)

    @Slot(str)
    def _create(self, language: str) -> None:
        write = self._shell.newsroom.write
        self._shell.tasks.run(lambda: write.create(language=language), on_done=self._on_created)

    def _on_created(self, outcome: Outcome[Article]) -> None:
        self._shell.open_article(outcome.value.id)

    def _archive(self, article_id: ArticleId) -> None:
        write = self._shell.newsroom.write
        self._shell.tasks.run(
            lambda: write.archive(article_id), on_done=partial(self._on_archived, article_id)
        )

    def _on_archived(self, article_id: ArticleId, _outcome: Outcome[Article]) -> None:
        undo = partial(self._unarchive, article_id)
        self._shell.say(self.tr("The article is in the archive."), undo=undo)

    def _unarchive(self, article_id: ArticleId) -> None:
        write = self._shell.newsroom.write
        self._shell.tasks.run(
            lambda: write.unarchive(article_id),
            on_done=lambda _outcome: self._shell.open_article(article_id),
        )
