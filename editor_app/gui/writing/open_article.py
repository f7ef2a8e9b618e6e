# SPDX-License-Identifier: GPL-3.0-or-later
"""An article that is open for writing: its documents outlive desk switches, and so does undo."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from editor_app.domain.article import Article, ArticleContent
from editor_app.gui.writing.documents import new_document, replace_text, text_of


@dataclass(slots=True)
class Place:
    """Where the person was in the body."""

    cursor: int = 0
    anchor: int = 0
    scroll: int = 0


class OpenArticle(QObject):
    """Headline, standfirst and body as documents; all other fields as a content value."""

    changed = Signal()  # something is unsaved

    def __init__(self, article: Article, parent: QObject | None = None) -> None:
        """Take the article as it was loaded."""
        super().__init__(parent)
        self.article = article
        self.place = Place()
        self.version = 0  # counts changes: a save knows whether it was overtaken
        self.saved_version = 0
        self._fields = article.content
        self._settling = False
        content = article.content
        self.headline = new_document(content.headline)
        self.standfirst = new_document(content.standfirst)
        self.body = new_document(content.body)
        for document in (self.headline, self.standfirst, self.body):
            document.setParent(self)
            document.contentsChange.connect(self._on_contents_change)

    @property
    def is_dirty(self) -> bool:
        """Tell whether something has not been saved."""
        return self.version != self.saved_version

    def content(self) -> ArticleContent:
        """Return everything as it stands now."""
        return replace(
            self._fields,
            headline=text_of(self.headline).replace("\n", " "),
            standfirst=text_of(self.standfirst).replace("\n", " "),
            body=text_of(self.body),
        )

    def set_fields(self, **fields: Any) -> None:
        """Change fields that are not documents, such as slug and tags."""
        changed = replace(self._fields, **fields)
        if changed != self._fields:
            self._fields = changed
            self._touch()

    def take(self, article: Article) -> None:
        """Show a newer revision that was made elsewhere; what is typed must be saved before."""
        self.article = article
        self._fields = article.content
        self._settling = True
        try:
            replace_text(self.headline, article.content.headline)
            replace_text(self.standfirst, article.content.standfirst)
            replace_text(self.body, article.content.body)
        finally:
            self._settling = False
        self.saved_version = self.version

    def was_saved(self, article: Article, version: int) -> None:
        """Remember the new head after a save of `version`."""
        self.article = article
        self.saved_version = version

    @property
    def was_emptied_by_hand(self) -> bool:
        """Tell whether an empty body is the person's own doing."""
        return self.body.isUndoAvailable()

    def _on_contents_change(self, _position: int, removed: int, added: int) -> None:
        # Highlighting reports changes that change no character.
        if not self._settling and (removed or added):
            self._touch()

    def _touch(self) -> None:
        self.version += 1
        self.changed.emit()
