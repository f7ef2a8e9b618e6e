# SPDX-License-Identifier: GPL-3.0-or-later
"""One pass of the outbox in a process of its own, to be killed: FOLDER URL, password on stdin."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from tests.servers.wordpress.desk import open_wordpress_desk

if __name__ == "__main__":
    folder, url = sys.argv[1:]
    open_wordpress_desk(Path(folder), url, sys.stdin.read().strip()).run()
