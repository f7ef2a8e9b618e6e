# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes down what became of an outbox row: row, plan, remote copy and stage together."""

from __future__ import annotations

from datetime import datetime

from editor_app.domain.clock import Clock
from editor_app.domain.errors import EditorError
from editor_app.domain.event import LogEntry
from editor_app.domain.ids import new_id
from editor_app.domain.outbox import Action, OutboxItem, OutboxState
from editor_app.domain.schedule import PlanState
from editor_app.domain.site import RemoteCopy, RemoteState
from editor_app.domain.workflow import Stage
from editor_app.publishing.endpoint import Page, Receipt
from editor_app.storage.unit_of_work import Library, UnitOfWork
from editor_app.sync.events import Did, SyncEvent


class ReceiptBook:
    """Every change of an outbox row is one transaction; the status is written last."""

    def __init__(self, library: Library, clock: Clock) -> None:
        """Write into this library."""
        self._library = library
        self._clock = clock

    def enter(self, item: OutboxItem, state: OutboxState) -> None:
        """Note that the row is about to do something that a crash could leave half-known."""
        with self._library.write() as unit:
            unit.outbox.update(item.id, state=state)

    def done(
        self,
        item: OutboxItem,
        receipt: Receipt | None,
        page: Page | None,
        did: Did,
        *,
        verified: bool,
    ) -> SyncEvent:
        """Note that the site has it: receipt, remote copy, plan, stage and row in one go."""
        now = self._clock.now()
        with self._library.write() as unit:
            if receipt is not None:
                self._note_copy(unit, item, receipt, page, verified=verified)
            waits = receipt is not None and receipt.state is RemoteState.SCHEDULED
            if waits:
                did = Did.SCHEDULED  # the plan is done when somebody has seen it live
            elif item.plan_id and item.action is Action.PUBLISH:
                unit.plans.set_state(item.plan_id, PlanState.DONE)
            self._set_stage(unit, item, waits=waits)
            updated = unit.outbox.update(
                item.id,
                state=OutboxState.DONE,
                finished=now,
                lease_until=None,
                lease_owner="",
                next_try=None,
                reason="",
                words="",
            )
            href = receipt.href if receipt else ""
            what = "published" if item.action is Action.PUBLISH else "unpublished"
            self._log(unit, item, "scheduled_there" if waits else what, href)
        return SyncEvent(updated, did, href, "; ".join(receipt.warnings) if receipt else "")

    def wait(
        self, item: OutboxItem, state: OutboxState, error: EditorError, again: datetime
    ) -> SyncEvent:
        """Note that the row tries again at ``again``."""
        with self._library.write() as unit:
            updated = unit.outbox.update(
                item.id,
                state=state,
                attempts=item.attempts + 1,
                next_try=again,
                lease_until=None,
                lease_owner="",
                reason=error.message,
            )
        did = Did.UNKNOWN if state is OutboxState.UNKNOWN else Did.RETRY
        return SyncEvent(updated, did, detail=error.message)

    def stop(
        self, item: OutboxItem, state: OutboxState, did: Did, error: EditorError, *, words: str = ""
    ) -> SyncEvent:
        """Note that the row waits for a person."""
        with self._library.write() as unit:
            updated = unit.outbox.update(
                item.id,
                state=state,
                attempts=item.attempts + 1,
                next_try=None,
                lease_until=None,
                lease_owner="",
                reason=error.message,
                words=words,
            )
            self._log(unit, item, did.value, error.message)
        return SyncEvent(updated, did, detail=error.message)

    def pause(self, item: OutboxItem, error: EditorError) -> SyncEvent:
        """Note that the site takes nothing until its credential is seen to; order is kept."""
        with self._library.write() as unit:
            unit.sites.pause(item.site_id, error.message)
        return self.stop(item, OutboxState.PAUSED_AUTH, Did.PAUSED, error)

    def missed(self, item: OutboxItem) -> SyncEvent:
        """Note that the schedule passed while this computer was off; the person is asked."""
        with self._library.write() as unit:
            plan = unit.plans.get(item.plan_id)
            unit.plans.set_state(plan.id, PlanState.MISSED)
            reason = f"It was due at {plan.at}, while this computer could not publish it."
            updated = unit.outbox.update(
                item.id,
                state=OutboxState.NEEDS_ATTENTION,
                lease_until=None,
                lease_owner="",
                reason=reason,
            )
            self._log(unit, item, "missed", reason)
        return SyncEvent(updated, Did.MISSED, detail=reason)

    def _note_copy(
        self,
        unit: UnitOfWork,
        item: OutboxItem,
        receipt: Receipt,
        page: Page | None,
        *,
        verified: bool,
    ) -> None:
        now = self._clock.now()
        known = unit.sites.first_published(item.article_id, item.site_id)
        public = item.action is Action.PUBLISH and receipt.state is not RemoteState.SCHEDULED
        first = known or (now if public else None)
        sent = page.content.hash if page else item.content_hash
        copy = RemoteCopy(
            article_id=item.article_id,
            site_id=item.site_id,
            href=receipt.href,
            remote_id=receipt.remote_id,
            token=receipt.token,
            base_revision=item.revision_id,
            sent_hash=sent,
            returned_hash=receipt.returned_hash,
            state=receipt.state,
            checked=now,
            verified=verified,
        )
        unit.sites.put_copy(copy, first_published=first)
        unit.outbox.add_receipt(
            item.id,
            now,
            {
                "remote_id": receipt.remote_id,
                "href": receipt.href,
                "token": receipt.token,
                "state": receipt.state,
                "returned_hash": receipt.returned_hash,
            },
        )

    def _set_stage(self, unit: UnitOfWork, item: OutboxItem, *, waits: bool) -> None:
        if item.action is not Action.PUBLISH:
            stage = self._stage_after(unit, item)
        elif not waits:
            stage = Stage.LIVE
        elif unit.articles.get(item.article_id).stage is Stage.LIVE:
            return  # another site shows it already
        else:
            stage = Stage.SCHEDULED
        unit.articles.set_stage(item.article_id, stage)

    def _stage_after(self, unit: UnitOfWork, item: OutboxItem) -> Stage:
        """Return the stage after leaving one site: live while another still shows it."""
        others = [
            copy
            for copy in unit.sites.copies(item.article_id)
            if copy.site_id != item.site_id and copy.state is RemoteState.LIVE
        ]
        if others:
            return Stage.LIVE
        stage = unit.articles.get(item.article_id).stage
        never_public = unit.sites.first_published(item.article_id, item.site_id) is None
        if never_public and stage not in (Stage.LIVE, Stage.SCHEDULED):
            return stage  # a schedule was taken back
        return Stage.WITHDRAWN

    def _log(self, unit: UnitOfWork, item: OutboxItem, what: str, detail: str) -> None:
        unit.log.add(
            LogEntry(
                id=new_id(),
                at=self._clock.now(),
                who="Editor App",
                what=what,
                article_id=item.article_id,
                site_id=item.site_id,
                detail=detail,
            )
        )
