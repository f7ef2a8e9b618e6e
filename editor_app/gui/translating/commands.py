# SPDX-License-Identifier: GPL-3.0-or-later
"""The commands of the Translations desk."""
# ruff: noqa: E501 - one command a line reads as the table it is

from __future__ import annotations

from editor_app.gui.actions import Command
from editor_app.gui.marking import QT_TRANSLATE_NOOP

_HERE = ("translations",)


def _placeholder(number: int, text: str) -> Command:
    """Return the command that inserts one placeholder; only in the command box."""
    call = f"insert_placeholder_{number}"
    return Command(
        f"translation.placeholder_{number}", text, call, f"Ctrl+Alt+{number}", desks=_HERE
    )


COMMANDS: tuple[Command, ...] = (
    Command("translation.confirm", QT_TRANSLATE_NOOP("Commands", "Confirm and go to the next segment"), "confirm_segment", "Ctrl+Return", "confirm", "edit", _HERE),
    Command("translation.copy_source", QT_TRANSLATE_NOOP("Commands", "Copy the source into the translation"), "copy_source", "Ctrl+Shift+C", "copy", "edit", _HERE),
    Command("translation.next_unfinished", QT_TRANSLATE_NOOP("Commands", "Go to the next unfinished segment"), "go_next_unfinished", "Ctrl+Alt+Down", "down", "go", _HERE),
    Command("translation.next", QT_TRANSLATE_NOOP("Commands", "Go to the next segment"), "go_next_segment", "Alt+Down", "down", "go", _HERE),
    Command("translation.previous", QT_TRANSLATE_NOOP("Commands", "Go to the previous segment"), "go_previous_segment", "Alt+Up", "up", "go", _HERE),
    Command("translation.filter", QT_TRANSLATE_NOOP("Commands", "Filter the segments"), "focus_filter", "Ctrl+F", "filter", "edit", _HERE),
    Command("translation.read", QT_TRANSLATE_NOOP("Commands", "Read the translation as a page"), "toggle_page", "Ctrl+Shift+R", "articles", "view", _HERE),
    Command("translation.refresh", QT_TRANSLATE_NOOP("Commands", "Refresh from the changed source"), "refresh_source", "", "sync", "article", _HERE),
    Command("translation.claim", QT_TRANSLATE_NOOP("Commands", "Claim or release the translation"), "toggle_claim", "", "claim", "article", _HERE),
    Command("translation.open_article", QT_TRANSLATE_NOOP("Commands", "Open the translation as an article"), "open_as_article", "", "articles", "article", _HERE),
    _placeholder(1, QT_TRANSLATE_NOOP("Commands", "Insert placeholder 1")),
    _placeholder(2, QT_TRANSLATE_NOOP("Commands", "Insert placeholder 2")),
    _placeholder(3, QT_TRANSLATE_NOOP("Commands", "Insert placeholder 3")),
    _placeholder(4, QT_TRANSLATE_NOOP("Commands", "Insert placeholder 4")),
    _placeholder(5, QT_TRANSLATE_NOOP("Commands", "Insert placeholder 5")),
    _placeholder(6, QT_TRANSLATE_NOOP("Commands", "Insert placeholder 6")),
    _placeholder(7, QT_TRANSLATE_NOOP("Commands", "Insert placeholder 7")),
    _placeholder(8, QT_TRANSLATE_NOOP("Commands", "Insert placeholder 8")),
    _placeholder(9, QT_TRANSLATE_NOOP("Commands", "Insert placeholder 9")),
)  # fmt: skip
