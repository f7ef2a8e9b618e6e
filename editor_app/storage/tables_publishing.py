# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables of sites, plans, the outbox, receipts, conflicts and comments."""

from datetime import datetime

from sqlalchemy import Column, Index, Text, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from editor_app.storage.columns import UtcText


class SiteTable(SQLModel, table=True):
    """Publishing endpoints; secrets are in the keyring."""

    __tablename__ = "site"  # pyright: ignore[reportAssignmentType]
    id: str = Field(primary_key=True)
    name: str = Field(unique=True)
    kind: str
    url: str
    zone: str
    user: str = ""
    identity: str = ""
    options: str = "{}"
    capabilities: str = "{}"
    paused_reason: str = ""
    removed: bool = False  # the row stays: plans and the log name it
    position: int = 0


class PlanTable(SQLModel, table=True):
    """What the editor confirmed; at most one confirmed plan an article and site."""

    __tablename__ = "plan"  # pyright: ignore[reportAssignmentType]
    __table_args__ = (
        Index(
            "ux_plan_confirmed",
            "article_id",
            "site_id",
            unique=True,
            sqlite_where=text("state IN ('confirmed', 'missed')"),
        ),
        Index("ix_plan_due", "state", "due_utc"),
    )
    id: str = Field(primary_key=True)
    article_id: str = Field(foreign_key="article.id")
    site_id: str = Field(foreign_key="site.id")
    revision_id: str = Field(foreign_key="revision.id")
    content_hash: str
    wall: str | None = None  # None: now
    zone: str | None = None
    fold: int | None = None
    due_utc: datetime = Field(
        sa_type=UtcText
    )  # derived from wall, zone, fold; derived again at start
    confirmed: datetime = Field(sa_type=UtcText)
    confirmed_by: str
    state: str


class RemoteCopyTable(SQLModel, table=True):
    """What an article is on one site; written last."""

    __tablename__ = "remote_copy"  # pyright: ignore[reportAssignmentType]
    article_id: str = Field(primary_key=True, foreign_key="article.id")
    site_id: str = Field(primary_key=True, foreign_key="site.id")
    href: str
    remote_id: str
    token: str
    base_revision: str
    sent_hash: str
    returned_hash: str
    state: str = Field(index=True)
    checked: datetime = Field(sa_type=UtcText)
    first_published: datetime | None = Field(default=None, sa_type=UtcText)
    verified: bool = False


class OutboxTable(SQLModel, table=True):
    """What must still reach a site. UNIQUE: one revision is never queued twice for one thing."""

    __tablename__ = "outbox"  # pyright: ignore[reportAssignmentType]
    __table_args__ = (
        UniqueConstraint("article_id", "revision_id", "site_id", "action"),
        Index("ix_outbox_due", "state", "not_before"),
    )
    id: str = Field(primary_key=True)
    article_id: str = Field(foreign_key="article.id")
    revision_id: str = Field(foreign_key="revision.id")
    site_id: str = Field(foreign_key="site.id")
    action: str
    state: str
    content_hash: str
    not_before: datetime = Field(sa_type=UtcText)
    created: datetime = Field(sa_type=UtcText)
    plan_id: str = ""
    attempts: int = 0
    next_try: datetime | None = Field(default=None, sa_type=UtcText)
    lease_until: datetime | None = Field(default=None, sa_type=UtcText)
    lease_owner: str = ""
    reason: str = ""
    words: str = ""
    finished: datetime | None = Field(default=None, sa_type=UtcText)


class ReceiptTable(SQLModel, table=True):
    """Every answer of a site to a write or a verifying read."""

    __tablename__ = "receipt"  # pyright: ignore[reportAssignmentType]
    id: str = Field(primary_key=True)
    outbox_id: str = Field(foreign_key="outbox.id", index=True)
    at: datetime = Field(sa_type=UtcText)
    remote_id: str
    href: str
    token: str
    state: str
    returned_hash: str


class ConflictTable(SQLModel, table=True):
    """Both sides changed the same place."""

    __tablename__ = "conflict"  # pyright: ignore[reportAssignmentType]
    id: str = Field(primary_key=True)
    article_id: str = Field(foreign_key="article.id", index=True)
    site_id: str = Field(foreign_key="site.id")
    base: str
    mine: str
    theirs: str
    found: datetime = Field(sa_type=UtcText)
    resolved: datetime | None = Field(default=None, sa_type=UtcText)
    taken: str = ""


class SyncCursorTable(SQLModel, table=True):
    """How far the incremental pull of a site has come."""

    __tablename__ = "sync_cursor"  # pyright: ignore[reportAssignmentType]
    site_id: str = Field(primary_key=True, foreign_key="site.id")
    what: str = Field(primary_key=True)  # articles, comments
    cursor: str
    at: datetime = Field(sa_type=UtcText)


class RemoteMediaTable(SQLModel, table=True):
    """Which file is already on which site, by SHA-256."""

    __tablename__ = "remote_media"  # pyright: ignore[reportAssignmentType]
    site_id: str = Field(primary_key=True, foreign_key="site.id")
    sha256: str = Field(primary_key=True)
    remote_id: str
    href: str


class SlotTable(SQLModel, table=True):
    """Publication slots: Mon–Fri 07:00 Paris."""

    __tablename__ = "slot"  # pyright: ignore[reportAssignmentType]
    id: str = Field(primary_key=True)
    site_id: str = Field(foreign_key="site.id", index=True)
    section: str = ""
    weekdays: str  # digits 1 (Monday) … 7
    wall: str  # HH:MM
    zone: str


class CommentTable(SQLModel, table=True):
    """Readers' comments as a site holds them."""

    __tablename__ = "comment"  # pyright: ignore[reportAssignmentType]
    __table_args__ = (UniqueConstraint("site_id", "remote_id"),)
    id: str = Field(primary_key=True)
    site_id: str = Field(foreign_key="site.id")
    article_id: str | None = Field(default=None, foreign_key="article.id", index=True)
    remote_id: str
    parent_id: str | None = None
    author: str
    text: str = Field(sa_column=Column(Text, nullable=False))
    state: str = Field(index=True)
    created: datetime = Field(sa_type=UtcText)
    edited: datetime | None = Field(default=None, sa_type=UtcText)
    earlier_text: str = ""
    by_moderator: bool = False
    language: str = ""


class CommentActionTable(SQLModel, table=True):
    """A moderator's step on its way to the site; ordered per comment."""

    __tablename__ = "comment_action"  # pyright: ignore[reportAssignmentType]
    id: str = Field(primary_key=True)
    comment_id: str = Field(foreign_key="comment.id", index=True)
    site_id: str = Field(foreign_key="site.id")
    what: str  # approve, hold, spam, trash, restore, edit, reply
    text: str = ""
    state: str
    attempts: int = 0
    next_try: datetime | None = Field(default=None, sa_type=UtcText)
    reason: str = ""
    words: str = ""
    created: datetime = Field(sa_type=UtcText)
    finished: datetime | None = Field(default=None, sa_type=UtcText)
