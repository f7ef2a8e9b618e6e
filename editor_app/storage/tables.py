# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables of people, stories, articles, revisions and media.

Rows never leave `storage`: stores turn them into frozen domain values. Migrations are
append-only (see migrations/); a test keeps them equal to what stands here.
"""

from datetime import datetime

from sqlalchemy import Column, Index, LargeBinary, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from editor_app.storage.columns import UtcText


class MetaTable(SQLModel, table=True):
    """Facts about the newsroom itself: its id, when it was made."""

    __tablename__ = "meta"  # pyright: ignore[reportAssignmentType]
    key: str = Field(primary_key=True)
    value: str


class PersonTable(SQLModel, table=True):
    """People of the newsroom."""

    __tablename__ = "person"  # pyright: ignore[reportAssignmentType]
    id: str = Field(primary_key=True)
    name: str
    role: str
    zone: str
    is_me: bool = False


class SectionTable(SQLModel, table=True):
    """Sections with their content profile (required fields, lengths) as JSON."""

    __tablename__ = "section"  # pyright: ignore[reportAssignmentType]
    name: str = Field(primary_key=True)
    position: int = 0
    profile: str = "{}"


class StoryTable(SQLModel, table=True):
    """One piece of journalism, whatever the language."""

    __tablename__ = "story"  # pyright: ignore[reportAssignmentType]
    id: str = Field(primary_key=True)
    slugline: str
    section: str = Field(index=True)
    planned_languages: str = "[]"
    created: datetime = Field(sa_type=UtcText)
    priority: int = 0
    note: str = ""
    embargo_wall: str | None = None  # YYYY-MM-DD HH:MM
    embargo_zone: str | None = None
    embargo_fold: int | None = None
    embargo_lifted_reason: str = ""
    embargo_lifted_at: datetime | None = Field(default=None, sa_type=UtcText)


class ArticleTable(SQLModel, table=True):
    """The head of a language edition; small, so that lists never touch text pages."""

    __tablename__ = "article"  # pyright: ignore[reportAssignmentType]
    __table_args__ = (
        Index("ix_article_changed", "archived", "changed"),
        Index("ix_article_language", "language", "changed"),
        Index("ix_article_stage", "stage", "changed"),
    )
    id: str = Field(primary_key=True)
    story_id: str = Field(foreign_key="story.id", index=True)
    language: str
    stage: str
    head: str
    counter: int
    content_hash: str
    headline: str
    words: int
    created: datetime = Field(sa_type=UtcText)
    changed: datetime = Field(sa_type=UtcText)
    assignee: str | None = Field(default=None, foreign_key="person.id")
    due: datetime | None = Field(default=None, sa_type=UtcText)
    archived: bool = False


class ArticleTextTable(SQLModel, table=True):
    """The text of each article's newest revision, uncompressed; the full-text index reads it."""

    __tablename__ = "article_text"  # pyright: ignore[reportAssignmentType]
    rowid: int | None = Field(default=None, primary_key=True)
    article_id: str = Field(foreign_key="article.id", unique=True)
    headline: str = Field(sa_column=Column(Text, nullable=False))
    standfirst: str = Field(sa_column=Column(Text, nullable=False))
    body: str = Field(sa_column=Column(Text, nullable=False))
    tags: str = Field(sa_column=Column(Text, nullable=False))  # one a line
    details: str = Field(sa_column=Column(Text, nullable=False))  # JSON of the other fields


class RevisionTable(SQLModel, table=True):
    """Immutable snapshots. `packed` is zstd, against `dictionary_revision` if that is set."""

    __tablename__ = "revision"  # pyright: ignore[reportAssignmentType]
    __table_args__ = (UniqueConstraint("article_id", "counter"),)
    id: str = Field(primary_key=True)
    article_id: str = Field(foreign_key="article.id")
    parents: str = "[]"
    counter: int
    content_hash: str
    created: datetime = Field(sa_type=UtcText)
    author: str
    reason: str
    name: str = ""
    words: int = 0
    dictionary_revision: str | None = None
    chain_length: int = 0  # 0: a keyframe
    packed: bytes = Field(sa_column=Column(LargeBinary, nullable=False))


class ImportRecordTable(SQLModel, table=True):
    """What an article was imported from: every part, kept or left out."""

    __tablename__ = "import_record"  # pyright: ignore[reportAssignmentType]
    article_id: str = Field(primary_key=True, foreign_key="article.id")
    source_name: str
    parts: str = Field(sa_column=Column(Text, nullable=False))
    at: datetime = Field(sa_type=UtcText)


class MediaTable(SQLModel, table=True):
    """Files copied into the profile's media folder; the same bytes once."""

    __tablename__ = "media"  # pyright: ignore[reportAssignmentType]
    id: str = Field(primary_key=True)
    sha256: str = Field(unique=True)
    filename: str
    mime_type: str
    size_bytes: int
    width: int
    height: int
    created: datetime = Field(sa_type=UtcText)
    alt: str = ""
    caption: str = ""
    credit: str = ""
    licence: str = ""
    focal_x: float = 0.5
    focal_y: float = 0.5


class ArticleMediaTable(SQLModel, table=True):
    """Which article uses which file."""

    __tablename__ = "article_media"  # pyright: ignore[reportAssignmentType]
    article_id: str = Field(primary_key=True, foreign_key="article.id")
    media_id: str = Field(primary_key=True, foreign_key="media.id")
    position: int = 0


class NoteTable(SQLModel, table=True):
    """Editors' notes; they never leave for a site."""

    __tablename__ = "note"  # pyright: ignore[reportAssignmentType]
    id: str = Field(primary_key=True)
    article_id: str = Field(foreign_key="article.id", index=True)
    author: str
    text: str = Field(sa_column=Column(Text, nullable=False))
    created: datetime = Field(sa_type=UtcText)
    field: str = ""
    start: int = 0
    end: int = 0
    resolved: bool = False
    parent_id: str | None = None


class FindingIgnoredTable(SQLModel, table=True):
    """Findings a person decided to live with, and why."""

    __tablename__ = "finding_ignored"  # pyright: ignore[reportAssignmentType]
    id: str = Field(primary_key=True)
    article_id: str = Field(foreign_key="article.id", index=True)
    rule: str
    place_hash: str  # of the text found and its surroundings, so that it moves with the text
    reason: str
    author: str
    at: datetime = Field(sa_type=UtcText)


class DictionaryWordTable(SQLModel, table=True):
    """Words the newsroom or a person accepts, per language."""

    __tablename__ = "dictionary_word"  # pyright: ignore[reportAssignmentType]
    language: str = Field(primary_key=True)
    word: str = Field(primary_key=True)
    person_id: str = Field(default="", primary_key=True)  # "": the whole newsroom


class LogTable(SQLModel, table=True):
    """Who did what, when; append-only."""

    __tablename__ = "log"  # pyright: ignore[reportAssignmentType]
    id: str = Field(primary_key=True)
    at: datetime = Field(sa_type=UtcText)
    who: str
    what: str
    article_id: str = Field(default="", index=True)
    story_id: str = ""
    site_id: str = ""
    detail: str = ""
