# SPDX-License-Identifier: GPL-3.0-or-later
"""Files of the newsroom and which article uses them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, func, select

from editor_app.domain.errors import NotFound
from editor_app.domain.ids import ArticleId, MediaId
from editor_app.domain.media import MediaAsset
from editor_app.storage import schema
from editor_app.storage.schema import ARTICLE_MEDIA, MEDIA, Row


class MediaStore:
    """Reads and writes media rows in one transaction; the bytes lie in the media folder."""

    def __init__(self, connection: Connection) -> None:
        """Work inside the connection's transaction."""
        self._connection = connection

    def put(self, asset: MediaAsset) -> None:
        """Insert or change an asset."""
        values: dict[str, Any] = {name: getattr(asset, name) for name in asset.__dataclass_fields__}
        schema.upsert(self._connection, MEDIA, values)

    def get(self, media_id: str) -> MediaAsset:
        """Return an asset; raises NotFound."""
        row = schema.one_row(self._connection, select(MEDIA).where(MEDIA.c.id == media_id))
        if row is None:
            raise NotFound(f"There is no image {media_id} in this newsroom.")
        return _asset(row)

    def by_hash(self, sha256: str) -> MediaAsset | None:
        """Return the asset with these bytes, if the newsroom has it."""
        row = schema.one_row(self._connection, select(MEDIA).where(MEDIA.c.sha256 == sha256))
        return _asset(row) if row else None

    def attach(self, article_id: ArticleId, media_id: MediaId) -> None:
        """Say that the article uses the asset; saying it again changes nothing."""
        statement = (
            select(func.count())
            .select_from(ARTICLE_MEDIA)
            .where(ARTICLE_MEDIA.c.article_id == article_id)
        )
        position = int(self._connection.execute(statement).scalar_one())
        known = schema.one_row(
            self._connection,
            select(ARTICLE_MEDIA).where(
                ARTICLE_MEDIA.c.article_id == article_id, ARTICLE_MEDIA.c.media_id == media_id
            ),
        )
        if known is None:
            schema.insert(
                self._connection,
                ARTICLE_MEDIA,
                article_id=article_id,
                media_id=media_id,
                position=position,
            )

    def of_article(self, article_id: ArticleId) -> tuple[MediaAsset, ...]:
        """Return the assets attached to the article."""
        statement = (
            select(MEDIA)
            .join(ARTICLE_MEDIA, ARTICLE_MEDIA.c.media_id == MEDIA.c.id)
            .where(ARTICLE_MEDIA.c.article_id == article_id)
            .order_by(ARTICLE_MEDIA.c.position)
        )
        found = schema.all_rows(self._connection, statement)
        return tuple(_asset(row) for row in found)

    def all(self) -> tuple[MediaAsset, ...]:
        """Return every asset."""
        found = schema.all_rows(self._connection, select(MEDIA).order_by(MEDIA.c.created))
        return tuple(_asset(row) for row in found)


def _asset(row: Row) -> MediaAsset:
    return MediaAsset(**row)
