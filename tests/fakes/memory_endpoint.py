# SPDX-License-Identifier: GPL-3.0-or-later
"""A site in memory that keeps every rule of the protocol and fails on demand.

Two parts: `MemorySite` is the site, `MemoryEndpoint` the line to it. Faults happen on the line
or at its door, so what the site holds afterwards is what a real one would hold.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from threading import RLock

from editor_app.domain.article import ArticleContent
from editor_app.domain.clock import Clock
from editor_app.domain.errors import (
    AuthRefused,
    EndpointBusy,
    EndpointError,
    EndpointRefused,
    EndpointUnknown,
    PreconditionFailed,
)
from editor_app.domain.ids import ArticleId, RevisionId, StoryId, new_id
from editor_app.domain.progress import Progress
from editor_app.domain.site import Capabilities, RemoteState
from editor_app.publishing.endpoint import (
    Identity,
    Known,
    Page,
    PageMedia,
    Receipt,
    RemoteArticle,
    RemoteChanges,
)
from editor_app.publishing.payload_guard import guard_page
from tests.fakes.memory_site import Deleted, Fault, Held, MemorySite


class MemoryEndpoint:
    """The line to a `MemorySite`. `fail_next` decides what happens to the next requests."""

    def __init__(self, site: MemorySite, clock: Clock) -> None:
        """Take the site and the clock of this computer."""
        self.site = site
        self._clock = clock
        self._faults: list[Fault | None] = []
        self._lock = RLock()
        self.offline = False
        self.settle_s = 0.0
        self._bound: dict[ArticleId, str] = {}

    def fail_next(self, *faults: Fault | None) -> None:
        """Let the next requests fail in this order; None lets one pass."""
        self._faults.extend(faults)

    def edit_there(self, article_id: ArticleId, headline: str) -> None:
        """Change an article on the site, as a colleague does in its own window."""
        self.change_there(article_id, headline=headline)

    def change_there(self, article_id: ArticleId, author: str = "Noor", **fields: str) -> None:
        """Change fields of an article on the site, as a colleague does."""
        held = self.site.held[article_id]
        content = replace(held.page.content, **fields)
        held.page, held.version = replace(held.page, content=content), held.version + 1
        held.author = author
        self.site.tick(held)

    def write_there(
        self, headline: str, body: str = "", *, state: RemoteState = RemoteState.LIVE
    ) -> ArticleId:
        """Make an article on the site, as a colleague does; returns the fake's own key of it."""
        now, key = self._clock.now(), ArticleId(new_id())
        page = Page(
            article_id=key,
            story_id=StoryId(new_id()),
            revision_id=RevisionId(new_id()),
            language="en",
            content=ArticleContent(headline=headline, body=body),
            section="World",
            first_published=now,
            updated=now,
        )
        self.site.made_there += 1
        held = Held(f"t{self.site.made_there}", page, 1, state, now, carries_key=False)
        held.author = "Noor"
        self.site.held[key] = held
        self.site.tick(held)
        return key

    def delete_there(self, article_id: ArticleId) -> None:
        """Delete an article on the site for good."""
        held = self.site.held.pop(article_id)
        self.site.tick(held)
        key = article_id if held.carries_key else None
        self.site.deleted.append(Deleted(self._receipt(held), key, held.changed))

    def changes(self, cursor: str, *, known: Known, progress: Progress) -> RemoteChanges:
        """Return a page of what changed; the last item of the page before comes once more."""
        self._arrive(f"changes {cursor}")
        start = int(cursor) if cursor.isdigit() else 0
        items = [
            (held.changed, self._item(held))
            for held in self.site.held.values()
            if held.changed >= start
        ]
        items += [
            (
                one.changed,
                RemoteArticle(one.receipt, one.article_id, ArticleContent(), deleted=True),
            )
            for one in self.site.deleted
            if one.changed >= start
        ]
        items.sort(key=lambda item: item[0])
        page = items[: self.site.page_size]
        if self.site.meanwhile is not None:
            meanwhile, self.site.meanwhile = self.site.meanwhile, None
            meanwhile()
        return RemoteChanges(
            items=tuple(item for _, item in page),
            cursor=str(page[-1][0]) if page else cursor,
            finished=len(page) == len(items),
            total=len(self.site.held),
        )

    def bind(self, article_id: ArticleId, remote_id: str) -> None:
        """Take an item as this article, whatever key it carries."""
        self._bound[article_id] = remote_id

    def _item(self, held: Held) -> RemoteArticle:
        return RemoteArticle(
            receipt=self._receipt(held),
            article_id=held.page.article_id if held.carries_key else None,
            content=held.page.content,
            language=held.page.language,
            section=held.page.section,
            author=held.author,
            changed=self._clock.now() + self.site.clock_skew,
            published=held.published_at if held.state is RemoteState.LIVE else None,
        )

    def _held(self, article_id: ArticleId) -> Held | None:
        bound = self._bound.get(article_id)
        for held in self.site.held.values():
            if bound and held.remote_id == bound:
                return held
        return self.site.held.get(article_id)

    def identify(self) -> Identity:
        """Return who the site is."""
        self._arrive("identify")
        capabilities = Capabilities(
            can_schedule=self.site.can_schedule, has_precondition=True, has_locales=True
        )
        return Identity(self.site.identity, "Memory", capabilities)

    def find(self, article_id: ArticleId) -> Receipt | None:
        """Return what the site holds."""
        self._arrive(f"find {article_id}")
        held = self._held(article_id)
        return self._receipt(held) if held else None

    def upload_media(self, media: PageMedia) -> str:
        """Store the bytes under their digest, so that a second upload changes nothing."""
        late = self._arrive(f"media {media.asset.sha256}")
        try:
            raw = media.path.read_bytes()
        except OSError as error:
            raise EndpointRefused(f"{media.asset.filename} cannot be read.") from error
        self.site.media.setdefault(media.asset.sha256, raw)
        self._reply(late)
        return f"https://memory.example/media/{media.asset.sha256}"

    def put(self, page: Page, *, token: str) -> Receipt:
        """Create or update, with the precondition."""
        guard_page(page)
        with self._lock:
            late = self._arrive(f"put {page.article_id}")
            if late is Fault.COMMIT_LATE:
                due = self._clock.now() + timedelta(seconds=30)
                self.site.late.append((due, lambda: self.put(page, token=token)))
                raise EndpointUnknown("The reply never came.")
            held = self._held(page.article_id)
            if token != (str(held.version) if held else ""):
                raise PreconditionFailed("Changed there since.")
            now = self._clock.now() + self.site.clock_skew
            future = page.publish_at is not None and page.publish_at > now
            if future and not self.site.can_schedule:
                raise EndpointRefused("This site cannot hold an article back.")
            state = RemoteState.SCHEDULED if future else RemoteState.LIVE
            when = page.publish_at or (held.published_at if held else now)
            if held is None:
                self.site.creates += 1
                held = Held(f"m{self.site.creates}", page, 0, state, when)
                self.site.held[page.article_id] = held
            if held.page != page or held.state is not state or not held.version:
                held.version += 1
                self.site.tick(held)
            if held.page.article_id != page.article_id:  # adopted: from now on it carries our key
                del self.site.held[held.page.article_id]
                self.site.held[page.article_id] = held
            held.page, held.state, held.published_at = page, state, when
            held.carries_key = True
            self._reply(late)
            return self._receipt(held)

    def withdraw(self, article_id: ArticleId, *, token: str) -> Receipt:
        """Make the article not public."""
        with self._lock:
            late = self._arrive(f"withdraw {article_id}")
            held = self._held(article_id)
            if held is None:
                raise EndpointRefused("The site does not hold this article.")
            if held.state is not RemoteState.WITHDRAWN:
                if token != str(held.version):
                    raise PreconditionFailed("Changed there since.")
                held.state, held.version = RemoteState.WITHDRAWN, held.version + 1
                self.site.tick(held)
            self._reply(late)
            return self._receipt(held)

    def _arrive(self, request: str) -> Fault | None:
        """Let a request reach the site; returns a fault that strikes after the work is done."""
        if self.offline:
            raise EndpointBusy("No connection.")
        self._finish_late_work()
        fault = self._faults.pop(0) if self._faults else None
        if fault is Fault.DROP_BEFORE_COMMIT:
            raise EndpointUnknown("The reply never came.")
        self.site.requests.append(request)
        if fault is Fault.CONFLICT:
            raise PreconditionFailed("Changed there since.")
        if fault is Fault.TOO_MANY:
            raise EndpointBusy("Too many requests.", retry_after_s=30)
        if fault is Fault.SERVER_ERROR:
            raise EndpointBusy("The server has a problem.")
        if fault is Fault.REFUSED:
            raise EndpointRefused("The site refused.", words="422 Unprocessable")
        if fault is Fault.AUTH:
            raise AuthRefused("The password is not accepted any more.")
        return fault

    def _finish_late_work(self) -> None:
        now, waiting = self._clock.now(), self.site.late
        self.site.late = [one for one in waiting if one[0] > now]
        faults, self._faults = self._faults, []
        for due, work in waiting:
            if due <= now:
                with suppress(EndpointError):  # too late: something newer is there
                    work()
        self._faults = faults

    @staticmethod
    def _reply(fault: Fault | None) -> None:
        if fault is Fault.DROP_AFTER_COMMIT:
            raise EndpointUnknown("The reply never came.")

    def _receipt(self, held: Held) -> Receipt:
        state = held.state
        if (
            state is RemoteState.SCHEDULED
            and self.site.publishes_schedules
            and held.published_at <= self._clock.now() + self.site.clock_skew
        ):
            state = held.state = RemoteState.LIVE
        return Receipt(
            remote_id=held.remote_id,
            href=f"https://memory.example/{held.remote_id}",
            token=str(held.version),
            state=state,
            returned_hash=held.page.content.hash,
        )
