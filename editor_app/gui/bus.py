# SPDX-License-Identifier: GPL-3.0-or-later
"""The one broadcast of what changed: every model listens here and reloads those rows only."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from editor_app.services.changes import Changes


class Bus(QObject):
    """Lives on the GUI thread. `TaskRunner` announces every Outcome; nobody else needs to."""

    changed = Signal(object)  # Changes

    def announce(self, changes: Changes) -> None:
        """Tell all listeners, unless nothing changed."""
        if changes != Changes():
            self.changed.emit(changes)
