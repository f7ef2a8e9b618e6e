# SPDX-License-Identifier: GPL-3.0-or-later
"""Syncing: one pass over what is due, and schedules that were missed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from editor_app.domain.errors import RuleRefused
from editor_app.domain.ids import SiteId
from editor_app.domain.outbox import OutboxState
from editor_app.domain.progress import Progress
from editor_app.domain.schedule import Plan, PlanState
from editor_app.domain.workflow import Stage
from editor_app.services.changes import Changes, Outcome
from editor_app.services.keep_embargoes import refuse_before_embargo
from editor_app.services.views import MissedPlan, SyncLine
from editor_app.services.workplace import Workplace
from editor_app.sync.events import SyncEvent
from editor_app.sync.runner import Runner


class RunSync:
    """Drives the runner and answers for missed schedules."""

    def __init__(self, place: Workplace, runner: Runner) -> None:
        """Work in this newsroom."""
        self._place = place
        self._runner = runner

    def run(
        self, *, site_id: SiteId | None = None, progress: Progress | None = None
    ) -> Iterator[Outcome[SyncLine]]:
        """Do everything that is due now and yield a line for each thing done."""
        for event in self._runner.run_due(site_id=site_id, progress=progress):
            yield self._line(event)

    def next_due(self) -> datetime | None:
        """Return when the outbox next wants to be worked on, None if nothing waits."""
        with self._place.library.read() as unit:
            return unit.outbox.next_due()

    def missed(self) -> tuple[MissedPlan, ...]:
        """Return schedules whose time passed while this computer could not publish."""
        now = self._place.clock.now()
        with self._place.library.read() as unit:
            found: list[MissedPlan] = []
            for plan in unit.plans.in_state(PlanState.MISSED):
                article = unit.articles.get(plan.article_id)
                late = int((now - plan.due_utc).total_seconds() // 60)
                site = unit.sites.get(plan.site_id)
                found.append(
                    MissedPlan(plan, article.content.headline, article.language, site.name, late)
                )
        return tuple(found)

    def publish_missed(self, plan_id: str) -> Outcome[Plan]:
        """Publish a missed plan now, after the person said so."""
        with self._place.library.write() as unit:
            plan = unit.plans.get(plan_id)
            if plan.state is not PlanState.MISSED:
                raise RuleRefused("That schedule was not missed.", rule="missed.state")
            article = unit.articles.get(plan.article_id)
            now = self._place.clock.now()
            refuse_before_embargo(unit.stories.get(article.story_id), now)
            # From now on it is a publication "now": never asked about as late again.
            plan = replace(plan, at=None, confirmed=now, state=PlanState.CONFIRMED)
            unit.plans.put(plan)
            for item in unit.outbox.open_items(plan.article_id, plan.site_id):
                unit.outbox.update(
                    item.id,
                    state=OutboxState.QUEUED,
                    not_before=now,
                    next_try=None,
                    reason="",
                    attempts=0,
                    plan_id=plan.id,
                )
            self._place.log(
                unit, "published_late", article_id=plan.article_id, site_id=plan.site_id
            )
        return Outcome(plan, Changes(articles=frozenset({plan.article_id}), outbox=True))

    def drop_missed(self, plan_id: str) -> Outcome[Plan]:
        """Leave a missed plan unpublished; the article is approved again."""
        with self._place.library.write() as unit:
            plan = unit.plans.get(plan_id)
            if plan.state is not PlanState.MISSED:
                raise RuleRefused("That schedule was not missed.", rule="missed.state")
            unit.plans.set_state(plan_id, PlanState.CANCELLED)
            now = self._place.clock.now()
            for item in unit.outbox.open_items(plan.article_id, plan.site_id):
                unit.outbox.update(item.id, state=OutboxState.CANCELLED, finished=now)
            if unit.articles.get(plan.article_id).stage is Stage.SCHEDULED:
                unit.articles.set_stage(plan.article_id, Stage.APPROVED)
            self._place.log(unit, "unscheduled", article_id=plan.article_id, site_id=plan.site_id)
        return Outcome(plan, Changes(articles=frozenset({plan.article_id}), outbox=True))

    def _line(self, event: SyncEvent) -> Outcome[SyncLine]:
        item = event.item
        with self._place.library.read() as unit:
            article = unit.articles.get(item.article_id)
            site = unit.sites.get(item.site_id)
        line = SyncLine(
            site=site.name,
            action=event.did.value,
            article_id=item.article_id,
            headline=article.content.headline,
            detail=event.detail,
            href=event.href,
        )
        changes = Changes(
            articles=frozenset({item.article_id}),
            stories=frozenset({article.story_id}),
            outbox=True,
        )
        return Outcome(line, changes)
