# SPDX-License-Identifier: GPL-3.0-or-later
"""The start-up guard, and the crash it guards against."""

import subprocess
import sys
from importlib import metadata

import pytest

from editor_app import startup_guard

CALLS = 50_000
VOID_CALLS = f"""
from PySide6.QtCore import QObject, Signal

class Sender(QObject):
    changed = Signal(bool)

heard = 0

def hear(_value):
    global heard
    heard += 1

sender = Sender()
sender.changed.connect(hear)
for _ in range({CALLS}):
    sender.setObjectName("name")
    sender.changed.emit(True)
print(heard)
"""


@pytest.mark.parametrize(
    ("pyside", "python", "may_start"),
    [
        ("6.8.0", (3, 11), True),
        ("6.11.3", (3, 11), True),
        ("6.12.0", (3, 11), False),
        ("6.12", (3, 11), False),
        ("6.13.1", (3, 10), False),
        ("7.0.0", (3, 11), False),
        ("6.12.0", (3, 12), True),
        ("6.12.0.1", (3, 14), True),
    ],
)
def test_only_a_pair_that_crashes_is_refused(
    pyside: str, python: tuple[int, int], may_start: bool
) -> None:
    reason = startup_guard.refusal(pyside, python)
    assert (reason is None) is may_start
    if reason is not None:
        assert pyside in reason
        assert reason.endswith(".")


def test_the_guard_lets_the_locked_versions_start() -> None:
    startup_guard.check_qt()


def test_the_guard_itself_does_not_touch_qt() -> None:
    code = (
        "import sys; from editor_app import startup_guard; startup_guard.check_qt(); "
        "sys.exit('PySide6' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_fifty_thousand_void_calls_and_signals_leave_python_alive() -> None:
    finished = subprocess.run(
        [sys.executable, "-c", VOID_CALLS], capture_output=True, text=True, check=False
    )
    version = metadata.version("PySide6_Essentials")
    assert finished.returncode == 0, f"PySide6 {version}: {finished.stderr[-2000:]}"
    assert finished.stdout.strip() == str(CALLS)
