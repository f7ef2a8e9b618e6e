# SPDX-License-Identifier: GPL-3.0-or-later
"""What the status bar says of an open article: "612 words · 3 min read · Français · Saved …"."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject

from editor_app.gui.dates import clock_time
from editor_app.gui.labels import language_name, words_text
from editor_app.gui.writing.open_article import OpenArticle
from editor_app.text.words import reading_minutes


class StatusWords(QObject):
    """The words of the line; a class because lupdate knows plurals in `tr` only."""

    def minutes(self, count: int) -> str:
        """Return "3 min read"."""
        return self.tr("%n min read", None, count)

    def saved(self, opened: OpenArticle, at: datetime | None, *, failed: bool) -> str:
        """Return whether and when the text was saved."""
        if failed:
            return self.tr("Not saved")
        if opened.is_dirty:
            return self.tr("Saving…")
        return self.tr("Saved %1").replace("%1", clock_time(at, seconds=True)) if at else ""


def status_text(opened: OpenArticle, count: int, saved_at: datetime | None, *, failed: bool) -> str:
    """Return the whole line for an article of `count` words."""
    say = StatusWords()
    language = opened.article.language
    parts = (
        words_text(count),
        say.minutes(reading_minutes(count, language)),
        language_name(language),
        say.saved(opened, saved_at, failed=failed),
    )
    return " · ".join(part for part in parts if part)
