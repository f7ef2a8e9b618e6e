# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a person's newsroom lies unless they say otherwise; cheap to import before the window."""

from __future__ import annotations

from pathlib import Path


def default_folder() -> Path:
    """Return where the platform keeps a person's newsroom."""
    import platformdirs

    return Path(platformdirs.user_data_dir("editor-app", appauthor=False)) / "newsroom"
