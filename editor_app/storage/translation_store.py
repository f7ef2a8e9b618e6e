# SPDX-License-Identifier: GPL-3.0-or-later
"""Translations, their segments, and the memory that confirmed segments enter."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection, select

from editor_app.domain.errors import NotFound
from editor_app.domain.ids import ArticleId, PersonId, RevisionId, new_id
from editor_app.domain.memory import MemoryUnit
from editor_app.domain.translation import (
    Segment,
    SegmentKind,
    SegmentState,
    Translation,
    TranslationState,
)
from editor_app.storage import schema
from editor_app.storage.schema import MEMORY_UNIT, SEGMENT, TRANSLATION, Row


class TranslationStore:
    """Reads and writes translations in one transaction."""

    def __init__(self, connection: Connection) -> None:
        """Work inside the connection's transaction."""
        self._connection = connection

    def put(self, translation: Translation) -> None:
        """Insert or change a translation."""
        schema.upsert(
            self._connection,
            TRANSLATION,
            {
                "id": translation.id,
                "source_article": translation.source_article,
                "target_article": translation.target_article,
                "source_revision": translation.source_revision,
                "state": translation.state,
                "created": translation.created,
                "changed": translation.changed,
                "claimed_by": translation.claimed_by,
                "claimed_at": translation.claimed_at,
                "machine_assisted": translation.machine_assisted,
            },
        )

    def of_target(self, target: ArticleId) -> Translation | None:
        """Return the translation that the article is the target of, if it is one."""
        row = schema.one_row(
            self._connection, select(TRANSLATION).where(TRANSLATION.c.target_article == target)
        )
        return _translation(row) if row else None

    def of_source(self, source: ArticleId) -> tuple[Translation, ...]:
        """Return the translations made from the article."""
        statement = select(TRANSLATION).where(TRANSLATION.c.source_article == source)
        return tuple(_translation(row) for row in schema.all_rows(self._connection, statement))

    def all(self) -> tuple[Translation, ...]:
        """Return every translation, latest change first."""
        statement = select(TRANSLATION).order_by(TRANSLATION.c.changed.desc())
        return tuple(_translation(row) for row in schema.all_rows(self._connection, statement))

    def segments(self, translation_id: str, *, dropped: bool = False) -> tuple[Segment, ...]:
        """Return the segments in the article's order, or those whose source is gone."""
        statement = (
            select(SEGMENT)
            .where(SEGMENT.c.translation_id == translation_id, SEGMENT.c.dropped.is_(dropped))
            .order_by(SEGMENT.c.position, SEGMENT.c.rowid)
        )
        return tuple(_segment(row) for row in schema.all_rows(self._connection, statement))

    def segment(self, translation_id: str, key: str) -> Segment:
        """Return one segment by key or unique key prefix; raises NotFound."""
        statement = select(SEGMENT).where(
            SEGMENT.c.translation_id == translation_id,
            SEGMENT.c.key.startswith(key, autoescape=True),
        )
        found = schema.all_rows(self._connection, statement.limit(2))
        exact = [row for row in found if row["key"] == key]
        if not exact and len(found) != 1:
            raise NotFound(f"There is no segment “{key}” in this translation.")
        return _segment((exact or found)[0])

    def put_segment(self, translation_id: str, segment: Segment, *, dropped: bool = False) -> None:
        """Insert or change one segment."""
        values = {
            "kind": segment.kind,
            "position": segment.position,
            "source": segment.source,
            "target": segment.target,
            "state": segment.state,
            "codes": schema.to_json(segment.codes),
            "earlier_source": segment.earlier_source,
            "comment": segment.comment,
            "author": segment.author,
            "changed": segment.changed,
            "dropped": dropped,
        }
        changed = self._connection.execute(
            SEGMENT.update()
            .where(SEGMENT.c.translation_id == translation_id, SEGMENT.c.key == segment.key)
            .values(**values)
        )
        if changed.rowcount == 0:
            schema.insert(
                self._connection, SEGMENT, translation_id=translation_id, key=segment.key, **values
            )

    def replace_segments(
        self, translation_id: str, segments: Iterable[Segment], dropped: Iterable[Segment]
    ) -> None:
        """Store a new set of segments; targets whose source is gone are kept as dropped."""
        now, gone = list(segments), list(dropped)
        current = {segment.key for segment in now} | {segment.key for segment in gone}
        gone.extend(old for old in self.segments(translation_id) if old.key not in current)
        for segment in gone:
            self.put_segment(translation_id, segment, dropped=True)
        for segment in now:
            self.put_segment(translation_id, segment)

    def remember(self, unit: MemoryUnit, *, segment_key: str) -> None:
        """Enter a confirmed pair into the memory, replacing what this segment said before."""
        self._connection.execute(
            MEMORY_UNIT.delete().where(
                MEMORY_UNIT.c.article_id == unit.article_id,
                MEMORY_UNIT.c.segment_key == segment_key,
                MEMORY_UNIT.c.target_language == unit.target_language,
            )
        )
        schema.insert(
            self._connection,
            MEMORY_UNIT,
            id=unit.id or new_id(),
            source_language=unit.source_language,
            target_language=unit.target_language,
            source=unit.source,
            target=unit.target,
            source_hash=memory_hash(unit.source),
            previous=unit.previous,
            following=unit.following,
            created=unit.created,
            changed=unit.created,
            author=unit.author,
            article_id=unit.article_id,
            segment_key=segment_key,
            origin=unit.origin,
        )

    def recall(
        self, source: str, source_language: str, target_language: str
    ) -> tuple[MemoryUnit, ...]:
        """Return units whose source is the same text, newest first."""
        statement = (
            select(MEMORY_UNIT)
            .where(
                MEMORY_UNIT.c.source_language == source_language,
                MEMORY_UNIT.c.target_language == target_language,
                MEMORY_UNIT.c.source_hash == memory_hash(source),
            )
            .order_by(MEMORY_UNIT.c.changed.desc())
        )
        return tuple(_unit(row) for row in schema.all_rows(self._connection, statement))


def memory_hash(text: str) -> bytes:
    """Return eight bytes that equal texts share, whatever their case, width of spaces or form."""
    plain = " ".join(unicodedata.normalize("NFC", text).casefold().split())
    return hashlib.blake2b(plain.encode("utf-8", "surrogatepass"), digest_size=8).digest()


def _translation(row: Row) -> Translation:
    return Translation(
        id=row["id"],
        source_article=ArticleId(row["source_article"]),
        target_article=ArticleId(row["target_article"]),
        source_revision=RevisionId(row["source_revision"]),
        state=TranslationState(row["state"]),
        created=row["created"],
        changed=row["changed"],
        claimed_by=PersonId(row["claimed_by"]) if row["claimed_by"] else None,
        claimed_at=row["claimed_at"],
        machine_assisted=bool(row["machine_assisted"]),
    )


def _segment(row: Row) -> Segment:
    changed: datetime | None = row["changed"]
    return Segment(
        key=row["key"],
        kind=SegmentKind(row["kind"]),
        position=row["position"],
        source=row["source"],
        target=row["target"],
        state=SegmentState(row["state"]),
        codes=schema.list_from(row["codes"]),
        earlier_source=row["earlier_source"],
        comment=row["comment"],
        author=row["author"],
        changed=changed,
    )


def _unit(row: Row) -> MemoryUnit:
    return MemoryUnit(
        id=row["id"],
        source_language=row["source_language"],
        target_language=row["target_language"],
        source=row["source"],
        target=row["target"],
        created=row["created"],
        author=row["author"],
        article_id=row["article_id"],
        previous=row["previous"],
        following=row["following"],
        origin=row["origin"],
    )
