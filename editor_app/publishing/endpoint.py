# SPDX-License-Identifier: GPL-3.0-or-later
"""What every publishing endpoint offers, and the values that travel to and fro."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol, TypeGuard

from editor_app.domain.article import ArticleContent
from editor_app.domain.comment import Comment
from editor_app.domain.ids import ArticleId, MediaId, RevisionId, StoryId
from editor_app.domain.media import MediaAsset
from editor_app.domain.progress import Progress
from editor_app.domain.site import Capabilities, RemoteState


@dataclass(frozen=True, slots=True)
class PageMedia:
    """An image of a page and where its bytes lie on this computer."""

    asset: MediaAsset
    path: Path


@dataclass(frozen=True, slots=True)
class Credit:
    """How a translation came about, for the line under the headline."""

    source_language: str
    translator: str = ""
    machine_assisted: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """An article as an endpoint gets it: content plus what only the library knows."""

    article_id: ArticleId  # the client key: the same article is never created twice
    story_id: StoryId
    revision_id: RevisionId
    language: str
    content: ArticleContent
    section: str
    first_published: datetime  # UTC
    updated: datetime  # UTC, of the content
    media: tuple[PageMedia, ...] = ()
    credit: Credit | None = None
    comments_open: bool = False
    comments: tuple[Comment, ...] = ()  # approved ones
    publish_at: datetime | None = None  # None: now, and no date is sent

    def media_by_id(self) -> dict[MediaId, PageMedia]:
        """Return the page's images by id."""
        return {item.asset.id: item for item in self.media}


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the endpoint has after a write or a read."""

    remote_id: str
    href: str
    token: str
    state: RemoteState  # LIVE, SCHEDULED, DRAFT or WITHDRAWN
    returned_hash: str  # hash of what it holds now; equals the sent hash if it keeps content as is
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Identity:
    """Who the site is and who we are there."""

    identity: str  # stays the same as long as it is the same site
    title: str
    capabilities: Capabilities
    zone: str = "UTC"
    notes: tuple[str, ...] = ()  # sentences for the person


@dataclass(frozen=True, slots=True)
class RemoteArticle:
    """One article as the site holds it now, already turned into our content."""

    receipt: Receipt
    article_id: ArticleId | None  # by the client key it carries; None: it was made there
    content: ArticleContent  # unchanged parts byte for byte as `Known` gave them
    language: str = ""  # "": the site does not say
    section: str = ""
    author: str = ""  # who changed it there, for people
    changed: datetime | None = None  # when, as the site says: shown, never compared
    published: datetime | None = None
    deleted: bool = False  # gone, or in the trash; content is not looked at then


@dataclass(frozen=True, slots=True)
class RemoteChanges:
    """One page of an incremental pull."""

    items: tuple[RemoteArticle, ...] = ()
    cursor: str = ""  # give it back to go on, also in the next pull
    finished: bool = True  # False: there is more now
    total: int = 0  # how many items the whole pull has, 0: not known


class Known(Protocol):
    """What this computer knows of a site, for turning a reply back into our content."""

    def __call__(self, article_id: ArticleId) -> ArticleContent | None:
        """Return the content that was last known to be there, None for an unknown article."""
        ...

    def remote_ids(self) -> Mapping[str, ArticleId]:
        """Return the articles known to be there by the site's own id, adopted ones too."""
        ...


class Endpoint(Protocol):
    """A place that articles are published to. Calls block; workers call them."""

    def identify(self) -> Identity:
        """Return who the site is and what this account may do.

        Raises AuthRefused, EndpointBusy or EndpointRefused.
        """
        ...

    def find(self, article_id: ArticleId) -> Receipt | None:
        """Return what the site holds for this article (client key), or None.

        Raises EndpointBusy if it cannot be reached. This read alone may end `unknown`.
        """
        ...

    def upload_media(self, media: PageMedia) -> str:
        """Store the file there once (keyed by SHA-256) and return its address.

        Raises EndpointBusy, EndpointUnknown or EndpointRefused.
        """
        ...

    def put(self, page: Page, *, token: str) -> Receipt:
        """Create or update the page; `token` is the last one seen, "" for a new page.

        Must raise PreconditionFailed, changing nothing, if the copy there has another token.
        Raises EndpointUnknown when the request left and no reply came.
        """
        ...

    def withdraw(self, article_id: ArticleId, *, token: str) -> Receipt:
        """Make the article not public any more. Done already is not an error."""
        ...


def settle_seconds(endpoint: Endpoint) -> float:
    """Return for how long after a lost reply "not found" may only mean "not yet".

    Endpoints whose site goes on working after the connection broke have `settle_s`.
    """
    found = getattr(endpoint, "settle_s", 0.0)
    return float(found)


class TellsChanges(Endpoint, Protocol):
    """An endpoint that a pull can ask for changes.

    Endpoints that keep what they are given, such as a folder of pages, do without.
    """

    def changes(self, cursor: str, *, known: Known, progress: Progress) -> RemoteChanges:
        """Return the next page of what may have changed since the cursor; "" begins anew.

        At least once: an item may come again, and one too many is better than one too few. An
        item must come again in a later page or pull if it changed after it was read. Deletions
        are items with `deleted`; what is merely absent from a page says nothing. A cursor
        that the endpoint does not understand any more begins anew. Drafts are included.
        Raises AuthRefused, EndpointBusy or EndpointRefused.
        """
        ...

    def bind(self, article_id: ArticleId, remote_id: str) -> None:
        """Take the site's item as this article, whatever client key it carries or lacks.

        Called before `find`, `put` and `withdraw` of everything that was seen there; asks the
        site nothing. The next `put` writes the client key.
        """
        ...


def tells_changes(endpoint: Endpoint) -> TypeGuard[TellsChanges]:
    """Tell whether the endpoint can be asked for changes."""
    return callable(getattr(endpoint, "changes", None)) and callable(
        getattr(endpoint, "bind", None)
    )
