# SPDX-License-Identifier: GPL-3.0-or-later
"""A publishing endpoint with an account, what it can do, and what an article is there."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from editor_app.domain.ids import ArticleId, RevisionId, SiteId


class SiteKind(StrEnum):
    """Which endpoint speaks to the site."""

    STATIC = "static"
    WORDPRESS = "wordpress"
    GHOST = "ghost"
    MICROPUB = "micropub"
    WEBFLOW = "webflow"


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What a site can do for this account; the window offers nothing else."""

    can_schedule: bool = False  # False: this computer fires the schedule
    can_hold_drafts: bool = False
    can_unpublish: bool = True
    can_moderate_comments: bool = False
    has_comments: bool = False
    has_media: bool = True
    has_precondition: bool = False
    has_partial_update: bool = False
    has_locales: bool = False
    may_publish: bool = True  # False: the account may only submit for review
    account: str = ""  # who we are there


@dataclass(frozen=True, slots=True)
class Site:
    """One publishing endpoint. Secrets are in the keyring, never here."""

    id: SiteId
    name: str
    kind: SiteKind
    url: str
    zone: str = "UTC"  # IANA zone of its readers
    user: str = ""
    identity: str = ""  # what proves later that it is still the same site
    options: dict[str, str] = field(default_factory=lambda: dict[str, str]())
    capabilities: Capabilities = field(default_factory=Capabilities)
    paused_reason: str = ""


class RemoteState(StrEnum):
    """What an article is on one site, as a person sees it."""

    ONLY_HERE = "only_here"
    WAITING = "waiting"
    DRAFT = "draft"
    SCHEDULED = "scheduled"
    LIVE = "live"
    CHANGED_THERE = "changed_there"
    CONFLICT = "conflict"
    ATTENTION = "attention"
    MISSED = "missed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class RemoteCopy:
    """What we know of an article on one site since we last wrote or read it there."""

    article_id: ArticleId
    site_id: SiteId
    href: str  # public address, "" while there is none
    remote_id: str
    token: str  # etag, updated_at or revision id: the precondition of the next write
    base_revision: RevisionId
    sent_hash: str  # content hash of exactly what was sent
    returned_hash: str  # hash of what the site made of it
    state: RemoteState
    checked: datetime
    verified: bool = False  # a later read has seen it as it should be
