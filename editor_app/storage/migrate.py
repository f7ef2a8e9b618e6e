# SPDX-License-Identifier: GPL-3.0-or-later
"""Brings a newsroom's database to this version: append-only Alembic steps, a copy before.

The number of the newest step stands in ``PRAGMA user_version``, written in the step's own
transaction, so that an up-to-date file costs one look-up and Alembic is not even imported.
"""

from __future__ import annotations

import sqlite3
import threading
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from editor_app.domain.errors import CannotSave, ProfileCorrupt, ProfileTooNew
from editor_app.storage.database import explain, open_for_reading, open_sqlite

if TYPE_CHECKING:
    from sqlalchemy import Connection

LATEST = 1
STEPS = Path(__file__).parent / "migrations"
_SQLITE_MAGIC = b"SQLite format 3\x00"
_KEPT_COPIES = 5
_one_at_a_time = threading.Lock()  # alembic.op stands for one context in the whole process


def version_of(path: Path) -> int:
    """Return the number of the newest step in the file; 0 for a file that is not there yet.

    Raises ProfileCorrupt if it is no SQLite database, CannotSave if it cannot be read.
    """
    try:
        is_folder = path.is_dir()
        if not is_folder and (not path.exists() or path.stat().st_size == 0):
            return 0
        magic = b"" if is_folder else _first_bytes(path)
    except OSError as error:
        raise CannotSave(f"The newsroom in {path.parent} cannot be reached or written.") from error
    if magic != _SQLITE_MAGIC:
        raise ProfileCorrupt(
            f"{path} is not a newsroom database. It has not been touched. "
            "Restore a backup, or choose another folder."
        )
    try:
        connection = open_for_reading(path)
        try:
            connection.execute("BEGIN")  # both look-ups see the same state
            version = int(connection.execute("PRAGMA user_version").fetchone()[0])
            if version == 0 and connection.execute("SELECT 1 FROM sqlite_master").fetchone():
                raise ProfileCorrupt(
                    f"{path} is a database of another program. It has not been touched. "
                    "Choose another folder."
                )
            return version
        finally:
            connection.close()
    except sqlite3.DatabaseError as error:
        raise explain(error, path) from error


def _first_bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(len(_SQLITE_MAGIC))


def bring_up_to_date(
    path: Path, backups: Path, *, steps: Path = STEPS, latest: int = LATEST
) -> bool:
    """Migrate the file if it is older; return whether anything was done.

    Raises ProfileTooNew for a newer file (untouched), ProfileCorrupt or CannotSave.
    """
    version = version_of(path)
    if version > latest:
        raise ProfileTooNew(
            "This newsroom was last opened with a newer Editor App "
            f"(database {version}, this one knows {latest}). Update Editor App; "
            "nothing has been changed."
        )
    if version == latest:
        return False
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if version:
            copy_before(path, backups, f"before-step-{version + 1}")
        connection = open_sqlite(path)
    except (OSError, sqlite3.DatabaseError) as error:
        raise _cannot_make(error, path) from error
    from sqlalchemy.exc import DatabaseError

    try:
        with _one_at_a_time:
            _run_steps(connection, version, steps)
    except (sqlite3.DatabaseError, DatabaseError) as error:
        raise explain(error, path) from error
    finally:
        connection.close()
    return True


def copy_before(path: Path, backups: Path, label: str) -> Path:
    """Copy the database with SQLite's own backup into ``backups`` and return the copy."""
    backups.mkdir(parents=True, exist_ok=True)
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    target = backups / f"newsroom-{stamp}-{label}.db"
    source = open_for_reading(path)
    copy = sqlite3.connect(target)
    try:
        source.backup(copy)
    finally:
        copy.close()
        source.close()
    for old in sorted(backups.glob(f"newsroom-*-{label}.db"))[:-_KEPT_COPIES]:
        old.unlink(missing_ok=True)
    return target


def _run_steps(connection: sqlite3.Connection, version: int, steps: Path) -> None:
    from alembic.migration import MigrationContext
    from alembic.operations import Operations
    from alembic.script import ScriptDirectory
    from sqlalchemy import create_engine
    from sqlalchemy.pool import StaticPool

    engine = create_engine("sqlite+pysqlite://", creator=lambda: connection, poolclass=StaticPool)
    script = ScriptDirectory(str(steps), version_locations=[str(steps / "versions")])
    in_order = list(script.walk_revisions())[::-1]
    with engine.connect() as bound:
        context = MigrationContext.configure(bound)
        for number, step in enumerate(in_order, start=1):
            if number <= version:
                continue
            bound.exec_driver_sql("BEGIN IMMEDIATE")
            try:
                # Another process may have been faster while this one waited for its turn.
                if _number_in(bound) < number:
                    with Operations.context(context):
                        step.module.upgrade()
                    _stamp(bound, number, step.revision)
                bound.exec_driver_sql("COMMIT")
            except BaseException:
                if connection.in_transaction:  # SQLite itself rolls back when the disk is full
                    bound.exec_driver_sql("ROLLBACK")
                raise


def _number_in(bound: Connection) -> int:
    return int(bound.exec_driver_sql("PRAGMA user_version").scalar_one())


def _stamp(bound: Connection, number: int, revision: str) -> None:
    bound.exec_driver_sql(
        "CREATE TABLE IF NOT EXISTS alembic_version (version_num VARCHAR(32) NOT NULL)"
    )
    bound.exec_driver_sql("DELETE FROM alembic_version")
    bound.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (revision,))
    bound.exec_driver_sql(f"PRAGMA user_version = {number}")


def _cannot_make(error: Exception, path: Path) -> Exception:
    if isinstance(error, sqlite3.DatabaseError):
        return explain(error, path)
    return CannotSave(
        f"The folder {path.parent} cannot be written, so the newsroom cannot be opened there."
    )
