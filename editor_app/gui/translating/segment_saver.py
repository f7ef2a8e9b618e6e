# SPDX-License-Identifier: GPL-3.0-or-later
"""Saves typed segments: 800 ms after the last key, 1.5 s after the first, never two at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from editor_app.domain.errors import EditorError
from editor_app.domain.ids import ArticleId
from editor_app.gui.desk import Shell
from editor_app.services.changes import Outcome
from editor_app.services.views import TranslationView

IDLE_MS = 800
DEADLINE_MS = 1500

Texts = dict[str, tuple[str, bool]]  # key → text, confirmed


class SegmentSaver(QObject):
    """Holds what is not on the disk yet, for any number of translations."""

    saved = Signal(object)  # TranslationView
    failed = Signal(object)  # EditorError; the text is still held here

    def __init__(self, shell: Shell, parent: QObject | None = None) -> None:
        """Hold nothing."""
        super().__init__(parent)
        self._shell = shell
        self._waiting: dict[ArticleId, Texts] = {}
        self._under_way: tuple[ArticleId, Texts] | None = None
        self._after: list[Callable[[bool], None]] = []
        self._idle = QTimer(self)
        self._deadline = QTimer(self)
        for timer, interval in ((self._idle, IDLE_MS), (self._deadline, DEADLINE_MS)):
            timer.setSingleShot(True)
            timer.setInterval(interval)
            timer.timeout.connect(self.save_now)

    @property
    def is_clean(self) -> bool:
        """Tell whether everything typed is on the disk."""
        return not self._waiting and self._under_way is None

    def unsaved_keys(self, target: ArticleId) -> frozenset[str]:
        """Return the segments whose newest text has not been sent to the disk yet."""
        return frozenset(self._waiting.get(target, {}))

    def forget(self, target: ArticleId) -> None:
        """Drop what waits for a translation that does not exist any more."""
        self._waiting.pop(target, None)

    def hold(self, target: ArticleId, key: str, text: str, *, confirm: bool = False) -> None:
        """Take a text to save soon; a confirmed one is saved at once."""
        self._waiting.setdefault(target, {})[key] = (text, confirm)
        self._idle.start()
        if not self._deadline.isActive():
            self._deadline.start()
        if confirm:
            self.save_now()

    def finish(self, done: Callable[[bool], None]) -> None:
        """Save everything, then call ``done``: with False if something could not be saved."""
        self._after.append(done)
        if self.is_clean:
            self._settle(saved=True)
        else:
            self.save_now()

    @Slot()
    def save_now(self) -> None:
        """Send what waits to the database thread, unless a save is under way."""
        if self._under_way is not None or not self._waiting:
            return
        self._idle.stop()
        self._deadline.stop()
        target = next(iter(self._waiting))
        texts = self._waiting.pop(target)
        self._under_way = (target, texts)
        translate = self._shell.newsroom.translate
        self._shell.tasks.run(
            lambda: translate.set_segments(target, texts),
            on_done=self._on_saved,
            on_failed=self._on_failed,
        )

    def _on_saved(self, outcome: Outcome[TranslationView]) -> None:
        self._under_way = None
        self.saved.emit(outcome.value)
        if not self._waiting:
            self._settle(saved=True)
        elif self._after or not self._idle.isActive():
            self.save_now()

    def _on_failed(self, error: EditorError) -> None:
        if self._under_way is not None:
            target, texts = self._under_way
            self._waiting[target] = texts | self._waiting.get(target, {})
            self._under_way = None
        self.failed.emit(error)
        self._settle(saved=False)

    def _settle(self, *, saved: bool) -> None:
        callbacks, self._after = self._after, []
        for done in callbacks:
            done(saved)
