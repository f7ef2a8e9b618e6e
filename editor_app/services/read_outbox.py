# SPDX-License-Identifier: GPL-3.0-or-later
"""The outbox desk: what waits and why, try again, cancel."""

from __future__ import annotations

from editor_app.domain.errors import RuleRefused
from editor_app.domain.outbox import IN_FLIGHT_STATES, OPEN_STATES, Action, OutboxItem, OutboxState
from editor_app.domain.schedule import PlanState
from editor_app.domain.workflow import Stage
from editor_app.services.changes import Changes, Outcome
from editor_app.services.views import OutboxRow
from editor_app.services.workplace import Workplace


class ReadOutbox:
    """Shows and steers the outbox."""

    def __init__(self, place: Workplace) -> None:
        """Work in this newsroom."""
        self._place = place

    def rows(self, *, open_only: bool = True) -> tuple[OutboxRow, ...]:
        """Return what waits, or everything there ever was, those due first."""
        with self._place.library.read() as unit:
            found: list[OutboxRow] = []
            for item in unit.outbox.rows(open_only=open_only):
                article = unit.articles.get(item.article_id)
                site = unit.sites.get(item.site_id)
                found.append(OutboxRow(item, article.content.headline, article.language, site.name))
        return tuple(found)

    def waiting_count(self) -> int:
        """Return how many things have not reached their site."""
        with self._place.library.read() as unit:
            return len(unit.outbox.rows(open_only=True))

    def retry(self, item_id: str) -> Outcome[OutboxItem]:
        """Try again now. A row whose reply was lost stays *unknown*: the next step is a read."""
        with self._place.library.write() as unit:
            item = unit.outbox.get(item_id)
            if item.state not in OPEN_STATES:
                raise RuleRefused(f"That entry is {item.state} already.", rule="outbox.finished")
            plan = unit.plans.get(item.plan_id) if item.plan_id else None
            if plan is not None and plan.state is PlanState.MISSED:
                raise RuleRefused(
                    "That schedule was missed. Publish it now or reschedule it.",
                    rule="outbox.missed",
                )
            if item.state is OutboxState.PAUSED_AUTH:
                unit.sites.pause(item.site_id, "")
                unit.outbox.resume(item.site_id)
            state = item.state
            if state not in (OutboxState.UNKNOWN, *IN_FLIGHT_STATES):
                state = OutboxState.QUEUED
            item = unit.outbox.update(item.id, state=state, next_try=None, reason="", words="")
        return Outcome(item, Changes(articles=frozenset({item.article_id}), outbox=True))

    def cancel(self, item_id: str) -> Outcome[OutboxItem]:
        """Give up sending; the text stays here. Refused while a reply is still open."""
        with self._place.library.write() as unit:
            item = unit.outbox.get(item_id)
            if item.state not in OPEN_STATES:
                raise RuleRefused(f"That entry is {item.state} already.", rule="outbox.finished")
            if item.state in IN_FLIGHT_STATES or item.state is OutboxState.UNKNOWN:
                raise RuleRefused(
                    "It may be on the site already. Cancel it once the site has answered.",
                    rule="outbox.in-flight",
                )
            now = self._place.clock.now()
            item = unit.outbox.update(
                item.id, state=OutboxState.CANCELLED, finished=now, next_try=None
            )
            if item.plan_id and item.action is Action.PUBLISH:
                unit.plans.set_state(item.plan_id, PlanState.CANCELLED)
            article = unit.articles.get(item.article_id)
            if article.stage is Stage.SCHEDULED and not unit.plans.open_plans(article.id):
                unit.articles.set_stage(article.id, Stage.APPROVED)
            self._place.log(unit, "cancelled", article_id=item.article_id, site_id=item.site_id)
        return Outcome(item, Changes(articles=frozenset({item.article_id}), outbox=True))
