# SPDX-License-Identifier: GPL-3.0-or-later
"""What every publishing endpoint offers, and the values that travel to and fro."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Protocol

from editor_app.domain.article import ArticleContent
from editor_app.domain.comment import Comment
from editor_app.domain.ids import ArticleId, MediaId, RevisionId, StoryId
from editor_app.domain.media import MediaAsset
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
class RemoteListing:
    """One page of an incremental pull."""

    receipts: Sequence[Receipt] = field(default_factory=tuple)
    cursor: str = ""  # give it back to go on; "" at the end


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
