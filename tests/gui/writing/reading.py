# SPDX-License-Identifier: GPL-3.0-or-later
"""What another connection reads from the disk."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import Any

from pytestqt.qtbot import QtBot

from editor_app.bootstrap import open_newsroom
from editor_app.domain.article import ArticleContent

Start = Callable[..., Any]
Settle = Callable[[Any], None]


def saved(desk: Any) -> ArticleContent:
    """What another connection reads from the disk."""
    with sqlite3.connect(f"file:{desk.shell.newsroom.folder}/newsroom.db?mode=ro", uri=True) as db:
        assert db.execute("pragma integrity_check").fetchone() == ("ok",)
    other = open_newsroom(desk.shell.newsroom.folder)
    try:
        return other.write.open(desk.shown.article.id).content
    finally:
        other.close()


def wait_saved(qtbot: QtBot, desk: Any) -> None:
    autosave = desk.sessions.autosave(desk.shown.article.id)
    qtbot.waitUntil(lambda: autosave.is_settled, timeout=10_000)
