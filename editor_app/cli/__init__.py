# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line: the same services as the window, without it."""

from editor_app.cli.program import INTERRUPTED, main, parse, profile_folder, run

__all__ = ["INTERRUPTED", "main", "parse", "profile_folder", "run"]
