# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes QActions of the command table: menu bar, shortcuts, and what is enabled where."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, QSettings
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from editor_app.gui.actions import EXTRA_SHORTCUTS, MENUS, Command, command_text, shortcut_of
from editor_app.gui.desk import Desk
from editor_app.gui.icons import Icons


class CommandActions(QObject):
    """All commands of the window and its desks, ready to be triggered by id."""

    def __init__(self, window: QMainWindow, icons: Icons, state: QSettings) -> None:
        """Make the empty menus."""
        super().__init__(window)
        self._window, self._icons, self._state = window, icons, state
        self.commands: tuple[Command, ...] = ()
        self._actions: dict[str, QAction] = {}
        self._receivers: dict[str, QObject] = {}
        self._owners: dict[str, Desk | None] = {}
        self._menus: dict[str, QMenu] = {}
        for name, text in MENUS:
            title = QCoreApplication.translate("Commands", text)
            self._menus[name] = window.menuBar().addMenu(title)

    def add(
        self, commands: tuple[Command, ...], receiver: QObject, desk: Desk | None = None
    ) -> None:
        """Add commands whose methods the receiver has; `desk` says when they make sense."""
        for command in commands:
            action = QAction(command_text(command), self._window)
            action.setObjectName(command.id)
            action.setCheckable(command.checkable)
            action.triggered.connect(partial(self._run, command.id))
            self._icons.put_on(action, command.icon) if command.icon else None
            self._actions[command.id] = action
            self._receivers[command.id] = receiver
            self._owners[command.id] = desk
            self._window.addAction(action)
            if command.menu:
                self._menus[command.menu].addAction(action)
        self.commands += commands
        self.bind_shortcuts()

    def action(self, command_id: str) -> QAction:
        """Return the action of a command."""
        return self._actions[command_id]

    def receiver(self, command_id: str) -> QObject:
        """Return whose method carries the command out."""
        return self._receivers[command_id]

    def bind_shortcuts(self) -> None:
        """Give every action the person's shortcut for it."""
        for command in self.commands:
            keys = [shortcut_of(command, self._state), EXTRA_SHORTCUTS.get(command.id, "")]
            self._actions[command.id].setShortcuts([QKeySequence(key) for key in keys if key])

    def enable(self, is_enabled: Callable[[Command, Desk | None], bool]) -> None:
        """Enable what makes sense now."""
        for command in self.commands:
            self._actions[command.id].setEnabled(is_enabled(command, self._owners[command.id]))

    def enabled(self) -> tuple[Command, ...]:
        """Return the commands that can be triggered now."""
        return tuple(one for one in self.commands if self._actions[one.id].isEnabled())

    def _run(self, command_id: str, _checked: bool = False) -> None:
        command = next(one for one in self.commands if one.id == command_id)
        method: Callable[[], object] = getattr(self._receivers[command_id], command.call)
        method()
