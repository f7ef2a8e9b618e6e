# SPDX-License-Identifier: GPL-3.0-or-later
"""Brings changes that were made on a site to this desk, page by page.

The cursor is saved after each page that was dealt with, so a page may come twice and never
not at all. What a page says is only believed of the site that was set up, and a change is
read once more before it is written down here: a listing may be older than our own last write.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from editor_app.domain.article import ArticleContent
from editor_app.domain.clock import Clock
from editor_app.domain.errors import NotFound
from editor_app.domain.ids import ArticleId, SiteId
from editor_app.domain.progress import NoProgress, Progress
from editor_app.domain.site import RemoteState, Site
from editor_app.publishing.endpoint import (
    Endpoint,
    RemoteArticle,
    RemoteChanges,
    tells_changes,
)
from editor_app.storage.unit_of_work import Library, UnitOfWork
from editor_app.sync.events import Did, SiteEvent
from editor_app.sync.incoming import Incoming, told_of
from editor_app.sync.pull_plan import GONE_MARK, PullStep, plan_pull
from editor_app.sync.standing import Standing, standing_of

ARTICLES = "articles"  # the cursor's name
_AT_ONCE = 25  # items written in one transaction, so that typing never waits long
DIFFERENT_SITE = (
    "The site looks different: another site, or another account, answers at its address. "
    "Nothing was changed here or there."
)


class Puller:
    """Pulls one site at a time; knows no endpoint by name."""

    def __init__(
        self,
        library: Library,
        open_endpoint: Callable[[Site], Endpoint],
        clock: Clock,
        *,
        language: str = "en",
        listens: Callable[[Site], bool] = lambda _site: True,
    ) -> None:
        """Take everything it works with.

        ``language``: of articles that do not tell theirs; ``listens``: whether it is worth
        opening a site at all, since opening some loads much.
        """
        self.listens = listens
        self._library = library
        self._open_endpoint = open_endpoint
        self._clock = clock
        self._language = language

    def pull(self, site: Site, *, progress: Progress | None = None) -> Iterator[SiteEvent]:
        """Bring everything that changed there, and report what a person should know.

        Raises AuthRefused, EndpointBusy or EndpointRefused; what was done until then stays.
        """
        endpoint = self._open_endpoint(site)
        if not tells_changes(endpoint):
            return
        if not self._is_the_same(site, endpoint):
            yield SiteEvent(site.id, Did.PAUSED, detail=DIFFERENT_SITE)
            return
        watcher = progress or NoProgress()
        known = KnownThere(self._library, site.id)
        with self._library.read() as unit:
            cursor = unit.cursors.get(site.id, ARTICLES)
        done = 0
        while True:
            watcher.report(done, 0, site.name)
            page = endpoint.changes(cursor, known=known, progress=watcher)
            for event in self._page(site, endpoint, page, known, cursor):
                done += 1
                watcher.report(done, page.total, site.name)
                yield event
            if page.finished or page.cursor == cursor:
                return
            cursor = page.cursor

    def _is_the_same(self, site: Site, endpoint: Endpoint) -> bool:
        """Tell whether this is the site that was set up; if not, it is paused."""
        found = endpoint.identify().identity
        if found == site.identity:
            return True
        with self._library.write() as unit:
            site = unit.sites.get(site.id)
            if not site.identity:
                unit.sites.put(replace(site, identity=found))
                return True
            unit.sites.pause(site.id, DIFFERENT_SITE)
        return False

    def _page(
        self,
        site: Site,
        endpoint: Endpoint,
        page: RemoteChanges,
        known: KnownThere,
        cursor: str,
    ) -> Iterator[SiteEvent]:
        believed = [
            (item, seen)
            for item in page.items
            for seen in [self._seen(site, item, known)]
            if self._holds(item, seen, endpoint)
        ]
        parts = [believed[at : at + _AT_ONCE] for at in range(0, len(believed), _AT_ONCE)] or [[]]
        for part in parts:
            events: list[SiteEvent] = []
            with self._library.write() as unit:
                now = self._clock.now()
                incoming = Incoming(unit, site, now, language=self._language)
                for item, seen in part:
                    event = self._apply(unit, incoming, item, seen, site)
                    if event is not None:
                        events.append(event)
                        known.note(item.receipt.remote_id, event.article_id)
                if part is parts[-1]:
                    unit.cursors.put(site.id, ARTICLES, page.cursor or cursor, now)
            yield from events

    def _seen(self, site: Site, item: RemoteArticle, known: KnownThere) -> Standing | None:
        """Return how the item's article stands here, None if it is not known here."""
        with self._library.read() as unit:
            found = known.remote_ids().get(item.receipt.remote_id)
            return _standing(unit, site, item, found)

    def _holds(self, item: RemoteArticle, seen: Standing | None, endpoint: Endpoint) -> bool:
        """Read again what would change something here; tell whether it is still so."""
        if seen is None:
            return True
        step = plan_pull(told_of(item), seen.here)
        if step in (PullStep.NOTHING, PullStep.MOVE):
            return step is PullStep.MOVE
        bind(endpoint, seen.article.id, item.receipt.remote_id)
        there = endpoint.find(seen.article.id)
        if step is PullStep.GONE:
            return there is None or there.state is RemoteState.WITHDRAWN
        return there is not None and there.token == item.receipt.token

    def _apply(
        self,
        unit: UnitOfWork,
        incoming: Incoming,
        item: RemoteArticle,
        seen: Standing | None,
        site: Site,
    ) -> SiteEvent | None:
        remote_id = item.receipt.remote_id
        found = unit.sites.by_remote_id(site.id, remote_id) if seen is None else seen.article.id
        now = _standing(unit, site, item, found)
        if seen is None:
            if now is not None:
                return None  # another worker adopted it meanwhile
            if item.article_id is not None and _is_known(unit, item.article_id):
                item = replace(item, article_id=None)  # a copy of ours that was made there
        elif now is None or now.here.token != seen.here.token:
            return None  # another worker wrote there meanwhile, and knows better
        return incoming.apply(item, now)


class KnownThere:
    """What this computer knows of a site, for endpoints; the ids are read when first asked for."""

    def __init__(self, library: Library, site_id: SiteId) -> None:
        """Read from this library."""
        self._library = library
        self._site_id = site_id
        self._ids: dict[str, ArticleId] | None = None

    def __call__(self, article_id: ArticleId) -> ArticleContent | None:
        """Return the content that was last known to be there."""
        with self._library.read() as unit:
            copy = unit.sites.copy(article_id, self._site_id)
            return unit.revisions.get(copy.base_revision).content if copy else None

    def remote_ids(self) -> Mapping[str, ArticleId]:
        """Return the articles known to be there by the site's own ids."""
        if self._ids is None:
            with self._library.read() as unit:
                self._ids = unit.sites.remote_ids(self._site_id)
        return self._ids

    def note(self, remote_id: str, article_id: ArticleId | None) -> None:
        """Remember an article that was just adopted."""
        if self._ids is not None and article_id is not None:
            self._ids[remote_id] = article_id


def bind(endpoint: Endpoint, article_id: ArticleId, remote_id: str) -> None:
    """Tell an endpoint which of its items an article is, if it takes that."""
    if remote_id and tells_changes(endpoint):
        endpoint.bind(article_id, remote_id)


def _standing(
    unit: UnitOfWork, site: Site, item: RemoteArticle, found: ArticleId | None
) -> Standing | None:
    if found is not None:
        return standing_of(unit, found, site.id)
    if item.article_id is None or not _is_known(unit, item.article_id):
        return None
    standing = standing_of(unit, item.article_id, site.id)
    copy = standing.copy
    if copy is None or copy.remote_id == item.receipt.remote_id:
        return standing
    # The key is known, but of another item: a copy somebody made there, unless ours is gone.
    return standing if copy.token.startswith(GONE_MARK) else None


def _is_known(unit: UnitOfWork, article_id: ArticleId) -> bool:
    try:
        unit.articles.get(article_id)
    except NotFound:
        return False
    return True
