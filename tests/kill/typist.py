# SPDX-License-Identifier: GPL-3.0-or-later
"""A person at the real window: types at a human pace and tells a pipe when each key was typed.

`python -m tests.kill.typist PROFILE ARTICLE SEED`; it types until it is killed. Each line on
standard output is one key: the machine's monotonic clock in nanoseconds, then the character
in hexadecimal.
"""

from __future__ import annotations

import os
import random
import sys
import time
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from editor_app.bootstrap import open_newsroom
from editor_app.domain.ids import ArticleId
from editor_app.gui.application import make_application, run_window
from editor_app.gui.main_window import MainWindow

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_FASTEST_MS, _SLOWEST_MS = 40, 220  # between two keys; a quick writer's


class Typist(QObject):
    """Waits for the window, opens the article and types into its text."""

    def __init__(self, article_id: ArticleId, seed: int) -> None:
        """Begin to look for the window."""
        super().__init__()
        self._article_id, self._chance = article_id, random.Random(seed)
        self._window: MainWindow | None = None
        self._body: QPlainTextEdit | None = None
        self._timer = QTimer(self, singleShot=True, interval=20)
        self._timer.timeout.connect(self._on_timeout)
        self._timer.start()

    @Slot()
    def _on_timeout(self) -> None:
        if self._window is None:
            self._look_for_the_window()
        elif self._body is None:
            self._look_for_the_text(self._window)
        else:
            self._type(self._body)
            self._timer.setInterval(self._chance.randint(_FASTEST_MS, _SLOWEST_MS))
        self._timer.start()

    def _look_for_the_window(self) -> None:
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, MainWindow) and widget.current_desk is not None:
                self._window = widget
                widget.open_article(self._article_id)

    def _look_for_the_text(self, window: MainWindow) -> None:
        body = window.findChild(QPlainTextEdit, "body_edit")
        if body is not None and body.isVisible() and not body.isReadOnly():
            body.moveCursor(QTextCursor.MoveOperation.End)
            self._body = body

    def _type(self, body: QPlainTextEdit) -> None:
        character = self._chance.choice(_LETTERS + "   \n")
        now = time.monotonic_ns()
        if character == "\n":
            QTest.keyClick(body, Qt.Key.Key_Return)
        else:
            QTest.keyClicks(body, character)
        # One write, so that a kill cannot cut the line.
        os.write(sys.stdout.fileno(), f"{now} {ord(character):x}\n".encode())


def main() -> int:
    """Run the application with the typist at it."""
    profile, article_id, seed = Path(sys.argv[1]), ArticleId(sys.argv[2]), int(sys.argv[3])
    make_application()
    typist = Typist(article_id, seed)
    code = run_window(profile, open_newsroom)
    typist.deleteLater()
    return code


if __name__ == "__main__":
    sys.exit(main())
