# SPDX-License-Identifier: GPL-3.0-or-later
"""A desk: what the window shows for one entry of the rail, and what the window gives to a desk.

A new desk is one folder under gui/, a subclass of `Desk` and one line in gui/desks.py.
Make widgets in `build_*`, not in `__init__`: a desk is built when it is first shown.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtWidgets import QWidget

from editor_app.domain.errors import EditorError
from editor_app.domain.ids import ArticleId, SiteId
from editor_app.domain.person import Person
from editor_app.gui.actions import Command
from editor_app.gui.bus import Bus
from editor_app.gui.icons import Icons
from editor_app.gui.newsroom import Newsroom
from editor_app.gui.tasks import TaskProgress, TaskRunner
from editor_app.gui.theme.appearance import Appearance
from editor_app.settings.settings import Settings


class Shell(Protocol):
    """What the main window offers to its desks. All of it belongs to the GUI thread."""

    @property
    def newsroom(self) -> Newsroom:
        """The open newsroom; its services run inside `tasks` only."""
        ...

    @property
    def tasks(self) -> TaskRunner: ...
    @property
    def bus(self) -> Bus: ...
    @property
    def icons(self) -> Icons: ...
    @property
    def appearance(self) -> Appearance: ...
    @property
    def state(self) -> QSettings:
        """What the window remembers of this newsroom: sizes, selections, shortcuts."""
        ...

    @property
    def me(self) -> Person:
        """Who sits at this desk; `me.zone` is the clock that times are shown on."""
        ...

    @property
    def settings(self) -> Settings:
        """The newsroom's settings in force."""
        ...

    def change_me(self, me: Person) -> None:
        """Somebody at this desk changed their name or zone."""
        ...

    def change_settings(self, settings: Settings) -> None:
        """Write new settings and apply theme and text at once."""
        ...

    @property
    def commands(self) -> tuple[Command, ...]:
        """Every command of the window and of all desks."""
        ...

    @property
    def window(self) -> QWidget:
        """The parent of dialogs."""
        ...

    def say(self, text: str, *, undo: Callable[[], None] | None = None) -> None:
        """Say in the quiet bar what was done, with an Undo button if it can be undone."""
        ...

    def fail(self, error: EditorError, *, retry: Callable[[], None] | None = None) -> None:
        """Say in the failure bar what went wrong, with a Try again button if that makes sense."""
        ...

    def show_progress(self, text: str, progress: TaskProgress) -> None:
        """Show a long task with its counts and a Stop button until `hide_progress`."""
        ...

    def hide_progress(self) -> None:
        """The long task is over."""
        ...

    def show_status(self, text: str) -> None:
        """Put text into the left part of the status bar: counts, language, saved at."""
        ...

    def go_to(self, desk_id: str) -> None:
        """Show a desk: articles, translations, calendar, comments, outbox, preferences."""
        ...

    def open_article(self, article_id: ArticleId) -> None:
        """Show the article in the Articles desk."""
        ...

    def open_translation(self, target: ArticleId) -> None:
        """Show the translation in the Translations desk."""
        ...

    def schedule(self, article_id: ArticleId, site_id: SiteId) -> None:
        """Open the publish dialog of an article for a site, at its planned time if it has one."""
        ...

    def reload_shortcuts(self) -> None:
        """The person changed a shortcut: bind them again."""
        ...

    def enable_commands(self) -> None:
        """The desk's selection changed: ask `Desk.is_enabled` again."""
        ...


class Desk(QObject):
    """Base class of all desks."""

    id = ""  # as used by Shell.go_to
    icon = ""  # a key of icons.GLYPHS
    badge_changed = Signal(int)  # how many things wait here; 0 hides the number on the rail

    def __init__(self, shell: Shell, parent: QObject | None = None) -> None:
        """Keep the shell; make no widget yet."""
        super().__init__(parent)
        self.shell = shell

    def title(self) -> str:
        """Return the desk's name on the rail, in the interface language."""
        raise NotImplementedError

    def commands(self) -> tuple[Command, ...]:
        """Return the desk's commands; `call` names a method of this desk."""
        return ()

    def command_receiver(self) -> QObject:
        """Return whose methods the commands name: the desk itself, unless it delegates them."""
        return self

    def is_enabled(self, command: Command) -> bool:
        """Tell whether the command makes sense now; asked after `Shell.enable_commands`."""
        return True

    def build_list(self) -> QWidget | None:
        """Make the list pane, or return None: then the desk has none."""
        return None

    def build_work(self) -> QWidget:
        """Make the work pane."""
        raise NotImplementedError

    def build_inspector(self) -> QWidget | None:
        """Make the inspector, or return None: then the desk has none."""
        return None

    def activate(self) -> None:
        """The desk is shown (panes are built): load what is stale and put the focus somewhere."""

    def deactivate(self) -> None:
        """Another desk takes over: save what is unsaved; nothing may be lost or forgotten."""

    def open_article(self, article_id: ArticleId) -> None:
        """Show this article; called after `activate`. Desks without articles do nothing."""

    def schedule(self, article_id: ArticleId, site_id: SiteId) -> None:
        """Open the publish dialog of an article; only the Articles desk has one."""

    def escape(self) -> bool:
        """Close what is on top; return False if there was nothing."""
        return False

    def finish(self, done: Callable[[bool], None]) -> None:
        """Save everything, then call `done(True)`; `done(False)` keeps the window open."""
        done(True)

    def save_state(self, state: QSettings) -> None:
        """Write selection, scroll positions … ; the group is already this desk's."""

    def restore_state(self, state: QSettings) -> None:
        """Read them back after the panes are built; the group is already this desk's."""
