# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists and searches of the library; no text is loaded, so they stay fast."""

from __future__ import annotations

from typing import Any

import regex
from sqlalchemy import Connection, text

from editor_app.domain.article import ArticleRow
from editor_app.domain.ids import ArticleId, StoryId
from editor_app.domain.workflow import Stage
from editor_app.storage.columns import from_utc_text

_COLUMNS = """
    a.id, a.story_id, a.language, a.headline, a.stage, s.section, s.slugline, a.words,
    a.changed, a.due,
    (SELECT min(p.due_utc) FROM plan p WHERE p.article_id = a.id AND p.wall IS NOT NULL
       AND p.state IN ('confirmed', 'missed')) AS planned_utc,
    (SELECT CASE
        WHEN EXISTS (SELECT 1 FROM plan p WHERE p.article_id = a.id
            AND p.state = 'missed') THEN 'missed'
        WHEN EXISTS (SELECT 1 FROM outbox o WHERE o.article_id = a.id
            AND o.state IN ('conflict')) OR EXISTS (SELECT 1 FROM conflict f
            WHERE f.article_id = a.id AND f.resolved IS NULL) THEN 'conflict'
        WHEN EXISTS (SELECT 1 FROM outbox o WHERE o.article_id = a.id
            AND o.state IN ('needs_attention', 'paused_auth')) THEN 'attention'
        WHEN EXISTS (SELECT 1 FROM outbox o JOIN plan p ON p.id = o.plan_id
            WHERE o.article_id = a.id AND o.state = 'queued'
            AND p.wall IS NOT NULL) THEN 'scheduled'
        WHEN EXISTS (SELECT 1 FROM outbox o WHERE o.article_id = a.id
            AND o.state NOT IN ('done', 'cancelled')) THEN 'waiting'
        ELSE coalesce((SELECT c.state FROM remote_copy c WHERE c.article_id = a.id
            ORDER BY c.state = 'live' DESC LIMIT 1), 'only_here')
     END) AS remote_state
"""

_FROM = "article a JOIN story s ON s.id = a.story_id"
_SEARCHED = (
    "JOIN article_text t ON t.article_id = a.id "
    "JOIN article_search ON article_search.rowid = t.rowid"
)
_ON_SITE = "EXISTS (SELECT 1 FROM remote_copy c WHERE c.article_id = a.id AND c.site_id = :site_id)"


class LibraryStore:
    """Reads list rows in one transaction."""

    def __init__(self, connection: Connection) -> None:
        """Work inside the connection's transaction."""
        self._connection = connection

    def rows(
        self, filters: dict[str, Any], *, search: str = "", limit: int = 200, offset: int = 0
    ) -> tuple[ArticleRow, ...]:
        """Return rows, newest change first; ``search`` finds every word, the last as a prefix.

        ``filters``: language, stage, section, site_id, archived; a missing or empty one does
        not filter.
        """
        where, values = _where(filters)
        query = match_expression(search)
        if search.strip() and not query:
            return ()
        snippet, joined = "''", ""
        if query:
            snippet = "snippet(article_search, -1, '', '', ' … ', 12)"
            joined = _SEARCHED
            where += " AND article_search MATCH :query"
            values["query"] = query
        statement = (
            f"SELECT {_COLUMNS}, {snippet} AS snippet FROM {_FROM} {joined} "  # noqa: S608
            f"WHERE {where} ORDER BY a.changed DESC, a.id DESC LIMIT :limit OFFSET :offset"
        )
        result = self._connection.execute(
            text(statement), {**values, "limit": limit, "offset": offset}
        )
        return tuple(_row(dict(row)) for row in result.mappings())

    def count(self, filters: dict[str, Any], *, search: str = "") -> int:
        """Return how many rows `rows` would give without a limit."""
        where, values = _where(filters)
        query = match_expression(search)
        if search.strip() and not query:
            return 0
        joined = ""
        if query:
            joined = _SEARCHED
            where += " AND article_search MATCH :query"
            values["query"] = query
        statement = f"SELECT count(*) FROM {_FROM} {joined} WHERE {where}"  # noqa: S608
        return int(self._connection.execute(text(statement), values).scalar_one())


def match_expression(search: str) -> str:
    """Return the FTS5 expression for what a person typed; nothing they type is syntax."""
    words = regex.findall(r"[\p{L}\p{M}\p{N}]+", search)
    if not words:
        return ""
    quoted = [f'"{word}"' for word in words]
    quoted[-1] += "*"
    return " AND ".join(quoted)


def _where(filters: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    clauses = ["a.archived = :archived"]
    values: dict[str, Any] = {"archived": 1 if filters.get("archived") else 0}
    for name, clause in (
        ("language", "a.language = :language"),
        ("stage", "a.stage = :stage"),
        ("section", "s.section = :section"),
        ("story_id", "a.story_id = :story_id"),
        ("article_id", "a.id = :article_id"),
        ("site_id", _ON_SITE),
    ):
        if filters.get(name):
            clauses.append(clause)
            values[name] = str(filters[name])
    return " AND ".join(clauses), values


def _row(row: dict[str, Any]) -> ArticleRow:
    return ArticleRow(
        id=ArticleId(row["id"]),
        story_id=StoryId(row["story_id"]),
        language=row["language"],
        headline=row["headline"],
        stage=Stage(row["stage"]),
        section=row["section"],
        words=row["words"],
        changed=from_utc_text(row["changed"]),
        due=from_utc_text(row["due"]) if row["due"] else None,
        planned_utc=from_utc_text(row["planned_utc"]) if row["planned_utc"] else None,
        remote_state=row["remote_state"],
        slugline=row["slugline"],
        snippet=row["snippet"],
    )
