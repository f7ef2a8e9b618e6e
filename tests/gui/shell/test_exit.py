# SPDX-License-Identifier: GPL-3.0-or-later
"""The program ends in order, whatever is on the clipboard."""

import subprocess
import sys
from pathlib import Path

SCRIPT = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from editor_app.bootstrap import open_newsroom
from editor_app.gui.application import make_application, run_window
from editor_app.gui.writing.body_edit import BodyEdit

app = make_application()
edit = BodyEdit()

def step():
    windows = [one for one in app.topLevelWidgets() if one.isVisible()]
    if windows and not windows[0].tasks.is_busy and windows[0].pages.currentIndex() > 0:
        edit.setPlainText("copied words")
        edit.selectAll()
        edit.copy()
        assert app.clipboard().text() == "copied words"
        windows[0].close()

timer = QTimer(interval=50)
timer.timeout.connect(step)
timer.start()
sys.exit(run_window(Path(sys.argv[1]), open_newsroom))
"""


def test_words_copied_from_the_page_do_not_crash_the_program_at_its_end(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(tmp_path / "newsroom")],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr[-2000:]
