# SPDX-License-Identifier: GPL-3.0-or-later
"""Entry point: `editor-app` and `python -m editor_app`."""

import sys

from editor_app import __version__, startup_guard


def main() -> int:
    """Say the version; the window and the command line are wired in here."""
    startup_guard.check_qt()
    print(f"editor-app {__version__}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
