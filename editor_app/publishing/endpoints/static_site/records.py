# SPDX-License-Identifier: GPL-3.0-or-later
"""What the website's folder keeps of each article: everything a page is built from."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from typing import Any

from editor_app.domain.article import ArticleContent
from editor_app.domain.comment import Comment, CommentState
from editor_app.domain.ids import ArticleId, MediaId, RevisionId, StoryId
from editor_app.publishing.endpoint import Credit, Page


@dataclass(frozen=True, slots=True)
class RecordImage:
    """An image as an article uses it; the files are found by the digest."""

    media_id: str
    sha256: str
    alt: str
    caption: str
    credit: str


@dataclass(frozen=True, slots=True)
class RecordComment:
    """An approved comment as readers see it."""

    id: str
    parent_id: str | None
    author: str
    text: str
    created: datetime
    edited: datetime | None
    by_moderator: bool
    language: str


@dataclass(frozen=True, slots=True)
class Record:
    """One published article. A withdrawn one keeps its address and dates, not its text."""

    article_id: ArticleId
    story_id: StoryId
    revision_id: RevisionId
    language: str
    slug: str
    content: ArticleContent
    section: str
    first_published: datetime
    updated: datetime
    live: bool = True
    former: tuple[str, ...] = ()  # earlier addresses, "fr/old-slug": they lead to the new one
    images: tuple[RecordImage, ...] = ()
    credit: Credit | None = None
    comments_open: bool = False
    comments: tuple[RecordComment, ...] = ()

    @property
    def path(self) -> str:
        """Return where the page lies under the site's root."""
        return f"{self.language}/{self.slug}.html"

    @property
    def shown_date(self) -> date | datetime:
        """Return the date readers see: the one the article bears, else the first publication."""
        return self.content.published_on or self.first_published

    @property
    def sort_key(self) -> tuple[str, str]:
        """Return a key that sorts oldest first; equal days by the instant of publication."""
        day = self.content.published_on or self.first_published.date()
        return day.isoformat(), self.first_published.isoformat() + self.article_id

    @property
    def token(self) -> str:
        """Return the digest of everything kept: it changes when anything a reader sees does."""
        text = json.dumps(self.to_json(), ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:40]

    def to_json(self) -> dict[str, Any]:
        """Return plain JSON values."""
        # Not asdict(): it copies deeply, and a publication looks at thousands of records.
        plain = {name: getattr(self, name) for name in self.__dataclass_fields__}
        plain["content"] = self.content.to_json()
        plain["first_published"] = self.first_published.isoformat()
        plain["updated"] = self.updated.isoformat()
        plain["images"] = [asdict(image) for image in self.images]
        plain["credit"] = asdict(self.credit) if self.credit else None
        plain["comments"] = [_comment_to_json(comment) for comment in self.comments]
        return plain

    @classmethod
    def from_json(cls, plain: dict[str, Any]) -> Record:
        """Return the record that `to_json` wrote; raises KeyError, TypeError or ValueError."""
        values = dict(plain)
        values["content"] = ArticleContent.from_json(plain["content"])
        values["first_published"] = datetime.fromisoformat(plain["first_published"])
        values["updated"] = datetime.fromisoformat(plain["updated"])
        values["former"] = tuple(plain["former"])
        values["images"] = tuple(RecordImage(**image) for image in plain["images"])
        values["credit"] = Credit(**plain["credit"]) if plain["credit"] else None
        values["comments"] = tuple(_comment_from_json(comment) for comment in plain["comments"])
        return cls(**values)


def _comment_to_json(comment: RecordComment) -> dict[str, Any]:
    plain = asdict(comment)
    plain["created"] = comment.created.isoformat()
    plain["edited"] = comment.edited.isoformat() if comment.edited else None
    return plain


def _comment_from_json(plain: dict[str, Any]) -> RecordComment:
    values = dict(plain)
    values["created"] = datetime.fromisoformat(plain["created"])
    values["edited"] = datetime.fromisoformat(plain["edited"]) if plain["edited"] else None
    return RecordComment(**values)


def record_of(page: Page, *, slug: str, earlier: Record | None) -> Record:
    """Return what to keep of a page; first publication and old addresses come from `earlier`."""
    former = earlier.former if earlier else ()
    address = f"{page.language}/{slug}"
    if earlier and f"{earlier.language}/{earlier.slug}" != address:
        former = (*former, f"{earlier.language}/{earlier.slug}")
    return Record(
        article_id=page.article_id,
        story_id=page.story_id,
        revision_id=page.revision_id,
        language=page.language,
        slug=slug,
        content=page.content,
        section=page.section,
        first_published=earlier.first_published if earlier else page.first_published,
        updated=page.updated,
        former=tuple(dict.fromkeys(old for old in former if old != address)),
        images=tuple(
            RecordImage(
                str(key), item.asset.sha256, item.asset.alt, item.asset.caption, item.asset.credit
            )
            for key, item in page.media_by_id().items()
        ),
        credit=page.credit,
        comments_open=page.comments_open,
        comments=tuple(
            _keep(item) for item in page.comments if item.state is CommentState.APPROVED
        ),
    )


def _keep(comment: Comment) -> RecordComment:
    return RecordComment(
        id=comment.id,
        parent_id=comment.parent_id,
        author=comment.author,
        text=comment.text,
        created=comment.created,
        edited=comment.edited,
        by_moderator=comment.by_moderator,
        language=comment.language,
    )


def tombstone(record: Record) -> Record:
    """Return what is kept of a withdrawn article: its address and dates alone."""
    return replace(
        record,
        live=False,
        content=ArticleContent(),
        images=(),
        credit=None,
        comments=(),
        comments_open=False,
    )


def image_for(record: Record, media_id: MediaId | str | None) -> RecordImage | None:
    """Return the record's image of that id, or None."""
    return next((image for image in record.images if image.media_id == str(media_id)), None)
