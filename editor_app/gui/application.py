# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts the window: application, fonts, language, theme, one instance; and ends it in order."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QResource, Slot
from PySide6.QtWidgets import QApplication

from editor_app import __version__, startup_guard
from editor_app.gui import crash_log, translators, window_memory
from editor_app.gui.bus import Bus
from editor_app.gui.main_window import MainWindow
from editor_app.gui.opening import Opening, OpenNewsroom
from editor_app.gui.single_instance import SingleInstance
from editor_app.gui.tasks import TaskRunner
from editor_app.gui.theme import fonts
from editor_app.gui.theme.appearance import Appearance
from editor_app.settings.settings_file import SettingsFile

SWITCH_INTERVAL_S = 0.0005
_RESOURCES = Path(__file__).parent / "forms" / "resources.rcc"


class WindowSession:
    """One window over one newsroom, from its making to its orderly end."""

    def __init__(self, app: QApplication, folder: Path, open_newsroom: OpenNewsroom) -> None:
        """Make the window; show nothing yet."""
        self._folder = folder
        settings = SettingsFile(folder / "settings.toml").load()
        self._translators = translators.install(app, settings.language)
        self.appearance = Appearance(app)
        self.appearance.use(settings.theme)
        self.bus = Bus()
        self.tasks = TaskRunner(self.bus)
        self.window = MainWindow(
            self.appearance, self.tasks, self.bus, window_memory.state_of(folder)
        )
        self.window.closing.connect(self._on_closing)
        window_memory.restore_frame(self.window)
        self.opening = Opening(self.window, folder, open_newsroom)

    @Slot()
    def come_forward(self) -> None:
        """Raise the window: somebody started the program again."""
        self.window.setWindowState(self.window.windowState())
        self.window.showNormal() if self.window.isMinimized() else self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    @Slot()
    def _on_closing(self) -> None:
        if self.window.has_newsroom:
            window_memory.save(self.window)
            close = self.window.newsroom.close
            self.tasks.run(close)
        self.tasks.shutdown()

    def end(self) -> None:
        """Take the translators out again."""
        translators.remove(self._translators)


def make_application() -> QApplication:
    """Return the application with our style and fonts."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("editor-app")
    app.setApplicationDisplayName("Editor App")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("editor-app")
    # Workers give the interpreter back ten times as often: typing waits less for them.
    sys.setswitchinterval(SWITCH_INTERVAL_S)
    app.setStyle("Fusion")
    QResource.registerResource(str(_RESOURCES))
    fonts.register(app)
    return app


def run_window(folder: Path, open_newsroom: OpenNewsroom) -> int:
    """Show the newsroom in `folder` until the window is closed; return the exit code."""
    startup_guard.check_qt()
    app = make_application()
    instance = SingleInstance(folder)
    if not instance.claim():
        return 0
    session = WindowSession(app, folder, open_newsroom)
    instance.raise_requested.connect(session.come_forward)
    crash_log.start_log(folder)
    crash_log.install_hook(session.window.fail)
    try:
        session.window.show()
        return app.exec()
    finally:
        crash_log.remove_hook()
        crash_log.stop_log()
        instance.release()
        session.end()
