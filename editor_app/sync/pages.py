# SPDX-License-Identifier: GPL-3.0-or-later
"""Builds the page that an endpoint gets from one revision of an article."""

from __future__ import annotations

from datetime import UTC, datetime, time
from pathlib import Path

from editor_app.domain.article import ArticleContent
from editor_app.domain.comment import CommentState
from editor_app.domain.ids import MediaId
from editor_app.domain.outbox import OutboxItem
from editor_app.domain.translation import Translation
from editor_app.publishing.endpoint import Credit, Page, PageMedia
from editor_app.storage.unit_of_work import Library, UnitOfWork
from editor_app.text.markdown import referenced_media


class PageBuilder:
    """Reads the library and the media folder."""

    def __init__(self, library: Library, media_folder: Path) -> None:
        """Use this library; files lie in ``media_folder`` by SHA-256."""
        self._library = library
        self._media_folder = media_folder

    def build(self, item: OutboxItem, *, now: datetime, publish_at: datetime | None = None) -> Page:
        """Return the page of exactly the revision that was confirmed.

        ``publish_at`` is for sites that hold it back themselves until then.
        """
        with self._library.read() as unit:
            article = unit.articles.get(item.article_id)
            revision = unit.revisions.get(item.revision_id)
            content = revision.content
            story = unit.stories.get(article.story_id)
            translation = unit.translations.of_target(article.id)
            went_live = unit.sites.first_published(article.id, item.site_id)
            first = went_live or publish_at or now
            if content.published_on is not None:
                first = datetime.combine(content.published_on, time(12), UTC)
            # Readers are told of an update only if they could have read something earlier.
            edited = revision.revision.created
            updated = edited if went_live is not None and edited > went_live else first
            return Page(
                article_id=article.id,
                story_id=article.story_id,
                revision_id=item.revision_id,
                language=article.language,
                content=content,
                section=story.section,
                first_published=first,
                updated=updated,
                media=self._media(unit, content),
                credit=_credit(unit, translation, content),
                comments=unit.notes.comments(CommentState.APPROVED, article.id),
                publish_at=publish_at,
            )

    def _media(self, unit: UnitOfWork, content: ArticleContent) -> tuple[PageMedia, ...]:
        wanted: list[MediaId] = [content.lead_image] if content.lead_image else []
        wanted += [media for media in referenced_media(content.body) if media not in wanted]
        assets = [unit.media.get(media) for media in wanted]
        return tuple(
            PageMedia(asset, media_path(self._media_folder, asset.sha256)) for asset in assets
        )


def media_path(folder: Path, sha256: str) -> Path:
    """Return where the file with these bytes lies in the profile."""
    return folder / sha256[:2] / sha256


def _credit(
    unit: UnitOfWork, translation: Translation | None, content: ArticleContent
) -> Credit | None:
    if translation is None:
        return None
    source = unit.articles.get(translation.source_article)
    return Credit(source.language, content.translator_credit, translation.machine_assisted)
