# SPDX-License-Identifier: GPL-3.0-or-later
"""The SQLite file: connections, transactions and what its failures mean to a person."""

from __future__ import annotations

import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.exc import DatabaseError, DBAPIError
from sqlalchemy.pool import QueuePool

from editor_app.domain.errors import CannotSave, EditorError, ProfileCorrupt, StorageError

BUSY_TIMEOUT_MS = 5000
_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",  # WAL + NORMAL may drop the last commits at a power cut
    "PRAGMA foreign_keys=ON",  # off by default, per connection
    f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}",
    "PRAGMA cache_size=-65536",
    "PRAGMA temp_store=MEMORY",
)


def open_sqlite(path: Path) -> sqlite3.Connection:
    """Return a connection with the newsroom's pragmas and the driver's own transactions off.

    With them on, the driver commits before DDL and a failed migration leaves tables behind.
    """
    connection = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
    connection.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")
    for pragma in _PRAGMAS:
        connection.execute(pragma)
    return connection


def open_for_reading(path: Path) -> sqlite3.Connection:
    """Return a connection that cannot write; the path may hold any character."""
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)


def explain(error: BaseException, path: Path, *, kept: str = "") -> EditorError:
    """Return the EditorError that says what a SQLite failure means and what to do."""
    original = getattr(error, "orig", None) or error
    words = str(original).lower()
    if "full" in words:
        return CannotSave(
            f"The disk that holds {path.parent} is full. Free some space and try again.", kept=kept
        )
    if "readonly" in words or "read-only" in words:
        return CannotSave(
            f"The newsroom in {path.parent} is read-only here, so nothing can be saved.", kept=kept
        )
    if "malformed" in words or "not a database" in words:
        return ProfileCorrupt(
            f"The database {path} is damaged. Your text in the window is kept; "
            "restore the newest backup, or run “editor-app doctor”.",
            kept=kept,
        )
    if "locked" in words or "busy" in words:
        return StorageError(
            f"Another program keeps the database {path} busy. Try again in a moment.", kept=kept
        )
    if "unable to open" in words or "disk i/o" in words or "permission" in words:
        return CannotSave(f"The newsroom in {path.parent} cannot be reached or written.", kept=kept)
    raise error


class Database:
    """One SQLite file, used from several threads, each transaction on a connection of its own."""

    def __init__(self, path: Path) -> None:
        """Prepare to use the file at ``path``; it must have been migrated already."""
        self.path = path
        self._engine = create_engine(
            "sqlite+pysqlite://",
            creator=lambda: open_sqlite(path),
            poolclass=QueuePool,
            pool_size=4,
            max_overflow=8,
        )

        def begin(connection: Connection) -> None:
            # IMMEDIATE: a writer waits for its turn at the start and never fails half-way.
            writing = connection.get_execution_options().get("writing", False)
            connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

        event.listen(self._engine, "begin", begin)

    @contextmanager
    def write(self, *, kept: str = "") -> Generator[Connection]:
        """Give a connection inside one write transaction: all of it happens, or nothing.

        Raises CannotSave, ProfileCorrupt or StorageError; each carries ``kept``.
        """
        with self._transaction(writing=True, kept=kept) as connection:
            yield connection

    @contextmanager
    def read(self) -> Generator[Connection]:
        """Give a connection that sees one consistent state of the library."""
        with self._transaction(writing=False, kept="") as connection:
            yield connection

    @contextmanager
    def _transaction(self, *, writing: bool, kept: str) -> Generator[Connection]:
        try:
            with (
                self._engine.connect().execution_options(writing=writing) as connection,
                connection.begin(),
            ):
                yield connection
        except (DatabaseError, DBAPIError, sqlite3.DatabaseError) as error:
            raise explain(error, self.path, kept=kept) from error

    def close(self) -> None:
        """Close all connections; the write-ahead log is folded into the file."""
        try:
            with self._engine.connect() as connection:
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        except (DatabaseError, sqlite3.DatabaseError):
            pass  # a read-only or vanished file: there is nothing left to fold in
        self._engine.dispose()


def rows(result: Any) -> list[dict[str, Any]]:
    """Return every row of a result as a plain dict."""
    return [dict(row) for row in result.mappings()]
