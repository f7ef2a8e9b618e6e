# SPDX-License-Identifier: GPL-3.0-or-later
"""Works the outbox: lease, read, plan, write, verify, and only then say it is done.

It knows no endpoint by name. Whatever stops it, a row is left in a state from which the
next run goes on without sending anything twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from editor_app.domain.clock import Clock
from editor_app.domain.errors import (
    AuthRefused,
    EditorError,
    EndpointBusy,
    EndpointRefused,
    EndpointUnknown,
    PreconditionFailed,
)
from editor_app.domain.ids import SiteId, new_id
from editor_app.domain.outbox import Action, OutboxItem, OutboxState
from editor_app.domain.progress import NoProgress, Progress
from editor_app.domain.schedule import Plan, PlanState
from editor_app.domain.site import RemoteState, Site
from editor_app.publishing.endpoint import Endpoint, Page, Receipt, settle_seconds
from editor_app.publishing.payload_guard import guard_page
from editor_app.storage.unit_of_work import Library
from editor_app.sync.events import Did, SyncEvent
from editor_app.sync.lineage import own_and_foreign
from editor_app.sync.pages import PageBuilder
from editor_app.sync.plan import LastSeen, Step, ThereNow, plan_publish, plan_withdraw
from editor_app.sync.pull import bind
from editor_app.sync.receipts import ReceiptBook
from editor_app.sync.retry import GIVE_UP_AFTER, next_try

LEASE = timedelta(minutes=5)


class Runner:
    """One worker on the outbox; several may run at once, also in other processes."""

    def __init__(
        self,
        library: Library,
        open_endpoint: Callable[[Site], Endpoint],
        pages: PageBuilder,
        clock: Clock,
        *,
        late_limit: timedelta = timedelta(minutes=2),
    ) -> None:
        """Take everything it works with; ``late_limit``: later schedules are asked about."""
        self._library = library
        self._open_endpoint = open_endpoint
        self._pages = pages
        self._clock = clock
        self._late_limit = late_limit
        self._owner = new_id()
        self._settle: dict[SiteId, float] = {}
        self._book = ReceiptBook(library, clock)

    def run_due(
        self, *, site_id: SiteId | None = None, progress: Progress | None = None
    ) -> Iterator[SyncEvent]:
        """Do everything that is due now, one row after the other, and report each."""
        watcher = progress or NoProgress()
        done = 0
        seen: set[str] = set()
        while True:
            watcher.report(done, 0, "")
            now = self._clock.now()
            with self._library.write() as unit:
                item = unit.outbox.lease_next(now, now + LEASE, self._owner, site_id=site_id)
            if item is None or item.id in seen:
                return
            seen.add(item.id)
            yield self._work(item)
            done += 1

    def _work(self, item: OutboxItem) -> SyncEvent:
        if self._is_missed(item):
            return self._book.missed(item)
        try:
            return self._deliver(item)
        except EndpointUnknown as error:
            return self._put_off(item, OutboxState.UNKNOWN, error)
        except EndpointBusy as error:
            # Before anything was sent a row waits; after it, only a read may move it on.
            state = item.state if item.state is OutboxState.UNKNOWN else OutboxState.RETRY_WAIT
            return self._put_off(item, state, error)
        except AuthRefused as error:
            return self._book.pause(item, error)
        except PreconditionFailed as error:
            return self._book.stop(item, OutboxState.CONFLICT, Did.CONFLICT, error)
        except EndpointRefused as error:
            return self._book.stop(
                item, OutboxState.NEEDS_ATTENTION, Did.ATTENTION, error, words=error.words
            )
        except EditorError as error:  # a picture gone from the profile, a full disk …
            return self._book.stop(item, OutboxState.NEEDS_ATTENTION, Did.ATTENTION, error)

    def _deliver(self, item: OutboxItem) -> SyncEvent:
        with self._library.read() as unit:
            site = unit.sites.get(item.site_id)
            last = unit.sites.copy(item.article_id, item.site_id)
            revisions = unit.revisions.of_article(item.article_id)
            plan = unit.plans.get(item.plan_id) if item.plan_id else None
        own, foreign = own_and_foreign(revisions, item.revision_id)
        endpoint = self._open_endpoint(site)
        page = None
        if item.action is Action.PUBLISH:
            now = self._clock.now()
            page = self._pages.build(item, now=now, publish_at=_hold_until(plan, site, now))
            guard_page(page)
            own.add(page.content.hash)
        if last is not None:
            bind(endpoint, item.article_id, last.remote_id)
        there = endpoint.find(item.article_id)
        self._settle[site.id] = settle = settle_seconds(endpoint)
        if there is None and settle and item.state is OutboxState.UNKNOWN and not item.next_try:
            raise EndpointUnknown("The site may still be at work on it. It is looked for again.")
        seen = None
        # A colleague's text that this revision was not made from is never written over.
        if last is not None and last.base_revision not in foreign:
            seen = LastSeen(last.token, last.returned_hash)
        now_there = None
        if there is not None:
            shown = _is_as_wished(there, page)
            now_there = ThereNow(there.token, there.returned_hash, shown)
        if page is None:
            step = plan_withdraw(seen, now_there, own)
        else:
            step = plan_publish(page.content.hash, seen, now_there, own)
        return self._take(item, step, endpoint, page, there)

    def _take(
        self,
        item: OutboxItem,
        step: Step,
        endpoint: Endpoint,
        page: Page | None,
        there: Receipt | None,
    ) -> SyncEvent:
        token = there.token if there else ""
        if step is Step.CONFLICT:
            raise PreconditionFailed("Somebody changed this article on the site. Nothing was sent.")
        if step is Step.ADOPT:
            return self._book.done(item, there, page, Did.ALREADY_THERE, verified=True)
        if step is Step.WITHDRAW or page is None:
            self._book.enter(item, OutboxState.SENDING)
            receipt = endpoint.withdraw(item.article_id, token=token)
            return self._book.done(item, receipt, None, Did.UNPUBLISHED, verified=True)
        self._book.enter(item, OutboxState.MEDIA)
        for media in page.media:
            endpoint.upload_media(media)
        self._book.enter(item, OutboxState.SENDING)
        receipt = endpoint.put(page, token=token)
        self._book.enter(item, OutboxState.VERIFYING)
        seen = endpoint.find(item.article_id)
        if seen is None or seen.returned_hash != receipt.returned_hash:
            raise EndpointUnknown(
                "The site took the article, but a second look does not show it yet."
            )
        return self._book.done(item, seen, page, Did.PUBLISHED, verified=True)

    def _is_missed(self, item: OutboxItem) -> bool:
        """Tell whether this computer should have fired the schedule while it was off."""
        if not item.plan_id or item.attempts or item.action is not Action.PUBLISH:
            return False
        if item.state is OutboxState.UNKNOWN:
            return False
        with self._library.read() as unit:
            plan = unit.plans.get(item.plan_id)
        if plan.at is None or plan.state is PlanState.MISSED:
            return False
        return self._clock.now() - plan.due_utc > self._late_limit

    def _put_off(self, item: OutboxItem, state: OutboxState, error: EditorError) -> SyncEvent:
        now: datetime = self._clock.now()
        if now - max(item.created, item.not_before) > GIVE_UP_AFTER:
            return self._book.stop(item, OutboxState.NEEDS_ATTENTION, Did.ATTENTION, error)
        wait = error.retry_after_s if isinstance(error, EndpointBusy) else None
        if isinstance(error, EndpointUnknown):
            wait = self._settle.get(item.site_id)
        again = next_try(now, item.attempts, retry_after_s=wait)
        return self._book.wait(item, state, error, again)


def _hold_until(plan: Plan | None, site: Site, now: datetime) -> datetime | None:
    """Return until when the site itself must hold the article back, None for no date at all."""
    if plan is None or plan.at is None or not site.capabilities.can_schedule:
        return None
    return plan.due_utc if plan.due_utc > now else None


def _is_as_wished(there: Receipt, page: Page | None) -> bool:
    """Tell whether readers see it when they should; a date may have moved, so it is sent again."""
    if page is None:
        return there.state is not RemoteState.WITHDRAWN
    if page.publish_at is not None:
        return False
    return there.state not in (RemoteState.WITHDRAWN, RemoteState.SCHEDULED)
