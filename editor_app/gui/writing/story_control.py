# SPDX-License-Identifier: GPL-3.0-or-later
"""Saves what an article shares with its story, and who is to write it until when."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject, Slot

from editor_app.domain.errors import BadInput
from editor_app.domain.ids import PersonId
from editor_app.domain.languages import normalise_tag
from editor_app.domain.schedule import parse_wall, resolve
from editor_app.gui.desk import Shell
from editor_app.gui.writing.details_panel import DetailsPanel
from editor_app.gui.writing.languages_panel import LanguagesPanel
from editor_app.services.views import ArticleView


class StoryControl(QObject):
    """Listens to the panels that show the story."""

    def __init__(
        self, shell: Shell, details: DetailsPanel, languages: LanguagesPanel, parent: QObject
    ) -> None:
        """Do nothing before there is a view."""
        super().__init__(parent)
        self._shell = shell
        self._view: ArticleView | None = None
        details.section_edited.connect(self._on_section_edited)
        details.slugline_edited.connect(self._on_slugline_edited)
        details.due_edited.connect(self._on_due_edited)
        details.assignee_chosen.connect(self._on_assignee_chosen)
        languages.planned_edited.connect(self._on_planned_edited)

    @Slot(object)
    def use(self, view: ArticleView) -> None:
        """Take the view of the article that is shown."""
        self._view = view

    @Slot(str)
    def _on_section_edited(self, section: str) -> None:
        if self._view is not None:
            write, story = self._shell.newsroom.write, self._view.story.id
            self._shell.tasks.run(lambda: write.set_story(story, section=section))

    @Slot(str)
    def _on_slugline_edited(self, slugline: str) -> None:
        if self._view is not None:
            write, story = self._shell.newsroom.write, self._view.story.id
            self._shell.tasks.run(lambda: write.set_story(story, slugline=slugline))

    @Slot(str)
    def _on_planned_edited(self, text: str) -> None:
        if self._view is None:
            return
        try:
            tags = tuple(normalise_tag(tag) for tag in text.replace(",", " ").split())
        except BadInput as error:
            self._shell.fail(error)
            return
        write, story = self._shell.newsroom.write, self._view.story.id
        self._shell.tasks.run(lambda: write.set_story(story, planned_languages=tags))

    @Slot(str)
    def _on_due_edited(self, text: str) -> None:
        if self._view is None:
            return
        try:
            due = resolve(parse_wall(text), self._shell.me.zone, 0).utc if text.strip() else None
        except BadInput as error:
            self._shell.fail(error)
            return
        self._assign(self._view.article.assignee, due)

    @Slot(str)
    def _on_assignee_chosen(self, person_id: str) -> None:
        if self._view is not None:
            self._assign(PersonId(person_id) if person_id else None, self._view.article.due)

    def _assign(self, assignee: PersonId | None, due: datetime | None) -> None:
        if self._view is not None:
            write, article_id = self._shell.newsroom.write, self._view.article.id
            self._shell.tasks.run(lambda: write.assign(article_id, assignee=assignee, due=due))
