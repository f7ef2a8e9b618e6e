# SPDX-License-Identifier: GPL-3.0-or-later
"""Entry point: `editor-app` and `python -m editor_app`. Without a command the window opens."""

import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from editor_app import cli

if TYPE_CHECKING:
    from editor_app.bootstrap import Newsroom


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command, or the window if there is none; return the exit code."""
    parsed = cli.parse(sys.argv[1:] if arguments is None else arguments)
    if isinstance(parsed, int):
        return parsed
    return _window(parsed) if parsed.command is None else cli.run(parsed)


def _window(parsed: Namespace) -> int:
    from editor_app import startup_guard

    if _has_no_display():
        print(
            "editor-app: there is no display to open a window on. The commands work without one: "
            "“editor-app --help” lists them; “python -m editor_app.demo” shows the main job.",
            file=sys.stderr,
        )
        return 1
    startup_guard.check_qt()
    from editor_app.gui.application import run_window
    from editor_app.settings.profile_folder import default_folder

    folder = cli.profile_folder(parsed) or default_folder()
    return run_window(folder.expanduser().absolute(), _open_newsroom)


def _open_newsroom(folder: Path) -> "Newsroom":
    # Half a second of imports: the window is on the screen before.
    from editor_app.bootstrap import open_newsroom

    return open_newsroom(folder)


def _has_no_display() -> bool:
    # Qt would abort the process, with advice that does not help.
    asked = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform == "linux" and not any(os.environ.get(name) for name in asked)


if __name__ == "__main__":
    sys.exit(main())
