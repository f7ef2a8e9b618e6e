# SPDX-License-Identifier: GPL-3.0-or-later
"""Revisions: immutable, packed against the one before."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from editor_app.domain.article import ArticleContent
from editor_app.domain.errors import NotFound
from editor_app.domain.ids import ArticleId, RevisionId
from editor_app.domain.revision import Reason, Revision, RevisionContent
from editor_app.storage import packing, schema
from editor_app.storage.schema import REVISION, Row


class RevisionStore:
    """Reads and writes revisions in one transaction."""

    def __init__(self, connection: Connection) -> None:
        """Work inside the connection's transaction."""
        self._connection = connection

    def add(
        self, revision: Revision, content: ArticleContent, *, previous: ArticleContent | None
    ) -> None:
        """Insert a revision; ``previous`` is the content of its first parent, if it has one."""
        dictionary, chain = None, 0
        if previous is not None and revision.parents:
            parent = self._row(revision.parents[0])
            chain = parent["chain_length"] + 1
            if chain < packing.KEYFRAME_EVERY:
                dictionary = packing.to_bytes(previous.to_json())
        packed = packing.pack(packing.to_bytes(content.to_json()), dictionary)
        schema.insert(
            self._connection,
            REVISION,
            id=revision.id,
            article_id=revision.article_id,
            parents=schema.to_json(revision.parents),
            counter=revision.counter,
            content_hash=revision.content_hash,
            created=revision.created,
            author=revision.author,
            reason=revision.reason,
            name=revision.name,
            words=revision.words,
            dictionary_revision=revision.parents[0] if dictionary else None,
            chain_length=chain if dictionary else 0,
            packed=packed,
        )

    def get(self, revision_id: str) -> RevisionContent:
        """Return a revision with its content; raises NotFound."""
        row = self._row(revision_id)
        plain = packing.from_bytes(self._unpack(row))
        return RevisionContent(_revision(row), ArticleContent.from_json(plain))

    def of_article(self, article_id: ArticleId) -> tuple[Revision, ...]:
        """Return the article's revisions, newest first."""
        columns = [column for column in REVISION.c if column.name != "packed"]
        statement = (
            select(*columns)
            .where(REVISION.c.article_id == article_id)
            .order_by(REVISION.c.counter.desc())
        )
        return tuple(_revision(row) for row in schema.all_rows(self._connection, statement))

    def count(self, article_id: ArticleId) -> int:
        """Return how many revisions the article has."""
        statement = (
            select(func.count()).select_from(REVISION).where(REVISION.c.article_id == article_id)
        )
        return int(self._connection.execute(statement).scalar_one())

    def next_counter(self, article_id: ArticleId) -> int:
        """Return the number of the article's next revision, whether or not it becomes the head."""
        statement = select(func.max(REVISION.c.counter)).where(REVISION.c.article_id == article_id)
        return int(self._connection.execute(statement).scalar() or 0) + 1

    def resolve(self, article_id: ArticleId, name: str) -> RevisionId:
        """Return the revision that an id prefix or a counter (``3``) names; raises NotFound."""
        cleaned = name.strip().lower()
        of_article = select(REVISION.c.id).where(REVISION.c.article_id == article_id)
        if cleaned.isdigit() and len(cleaned) < 8:
            found = schema.one_row(
                self._connection, of_article.where(REVISION.c.counter == int(cleaned))
            )
            if found is not None:
                return RevisionId(found["id"])
        safe = cleaned.replace("%", "").replace("_", "")
        found_all = schema.all_rows(
            self._connection, of_article.where(REVISION.c.id.like(f"{safe}%")).limit(2)
        )
        if not safe or len(found_all) != 1:
            problem = (
                "fits several revisions" if len(found_all) > 1 else "is no revision of this article"
            )
            raise NotFound(f"“{name}” {problem}.")
        return RevisionId(found_all[0]["id"])

    def name(self, revision_id: RevisionId, name: str) -> None:
        """Give a revision a name; its content never changes."""
        self._connection.execute(
            REVISION.update().where(REVISION.c.id == revision_id).values(name=name)
        )

    def _row(self, revision_id: str) -> Row:
        row = schema.one_row(self._connection, select(REVISION).where(REVISION.c.id == revision_id))
        if row is None:
            raise NotFound(f"There is no revision {revision_id}.")
        return row

    def _unpack(self, row: Row) -> bytes:
        chain = [row]
        while chain[-1]["dictionary_revision"]:
            chain.append(self._row(chain[-1]["dictionary_revision"]))
        raw: bytes | None = None
        for link in reversed(chain):
            raw = packing.unpack(link["packed"], raw)
        assert raw is not None
        return raw


def _revision(row: Row) -> Revision:
    return Revision(
        id=RevisionId(row["id"]),
        article_id=ArticleId(row["article_id"]),
        parents=tuple(RevisionId(parent) for parent in schema.list_from(row["parents"])),
        counter=row["counter"],
        content_hash=row["content_hash"],
        created=row["created"],
        author=row["author"],
        reason=Reason(row["reason"]),
        name=row["name"],
        words=row["words"],
    )
