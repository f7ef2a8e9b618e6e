# SPDX-License-Identifier: GPL-3.0-or-later
"""A unit of work happens whole or not at all, also beside other processes."""

import sqlite3
import subprocess
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy.exc import StatementError

from editor_app.domain.errors import NotFound, StorageError
from editor_app.storage.care import check_database
from editor_app.storage.database import Database, open_sqlite
from editor_app.storage.unit_of_work import Library
from tests.storage.values import add_article, add_site, queued, revise

_TABLES = ("story", "article", "article_text", "revision", "site", "outbox", "log", "meta")


def _counts(library: Library) -> list[int]:
    from sqlalchemy import text

    with library.database.read() as connection:
        return [
            connection.execute(text(f"SELECT count(*) FROM {table}")).scalar_one()
            for table in (*_TABLES, "article_search")
        ]


class _Stop(Exception):
    """What a test throws into a unit of work."""


def test_an_exception_undoes_everything(library: Library) -> None:
    with library.write() as unit:
        kept = add_article(unit, headline="Kept")
    before = _counts(library)
    with pytest.raises(_Stop), library.write() as unit:  # noqa: PT012
        article = add_article(unit, headline="Lost")
        site = add_site(unit)
        unit.outbox.enqueue(queued(article, site))
        unit.people.set_fact("colour", "blue")
        revise(unit, kept, replace(kept.content, headline="Changed"))
        raise _Stop
    assert _counts(library) == before
    with library.read() as unit:
        assert unit.articles.get(kept.id).content.headline == "Kept"
        assert unit.library.rows({}, search="changed") == ()
    check_database(library.database.path)


def test_a_row_that_names_nothing_undoes_everything(library: Library) -> None:
    from sqlalchemy.exc import IntegrityError

    before = _counts(library)
    with pytest.raises(IntegrityError), library.write() as unit:  # noqa: PT012
        article = add_article(unit)
        site = replace(add_site(unit), id="no-such-site")
        unit.outbox.enqueue(queued(article, site))
    assert _counts(library) == before


def test_a_reader_sees_one_state_while_another_writes(library: Library) -> None:
    with library.read() as reading:
        assert reading.articles.count() == 0
        with library.write() as writing:
            add_article(writing)
        assert reading.articles.count() == 0
    with library.read() as reading:
        assert reading.articles.count() == 1


def test_a_naive_datetime_is_refused(library: Library) -> None:
    with pytest.raises(StatementError, match="without a zone"), library.write() as unit:  # noqa: PT012
        article = add_article(unit)
        unit.articles.set_assignment(article.id, None, datetime(2026, 1, 1))  # noqa: DTZ001


def test_text_is_on_the_disk_before_a_save_returns(library: Library) -> None:
    with library.write() as unit:
        connection = unit.articles._connection  # asks SQLite itself
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar_one() == 2  # FULL
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar_one() == "wal"
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar_one() == 1


_WRITER = """
import sys
from pathlib import Path
from editor_app.storage.database import Database
from editor_app.storage.unit_of_work import Library
from tests.storage.values import add_article
library = Library(Database(Path(sys.argv[1])))
for number in range(40):
    with library.write() as unit:
        add_article(unit, headline=f"{sys.argv[2]} {number}")
library.database.close()
"""


def test_two_processes_write_at_once_and_nothing_is_lost(path: Path) -> None:
    started = [
        subprocess.Popen([sys.executable, "-c", _WRITER, str(path), name], stderr=subprocess.PIPE)
        for name in ("left", "right")
    ]
    failures = [process.communicate()[1].decode() for process in started]
    assert [process.returncode for process in started] == [0, 0], failures
    library = Library(Database(path))
    with library.read() as unit:
        headlines = {row.headline for row in unit.library.rows({}, limit=-1)}
    library.database.close()
    assert headlines == {f"{side} {number}" for side in ("left", "right") for number in range(40)}
    check_database(path)


def test_a_database_that_stays_busy_is_a_sentence_that_carries_the_text(path: Path) -> None:
    holder = open_sqlite(path)
    holder.execute("BEGIN IMMEDIATE")
    quick = Library(_Impatient(path))
    try:
        with pytest.raises(StorageError, match="busy") as refused, quick.write(kept="My words"):
            pass
    finally:
        holder.close()
        quick.database.close()
    assert refused.value.kept == "My words"


class _Impatient(Database):
    """The database of a test that will not wait five seconds for its turn."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        from sqlalchemy import event

        def hurry(connection: sqlite3.Connection, _record: object) -> None:
            connection.execute("PRAGMA busy_timeout=50")

        event.listen(self._engine, "connect", hurry)


def test_an_article_is_found_by_a_unique_prefix_only(library: Library) -> None:
    with library.write() as unit:
        one, other = add_article(unit), add_article(unit)
    with library.read() as unit:
        assert unit.articles.resolve(one.id) == one.id
        assert unit.articles.resolve(f" {other.id.upper()} ") == other.id
        common = next(i for i, (a, b) in enumerate(zip(one.id, other.id, strict=True)) if a != b)
        assert unit.articles.resolve(one.id[: common + 1]) == one.id
        with pytest.raises(NotFound, match="several"):
            unit.articles.resolve(one.id[:common])
        for wrong in ("", "%", "_", "zzz", "%%%"):
            with pytest.raises(NotFound):
                unit.articles.resolve(wrong)
