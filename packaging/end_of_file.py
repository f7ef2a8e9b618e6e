# SPDX-License-Identifier: GPL-3.0-or-later
"""Pre-commit hook: end each named text file with exactly one newline."""

from __future__ import annotations

import sys
from pathlib import Path


def main(names: list[str]) -> int:
    """Mend the files; 1 if one had to be, as pre-commit expects."""
    mended = 0
    for name in names:
        path = Path(name)
        content = path.read_bytes()
        wanted = content.rstrip(b"\r\n") + b"\n" if content.strip() else content
        if content != wanted:
            path.write_bytes(wanted)
            print(f"mended {name}")
            mended = 1
    return mended


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
