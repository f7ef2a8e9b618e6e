# SPDX-License-Identifier: GPL-3.0-or-later
"""Conflicts, and how far the pull of each site has come."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, select

from editor_app.domain.errors import NotFound
from editor_app.domain.ids import ArticleId, RevisionId, SiteId
from editor_app.domain.outbox import Conflict
from editor_app.storage import schema
from editor_app.storage.schema import CONFLICT, SYNC_CURSOR, Row


class ConflictStore:
    """Reads and writes conflicts in one transaction."""

    def __init__(self, connection: Connection) -> None:
        """Work inside the connection's transaction."""
        self._connection = connection

    def put(self, conflict: Conflict) -> None:
        """Insert or change a conflict."""
        values = {name: getattr(conflict, name) for name in conflict.__dataclass_fields__}
        schema.upsert(self._connection, CONFLICT, values)

    def get(self, conflict_id: str) -> Conflict:
        """Return a conflict by id or unique prefix; raises NotFound."""
        prefix = conflict_id.strip().lower()
        statement = (
            select(CONFLICT).where(CONFLICT.c.id.startswith(prefix, autoescape=True)).limit(2)
        )
        found = schema.all_rows(self._connection, statement) if prefix else []
        if len(found) != 1:
            raise NotFound(f"There is no single conflict “{conflict_id}”.")
        return _conflict(found[0])

    def open(self, article_id: ArticleId, site_id: SiteId) -> Conflict | None:
        """Return the unresolved conflict of the article on the site, if there is one."""
        statement = select(CONFLICT).where(
            CONFLICT.c.article_id == article_id,
            CONFLICT.c.site_id == site_id,
            CONFLICT.c.resolved.is_(None),
        )
        row = schema.one_row(self._connection, statement)
        return _conflict(row) if row else None

    def all_open(self) -> tuple[Conflict, ...]:
        """Return what waits for a decision, oldest first."""
        statement = select(CONFLICT).where(CONFLICT.c.resolved.is_(None)).order_by(CONFLICT.c.id)
        return tuple(_conflict(row) for row in schema.all_rows(self._connection, statement))


class CursorStore:
    """Reads and writes the cursors of incremental pulls."""

    def __init__(self, connection: Connection) -> None:
        """Work inside the connection's transaction."""
        self._connection = connection

    def get(self, site_id: SiteId, what: str) -> str:
        """Return where to go on, "" to begin."""
        statement = select(SYNC_CURSOR.c.cursor).where(
            SYNC_CURSOR.c.site_id == site_id, SYNC_CURSOR.c.what == what
        )
        return self._connection.execute(statement).scalar() or ""

    def put(self, site_id: SiteId, what: str, cursor: str, at: datetime) -> None:
        """Remember that everything before the cursor is dealt with."""
        values = {"site_id": site_id, "what": what, "cursor": cursor, "at": at}
        schema.upsert(self._connection, SYNC_CURSOR, values)

    def last(self, what: str) -> dict[SiteId, datetime]:
        """Return when each site's cursor was last written."""
        statement = select(SYNC_CURSOR).where(SYNC_CURSOR.c.what == what)
        return {
            SiteId(row["site_id"]): row["at"]
            for row in schema.all_rows(self._connection, statement)
        }


def _conflict(row: Row) -> Conflict:
    return Conflict(
        id=row["id"],
        article_id=ArticleId(row["article_id"]),
        site_id=SiteId(row["site_id"]),
        base=RevisionId(row["base"]),
        mine=RevisionId(row["mine"]),
        theirs=RevisionId(row["theirs"]),
        found=row["found"],
        resolved=row["resolved"],
        taken=row["taken"],
    )
