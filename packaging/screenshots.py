# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes screenshots of every desk with the sample newsroom in it.

`python packaging/screenshots.py FOLDER [--quick]`: light and dark, English and French, at
1280×800 and 1920×1080, without a display. `--quick` makes the light English ones alone.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_API", "pyside6")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtWidgets import QApplication

from editor_app.bootstrap import open_newsroom
from editor_app.gui.application import WindowSession, make_application

SIZES = ((1280, 800), (1920, 1080))
PATIENCE_S = 60.0


def wait_until(app: QApplication, condition: Callable[[], bool]) -> None:
    """Run the event loop until the condition holds; fail loudly if it never does."""
    end = time.monotonic() + PATIENCE_S
    while not condition():
        if time.monotonic() > end:
            sys.exit("The window did not get ready.")
        app.processEvents()
        time.sleep(0.005)


def settle(app: QApplication, session: WindowSession) -> None:
    """Wait until nothing is under way and everything is painted."""
    calm_since = time.monotonic()
    while time.monotonic() - calm_since < 0.4:
        app.processEvents()
        if session.tasks.is_busy:
            calm_since = time.monotonic()
        time.sleep(0.005)


def shoot(app: QApplication, profile: Path, folder: Path, theme: str, language: str) -> None:
    """Open the newsroom once and grab every desk at every size."""
    newsroom = open_newsroom(profile)
    newsroom.settings_file.save(replace(newsroom.settings, theme=theme, language=language))
    newsroom.close()
    (profile / "window.ini").unlink(missing_ok=True)
    session = WindowSession(app, profile, open_newsroom)
    window = session.window
    window.show()
    wait_until(app, lambda: window.current_desk is not None)
    for width, height in SIZES:
        window.resize(width, height)
        settle(app, session)
        for desk in window.desks:
            window.go_to(desk.id)
            settle(app, session)
            open_first(window.current_desk)
            settle(app, session)
            name = f"{desk.id}-{theme}-{language}-{width}x{height}.png"
            window.grab().save(str(folder / name))
    window.close()
    wait_until(app, lambda: not window.isVisible())
    session.end()


def open_first(desk: object) -> None:
    """Let the Articles desk show its first article."""
    library = getattr(desk, "library", None)
    if library is not None and getattr(desk, "shown", None) is None:
        row = library.model.article_at(0)
        if row is not None:
            library.article_chosen.emit(row.id)


def main() -> int:
    """Make all screenshots into the folder given."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--quick", action="store_true", help="light and English only")
    options = parser.parse_args()
    folder: Path = options.folder
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        profile = Path(temporary) / "newsroom"
        newsroom = open_newsroom(profile)
        newsroom.sample.open()
        newsroom.close()
        app = make_application()
        themes = ("light",) if options.quick else ("light", "dark")
        languages = ("en",) if options.quick else ("en", "fr")
        for theme in themes:
            for language in languages:
                shoot(app, profile, folder, theme, language)
    print(f"{len(list(folder.glob('*.png')))} screenshots in {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
