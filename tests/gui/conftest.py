# SPDX-License-Identifier: GPL-3.0-or-later
"""A real window over a real newsroom in a temporary folder."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor_app.bootstrap import open_newsroom
from editor_app.gui.application import WindowSession, make_application
from editor_app.gui.main_window import MainWindow
from editor_app.gui.opening import OpenNewsroom

PATIENCE_MS = 20_000

StartWindow = Callable[..., WindowSession]


@pytest.fixture(scope="session")
def empty_profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated newsroom without articles; tests get copies."""
    folder = tmp_path_factory.mktemp("empty") / "newsroom"
    open_newsroom(folder).close()
    return folder


@pytest.fixture(scope="session")
def sample_profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample newsroom; tests get copies."""
    folder = tmp_path_factory.mktemp("sample") / "newsroom"
    newsroom = open_newsroom(folder)
    newsroom.sample.open()
    newsroom.close()
    return folder


@pytest.fixture
def profile(tmp_path: Path, empty_profile: Path) -> Path:
    """An empty newsroom of this test's own."""
    return Path(shutil.copytree(empty_profile, tmp_path / "newsroom"))


@pytest.fixture
def sample(tmp_path: Path, sample_profile: Path) -> Path:
    """A sample newsroom of this test's own."""
    return Path(shutil.copytree(sample_profile, tmp_path / "sample"))


@pytest.fixture(scope="session")
def application(qapp: QApplication) -> QApplication:
    """The application with our style and fonts."""
    return make_application()


@pytest.fixture
def start(qtbot: QtBot, application: QApplication) -> Iterator[StartWindow]:
    """Start a window over a profile; every window is closed in order at the end."""
    sessions: list[WindowSession] = []

    def begin(folder: Path, opener: OpenNewsroom = open_newsroom) -> WindowSession:
        session = WindowSession(application, folder, opener)
        sessions.append(session)
        session.window.resize(1280, 800)
        session.window.show()
        qtbot.waitUntil(lambda: is_ready(session.window), timeout=PATIENCE_MS)
        return session

    yield begin
    for session in sessions:
        close(qtbot, session)


def is_ready(window: MainWindow) -> bool:
    """Tell whether the window shows a desk, the welcome screen or what went wrong."""
    return window.pages.currentIndex() > 0 and not window.tasks.is_busy


def close(qtbot: QtBot, session: WindowSession) -> None:
    """Close a window as a person does and wait until it is gone."""
    if session.window.isVisible():
        session.window.close()
        qtbot.waitUntil(lambda: not session.window.isVisible(), timeout=PATIENCE_MS)
    session.end()
    session.window.deleteLater()


@pytest.fixture
def settle(qtbot: QtBot) -> Callable[[WindowSession], None]:
    """Wait until no task is under way."""

    def wait(session: WindowSession) -> None:
        qtbot.waitUntil(lambda: not session.tasks.is_busy, timeout=PATIENCE_MS)

    return wait
