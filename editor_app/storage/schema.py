# SPDX-License-Identifier: GPL-3.0-or-later
"""The tables by name, for statements."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Executable, RowMapping, Table
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlmodel import SQLModel

from editor_app.storage import tables as _core
from editor_app.storage import tables_publishing as _publishing
from editor_app.storage import tables_translation as _translation

MODULES = (_core, _publishing, _translation)  # importing them fills the metadata
metadata = SQLModel.metadata
META = metadata.tables["meta"]
PERSON = metadata.tables["person"]
SECTION = metadata.tables["section"]
STORY = metadata.tables["story"]
ARTICLE = metadata.tables["article"]
ARTICLE_TEXT = metadata.tables["article_text"]
REVISION = metadata.tables["revision"]
IMPORT_RECORD = metadata.tables["import_record"]
MEDIA = metadata.tables["media"]
ARTICLE_MEDIA = metadata.tables["article_media"]
NOTE = metadata.tables["note"]
LOG = metadata.tables["log"]
SITE = metadata.tables["site"]
PLAN = metadata.tables["plan"]
REMOTE_COPY = metadata.tables["remote_copy"]
OUTBOX = metadata.tables["outbox"]
RECEIPT = metadata.tables["receipt"]
CONFLICT = metadata.tables["conflict"]
SYNC_CURSOR = metadata.tables["sync_cursor"]
COMMENT = metadata.tables["comment"]
TRANSLATION = metadata.tables["translation"]
SEGMENT = metadata.tables["segment"]
MEMORY_UNIT = metadata.tables["memory_unit"]

Row = dict[str, Any]


def all_rows(connection: Connection, statement: Executable) -> list[Row]:
    """Return every row of a select as a dict by column name."""
    return [_plain(row) for row in connection.execute(statement).mappings()]


def one_row(connection: Connection, statement: Executable) -> Row | None:
    """Return the first row of a select, or None."""
    row = connection.execute(statement).mappings().first()
    return None if row is None else _plain(row)


def insert(connection: Connection, table: Table, **values: Any) -> None:
    """Insert one row."""
    connection.execute(table.insert().values(**values))


def upsert(connection: Connection, table: Table, values: Mapping[str, Any]) -> None:
    """Insert a row, or change the one with the same primary key."""
    keys = [column.name for column in table.primary_key.columns]
    statement = sqlite_insert(table).values(dict(values))
    changed = {name: statement.excluded[name] for name in values if name not in keys}
    connection.execute(statement.on_conflict_do_update(index_elements=keys, set_=changed))


def to_json(value: Sequence[Any] | Mapping[str, Any]) -> str:
    """Return compact JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def list_from(text: str) -> tuple[str, ...]:
    """Return the strings of a JSON list."""
    return tuple(json.loads(text))


def _plain(row: RowMapping) -> Row:
    return {str(name): value for name, value in row.items()}
