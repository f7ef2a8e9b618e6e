# SPDX-License-Identifier: GPL-3.0-or-later
"""The articles that are open for writing, each with its autosave; they outlive desk switches."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from editor_app.domain.article import Article
from editor_app.domain.ids import ArticleId
from editor_app.gui.desk import Shell
from editor_app.gui.writing.autosave import Autosave
from editor_app.gui.writing.open_article import OpenArticle, Place
from editor_app.gui.writing.save_trouble import StaleDialog
from editor_app.services.changes import Changes, Outcome

MOST_OPEN = 12  # the longest unused one is closed; its history stays, its undo goes


class Sessions(QObject):
    """Opens articles, keeps them, and brings in what other doors changed."""

    opened = Signal(object)  # OpenArticle, ready to be shown
    closed = Signal(object)  # OpenArticle
    refreshed = Signal(object)  # OpenArticle whose text came from elsewhere
    saved = Signal(object, object)  # OpenArticle, datetime
    save_failed = Signal(object, object)  # OpenArticle, EditorError

    def __init__(self, shell: Shell, parent: QObject | None = None) -> None:
        """Start with nothing open."""
        super().__init__(parent)
        self._shell = shell
        self._open: dict[ArticleId, tuple[OpenArticle, Autosave]] = {}
        self._asking: set[ArticleId] = set()
        self._places: dict[ArticleId, Place] = {}
        shell.bus.changed.connect(self._on_changed)

    def open(self, article_id: ArticleId) -> None:
        """Load the article, or take it as it is if it is open already."""
        if article_id in self._open:
            opened, autosave = self._open.pop(article_id)
            self._open[article_id] = (opened, autosave)
            self.opened.emit(opened)
            self.look(article_id)
            return
        write = self._shell.newsroom.write
        self._shell.tasks.run(
            lambda: write.open(article_id), on_done=self._on_loaded, newest="writing.open"
        )

    def remember_place(self, article_id: ArticleId, cursor: int, scroll: int) -> None:
        """Say where the person was in an article at the last start."""
        self._places[article_id] = Place(cursor, cursor, scroll)

    @property
    def is_asking(self) -> bool:
        """Tell whether two texts are shown for the person to choose from."""
        return bool(self._asking)

    def autosave(self, article_id: ArticleId) -> Autosave | None:
        """Return the autosave of an open article."""
        return self._open[article_id][1] if article_id in self._open else None

    def look(self, article_id: ArticleId) -> None:
        """See whether the article was changed elsewhere, such as by a command."""
        if article_id in self._open:
            write = self._shell.newsroom.write
            self._shell.tasks.run(lambda: write.open(article_id), on_done=self._on_looked)

    def after_saving(self, article_id: ArticleId, then: Callable[[], None]) -> None:
        """Save the article if it is open and dirty, then go on; not if saving fails."""
        autosave = self.autosave(article_id)
        if autosave is None:
            then()
        else:
            autosave.finish(lambda saved: then() if saved else None)

    def save_all(self, done: Callable[[bool], None]) -> None:
        """Save everything, one after the other, then say whether all of it worked."""
        self._save_next([autosave for _, autosave in self._open.values()], True, done)

    def _save_next(
        self, waiting: list[Autosave], so_far: bool, done: Callable[[bool], None]
    ) -> None:
        if not waiting:
            done(so_far)
            return
        first, *others = waiting
        first.finish(lambda saved: self._save_next(others, so_far and saved, done))

    def _on_loaded(self, article: Article) -> None:
        if article.id not in self._open:
            opened = OpenArticle(article, self)
            opened.place = self._places.pop(article.id, opened.place)
            autosave = Autosave(self._shell, opened)
            autosave.saved.connect(partial(self.saved.emit, opened))
            autosave.save_failed.connect(partial(self.save_failed.emit, opened))
            autosave.went_stale.connect(partial(self._on_stale, article.id))
            self._open[article.id] = (opened, autosave)
            self._close_oldest()
        self.opened.emit(self._open[article.id][0])

    def _close_oldest(self) -> None:
        for article_id, (opened, autosave) in list(self._open.items())[:-1]:
            if len(self._open) <= MOST_OPEN:
                return
            if autosave.is_settled:
                del self._open[article_id]
                self.closed.emit(opened)
                opened.deleteLater()

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        for article_id in changes.articles & self._open.keys():
            self.look(article_id)

    def _on_looked(self, article: Article) -> None:
        if article.id not in self._open:
            return
        opened, autosave = self._open[article.id]
        if article.head == opened.article.head:
            opened.article = article  # stage and due may have changed
        elif autosave.is_settled:
            opened.take(article)
            self.refreshed.emit(opened)
        # A dirty article finds out when it is saved: then both texts are shown.

    def _on_stale(self, article_id: ArticleId) -> None:
        if article_id in self._asking:
            return
        self._asking.add(article_id)
        write = self._shell.newsroom.write
        self._shell.tasks.run(lambda: write.open(article_id), on_done=self._on_theirs_loaded)

    def _on_theirs_loaded(self, theirs: Article) -> None:
        opened, autosave = self._open[theirs.id]
        dialog = StaleDialog(self._shell, opened.content(), theirs.content)
        dialog.mine_chosen.connect(partial(autosave.save_over, theirs.head))
        dialog.theirs_chosen.connect(partial(self._take_theirs, theirs))
        dialog.finished.connect(partial(self._asked, theirs.id))
        dialog.open()

    def _asked(self, article_id: ArticleId, _result: int) -> None:
        self._asking.discard(article_id)

    def _take_theirs(self, theirs: Article) -> None:
        """Keep mine as a revision under theirs, then make theirs the newest again."""
        opened, autosave = self._open[theirs.id]
        write, mine = self._shell.newsroom.write, opened.content()

        def work() -> Outcome[Article]:
            write.save(theirs.id, mine, base=theirs.head)
            return write.restore(theirs.id, theirs.head)

        def done(outcome: Outcome[Article]) -> None:
            opened.take(outcome.value)
            autosave.start_again()
            self.refreshed.emit(opened)

        self._shell.tasks.run(work, on_done=done)
