# SPDX-License-Identifier: GPL-3.0-or-later
"""Articles: their heads and the text of their newest revision."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, select

from editor_app.domain.article import Article, ArticleContent
from editor_app.domain.errors import NotFound
from editor_app.domain.ids import ArticleId, PersonId, RevisionId, StoryId
from editor_app.domain.workflow import Stage
from editor_app.storage import schema
from editor_app.storage.schema import ARTICLE, ARTICLE_TEXT, STORY, Row

_TEXT_FIELDS = ("headline", "standfirst", "body", "tags")


class ArticleStore:
    """Reads and writes articles in one transaction."""

    def __init__(self, connection: Connection) -> None:
        """Work inside the connection's transaction."""
        self._connection = connection

    def add(self, article: Article, *, words: int) -> None:
        """Insert a new article with its text."""
        schema.insert(
            self._connection,
            ARTICLE,
            id=article.id,
            story_id=article.story_id,
            language=article.language,
            stage=article.stage,
            head=article.head,
            counter=article.counter,
            content_hash=article.content.hash,
            headline=article.content.headline,
            words=words,
            created=article.created,
            changed=article.changed,
            assignee=article.assignee,
            due=article.due,
            archived=article.archived,
        )
        schema.insert(
            self._connection, ARTICLE_TEXT, article_id=article.id, **_text_values(article.content)
        )

    def get(self, article_id: str) -> Article:
        """Return the article; raises NotFound."""
        statement = (
            select(
                ARTICLE,
                ARTICLE_TEXT.c.standfirst,
                ARTICLE_TEXT.c.body,
                ARTICLE_TEXT.c.tags,
                ARTICLE_TEXT.c.details,
                STORY.c.section,
            )
            .join(ARTICLE_TEXT, ARTICLE_TEXT.c.article_id == ARTICLE.c.id)
            .join(STORY, STORY.c.id == ARTICLE.c.story_id)
            .where(ARTICLE.c.id == article_id)
        )
        row = schema.one_row(self._connection, statement)
        if row is None:
            raise NotFound(f"There is no article {article_id}.")
        return _article(row)

    def set_head(self, article: Article, *, words: int) -> None:
        """Point the article at a new head revision and store its text."""
        self._connection.execute(
            ARTICLE.update()
            .where(ARTICLE.c.id == article.id)
            .values(
                head=article.head,
                counter=article.counter,
                content_hash=article.content.hash,
                headline=article.content.headline,
                words=words,
                changed=article.changed,
            )
        )
        self._connection.execute(
            ARTICLE_TEXT.update()
            .where(ARTICLE_TEXT.c.article_id == article.id)
            .values(**_text_values(article.content))
        )

    def set_stage(self, article_id: ArticleId, stage: Stage) -> None:
        """Change the stage alone."""
        self._connection.execute(
            ARTICLE.update().where(ARTICLE.c.id == article_id).values(stage=stage)
        )

    def set_assignment(
        self, article_id: ArticleId, assignee: PersonId | None, due: datetime | None
    ) -> None:
        """Change who works on it and until when."""
        self._connection.execute(
            ARTICLE.update().where(ARTICLE.c.id == article_id).values(assignee=assignee, due=due)
        )

    def set_archived(self, article_id: ArticleId, archived: bool) -> None:
        """Hide the article from lists, or show it again; nothing is erased."""
        self._connection.execute(
            ARTICLE.update().where(ARTICLE.c.id == article_id).values(archived=archived)
        )

    def resolve(self, prefix: str) -> ArticleId:
        """Return the one article whose id starts with ``prefix``; raises NotFound."""
        wanted = prefix.strip().lower()
        # A range, not LIKE: only this one is looked up in the index.
        statement = (
            select(ARTICLE.c.id)
            .where(ARTICLE.c.id >= wanted, ARTICLE.c.id < f"{wanted}\U0010ffff")
            .limit(2)
        )
        rows = schema.all_rows(self._connection, statement) if wanted else []
        found = [row["id"] for row in rows]
        if not found:
            raise NotFound(f"There is no article “{prefix}”.")
        if len(found) > 1:
            raise NotFound(f"“{prefix}” fits several articles. Give more characters.")
        return ArticleId(found[0])

    def of_story(self, story_id: StoryId) -> tuple[Article, ...]:
        """Return the story's editions, oldest first."""
        statement = (
            select(ARTICLE.c.id)
            .where(ARTICLE.c.story_id == story_id)
            .order_by(ARTICLE.c.created, ARTICLE.c.id)
        )
        return tuple(self.get(row["id"]) for row in schema.all_rows(self._connection, statement))

    def words(self, article_id: ArticleId) -> int:
        """Return the number of words of the head revision."""
        return int(
            self._connection.execute(
                select(ARTICLE.c.words).where(ARTICLE.c.id == article_id)
            ).scalar_one()
        )

    def count(self) -> int:
        """Return how many articles there are, archived ones too."""
        return int(self._connection.execute(select(func.count()).select_from(ARTICLE)).scalar_one())

    def languages(self) -> tuple[str, ...]:
        """Return the languages in use."""
        statement = select(ARTICLE.c.language).distinct().order_by(ARTICLE.c.language)
        return tuple(row["language"] for row in schema.all_rows(self._connection, statement))


def _text_values(content: ArticleContent) -> dict[str, Any]:
    plain = content.to_json()
    details = {key: value for key, value in plain.items() if key not in _TEXT_FIELDS}
    return {
        "headline": content.headline,
        "standfirst": content.standfirst,
        "body": content.body,
        "tags": "\n".join(content.tags),
        "details": schema.to_json(details),
    }


def _article(row: Row) -> Article:
    plain = json.loads(row["details"])
    plain.update(headline=row["headline"], standfirst=row["standfirst"], body=row["body"])
    plain["tags"] = row["tags"].split("\n") if row["tags"] else []
    return Article(
        id=ArticleId(row["id"]),
        story_id=StoryId(row["story_id"]),
        language=row["language"],
        stage=Stage(row["stage"]),
        head=RevisionId(row["head"]),
        counter=row["counter"],
        content=ArticleContent.from_json(plain),
        section=row["section"],
        created=row["created"],
        changed=row["changed"],
        assignee=PersonId(row["assignee"]) if row["assignee"] else None,
        due=row["due"],
        archived=bool(row["archived"]),
    )
