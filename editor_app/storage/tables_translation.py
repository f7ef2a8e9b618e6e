# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables of translations, segments, translation memory and glossary."""

from datetime import datetime

from sqlalchemy import Column, Index, LargeBinary, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from editor_app.storage.columns import UtcText


class TranslationTable(SQLModel, table=True):
    """Ties a target article to its source and the source revision it was made from."""

    __tablename__ = "translation"  # pyright: ignore[reportAssignmentType]
    id: str = Field(primary_key=True)
    source_article: str = Field(foreign_key="article.id", index=True)
    target_article: str = Field(foreign_key="article.id", unique=True)
    source_revision: str = Field(foreign_key="revision.id")
    state: str
    created: datetime = Field(sa_type=UtcText)
    changed: datetime = Field(sa_type=UtcText)
    claimed_by: str | None = Field(default=None, foreign_key="person.id")
    claimed_at: datetime | None = Field(default=None, sa_type=UtcText)
    machine_assisted: bool = False


class SegmentTable(SQLModel, table=True):
    """A sentence of the source and its target."""

    __tablename__ = "segment"  # pyright: ignore[reportAssignmentType]
    __table_args__ = (UniqueConstraint("translation_id", "key"),)
    rowid: int | None = Field(default=None, primary_key=True)
    translation_id: str = Field(foreign_key="translation.id")
    key: str
    kind: str
    position: int
    source: str = Field(sa_column=Column(Text, nullable=False))
    target: str = Field(sa_column=Column(Text, nullable=False))
    state: str
    codes: str = "[]"
    earlier_source: str = ""
    comment: str = ""
    author: str = ""
    changed: datetime | None = Field(default=None, sa_type=UtcText)
    dropped: bool = False  # its sentence left the source; the target is kept


class MemoryUnitTable(SQLModel, table=True):
    """Confirmed pairs, exact look-up by hash; the signature serves fuzzy look-up."""

    __tablename__ = "memory_unit"  # pyright: ignore[reportAssignmentType]
    __table_args__ = (
        Index("ix_memory_exact", "source_language", "target_language", "source_hash"),
    )
    id: str = Field(primary_key=True)
    source_language: str
    target_language: str
    source: str = Field(sa_column=Column(Text, nullable=False))
    target: str = Field(sa_column=Column(Text, nullable=False))
    source_hash: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    signature: bytes | None = Field(default=None, sa_column=Column(LargeBinary))
    previous: str = ""
    following: str = ""
    created: datetime = Field(sa_type=UtcText)
    changed: datetime = Field(sa_type=UtcText)
    author: str = ""
    article_id: str = Field(default="", index=True)
    segment_key: str = ""
    origin: str = "human"


class TermTable(SQLModel, table=True):
    """Agreed terms."""

    __tablename__ = "term"  # pyright: ignore[reportAssignmentType]
    __table_args__ = (Index("ix_term_source", "source_language", "target_language", "source"),)
    id: str = Field(primary_key=True)
    source_language: str
    target_language: str
    source: str
    target: str
    forbidden: str = "[]"
    note: str = ""
    part_of_speech: str = ""
    section: str = ""
