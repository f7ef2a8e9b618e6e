# SPDX-License-Identifier: GPL-3.0-or-later
"""The log, notes, import records and readers' comments."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from editor_app.domain.comment import Comment, CommentState
from editor_app.domain.errors import NotFound
from editor_app.domain.event import LogEntry
from editor_app.domain.ids import ArticleId
from editor_app.domain.imported import LeftOutReason, Part, PartRole
from editor_app.domain.note import Note
from editor_app.storage import schema
from editor_app.storage.schema import COMMENT, IMPORT_RECORD, LOG, NOTE, Row


class LogStore:
    """Reads and appends the log in one transaction."""

    def __init__(self, connection: Connection) -> None:
        """Work inside the connection's transaction."""
        self._connection = connection

    def add(self, entry: LogEntry) -> None:
        """Append an entry."""
        values: dict[str, Any] = {name: getattr(entry, name) for name in entry.__dataclass_fields__}
        schema.insert(self._connection, LOG, **values)

    def entries(self, article_id: ArticleId | None, limit: int) -> tuple[LogEntry, ...]:
        """Return the newest entries, newest first."""
        statement = select(LOG).order_by(LOG.c.at.desc(), LOG.c.id.desc()).limit(limit)
        if article_id is not None:
            statement = statement.where(LOG.c.article_id == article_id)
        return tuple(LogEntry(**row) for row in schema.all_rows(self._connection, statement))


class NoteStore:
    """Reads and writes notes, import records and comments in one transaction."""

    def __init__(self, connection: Connection) -> None:
        """Work inside the connection's transaction."""
        self._connection = connection

    def put(self, note: Note) -> None:
        """Insert or change a note."""
        values: dict[str, Any] = {name: getattr(note, name) for name in note.__dataclass_fields__}
        schema.upsert(self._connection, NOTE, values)

    def get(self, note_id: str) -> Note:
        """Return a note; raises NotFound."""
        row = schema.one_row(self._connection, select(NOTE).where(NOTE.c.id == note_id))
        if row is None:
            raise NotFound("There is no such note.")
        return _note(row)

    def of_article(self, article_id: ArticleId) -> tuple[Note, ...]:
        """Return the article's notes, oldest first."""
        statement = select(NOTE).where(NOTE.c.article_id == article_id).order_by(NOTE.c.created)
        return tuple(_note(row) for row in schema.all_rows(self._connection, statement))

    def put_import(
        self, article_id: ArticleId, source_name: str, parts: tuple[Part, ...], at: datetime
    ) -> None:
        """Keep every part of what the article was imported from."""
        plain = [[part.text, part.role, part.reason, part.markdown] for part in parts]
        schema.upsert(
            self._connection,
            IMPORT_RECORD,
            {
                "article_id": article_id,
                "source_name": source_name,
                "parts": json.dumps(plain),
                "at": at,
            },
        )

    def import_parts(self, article_id: ArticleId) -> tuple[Part, ...]:
        """Return the parts of the article's import, () if it was not imported."""
        row = schema.one_row(
            self._connection,
            select(IMPORT_RECORD.c.parts).where(IMPORT_RECORD.c.article_id == article_id),
        )
        plain: list[tuple[str, str, str | None, str]] = json.loads(row["parts"]) if row else []
        return tuple(
            Part(text, PartRole(role), LeftOutReason(reason) if reason else None, markdown)
            for text, role, reason, markdown in plain
        )

    def comments(
        self, state: CommentState | None, article_id: ArticleId | None
    ) -> tuple[Comment, ...]:
        """Return comments, oldest first."""
        statement = select(COMMENT).order_by(COMMENT.c.created)
        if state is not None:
            statement = statement.where(COMMENT.c.state == state)
        if article_id is not None:
            statement = statement.where(COMMENT.c.article_id == article_id)
        return tuple(_comment(row) for row in schema.all_rows(self._connection, statement))


def _note(row: Row) -> Note:
    return Note(**{key: value for key, value in row.items() if key != "parent_id"})


def _comment(row: Row) -> Comment:
    values: Row = {**row, "state": CommentState(row["state"])}
    return Comment(**values)
