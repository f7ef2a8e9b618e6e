# SPDX-License-Identifier: GPL-3.0-or-later
"""Conflicts: both sides beside each other, and the decision of a person. The loser is kept."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from editor_app.domain.article import Article, ArticleContent
from editor_app.domain.errors import BadInput, RuleRefused, StaleRevision
from editor_app.domain.ids import RevisionId, SiteId
from editor_app.domain.outbox import Action, Conflict, OutboxItem, OutboxState
from editor_app.domain.revision import Reason, RevisionContent
from editor_app.domain.schedule import PlanState
from editor_app.domain.site import RemoteState
from editor_app.domain.workflow import Stage
from editor_app.services.changes import Changes, Outcome
from editor_app.services.workplace import Workplace
from editor_app.storage.unit_of_work import UnitOfWork
from editor_app.sync.revision_writer import RevisionWriter
from editor_app.text.three_way_merge import Merged, merge_contents


class Taken(StrEnum):
    """Which text a person chose."""

    MINE = "mine"
    THEIRS = "theirs"
    MERGED = "merged"


@dataclass(frozen=True, slots=True)
class ConflictView:
    """A conflict with its three texts; ``mine`` is the article as it stands now."""

    conflict: Conflict
    site_name: str
    language: str
    base: RevisionContent
    mine: RevisionContent
    theirs: RevisionContent
    merged: Merged  # what can be merged is, with mine where the sides overlap


class ResolveConflicts:
    """Shows conflicts and ends them."""

    def __init__(self, place: Workplace) -> None:
        """Work in this newsroom."""
        self._place = place

    def all(self) -> tuple[ConflictView, ...]:
        """Return what waits for a decision, oldest first."""
        with self._place.library.read() as unit:
            return tuple(_view(unit, conflict) for conflict in unit.conflicts.all_open())

    def show(self, conflict_id: str) -> ConflictView:
        """Return one conflict by its id or the beginning of it; raises NotFound."""
        with self._place.library.read() as unit:
            return _view(unit, unit.conflicts.get(conflict_id))

    def resolve(
        self,
        conflict_id: str,
        taken: Taken,
        *,
        content: ArticleContent | None = None,
        seen: RevisionId | None = None,
    ) -> Outcome[Article]:
        """Take one side or, with ``content``, a merged text; all three stay revisions.

        What was confirmed goes on by itself only if exactly that text is taken; any other text
        waits to be confirmed. Raises RuleRefused if it is resolved already, BadInput without a
        merged text, and StaleRevision if ``seen``, the revision that was compared, is not the
        newest one any more.
        """
        now = self._place.clock.now()
        with self._place.library.write(kept=content.body if content else "") as unit:
            view = _view(unit, unit.conflicts.get(conflict_id))
            conflict, article = view.conflict, unit.articles.get(view.conflict.article_id)
            if conflict.resolved is not None:
                raise RuleRefused("That conflict is resolved already.", rule="conflict.resolved")
            if seen is not None and seen != article.head:
                raise StaleRevision(
                    "This article was changed here since you compared the two. Compare again.",
                    kept=content.body if content else "",
                )
            newer = RevisionWriter(unit, now).onto(
                article,
                _chosen(view, taken, content),
                also=(conflict.theirs,),
                reason=Reason.MERGED,
                author=self._place.person_name(unit),
            )
            unit.conflicts.put(replace(conflict, resolved=now, taken=taken.value))
            for row in unit.outbox.open_items(article.id, conflict.site_id):
                _settle(unit, row, newer, taken, now)
            _settle_stage(unit, newer, conflict.site_id)
            self._place.log(
                unit,
                "conflict_resolved",
                article_id=article.id,
                site_id=conflict.site_id,
                detail=taken.value,
            )
            newer = unit.articles.get(article.id)
        changes = Changes(
            articles=frozenset({newer.id}), stories=frozenset({newer.story_id}), outbox=True
        )
        return Outcome(newer, changes)


def _view(unit: UnitOfWork, conflict: Conflict) -> ConflictView:
    article = unit.articles.get(conflict.article_id)
    base, theirs = unit.revisions.get(conflict.base), unit.revisions.get(conflict.theirs)
    mine = unit.revisions.get(article.head)
    return ConflictView(
        conflict=conflict,
        site_name=unit.sites.get(conflict.site_id).name,
        language=article.language,
        base=base,
        mine=mine,
        theirs=theirs,
        merged=merge_contents(base.content, mine.content, theirs.content),
    )


def _chosen(view: ConflictView, taken: Taken, content: ArticleContent | None) -> ArticleContent:
    if taken is Taken.MINE:
        return view.mine.content
    if taken is Taken.THEIRS:
        return view.theirs.content
    if content is None:
        raise BadInput("Say which text the merged one is.")
    return content


def _settle(unit: UnitOfWork, row: OutboxItem, newer: Article, taken: Taken, now: datetime) -> None:
    """Let a row go on if it was confirmed for exactly this text, else take it back."""
    if row.state is not OutboxState.CONFLICT:
        return
    confirmed = row.action is Action.PUBLISH and row.content_hash == newer.content.hash
    if confirmed and taken is Taken.MINE:
        unit.outbox.update(
            row.id, revision_id=newer.head, state=OutboxState.QUEUED, next_try=None, reason=""
        )
        if row.plan_id:
            plan = unit.plans.get(row.plan_id)
            unit.plans.put(replace(plan, revision_id=newer.head))
        return
    unit.outbox.update(row.id, state=OutboxState.CANCELLED, finished=now, next_try=None)
    if row.plan_id:
        unit.plans.set_state(row.plan_id, PlanState.CANCELLED)


def _settle_stage(unit: UnitOfWork, article: Article, site_id: SiteId) -> None:
    if article.stage is not Stage.SCHEDULED or unit.plans.open_plans(article.id):
        return
    copy = unit.sites.copy(article.id, site_id)
    live = copy is not None and copy.state is RemoteState.LIVE
    unit.articles.set_stage(article.id, Stage.LIVE if live else Stage.APPROVED)
