# SPDX-License-Identifier: GPL-3.0-or-later
"""Publishing: the editor confirms a plan; the outbox does the rest."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from editor_app.domain.article import Article
from editor_app.domain.errors import BadTime, RuleRefused
from editor_app.domain.finding import Severity
from editor_app.domain.ids import ArticleId, SiteId, new_id
from editor_app.domain.outbox import IN_FLIGHT_STATES, Action, OutboxItem, OutboxState
from editor_app.domain.revision import Reason
from editor_app.domain.schedule import Plan, PlanState, WallTime, parse_wall, resolve
from editor_app.domain.site import RemoteState, Site
from editor_app.domain.workflow import Stage
from editor_app.services.changes import Changes, Outcome
from editor_app.services.check_articles import findings_of
from editor_app.services.keep_embargoes import refuse_before_embargo
from editor_app.services.revising import Reviser
from editor_app.services.withdrawing import queue_withdrawal
from editor_app.services.workplace import Workplace
from editor_app.storage.unit_of_work import UnitOfWork
from editor_app.text.slug import slugify


class PublishArticles:
    """Confirms, moves and takes back plans."""

    def __init__(self, place: Workplace) -> None:
        """Work in this newsroom."""
        self._place = place

    def resolve_time(self, wall: str, zone: str, fold: int | None = None) -> WallTime:
        """Return the wall time that was typed; raises BadTime, TimeInGap or TimeAmbiguous."""
        return resolve(parse_wall(wall), zone, fold)

    def confirm(
        self, article_id: ArticleId, site_id: SiteId, *, at: WallTime | None = None
    ) -> Outcome[Plan]:
        """Confirm exactly the text as it stands, for now or for ``at``.

        Raises RuleRefused (a blocker, the embargo, the stage, being sent at this moment) or
        BadTime (a time that is past). An earlier plan for the same site is replaced.
        """
        now = self._place.clock.now()
        if at is not None and at.utc <= now:
            raise BadTime(f"{at} is past. Choose a later time, or publish now.")
        with self._place.library.write() as unit:
            article = unit.articles.get(article_id)
            site = unit.sites.get(site_id)
            if article.stage is Stage.IDEA:
                raise RuleRefused(
                    "An idea cannot be published. Make it a draft first.", rule="publish.idea"
                )
            article = self._with_slug(unit, article)
            for finding in findings_of(unit, article):
                if finding.severity is Severity.BLOCKER:
                    raise RuleRefused(finding.message, rule=finding.rule)
            refuse_before_embargo(unit.stories.get(article.story_id), at.utc if at else now)
            self._cancel_open(unit, article, site)
            plan = Plan(
                id=new_id(),
                article_id=article_id,
                site_id=site_id,
                revision_id=article.head,
                content_hash=article.content.hash,
                at=at,
                confirmed=now,
                confirmed_by=self._place.person_name(unit),
            )
            unit.plans.put(plan)
            self._enqueue(unit, plan, site, Action.PUBLISH)
            if at is not None and article.stage is not Stage.LIVE:
                unit.articles.set_stage(article_id, Stage.SCHEDULED)
            self._place.log(
                unit,
                "scheduled" if at else "confirmed",
                article_id=article_id,
                site_id=site_id,
                detail=str(at) if at else "now",
            )
        return Outcome(plan, _changes(article))

    def reschedule(self, article_id: ArticleId, site_id: SiteId, at: WallTime) -> Outcome[Plan]:
        """Move the confirmed plan to another time; the confirmed text stays the same one.

        Raises RuleRefused if there is no plan, or like `confirm`.
        """
        now = self._place.clock.now()
        if at.utc <= now:
            raise BadTime(f"{at} is past. Choose a later time, or publish now.")
        with self._place.library.write() as unit:
            article = unit.articles.get(article_id)
            site = unit.sites.get(site_id)
            old = unit.plans.open_plan(article_id, site_id)
            if old is None or old.at is None:
                raise RuleRefused("The article is not scheduled there.", rule="reschedule.no-plan")
            refuse_before_embargo(unit.stories.get(article.story_id), at.utc)
            self._cancel_open(unit, article, site)
            plan = replace(
                old,
                id=new_id(),
                at=at,
                confirmed=now,
                state=PlanState.CONFIRMED,
                confirmed_by=self._place.person_name(unit),
            )
            unit.plans.put(plan)
            self._enqueue(unit, plan, site, Action.PUBLISH)
            if article.stage is not Stage.LIVE:
                unit.articles.set_stage(article_id, Stage.SCHEDULED)
            self._place.log(
                unit,
                "rescheduled",
                article_id=article_id,
                site_id=site_id,
                detail=f"{old.at} → {at}",
            )
        return Outcome(plan, _changes(article))

    def unschedule(self, article_id: ArticleId, site_id: SiteId) -> Outcome[Article]:
        """Take the plan back; the article is approved again. Raises RuleRefused without a plan."""
        with self._place.library.write() as unit:
            article = unit.articles.get(article_id)
            plan = unit.plans.open_plan(article_id, site_id)
            if plan is None:
                raise RuleRefused("The article is not scheduled there.", rule="unschedule.no-plan")
            self._cancel_open(unit, article, unit.sites.get(site_id))
            copy = unit.sites.copy(article_id, site_id)
            if copy is not None and copy.state is RemoteState.SCHEDULED:
                queue_withdrawal(unit, copy, self._place.clock.now())  # it would publish it itself
            still = unit.plans.open_plans(article_id)
            if article.stage is Stage.SCHEDULED and not still:
                unit.articles.set_stage(article_id, Stage.APPROVED)
            self._place.log(unit, "unscheduled", article_id=article_id, site_id=site_id)
            article = unit.articles.get(article_id)
        return Outcome(article, _changes(article))

    def unpublish(self, article_id: ArticleId, site_id: SiteId) -> Outcome[Article]:
        """Queue taking the article off the site; raises RuleRefused if it is not there."""
        with self._place.library.write() as unit:
            article = unit.articles.get(article_id)
            site = unit.sites.get(site_id)
            copy = unit.sites.copy(article_id, site_id)
            if copy is None or copy.state not in (RemoteState.LIVE, RemoteState.SCHEDULED):
                raise RuleRefused(f"The article is not on {site.name}.", rule="unpublish.not-there")
            self._cancel_open(unit, article, site)
            queue_withdrawal(unit, copy, self._place.clock.now())
            self._place.log(unit, "unpublish_asked", article_id=article_id, site_id=site_id)
        return Outcome(article, _changes(article))

    def needs_confirming_again(self, article_id: ArticleId) -> bool:
        """Tell whether the text was edited after it was confirmed for a site."""
        with self._place.library.read() as unit:
            article = unit.articles.get(article_id)
            plans = unit.plans.open_plans(article_id)
            copies = unit.sites.copies(article_id)
        confirmed = [plan.content_hash for plan in plans] or [
            copy.sent_hash for copy in copies if copy.state is RemoteState.LIVE
        ]
        return any(sent != article.content.hash for sent in confirmed)

    def _with_slug(self, unit: UnitOfWork, article: Article) -> Article:
        if article.content.slug:
            return article
        slug = slugify(
            article.content.headline,
            fallback=f"article-{article.id[-8:]}",
            language=article.language,
        )
        content = replace(article.content, slug=slug)
        return Reviser(self._place, unit).revise(article, content, reason=Reason.FIXED)

    def _cancel_open(self, unit: UnitOfWork, article: Article, site: Site) -> None:
        """Take back what waits for this site; raises RuleRefused while it is being sent."""
        now = self._place.clock.now()
        for item in unit.outbox.open_items(article.id, site.id):
            leased = item.lease_until is not None and item.lease_until > now
            if item.state in IN_FLIGHT_STATES or item.state is OutboxState.UNKNOWN or leased:
                raise RuleRefused(
                    f"The article is being sent to {site.name} right now. "
                    "Wait for the answer, then change it.",
                    rule="publish.in-flight",
                )
            unit.outbox.update(item.id, state=OutboxState.CANCELLED, finished=now, next_try=None)
        plan = unit.plans.open_plan(article.id, site.id)
        if plan is not None:
            unit.plans.set_state(plan.id, PlanState.CANCELLED)

    def _enqueue(self, unit: UnitOfWork, plan: Plan, site: Site, action: Action) -> None:
        here = not site.capabilities.can_schedule
        due: datetime = plan.due_utc.astimezone(UTC) if here else plan.confirmed
        unit.outbox.enqueue(
            OutboxItem(
                id=new_id(),
                article_id=plan.article_id,
                revision_id=plan.revision_id,
                site_id=plan.site_id,
                action=action,
                state=OutboxState.QUEUED,
                content_hash=plan.content_hash,
                not_before=due,
                created=plan.confirmed,
                plan_id=plan.id,
            )
        )


def _changes(article: Article) -> Changes:
    return Changes(
        articles=frozenset({article.id}), stories=frozenset({article.story_id}), outbox=True
    )
