# SPDX-License-Identifier: GPL-3.0-or-later
"""What services show of the library: frozen values made for lists, inspectors and the CLI."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from editor_app.domain.article import Article
from editor_app.domain.ids import ArticleId, PersonId, SiteId, StoryId
from editor_app.domain.outbox import OutboxItem
from editor_app.domain.schedule import Plan
from editor_app.domain.site import RemoteCopy, RemoteState, Site
from editor_app.domain.story import Story
from editor_app.domain.translation import Segment, Translation, TranslationState
from editor_app.domain.workflow import Stage


@dataclass(frozen=True, slots=True)
class LibraryQuery:
    """Which articles a list shows; empty fields do not filter."""

    language: str = ""
    stage: Stage | None = None
    section: str = ""
    site: str = ""  # a site's id: articles that have a copy there
    search: str = ""  # words of headline, standfirst, body
    archived: bool = False
    limit: int = 200
    offset: int = 0


@dataclass(frozen=True, slots=True)
class SiteStatus:
    """What an article is on one site."""

    site: Site
    state: RemoteState
    href: str
    plan: Plan | None
    waiting: OutboxItem | None  # the open outbox row, if any
    copy: RemoteCopy | None


@dataclass(frozen=True, slots=True)
class EditionRow:
    """Another language edition of the same story."""

    article_id: ArticleId
    language: str
    headline: str
    stage: Stage
    is_source: bool  # the shown article was translated from it


@dataclass(frozen=True, slots=True)
class ArticleView:
    """Everything an inspector or `show` says about an article."""

    article: Article
    story: Story
    words: int
    revisions: int
    editions: tuple[EditionRow, ...]
    translation: Translation | None  # set if this article is a translation
    sites: tuple[SiteStatus, ...]
    left_out: int  # parts of the import that are not in the text


@dataclass(frozen=True, slots=True)
class TranslationProgress:
    """How far a translation is, in segments and source words."""

    segments: int
    confirmed: int
    fuzzy: int
    outdated: int
    words: int
    confirmed_words: int


@dataclass(frozen=True, slots=True)
class TranslationView:
    """A translation with its segments, ready for the desk."""

    translation: Translation
    source: Article
    target: Article
    segments: tuple[Segment, ...]
    progress: TranslationProgress
    source_moved_on: bool  # the source has a newer revision than the one segmented


@dataclass(frozen=True, slots=True)
class TranslationRow:
    """One line of the list of the Translations desk."""

    target_article: ArticleId
    source_article: ArticleId
    source_language: str
    target_language: str
    headline: str  # of the source
    target_headline: str
    state: TranslationState
    progress: TranslationProgress
    claimed_by: PersonId | None
    claimed_by_name: str
    claimed_at: datetime | None
    stage: Stage


@dataclass(frozen=True, slots=True)
class MissingTranslation:
    """A planned language that a story does not have yet."""

    story_id: StoryId
    source_article: ArticleId
    headline: str
    source_language: str
    language: str  # the missing one


@dataclass(frozen=True, slots=True)
class CalendarItem:
    """One planned or past publication."""

    article_id: ArticleId
    story_id: StoryId
    headline: str
    language: str
    stage: Stage
    site_id: SiteId
    site_name: str
    day: date  # in the plan's own zone
    plan: Plan
    state: RemoteState  # SCHEDULED, LIVE, MISSED …
    fired_by_this_computer: bool
    verified: bool


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """One line of the outbox desk."""

    item: OutboxItem
    headline: str
    language: str
    site_name: str


@dataclass(frozen=True, slots=True)
class MissedPlan:
    """A schedule whose time passed while this computer could not publish."""

    plan: Plan
    headline: str
    language: str
    site_name: str
    late_minutes: int


@dataclass(frozen=True, slots=True)
class SyncLine:
    """One thing that a sync did; `sync` prints one line for each."""

    site: str
    action: str  # published, unpublished, verified, missed, waiting, failed, conflict
    article_id: ArticleId | None
    headline: str
    detail: str = ""
    href: str = ""
