# SPDX-License-Identifier: GPL-3.0-or-later
"""What the window remembers of a newsroom from one start to the next."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings

from editor_app.gui.desk import Desk

if TYPE_CHECKING:
    from editor_app.gui.main_window import MainWindow


def profile_key(folder: Path) -> str:
    """Return a short name for a profile's folder, the same at each start."""
    return hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:16]


def state_of(folder: Path) -> QSettings:
    """Return where the window's state for this profile is kept: beside the newsroom's data."""
    return QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)


def in_group(state: QSettings, desk: Desk, use: Callable[[QSettings], None]) -> None:
    """Let a desk read or write in its own group."""
    state.beginGroup(f"desk-{desk.id}")
    try:
        use(state)
    finally:
        state.endGroup()


def save(window: MainWindow) -> None:
    """Remember sizes, the open desk and what each desk remembers."""
    state = window.state
    state.setValue("window/geometry", window.saveGeometry())
    if window.current_desk is not None:
        state.setValue("window/desk", window.current_desk.id)
    window.panes.save_state(state)
    for desk in window.desks:
        if window.panes.is_built(desk):
            in_group(state, desk, desk.save_state)
    state.sync()


def restore_frame(window: MainWindow) -> None:
    """Give the window its place and its panes their sizes; done before it is shown."""
    geometry = window.state.value("window/geometry")
    if geometry is not None:
        window.restoreGeometry(geometry)
    window.panes.restore_state(window.state)


def last_desk(window: MainWindow) -> str:
    """Return the desk that was open last."""
    wanted = str(window.state.value("window/desk", "articles"))
    return wanted if wanted in {desk.id for desk in window.desks} else "articles"
