# SPDX-License-Identifier: GPL-3.0-or-later
"""The Articles desk with a new article on the page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from editor_app.gui.writing.desk import WritingDesk

Start = Callable[..., Any]
Settle = Callable[[Any], None]


@pytest.fixture
def desk(qtbot: QtBot, start: Start, settle: Settle, profile: Path) -> Any:
    """The Articles desk with a new article on the page."""
    session = start(profile)
    qtbot.keyClick(session.window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: session.window.current_desk is not None)
    settle(session)
    desk = session.window.desk("articles")
    assert isinstance(desk, WritingDesk)
    qtbot.waitUntil(lambda: desk.shown is not None)
    return desk
