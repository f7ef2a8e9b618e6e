# SPDX-License-Identifier: GPL-3.0-or-later
# ruff: noqa: E501 - a table reads best with one command a line
"""The commands of the Articles desk."""

from __future__ import annotations

from editor_app.gui.actions import Command
from editor_app.gui.marking import QT_TRANSLATE_NOOP

_HERE = ("articles",)

COMMANDS: tuple[Command, ...] = (
    Command("article.name_revision", QT_TRANSLATE_NOOP("Commands", "Name this revision…"), "name_revision", "Ctrl+S", "save", "article", _HERE, needs_article=True),
    Command("article.publish", QT_TRANSLATE_NOOP("Commands", "Publish now…"), "publish_now", "Ctrl+Shift+Return", "publish", "article", _HERE, needs_article=True),
    Command("article.schedule", QT_TRANSLATE_NOOP("Commands", "Schedule…"), "schedule_shown", "Ctrl+Shift+T", "schedule", "article", _HERE, needs_article=True),
    Command("article.translate", QT_TRANSLATE_NOOP("Commands", "Translate into…"), "translate", "Ctrl+T", "translations", "article", _HERE, needs_article=True),
    Command("article.archive", QT_TRANSLATE_NOOP("Commands", "Archive"), "archive", "", "archive", "article", _HERE, needs_article=True),
    Command("article.unarchive", QT_TRANSLATE_NOOP("Commands", "Bring back from the archive"), "unarchive", "", "unarchive", "article", _HERE, needs_article=True),
    Command("article.new_in", QT_TRANSLATE_NOOP("Commands", "New article in another language…"), "new_in_language", "Ctrl+Alt+N", "new", "newsroom", _HERE),
    Command("edit.bold", QT_TRANSLATE_NOOP("Commands", "Bold"), "bold", "Ctrl+B", "", "edit", _HERE, needs_article=True),
    Command("edit.italic", QT_TRANSLATE_NOOP("Commands", "Italic"), "italic", "Ctrl+I", "", "edit", _HERE, needs_article=True),
    Command("edit.link", QT_TRANSLATE_NOOP("Commands", "Link"), "link", "Ctrl+L", "link", "edit", _HERE, needs_article=True),
    Command("edit.search", QT_TRANSLATE_NOOP("Commands", "Search articles"), "search", "Ctrl+Shift+F", "search", "edit", _HERE),
    Command("view.text", QT_TRANSLATE_NOOP("Commands", "Go to the text"), "go_text", "Ctrl+Alt+2", "articles", "go", _HERE, needs_article=True),
    Command("inspect.details", QT_TRANSLATE_NOOP("Commands", "Show details"), "show_details", "Alt+1", "details", "view", _HERE, needs_article=True),
    Command("inspect.schedule", QT_TRANSLATE_NOOP("Commands", "Show the schedule"), "show_schedule", "Alt+2", "calendar", "view", _HERE, needs_article=True),
    Command("inspect.checks", QT_TRANSLATE_NOOP("Commands", "Show the checks"), "show_checks", "Alt+3", "checks", "view", _HERE, needs_article=True),
    Command("inspect.history", QT_TRANSLATE_NOOP("Commands", "Show the history"), "show_history", "Alt+4", "history", "view", _HERE, needs_article=True),
    Command("inspect.notes", QT_TRANSLATE_NOOP("Commands", "Show the notes"), "show_notes", "Alt+5", "note", "view", _HERE, needs_article=True),
    Command("inspect.languages", QT_TRANSLATE_NOOP("Commands", "Show the languages"), "show_languages", "Alt+6", "languages", "view", _HERE, needs_article=True),
)  # fmt: skip
