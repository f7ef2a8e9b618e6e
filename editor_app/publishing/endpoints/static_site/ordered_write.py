# SPDX-License-Identifier: GPL-3.0-or-later
"""Put a publication in place file by file, for folders that cannot be exchanged.

All new files are written first, then a journal, then each file replaces its forerunner:
images and styles, articles, lists, feeds and sitemap, the folder's notes; what goes, goes last. If
the power fails after the journal was written, the next start completes it.
"""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

from editor_app.domain.errors import EndpointRefused
from editor_app.publishing.endpoints.static_site.content_store import STATE
from editor_app.publishing.endpoints.static_site.generation import Change, sync_folder, write_file

_NEXT = f"{STATE}/next"
_JOURNAL = f"{STATE}/journal.json"


def write_in_order(folder: Path, change: Change) -> None:
    """Make the change visible, a file at a time; nothing is visible if it raises OSError."""
    staged = folder / _NEXT
    shutil.rmtree(staged, ignore_errors=True)
    try:
        moves: list[list[str]] = []
        for number, (path, raw) in enumerate(change.write.items()):
            write_file(staged / str(number), raw)
            moves.append([str(number), path])
        sync_folder(staged)
        journal = json.dumps({"moves": moves, "removes": change.remove}).encode()
        write_file(staged / "journal", journal)
    except OSError:
        shutil.rmtree(staged, ignore_errors=True)
        raise
    change.before_exchange()
    os.replace(staged / "journal", folder / _JOURNAL)
    complete(folder)


def is_pending(folder: Path) -> bool:
    """Tell whether a publication was interrupted between its journal and its end."""
    return (folder / _JOURNAL).exists()


def complete(folder: Path) -> None:
    """Do what the journal says, from wherever it stopped. Doing it twice does no harm."""
    try:
        journal = json.loads((folder / _JOURNAL).read_bytes())
    except FileNotFoundError:
        return
    except ValueError as error:
        raise EndpointRefused(f"The journal {folder / _JOURNAL} is damaged.") from error
    for number, path in journal["moves"]:
        staged, target = folder / _NEXT / number, folder / path
        if staged.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            os.replace(staged, target)
    for path in journal["removes"]:
        (folder / path).unlink(missing_ok=True)
        _remove_empty_parents(folder, path)
    sync_folder(folder)
    (folder / _JOURNAL).unlink()
    shutil.rmtree(folder / _NEXT, ignore_errors=True)


def _remove_empty_parents(folder: Path, path: str) -> None:
    parent = (folder / path).parent
    while parent != folder:
        try:
            parent.rmdir()
        except OSError:
            return
        parent = parent.parent
