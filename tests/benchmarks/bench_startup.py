# SPDX-License-Identifier: GPL-3.0-or-later
"""How long the pieces of a start take, beside a bare Python on the same machine."""

import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 7
COMMANDS = {
    "bare Python": ["-c", "pass"],
    "set-up with nothing to do": ["packaging/dev.py", "setup"],
    "import Qt's widgets": ["-c", "import PySide6.QtWidgets"],
    "import the entry point": ["-c", "import editor_app.__main__"],
    "import the domain": ["-c", "import editor_app.domain.article"],
}


def _median_ms(arguments: list[str]) -> float:
    taken: list[float] = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        subprocess.run([sys.executable, *arguments], cwd=ROOT, capture_output=True, check=True)
        taken.append((time.perf_counter() - began) * 1000)
    return statistics.median(taken)


def test_the_pieces_of_a_start() -> None:
    medians = {name: _median_ms(arguments) for name, arguments in COMMANDS.items()}
    bare = medians["bare Python"]
    print(f"\n{'start':28} {'median ms':>10} {'× bare':>7}   ({ROUNDS} rounds)")
    for name, median in medians.items():
        print(f"{name:28} {median:10.0f} {median / bare:7.1f}")
