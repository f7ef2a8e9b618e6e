# SPDX-License-Identifier: GPL-3.0-or-later
# ruff: noqa: E501 - a table reads best with one command a line
"""Every command of the window is data: menus, command box and shortcut sheet are made of it.

A desk lists its own commands the same way and returns them from `Desk.commands()`:

    COMMANDS = (
        Command(
            id="outbox.retry",
            text=QT_TRANSLATE_NOOP("Commands", "Try again now"),
            call="retry_selected",     # a method of the desk, called without arguments
            shortcut="Ctrl+R",
            icon="retry",
            menu="article",
            desks=("outbox",),
        ),
    )

Texts are marked with the context "Commands" so that lupdate finds them, and shown through
`command_text`. Shortcuts can be changed by the person: `shortcut_of` knows theirs.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QSettings

from editor_app.gui.marking import QT_TRANSLATE_NOOP

SHORTCUTS_GROUP = "shortcuts"


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a person can ask for."""

    id: str  # room.verb
    text: str  # English, sentence case, starts with a verb; context "Commands"
    call: str  # method of the desk (or, for the window's own commands, of the window)
    shortcut: str = ""  # portable text, as in Ctrl+Shift+V
    icon: str = ""  # a key of icons.GLYPHS
    menu: str = ""  # newsroom, edit, article, view, go, help; "" only in the command box
    desks: tuple[str, ...] = ()  # desks in which it is enabled; empty: everywhere
    checkable: bool = False
    needs_article: bool = False  # enabled only while an article is open


MENUS: tuple[tuple[str, str], ...] = (
    ("newsroom", QT_TRANSLATE_NOOP("Commands", "&Newsroom")),
    ("edit", QT_TRANSLATE_NOOP("Commands", "&Edit")),
    ("article", QT_TRANSLATE_NOOP("Commands", "&Article")),
    ("view", QT_TRANSLATE_NOOP("Commands", "&View")),
    ("go", QT_TRANSLATE_NOOP("Commands", "&Go")),
    ("help", QT_TRANSLATE_NOOP("Commands", "&Help")),
)

WINDOW_COMMANDS: tuple[Command, ...] = (
    Command("article.new", QT_TRANSLATE_NOOP("Commands", "New article"), "new_article", "Ctrl+N", "new", "newsroom"),
    Command("article.paste_page", QT_TRANSLATE_NOOP("Commands", "Paste a page…"), "paste_page", "Ctrl+Shift+V", "paste", "newsroom"),
    Command("article.open_file", QT_TRANSLATE_NOOP("Commands", "Import a file…"), "import_file", "Ctrl+O", "import", "newsroom"),
    Command("window.quit", QT_TRANSLATE_NOOP("Commands", "Quit"), "close", "Ctrl+Q", "close", "newsroom"),
    Command("go.articles", QT_TRANSLATE_NOOP("Commands", "Go to articles"), "go_articles", "Ctrl+1", "articles", "go"),
    Command("go.translations", QT_TRANSLATE_NOOP("Commands", "Go to translations"), "go_translations", "Ctrl+2", "translations", "go"),
    Command("go.calendar", QT_TRANSLATE_NOOP("Commands", "Go to the calendar"), "go_calendar", "Ctrl+3", "calendar", "go"),
    Command("go.comments", QT_TRANSLATE_NOOP("Commands", "Go to comments"), "go_comments", "Ctrl+4", "comments", "go"),
    Command("go.outbox", QT_TRANSLATE_NOOP("Commands", "Go to the outbox"), "go_outbox", "Ctrl+5", "outbox", "go"),
    Command("go.preferences", QT_TRANSLATE_NOOP("Commands", "Open preferences"), "go_preferences", "Ctrl+,", "preferences", "go"),
    Command("go.command_box", QT_TRANSLATE_NOOP("Commands", "Find a command or an article…"), "show_command_box", "Ctrl+K", "search", "go"),
    Command("view.list", QT_TRANSLATE_NOOP("Commands", "Show the list"), "toggle_list", "Ctrl+Alt+L", "panes", "view", checkable=True),
    Command("view.inspector", QT_TRANSLATE_NOOP("Commands", "Show the inspector"), "toggle_inspector", "Ctrl+Alt+I", "details", "view", checkable=True),
    Command("view.rail", QT_TRANSLATE_NOOP("Commands", "Show the desks"), "toggle_rail", "Ctrl+Alt+D", "panes", "view", checkable=True),
    Command("view.focus", QT_TRANSLATE_NOOP("Commands", "Focus on the text"), "toggle_focus", "F11", "focus", "view", checkable=True),
    Command("help.shortcuts", QT_TRANSLATE_NOOP("Commands", "Show all shortcuts"), "show_shortcuts", "F1", "keyboard", "help"),
    Command("help.sync", QT_TRANSLATE_NOOP("Commands", "Send and receive now"), "sync_now", "F5", "sync", "newsroom"),
)  # fmt: skip

# A second key for the same command, never shown in menus.
EXTRA_SHORTCUTS: dict[str, str] = {"go.command_box": "Ctrl+Shift+P"}


def command_text(command: Command) -> str:
    """Return the command's text in the interface language."""
    return QCoreApplication.translate("Commands", command.text)


def shortcut_of(command: Command, state: QSettings) -> str:
    """Return the person's own shortcut for the command, or the one it comes with."""
    value = state.value(f"{SHORTCUTS_GROUP}/{command.id}")
    return command.shortcut if value is None else str(value)


def change_shortcut(command: Command, shortcut: str, state: QSettings) -> None:
    """Remember the person's shortcut; the built-in one is simply forgotten again."""
    key = f"{SHORTCUTS_GROUP}/{command.id}"
    if shortcut == command.shortcut:
        state.remove(key)
    else:
        state.setValue(key, shortcut)
