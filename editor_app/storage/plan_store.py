# SPDX-License-Identifier: GPL-3.0-or-later
"""Plans: what an editor confirmed, and when it is due."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, select

from editor_app.domain.errors import NotFound
from editor_app.domain.ids import ArticleId, RevisionId, SiteId
from editor_app.domain.schedule import WALL_FORMAT, Plan, PlanState, WallTime, parse_wall
from editor_app.storage import schema
from editor_app.storage.schema import PLAN, Row

_OPEN = (PlanState.CONFIRMED, PlanState.MISSED)


class PlanStore:
    """Reads and writes plans in one transaction."""

    def __init__(self, connection: Connection) -> None:
        """Work inside the connection's transaction."""
        self._connection = connection

    def put(self, plan: Plan) -> None:
        """Insert or change a plan."""
        schema.upsert(
            self._connection,
            PLAN,
            {
                "id": plan.id,
                "article_id": plan.article_id,
                "site_id": plan.site_id,
                "revision_id": plan.revision_id,
                "content_hash": plan.content_hash,
                "wall": plan.at.wall.strftime(WALL_FORMAT) if plan.at else None,
                "zone": plan.at.zone if plan.at else None,
                "fold": plan.at.fold if plan.at else None,
                "due_utc": plan.due_utc,
                "confirmed": plan.confirmed,
                "confirmed_by": plan.confirmed_by,
                "state": plan.state,
            },
        )

    def get(self, plan_id: str) -> Plan:
        """Return a plan; raises NotFound."""
        row = schema.one_row(self._connection, select(PLAN).where(PLAN.c.id == plan_id))
        if row is None:
            raise NotFound("There is no such plan.")
        return _plan(row)

    def set_state(self, plan_id: str, state: PlanState) -> None:
        """Change what became of a plan."""
        self._connection.execute(PLAN.update().where(PLAN.c.id == plan_id).values(state=state))

    def open_plan(self, article_id: ArticleId, site_id: SiteId) -> Plan | None:
        """Return the confirmed or missed plan of the article on the site."""
        statement = select(PLAN).where(
            PLAN.c.article_id == article_id, PLAN.c.site_id == site_id, PLAN.c.state.in_(_OPEN)
        )
        row = schema.one_row(self._connection, statement)
        return _plan(row) if row else None

    def open_plans(self, article_id: ArticleId) -> tuple[Plan, ...]:
        """Return the article's confirmed and missed plans."""
        statement = select(PLAN).where(PLAN.c.article_id == article_id, PLAN.c.state.in_(_OPEN))
        return tuple(_plan(row) for row in schema.all_rows(self._connection, statement))

    def in_state(self, state: PlanState) -> tuple[Plan, ...]:
        """Return all plans in one state, earliest first."""
        statement = select(PLAN).where(PLAN.c.state == state).order_by(PLAN.c.due_utc)
        return tuple(_plan(row) for row in schema.all_rows(self._connection, statement))

    def stored_due(self, state: PlanState) -> dict[str, datetime]:
        """Return the instants as they were derived when the plans were stored."""
        statement = select(PLAN.c.id, PLAN.c.due_utc).where(PLAN.c.state == state)
        return {row["id"]: row["due_utc"] for row in schema.all_rows(self._connection, statement)}

    def between(self, start: datetime, end: datetime) -> tuple[Plan, ...]:
        """Return plans due from ``start`` until before ``end`` that were not cancelled."""
        statement = (
            select(PLAN)
            .where(
                PLAN.c.due_utc >= start, PLAN.c.due_utc < end, PLAN.c.state != PlanState.CANCELLED
            )
            .order_by(PLAN.c.due_utc)
        )
        return tuple(_plan(row) for row in schema.all_rows(self._connection, statement))


def _plan(row: Row) -> Plan:
    at = WallTime(parse_wall(row["wall"]), row["zone"], row["fold"] or 0) if row["wall"] else None
    return Plan(
        id=row["id"],
        article_id=ArticleId(row["article_id"]),
        site_id=SiteId(row["site_id"]),
        revision_id=RevisionId(row["revision_id"]),
        content_hash=row["content_hash"],
        at=at,
        confirmed=row["confirmed"],
        confirmed_by=row["confirmed_by"],
        state=PlanState(row["state"]),
    )
