# SPDX-License-Identifier: GPL-3.0-or-later
"""The steps make exactly the tables that the code declares."""

import sqlite3
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, inspect
from sqlmodel import SQLModel

from editor_app.storage import schema
from editor_app.storage.migrate import LATEST, STEPS, version_of

TABLES = sorted(schema.metadata.tables)


def _shape(path: Path, table: str) -> dict[str, Any]:
    engine = create_engine(f"sqlite:///{path}")
    seen = inspect(engine)
    shape = {
        "columns": {
            column["name"]: (str(column["type"]), column["nullable"], column.get("primary_key"))
            for column in seen.get_columns(table)
        },
        "indexes": {
            index["name"]: (tuple(index["column_names"]), bool(index["unique"]))
            for index in seen.get_indexes(table)
        },
        "uniques": {tuple(u["column_names"]) for u in seen.get_unique_constraints(table)},
        "foreign keys": {
            (tuple(key["constrained_columns"]), key["referred_table"])
            for key in seen.get_foreign_keys(table)
        },
    }
    engine.dispose()
    return shape


def _partial(path: Path) -> set[tuple[str, str]]:
    connection = sqlite3.connect(path)
    rows = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql LIKE '%WHERE%'"
    ).fetchall()
    connection.close()
    return {(name, sql.split("WHERE")[1].strip()) for name, sql in rows}


@pytest.fixture
def declared(tmp_path: Path) -> Path:
    path = tmp_path / "declared.db"
    engine = create_engine(f"sqlite:///{path}")
    SQLModel.metadata.create_all(engine)
    engine.dispose()
    return path


@pytest.mark.parametrize("table", TABLES)
def test_the_migrated_table_is_the_declared_one(path: Path, declared: Path, table: str) -> None:
    assert _shape(path, table) == _shape(declared, table)


def test_partial_indexes_have_the_declared_condition(path: Path, declared: Path) -> None:
    assert _partial(path) == _partial(declared)
    assert _partial(path)


def test_no_table_is_there_that_nobody_declared(path: Path) -> None:
    connection = sqlite3.connect(path)
    names = {
        row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type='table'")
    }
    connection.close()
    own = {name for name in names if not name.startswith(("article_search", "sqlite_"))}
    assert own == {*TABLES, "alembic_version"}


def test_the_newest_step_is_the_version_that_the_code_knows(path: Path) -> None:
    assert len(list((STEPS / "versions").glob("step_*.py"))) == LATEST
    assert version_of(path) == LATEST
