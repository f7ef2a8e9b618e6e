# SPDX-License-Identifier: GPL-3.0-or-later
"""How an article stands between this computer and one site, and how that is moved on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from editor_app.domain.article import Article
from editor_app.domain.event import LogEntry
from editor_app.domain.ids import ArticleId, RevisionId, SiteId, new_id
from editor_app.domain.outbox import Conflict, OutboxItem, OutboxState
from editor_app.domain.revision import Reason
from editor_app.domain.schedule import PlanState
from editor_app.domain.site import RemoteCopy, RemoteState
from editor_app.domain.workflow import Stage
from editor_app.storage.unit_of_work import UnitOfWork
from editor_app.sync.pull_plan import Here

_NOT_STARTED = frozenset({OutboxState.QUEUED, OutboxState.RETRY_WAIT})


@dataclass(frozen=True, slots=True)
class Standing:
    """Everything a decision about one article on one site looks at."""

    article: Article
    site_id: SiteId
    copy: RemoteCopy | None
    rows: tuple[OutboxItem, ...]  # that wait for this site
    conflict: Conflict | None
    here: Here

    @property
    def base(self) -> RevisionId:
        """Return the revision that both sides' edits started from, as far as is known."""
        if self.conflict is not None:
            return self.conflict.base
        if self.copy is not None:
            return self.copy.base_revision
        return self.rows[-1].revision_id if self.rows else self.article.head

    @property
    def has_unsent(self) -> bool:
        """Tell whether there is work here that the site does not have."""
        return bool(self.rows) or self.here.head_hash != self.here.base_hash


def standing_of(unit: UnitOfWork, article_id: ArticleId, site_id: SiteId) -> Standing:
    """Return how the article stands; raises NotFound."""
    article = unit.articles.get(article_id)
    copy = unit.sites.copy(article_id, site_id)
    rows = unit.outbox.open_items(article_id, site_id)
    sent_since = {row.content_hash for row in rows}
    base_hash = ""
    if copy is not None:
        base_hash = unit.revisions.get(copy.base_revision).revision.content_hash
    else:
        sent_since |= {
            revision.content_hash
            for revision in unit.revisions.of_article(article_id)
            if revision.reason is not Reason.PULLED
        }
    here = Here(
        head_hash=article.content.hash,
        base_hash=base_hash,
        token=copy.token if copy else "",
        state=copy.state.value if copy else "",
        returned_hash=copy.returned_hash if copy else "",
        sent_since=sent_since,
    )
    conflict = unit.conflicts.open(article_id, site_id)
    return Standing(article, site_id, copy, rows, conflict, here)


def hold_rows(unit: UnitOfWork, standing: Standing, reason: str) -> None:
    """Let nothing go out that was confirmed before the site's text was known."""
    for row in standing.rows:
        if row.state in _NOT_STARTED and not row.lease_owner:
            unit.outbox.update(row.id, state=OutboxState.CONFLICT, next_try=None, reason=reason)


def follow_state(unit: UnitOfWork, standing: Standing, state: RemoteState) -> bool:
    """Move stage and plan on after the site showed what the article is there.

    Returns whether a schedule was seen to be live with this.
    """
    article, seen_live = standing.article, False
    if state is RemoteState.LIVE:
        plan = unit.plans.open_plan(article.id, standing.site_id)
        if plan is not None and not standing.rows:
            unit.plans.set_state(plan.id, PlanState.DONE)
            seen_live = True
        unit.articles.set_stage(article.id, Stage.LIVE)
    elif state is RemoteState.WITHDRAWN and article.stage is Stage.LIVE:
        others = [
            copy
            for copy in unit.sites.copies(article.id)
            if copy.site_id != standing.site_id and copy.state is RemoteState.LIVE
        ]
        if not others:
            unit.articles.set_stage(article.id, Stage.WITHDRAWN)
    return seen_live


def log(unit: UnitOfWork, at: datetime, what: str, standing: Standing, *, detail: str = "") -> None:
    """Append an entry about the article on the site."""
    entry = LogEntry(
        id=new_id(),
        at=at,
        who="Editor App",
        what=what,
        article_id=standing.article.id,
        site_id=standing.site_id,
        detail=detail,
    )
    unit.log.add(entry)
