# SPDX-License-Identifier: GPL-3.0-or-later
"""All commands with their shortcuts, and which of them would be in each other's way."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSettings,
    Qt,
)
from PySide6.QtGui import QKeySequence

from editor_app.gui.actions import EXTRA_SHORTCUTS, Command, command_text, shortcut_of

COMMAND_ROLE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


def in_the_way(
    command: Command, shortcut: str, commands: tuple[Command, ...], state: QSettings
) -> Command | None:
    """Return a command that has the shortcut already and can be meant at the same time."""
    if not shortcut:
        return None
    wanted = QKeySequence(shortcut)
    for other in commands:
        if other.id == command.id:
            continue
        apart = command.desks and other.desks and not set(command.desks) & set(other.desks)
        keys = (shortcut_of(other, state), EXTRA_SHORTCUTS.get(other.id, ""))
        if not apart and any(key and QKeySequence(key) == wanted for key in keys):
            return other
    return None


class ShortcutModel(QAbstractTableModel):
    """Two columns: the command and its shortcut."""

    def __init__(
        self, commands: tuple[Command, ...], state: QSettings, parent: QObject | None = None
    ) -> None:
        """List the commands by their words."""
        super().__init__(parent)
        self._commands = sorted(commands, key=lambda one: command_text(one).casefold())
        self._state = state

    def command(self, row: int) -> Command:
        """Return the command of a row."""
        return self._commands[row]

    def refresh(self) -> None:
        """A shortcut has changed."""
        self.dataChanged.emit(self.index(0, 1), self.index(len(self._commands) - 1, 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of commands."""
        return 0 if parent.isValid() else len(self._commands)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the two columns."""
        return 0 if parent.isValid() else 2

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Name the columns."""
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return (self.tr("Command"), self.tr("Shortcut"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the command's words or its shortcut in the platform's spelling."""
        command = self._commands[index.row()]
        if role == COMMAND_ROLE:
            return command
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if index.column() == 0:
            return command_text(command)
        keys = QKeySequence(shortcut_of(command, self._state))
        return keys.toString(QKeySequence.SequenceFormat.NativeText)
