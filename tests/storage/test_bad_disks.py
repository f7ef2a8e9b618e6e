# SPDX-License-Identifier: GPL-3.0-or-later
"""A full or read-only disk is a sentence that carries the text; what was saved stays saved.

Permission bits do not stop root, and a simulated error is not a full disk, so these tests
mount small file systems in a mount namespace of their own. Where that is not allowed they
say so and are skipped.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from editor_app.storage.care import check_database

_AS_ROOT = [] if os.geteuid() == 0 else ["--map-root-user", "--user"]
_IN_NAMESPACE = ["unshare", *_AS_ROOT, "--mount"]


def _may_mount() -> bool:
    if shutil.which("unshare") is None:
        return False
    trial = [*_IN_NAMESPACE, "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
    return subprocess.run(trial, capture_output=True, check=False).returncode == 0


pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not _may_mount(),
    reason="this machine lets nobody mount a file system in a namespace, so no disk can be "
    "made full or read-only here",
)

_PROLOGUE = """
import json, sys
from pathlib import Path
from editor_app.domain.errors import CannotSave, EditorError
from editor_app.storage.database import Database
from editor_app.storage.migrate import bring_up_to_date
from editor_app.storage.unit_of_work import Library
from tests.storage.values import add_article
folder = Path(sys.argv[1])
path = folder / "newsroom.db"
"""


def _run(folder: Path, mount: str, code: str) -> dict[str, str]:
    """Run the code where ``mount`` has been done to the folder; return what it printed."""
    script = f'{mount} && exec "$0" -c "$1" "$2"'
    command = [*_IN_NAMESPACE, "sh", "-c", script, sys.executable, _PROLOGUE + code, str(folder)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)


def test_a_full_disk_carries_the_text_and_keeps_what_was_saved(tmp_path: Path) -> None:
    mount = f"mount -t tmpfs -o size=1m tmpfs {tmp_path}"
    told = _run(
        tmp_path,
        mount,
        """
bring_up_to_date(path, folder / "backups")
library = Library(Database(path))
body, saved, error = "word " * 4000, 0, None
for number in range(200):
    try:
        with library.write(kept=body) as unit:
            add_article(unit, headline=f"Ferry {number}", body=f"{number} {body}")
        saved += 1
    except CannotSave as refused:
        error = refused
        break
with library.read() as unit:
    there = len(unit.library.rows({}, limit=-1))
library.database.close()
from editor_app.storage.care import integrity_problems
print(json.dumps({"saved": saved, "there": there, "kept": error.kept == body,
    "message": error.message, "problems": integrity_problems(path)}))
""",
    )
    assert told["saved"] == told["there"] != 0
    assert told["kept"] is True
    assert "full" in str(told["message"])
    assert told["problems"] == []


def test_a_disk_too_small_for_a_newsroom_is_a_sentence_and_no_half_newsroom(
    tmp_path: Path,
) -> None:
    told = _run(
        tmp_path,
        f"mount -t tmpfs -o size=64k tmpfs {tmp_path}",
        """
try:
    bring_up_to_date(path, folder / "backups")
except CannotSave as refused:
    from editor_app.storage.migrate import version_of
    print(json.dumps({"message": refused.message, "version": version_of(path)}))
""",
    )
    assert "full" in told["message"]
    assert told["version"] == 0


_READ_ONLY = "mount --bind {0} {0} && mount -o remount,ro,bind {0}"


def test_a_read_only_folder_refuses_a_save_and_carries_the_text(path: Path, tmp_path: Path) -> None:
    before = path.read_bytes()
    told = _run(
        tmp_path,
        _READ_ONLY.format(tmp_path),
        """
told = {}
try:
    bring_up_to_date(path, folder / "backups")
except CannotSave as refused:
    told["opening"] = refused.message
library = Library(Database(path))
try:
    with library.write(kept="My words") as unit:
        add_article(unit)
except CannotSave as refused:
    told |= {"message": refused.message, "kept": refused.kept}
library.database.close()
print(json.dumps(told))
""",
    )
    assert str(tmp_path) in told["message"]
    assert str(tmp_path) in told["opening"]
    assert told["kept"] == "My words"
    assert path.read_bytes() == before


def test_a_read_only_empty_folder_cannot_become_a_newsroom(tmp_path: Path) -> None:
    told = _run(
        tmp_path,
        _READ_ONLY.format(tmp_path),
        """
try:
    bring_up_to_date(folder / "new" / "newsroom.db", folder / "new" / "backups")
except CannotSave as refused:
    print(json.dumps({"message": refused.message}))
""",
    )
    assert str(tmp_path) in told["message"]
    assert list(tmp_path.iterdir()) == []


def test_a_database_file_that_is_read_only_alone_is_a_sentence(path: Path, tmp_path: Path) -> None:
    told = _run(
        tmp_path,
        _READ_ONLY.format(path),
        """
library = Library(Database(path))
try:
    with library.write(kept="My words") as unit:
        add_article(unit)
except CannotSave as refused:
    print(json.dumps({"message": refused.message, "kept": refused.kept}))
library.database.close()
""",
    )
    assert told["kept"] == "My words"
    check_database(path)
