# SPDX-License-Identifier: GPL-3.0-or-later
"""Browsing: lists, searches, everything about one article, history and the log."""

from __future__ import annotations

from typing import Any

from editor_app.domain.article import Article, ArticleRow
from editor_app.domain.event import LogEntry
from editor_app.domain.ids import ArticleId, RevisionId
from editor_app.domain.imported import PartRole
from editor_app.domain.outbox import WAITS_FOR_PERSON, OutboxItem, OutboxState
from editor_app.domain.person import Person
from editor_app.domain.revision import Revision, RevisionContent
from editor_app.domain.schedule import Plan, PlanState
from editor_app.domain.site import RemoteCopy, RemoteState
from editor_app.domain.translation import Translation
from editor_app.services.views import ArticleView, EditionRow, LibraryQuery, SiteStatus
from editor_app.services.workplace import Workplace
from editor_app.storage.unit_of_work import UnitOfWork
from editor_app.text.word_diff import line_diff

_MOST_ROWS = 2**62  # beyond it SQLite has no number


class BrowseLibrary:
    """Reads the library; changes nothing."""

    def __init__(self, place: Workplace) -> None:
        """Read this newsroom."""
        self._place = place

    def rows(self, query: LibraryQuery) -> tuple[ArticleRow, ...]:
        """Return list rows, newest change first."""
        with self._place.library.read() as unit:
            return unit.library.rows(
                _filters(query),
                search=query.search,
                limit=min(query.limit, _MOST_ROWS),
                offset=min(query.offset, _MOST_ROWS),
            )

    def count(self, query: LibraryQuery) -> int:
        """Return how many rows there are without the limit."""
        with self._place.library.read() as unit:
            return unit.library.count(_filters(query), search=query.search)

    def row(self, article_id: ArticleId) -> ArticleRow | None:
        """Return one article's list row, None if it is archived or gone."""
        with self._place.library.read() as unit:
            found = unit.library.rows({"article_id": article_id}, limit=1)
        return found[0] if found else None

    def resolve(self, prefix: str) -> ArticleId:
        """Return the article whose id starts with ``prefix``; raises NotFound."""
        with self._place.library.read() as unit:
            return unit.articles.resolve(prefix)

    def show(self, article_id: ArticleId) -> ArticleView:
        """Return everything about the article; raises NotFound."""
        with self._place.library.read() as unit:
            article = unit.articles.get(article_id)
            translation = unit.translations.of_target(article_id)
            parts = unit.notes.import_parts(article_id)
            return ArticleView(
                article=article,
                story=unit.stories.get(article.story_id),
                words=unit.articles.words(article_id),
                revisions=unit.revisions.count(article_id),
                editions=_editions(unit, article, translation),
                translation=translation,
                sites=tuple(site_statuses(unit, article_id)),
                left_out=sum(part.role is PartRole.LEFT_OUT for part in parts),
            )

    def history(self, article_id: ArticleId) -> tuple[Revision, ...]:
        """Return the article's revisions, newest first."""
        with self._place.library.read() as unit:
            return unit.revisions.of_article(article_id)

    def revision(self, revision_id: RevisionId) -> RevisionContent:
        """Return a revision with its content."""
        with self._place.library.read() as unit:
            return unit.revisions.get(revision_id)

    def resolve_revision(self, article_id: ArticleId, name: str) -> RevisionId:
        """Return the revision that an id prefix or a counter names; raises NotFound."""
        with self._place.library.read() as unit:
            return unit.revisions.resolve(article_id, name)

    def diff(self, article_id: ArticleId, a: str | None, b: str | None) -> str:
        """Return a unified diff of two revisions: the last two unless they are named."""
        with self._place.library.read() as unit:
            article = unit.articles.get(article_id)
            newer = unit.revisions.resolve(article_id, b) if b else article.head
            new = unit.revisions.get(newer)
            older = unit.revisions.resolve(article_id, a) if a else None
            if older is None:
                older = new.revision.parents[0] if new.revision.parents else newer
            old = unit.revisions.get(older)
        return line_diff(
            _as_text(old),
            _as_text(new),
            old_name=f"revision {old.revision.counter}",
            new_name=f"revision {new.revision.counter}",
        )

    def log(self, article_id: ArticleId | None = None, limit: int = 500) -> tuple[LogEntry, ...]:
        """Return log entries, newest first."""
        with self._place.library.read() as unit:
            return unit.log.entries(article_id, limit)

    def sections(self) -> tuple[str, ...]:
        """Return the sections in use."""
        with self._place.library.read() as unit:
            return unit.stories.sections()

    def languages(self) -> tuple[str, ...]:
        """Return the languages in use."""
        with self._place.library.read() as unit:
            return unit.articles.languages()

    def people(self) -> tuple[Person, ...]:
        """Return everybody of the newsroom."""
        with self._place.library.read() as unit:
            return unit.people.all()

    def me(self) -> Person:
        """Return who sits at this desk."""
        with self._place.library.read() as unit:
            me = unit.people.me()
        assert me is not None, "bootstrap makes sure that somebody sits here"
        return me


def site_statuses(unit: UnitOfWork, article_id: ArticleId) -> list[SiteStatus]:
    """Return what the article is on every site."""
    found: list[SiteStatus] = []
    for site in unit.sites.all():
        copy = unit.sites.copy(article_id, site.id)
        plan = unit.plans.open_plan(article_id, site.id)
        waiting = next(iter(unit.outbox.open_items(article_id, site.id)), None)
        state = remote_state(copy, plan, waiting)
        found.append(SiteStatus(site, state, copy.href if copy else "", plan, waiting, copy))
    return found


def remote_state(
    copy: RemoteCopy | None, plan: Plan | None, waiting: OutboxItem | None
) -> RemoteState:
    """Return the one state that a person should see."""
    if plan is not None and plan.state is PlanState.MISSED:
        return RemoteState.MISSED
    if waiting is not None:
        if waiting.state is OutboxState.CONFLICT:
            return RemoteState.CONFLICT
        if waiting.state in WAITS_FOR_PERSON:
            return RemoteState.ATTENTION
        scheduled = plan is not None and plan.at is not None and waiting.attempts == 0
        if scheduled and waiting.state is OutboxState.QUEUED:
            return RemoteState.SCHEDULED
        return RemoteState.WAITING
    return copy.state if copy else RemoteState.ONLY_HERE


def _editions(
    unit: UnitOfWork, article: Article, translation: Translation | None
) -> tuple[EditionRow, ...]:
    return tuple(
        EditionRow(
            other.id,
            other.language,
            other.content.headline,
            other.stage,
            translation is not None and translation.source_article == other.id,
        )
        for other in unit.articles.of_story(article.story_id)
        if other.id != article.id and not other.archived
    )


def _filters(query: LibraryQuery) -> dict[str, Any]:
    return {
        "language": query.language,
        "stage": query.stage.value if query.stage else "",
        "section": query.section,
        "site_id": query.site,
        "archived": query.archived,
    }


def _as_text(revision: RevisionContent) -> str:
    content = revision.content
    head = [content.headline, content.standfirst]
    return "\n\n".join([text for text in head if text] + [content.body])
