# SPDX-License-Identifier: GPL-3.0-or-later
"""Where resources/ lies: beside the package in a checkout, inside it in an installed wheel."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_INSTALLED = _PACKAGE / "resources"
_ROOT = _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parent / "resources"


def resource(relative: str) -> Path:
    """Return the path of a file or folder under resources/, such as `templates/article.html`."""
    return _ROOT / relative
