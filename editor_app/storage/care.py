# SPDX-License-Identifier: GPL-3.0-or-later
"""Care of the database file: copies, integrity, the full-text index, dangling rows."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from editor_app.domain.errors import ProfileCorrupt
from editor_app.storage.database import explain, open_sqlite


def copy_database(source: Path, target: Path) -> None:
    """Copy a database in use with SQLite's own backup; the copy is one consistent state."""
    try:
        with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target)) as new:
            old.backup(new)
    except sqlite3.DatabaseError as error:
        raise explain(error, source) from error


def check_database(path: Path) -> None:
    """Raise ProfileCorrupt unless SQLite finds the file whole."""
    problems = integrity_problems(path)
    if problems:
        raise ProfileCorrupt(f"The database {path.name} is damaged: {problems[0]}")


def integrity_problems(path: Path) -> tuple[str, ...]:
    """Return what integrity_check, foreign_key_check and the full-text index complain about."""
    try:
        with closing(sqlite3.connect(path)) as connection:
            found = [row[0] for row in connection.execute("PRAGMA integrity_check")]
            problems = [line for line in found if line != "ok"]
            orphans = connection.execute("PRAGMA foreign_key_check").fetchall()
            problems += [f"a row of {row[0]} names a missing {row[2]}" for row in orphans]
            try:
                connection.execute(
                    "INSERT INTO article_search(article_search, rank) VALUES ('integrity-check', 1)"
                )
            except sqlite3.DatabaseError:
                problems.append("the search index does not match the texts")
            connection.rollback()
    except sqlite3.DatabaseError as error:
        return (str(error),)
    return tuple(problems)


def rebuild_search(path: Path) -> None:
    """Make the full-text index again from the texts."""
    try:
        with closing(open_sqlite(path)) as connection:
            connection.execute("INSERT INTO article_search(article_search) VALUES ('rebuild')")
    except sqlite3.DatabaseError as error:
        raise explain(error, path) from error
