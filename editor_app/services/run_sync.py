# SPDX-License-Identifier: GPL-3.0-or-later
"""Syncing: receive, look after schedules, send what is due; and schedules that were missed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from editor_app.domain.errors import AuthRefused, EndpointBusy, EndpointError, RuleRefused
from editor_app.domain.ids import SiteId, new_id
from editor_app.domain.outbox import Action, OutboxItem, OutboxState
from editor_app.domain.progress import Progress
from editor_app.domain.schedule import Plan, PlanState
from editor_app.domain.site import RemoteState, Site
from editor_app.domain.workflow import Stage
from editor_app.services.changes import Changes, Outcome
from editor_app.services.keep_embargoes import refuse_before_embargo
from editor_app.services.views import MissedPlan, SyncLine
from editor_app.services.withdrawing import queue_withdrawal
from editor_app.services.workplace import Workplace
from editor_app.storage.unit_of_work import UnitOfWork
from editor_app.sync.events import Did, SiteEvent, SyncEvent
from editor_app.sync.pull import ARTICLES, Puller
from editor_app.sync.runner import Runner
from editor_app.sync.watch import Watcher

PULL_EVERY = timedelta(minutes=1)


class RunSync:
    """Drives puller, watcher and runner, and answers for missed schedules."""

    def __init__(
        self,
        place: Workplace,
        runner: Runner,
        puller: Puller | None = None,
        watcher: Watcher | None = None,
        *,
        pull_every: timedelta = PULL_EVERY,
    ) -> None:
        """Work in this newsroom; without a puller nothing is received."""
        self._place = place
        self._runner = runner
        self._puller = puller
        self._watcher = watcher
        self._pull_every = pull_every
        self._pulled: dict[SiteId, datetime] = {}

    def run(
        self, *, site_id: SiteId | None = None, progress: Progress | None = None
    ) -> Iterator[Outcome[SyncLine]]:
        """Do everything that is due now and yield a line for each thing done.

        Changes are received before anything is sent, so that what is sent can heed them.
        """
        for site in self._sites_to_pull(site_id):
            for event in self._receive(site, progress):
                yield self._line_of_site(event)
        if self._watcher is not None:
            for event in self._watcher.look(site_id=site_id):
                yield self._line_of_site(event)
        for event in self._runner.run_due(site_id=site_id, progress=progress):
            yield self._line(event)

    def next_due(self) -> datetime | None:
        """Return when there is next something to send, to look at or to ask for."""
        with self._place.library.read() as unit:
            due = [unit.outbox.next_due()]
            asked = unit.cursors.last(ARTICLES)
            due += [
                self._pulled.get(site.id, asked[site.id]) + self._pull_every
                for site in unit.sites.all()
                if self._puller is not None and site.id in asked and not site.paused_reason
            ]
        if self._watcher is not None:
            due.append(self._watcher.next_look())
        return min((moment for moment in due if moment is not None), default=None)

    def network_is_back(self) -> Outcome[int]:
        """Let everything that waits for a site to answer be tried at once."""
        self._pulled.clear()
        with self._place.library.write() as unit:
            freed = unit.outbox.forget_waits()
        return Outcome(freed, Changes(outbox=True))

    def resume_site(self, site_id: SiteId) -> Outcome[Site]:
        """Go on with a site that was paused, in the order its things were in."""
        self._pulled.pop(site_id, None)
        with self._place.library.write() as unit:
            unit.sites.pause(site_id, "")
            unit.outbox.resume(site_id)
            site = unit.sites.get(site_id)
            self._place.log(unit, "site_resumed", site_id=site_id)
        return Outcome(site, Changes(sites=frozenset({site_id}), outbox=True))

    def _sites_to_pull(self, site_id: SiteId | None) -> list[Site]:
        if self._puller is None:
            return []
        now = self._place.clock.now()
        with self._place.library.read() as unit:
            sites = unit.sites.all()
        return [
            site
            for site in sites
            if site_id in (None, site.id)
            and not site.paused_reason
            and self._puller.listens(site)
            and self._is_time(self._pulled.get(site.id), now)
        ]

    def _is_time(self, last: datetime | None, now: datetime) -> bool:
        # A clock that was set back must not keep us from asking.
        return last is None or not timedelta(0) <= now - last < self._pull_every

    def _pause(self, site: Site, reason: str) -> None:
        """Send nothing more there, and say so of everything that waits for it."""
        waits = (OutboxState.QUEUED, OutboxState.RETRY_WAIT)
        with self._place.library.write() as unit:
            unit.sites.pause(site.id, reason)
            for item in unit.outbox.rows(open_only=True):
                if item.site_id == site.id and item.state in waits and not item.lease_owner:
                    unit.outbox.update(item.id, state=OutboxState.PAUSED_AUTH, reason=reason)

    def _receive(self, site: Site, progress: Progress | None) -> Iterator[SiteEvent]:
        assert self._puller is not None
        try:
            yield from self._puller.pull(site, progress=progress)
        except AuthRefused as error:
            self._pause(site, error.message)
            yield SiteEvent(site.id, Did.PAUSED, detail=error.message)
        except EndpointBusy:
            pass  # offline is a normal state
        except EndpointError as error:
            yield SiteEvent(site.id, Did.ATTENTION, detail=error.message)
        self._pulled[site.id] = self._place.clock.now()

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
            if not unit.outbox.open_items(plan.article_id, plan.site_id):
                self._queue_again(unit, plan, now)
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
            copy = unit.sites.copy(plan.article_id, plan.site_id)
            if copy is not None and copy.state is RemoteState.SCHEDULED:
                queue_withdrawal(unit, copy, now)  # the site may still publish it by itself
            if unit.articles.get(plan.article_id).stage is Stage.SCHEDULED:
                unit.articles.set_stage(plan.article_id, Stage.APPROVED)
            self._place.log(unit, "unscheduled", article_id=plan.article_id, site_id=plan.site_id)
        return Outcome(plan, Changes(articles=frozenset({plan.article_id}), outbox=True))

    @staticmethod
    def _queue_again(unit: UnitOfWork, plan: Plan, now: datetime) -> None:
        """Queue what a site took and then did not publish; it is read before it is sent."""
        unit.outbox.enqueue(
            OutboxItem(
                id=new_id(),
                article_id=plan.article_id,
                revision_id=plan.revision_id,
                site_id=plan.site_id,
                action=Action.PUBLISH,
                state=OutboxState.QUEUED,
                content_hash=plan.content_hash,
                not_before=now,
                created=now,
                plan_id=plan.id,
            )
        )

    def _line_of_site(self, event: SiteEvent) -> Outcome[SyncLine]:
        with self._place.library.read() as unit:
            site = unit.sites.get(event.site_id)
            article = unit.articles.get(event.article_id) if event.article_id else None
        line = SyncLine(
            site=site.name,
            action=event.did.value,
            article_id=event.article_id,
            headline=article.content.headline if article else "",
            detail=event.detail,
            href=event.href,
        )
        if article is None:
            return Outcome(line, Changes(sites=frozenset({site.id}), outbox=True))
        changes = Changes(
            articles=frozenset({article.id}),
            stories=frozenset({article.story_id}),
            outbox=True,
            library=event.did is Did.ADOPTED,
        )
        return Outcome(line, changes)

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
