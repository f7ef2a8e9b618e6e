# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks whether what a site was to publish by itself is really live.

A schedule is done when a read has shown it live, never because its time has passed. The watcher
only reads: what was missed waits for a person, so that nothing is published twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from editor_app.domain.clock import Clock
from editor_app.domain.errors import AuthRefused, EndpointError, NotFound
from editor_app.domain.ids import SiteId
from editor_app.domain.schedule import Plan, PlanState
from editor_app.domain.site import RemoteCopy, RemoteState, Site
from editor_app.publishing.endpoint import Endpoint, Receipt
from editor_app.storage.unit_of_work import Library, UnitOfWork
from editor_app.sync.events import Did, SiteEvent
from editor_app.sync.pull import bind
from editor_app.sync.standing import follow_state, log, standing_of

# The first read may wake a site that only works when somebody asks; it is no verdict.
LOOKS = (timedelta(0), timedelta(minutes=2), timedelta(minutes=15))
_VERDICT = timedelta(minutes=2)
_LONGEST_AGO = timedelta(days=30)
_MISSED = "It was due at {at}, and the site has not published it."


@dataclass(frozen=True, slots=True)
class _Watched:
    plan: Plan
    copy: RemoteCopy
    site: Site


class Watcher:
    """Watches the schedules of sites that schedule by themselves."""

    def __init__(
        self, library: Library, open_endpoint: Callable[[Site], Endpoint], clock: Clock
    ) -> None:
        """Read sites through the endpoints, write into the library."""
        self._library = library
        self._open_endpoint = open_endpoint
        self._clock = clock
        self._looked: set[str] = set()  # plans that were looked at since this program started

    def look(self, *, site_id: SiteId | None = None) -> Iterator[SiteEvent]:
        """Read what it is time to read again and report what became of it."""
        now = self._clock.now()
        for watched in self._watched():
            if site_id is not None and watched.site.id != site_id:
                continue
            if self._next(watched) > now:
                continue
            endpoint = self._open_endpoint(watched.site)
            bind(endpoint, watched.plan.article_id, watched.copy.remote_id)
            try:
                there = endpoint.find(watched.plan.article_id)
            except AuthRefused as error:
                with self._library.write() as unit:
                    unit.sites.pause(watched.site.id, error.message)
                yield SiteEvent(watched.site.id, Did.PAUSED, detail=error.message)
                return
            except EndpointError:
                continue  # busy, or it does not say: later
            self._looked.add(watched.plan.id)
            event = self._note(watched, there)
            if event is not None:
                yield event

    def next_look(self) -> datetime | None:
        """Return when there is something to look at next."""
        return min((self._next(watched) for watched in self._watched()), default=None)

    def _watched(self) -> list[_Watched]:
        """Return the plans that a site has and that nobody has seen live."""
        now = self._clock.now()
        found: list[_Watched] = []
        with self._library.read() as unit:
            for state in (PlanState.CONFIRMED, PlanState.MISSED):
                for plan in unit.plans.in_state(state):
                    watched = _held_there(unit, plan)
                    if watched is not None and now - plan.due_utc < _LONGEST_AGO:
                        found.append(watched)
        return found

    def _next(self, watched: _Watched) -> datetime:
        due, checked = watched.plan.due_utc, watched.copy.checked
        if watched.plan.id not in self._looked:
            return due  # after a start it is looked at once, however long ago that was
        later = [due + wait for wait in LOOKS if due + wait > checked]
        return later[0] if later else datetime.max.replace(tzinfo=due.tzinfo)

    def _note(self, watched: _Watched, there: Receipt | None) -> SiteEvent | None:
        plan, now = watched.plan, self._clock.now()
        with self._library.write() as unit:
            standing = standing_of(unit, plan.article_id, plan.site_id)
            copy = standing.copy
            if copy is None or copy.token != watched.copy.token:
                return None  # somebody here wrote there meanwhile
            if there is not None and there.returned_hash != copy.returned_hash:
                copy = replace(copy, checked=now)  # changed there: the pull's business
            elif there is not None:
                copy = replace(
                    copy, checked=now, token=there.token, state=there.state, verified=True
                )
            is_live = there is not None and there.state is RemoteState.LIVE
            first = unit.sites.first_published(plan.article_id, plan.site_id) or plan.due_utc
            unit.sites.put_copy(
                replace(copy, checked=now), first_published=first if is_live else None
            )
            if is_live:
                follow_state(unit, standing, RemoteState.LIVE)
                unit.plans.set_state(plan.id, PlanState.DONE)
                log(unit, now, "verified", standing)
                return SiteEvent(plan.site_id, Did.VERIFIED, plan.article_id, copy.href)
            if plan.state is PlanState.MISSED or now < plan.due_utc + _VERDICT:
                return None
            detail = _MISSED.format(at=plan.at)
            unit.plans.set_state(plan.id, PlanState.MISSED)
            log(unit, now, "missed", standing, detail=detail)
            return SiteEvent(plan.site_id, Did.MISSED, plan.article_id, copy.href, detail)


def _held_there(unit: UnitOfWork, plan: Plan) -> _Watched | None:
    """Return what to watch of a plan: the site has it, and nothing of it waits here."""
    if plan.at is None:
        return None
    try:
        site = unit.sites.get(plan.site_id)
    except NotFound:
        return None
    copy = unit.sites.copy(plan.article_id, plan.site_id)
    if not site.capabilities.can_schedule or site.paused_reason or copy is None:
        return None
    if unit.outbox.open_items(plan.article_id, plan.site_id):
        return None
    return _Watched(plan, copy, site)
