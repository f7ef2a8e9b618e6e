# SPDX-License-Identifier: GPL-3.0-or-later
"""Saves what is typed: 800 ms after the last key, 1.5 s after the first unsaved one at the latest.

With the time of the commit itself, never more than two seconds of typing can be lost.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from editor_app.domain.article import Article
from editor_app.domain.errors import EditorError, StaleRevision
from editor_app.domain.ids import RevisionId
from editor_app.domain.revision import Reason
from editor_app.gui.desk import Shell
from editor_app.gui.writing.open_article import OpenArticle
from editor_app.services.changes import Outcome

IDLE_MS = 800
DEADLINE_MS = 1_500


class Autosave(QObject):
    """Saves one open article; one save is under way at a time."""

    saved = Signal(object)  # datetime, this computer's clock
    save_failed = Signal(object)  # EditorError; the text is still in the editor
    went_stale = Signal()  # the article has a newer revision than ours

    def __init__(self, shell: Shell, opened: OpenArticle) -> None:
        """Watch the article."""
        super().__init__(opened)
        self._shell, self._opened = shell, opened
        self._idle = QTimer(self, singleShot=True, interval=IDLE_MS)
        self._deadline = QTimer(self, singleShot=True, interval=DEADLINE_MS)
        self._idle.timeout.connect(self.save)
        self._deadline.timeout.connect(self.save)
        self._saving = False
        self._again = False
        self._stopped = False  # a failure is shown: the person decides when to try again
        self._then: list[Callable[[bool], None]] = []
        opened.changed.connect(self._on_changed)

    @property
    def is_settled(self) -> bool:
        """Tell whether everything is on the disk."""
        return not self._saving and not self._opened.is_dirty

    @property
    def has_failed(self) -> bool:
        """Tell whether the last save failed."""
        return self._stopped

    @Slot()
    def save(self) -> None:
        """Save now what is unsaved."""
        self._idle.stop()
        self._deadline.stop()
        if self._saving:
            self._again = True
        elif self._opened.is_dirty:
            self._start(Reason.TYPED, "", self._opened.article.head)
        else:
            self._tell(True)

    def save_named(self, name: str) -> None:
        """Save now and give the revision a name, even if nothing has changed."""
        self.finish(lambda saved: self._start(Reason.NAMED, name, None) if saved else None)

    def save_over(self, base: RevisionId) -> None:
        """Save mine on top of a revision that came from elsewhere."""
        self._stopped = False
        self._start(Reason.TYPED, "", base)

    def try_again(self) -> None:
        """Save after a failure."""
        self._stopped = False
        self.save()

    def start_again(self) -> None:
        """Go on after the person chose another text."""
        self._stopped = False

    def finish(self, then: Callable[[bool], None]) -> None:
        """Save, then say whether everything is on the disk."""
        self._then.append(then)
        self.save()

    def _start(self, reason: Reason, name: str, base: RevisionId | None) -> None:
        opened, write = self._opened, self._shell.newsroom.write
        version, content = opened.version, opened.content()
        article_id = opened.article.id
        based_on = base or opened.article.head
        emptied = opened.was_emptied_by_hand
        self._saving = True

        def work() -> Outcome[Article]:
            return write.save(
                article_id,
                content,
                base=based_on,
                reason=reason,
                name=name,
                emptied_on_purpose=emptied,
            )

        def done(outcome: Outcome[Article]) -> None:
            self._on_saved(outcome.value, version)

        self._shell.tasks.run(work, on_done=done, on_failed=self._on_failed)

    @Slot()
    def _on_changed(self) -> None:
        if self._stopped:
            return
        self._idle.start()
        if not self._deadline.isActive():
            self._deadline.start()

    def _on_saved(self, article: Article, version: int) -> None:
        self._saving, self._stopped = False, False
        self._opened.was_saved(article, version)
        self.saved.emit(datetime.now().astimezone())
        if self._again or (self._then and self._opened.is_dirty):
            self._again = False
            self.save()
        else:
            self._tell(True)

    def _on_failed(self, error: EditorError) -> None:
        self._saving, self._again, self._stopped = False, False, True
        if isinstance(error, StaleRevision):
            self.went_stale.emit()
        else:
            self.save_failed.emit(error)
        self._tell(False)

    def _tell(self, saved: bool) -> None:
        waiting, self._then = self._then, []
        for then in waiting:
            then(saved)
