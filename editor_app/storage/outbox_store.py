# SPDX-License-Identifier: GPL-3.0-or-later
"""The outbox: leased rows, so that each thing is done by one worker only."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, func, or_, select

from editor_app.domain.errors import NotFound
from editor_app.domain.ids import ArticleId, RevisionId, SiteId, new_id
from editor_app.domain.outbox import IN_FLIGHT_STATES, OPEN_STATES, Action, OutboxItem, OutboxState
from editor_app.storage import schema
from editor_app.storage.schema import OUTBOX, RECEIPT, SITE, Row

_READY = (OutboxState.QUEUED, OutboxState.RETRY_WAIT, OutboxState.UNKNOWN)


# A paused site keeps its rows in order; nobody leases them before it goes on.
_PAUSED_SITES = select(SITE.c.id).where(SITE.c.paused_reason != "")


class OutboxStore:
    """Reads and writes the outbox in one transaction."""

    def __init__(self, connection: Connection) -> None:
        """Work inside the connection's transaction."""
        self._connection = connection

    def enqueue(self, item: OutboxItem) -> OutboxItem:
        """Queue the item and return the persisted row.

        The same (article, revision, site, action) is one row for ever: an open one is
        returned as it is, a finished one is opened again.
        """
        statement = select(OUTBOX).where(
            OUTBOX.c.article_id == item.article_id,
            OUTBOX.c.revision_id == item.revision_id,
            OUTBOX.c.site_id == item.site_id,
            OUTBOX.c.action == item.action,
        )
        row = schema.one_row(self._connection, statement)
        if row is None:
            schema.insert(self._connection, OUTBOX, **_values(item))
            return item
        existing = _item(row)
        if existing.state in OPEN_STATES:
            return existing
        values = {**_values(item), "id": existing.id, "created": item.created}
        self._connection.execute(OUTBOX.update().where(OUTBOX.c.id == existing.id).values(**values))
        return self.get(existing.id)

    def get(self, item_id: str) -> OutboxItem:
        """Return an item by id or unique prefix; raises NotFound."""
        prefix = item_id.strip().lower()
        statement = select(OUTBOX).where(OUTBOX.c.id.startswith(prefix, autoescape=True)).limit(2)
        found = schema.all_rows(self._connection, statement) if prefix else []
        if len(found) != 1:
            raise NotFound(f"There is no single outbox entry “{item_id}”.")
        return _item(found[0])

    def update(self, item_id: str, **values: Any) -> OutboxItem:
        """Change columns of a row and return it."""
        self._connection.execute(OUTBOX.update().where(OUTBOX.c.id == item_id).values(**values))
        return self.get(item_id)

    def lease_next(
        self, now: datetime, until: datetime, owner: str, *, site_id: SiteId | None = None
    ) -> OutboxItem | None:
        """Lease the next row that is due and whose article nobody else works on.

        A row found in an in-flight state with an expired lease belonged to a worker that
        died: it comes back as UNKNOWN, because its request may have reached the site.
        """
        busy = OUTBOX.alias("busy")
        taken = (
            select(busy.c.id)
            .where(
                busy.c.article_id == OUTBOX.c.article_id,
                busy.c.id != OUTBOX.c.id,
                busy.c.lease_until > now,
            )
            .exists()
        )
        due = or_(
            and_(
                OUTBOX.c.state.in_(_READY),
                OUTBOX.c.not_before <= now,
                or_(OUTBOX.c.next_try.is_(None), OUTBOX.c.next_try <= now),
            ),
            OUTBOX.c.state.in_(IN_FLIGHT_STATES),
        )
        free = or_(OUTBOX.c.lease_until.is_(None), OUTBOX.c.lease_until <= now)
        statement = (
            select(OUTBOX)
            .where(due, free, ~taken, OUTBOX.c.site_id.not_in(_PAUSED_SITES))
            .order_by(OUTBOX.c.not_before, OUTBOX.c.id)
            .limit(1)
        )
        if site_id is not None:
            statement = statement.where(OUTBOX.c.site_id == site_id)
        row = schema.one_row(self._connection, statement)
        if row is None:
            return None
        item = _item(row)
        state = OutboxState.UNKNOWN if item.state in IN_FLIGHT_STATES else item.state
        return self.update(item.id, state=state, lease_owner=owner, lease_until=until)

    def open_items(
        self, article_id: ArticleId, site_id: SiteId | None = None
    ) -> tuple[OutboxItem, ...]:
        """Return the article's unfinished rows."""
        statement = select(OUTBOX).where(
            OUTBOX.c.article_id == article_id, OUTBOX.c.state.in_(OPEN_STATES)
        )
        if site_id is not None:
            statement = statement.where(OUTBOX.c.site_id == site_id)
        return tuple(
            _item(row) for row in schema.all_rows(self._connection, statement.order_by(OUTBOX.c.id))
        )

    def rows(self, *, open_only: bool) -> tuple[OutboxItem, ...]:
        """Return rows, those due first; all of them or the unfinished ones."""
        statement = select(OUTBOX).order_by(OUTBOX.c.not_before, OUTBOX.c.id)
        if open_only:
            statement = statement.where(OUTBOX.c.state.in_(OPEN_STATES))
        return tuple(_item(row) for row in schema.all_rows(self._connection, statement))

    def next_due(self) -> datetime | None:
        """Return the earliest instant at which a row wants to be worked on."""
        moment = func.max(
            OUTBOX.c.not_before, func.coalesce(OUTBOX.c.next_try, OUTBOX.c.not_before)
        )
        statement = (
            select(OUTBOX.c.not_before, OUTBOX.c.next_try)
            .where(OUTBOX.c.state.in_(_READY), OUTBOX.c.site_id.not_in(_PAUSED_SITES))
            .order_by(moment)
        )
        row = schema.one_row(self._connection, statement.limit(1))
        return max(row["not_before"], row["next_try"] or row["not_before"]) if row else None

    def forget_waits(self) -> int:
        """Let every row that waits for a site to answer again be tried at once."""
        waiting = OUTBOX.update().where(
            OUTBOX.c.state == OutboxState.RETRY_WAIT, OUTBOX.c.next_try.is_not(None)
        )
        return self._connection.execute(waiting.values(next_try=None)).rowcount

    def resume(self, site_id: SiteId) -> int:
        """Queue again what an expired credential stopped, in the order it was in."""
        paused = OUTBOX.update().where(
            OUTBOX.c.site_id == site_id, OUTBOX.c.state == OutboxState.PAUSED_AUTH
        )
        values = {"state": OutboxState.QUEUED, "next_try": None, "reason": "", "words": ""}
        return self._connection.execute(paused.values(**values)).rowcount

    def add_receipt(self, outbox_id: str, at: datetime, values: dict[str, str]) -> None:
        """Keep what the site answered."""
        schema.insert(self._connection, RECEIPT, id=new_id(), outbox_id=outbox_id, at=at, **values)


def _values(item: OutboxItem) -> dict[str, Any]:
    return {name: getattr(item, name) for name in item.__dataclass_fields__}


def _item(row: Row) -> OutboxItem:
    return OutboxItem(
        id=row["id"],
        article_id=ArticleId(row["article_id"]),
        revision_id=RevisionId(row["revision_id"]),
        site_id=SiteId(row["site_id"]),
        action=Action(row["action"]),
        state=OutboxState(row["state"]),
        content_hash=row["content_hash"],
        not_before=row["not_before"],
        created=row["created"],
        plan_id=row["plan_id"],
        attempts=row["attempts"],
        next_try=row["next_try"],
        lease_until=row["lease_until"],
        lease_owner=row["lease_owner"],
        reason=row["reason"],
        words=row["words"],
        finished=row["finished"],
    )
