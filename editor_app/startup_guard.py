# SPDX-License-Identifier: GPL-3.0-or-later
"""Refuse a PySide6 that would crash this Python, before Qt is touched.

PySide6 6.12 lists Python 3.11 as supported, yet loses a reference to None with every void call
there: the process aborts after some hundreds of signals, in the middle of someone's typing.
"""

import sys
from importlib import metadata

BROKEN_FROM = (6, 12)
SAFE_FROM_PYTHON = (3, 12)


def refusal(pyside_version: str, python_version: tuple[int, int]) -> str | None:
    """Return why this pair must not start, or None if it may."""
    major, minor = (int(part) for part in pyside_version.split(".")[:2])
    if python_version >= SAFE_FROM_PYTHON or (major, minor) < BROKEN_FROM:
        return None
    running = ".".join(map(str, python_version))
    return (
        f"PySide6 {pyside_version} crashes on Python {running}: "
        'install "PySide6_Essentials<6.12", or use Python 3.12 or newer.'
    )


def check_qt() -> None:
    """Exit with one clear sentence if the installed PySide6 would crash this Python."""
    try:
        installed = metadata.version("PySide6_Essentials")
    except metadata.PackageNotFoundError:
        sys.exit("PySide6_Essentials is not installed: run `make setup`, or install editor-app.")
    if reason := refusal(installed, (sys.version_info.major, sys.version_info.minor)):
        sys.exit(reason)
