# SPDX-License-Identifier: GPL-3.0-or-later
"""What translations look like from outside: one with its segments, all of them, the missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from editor_app.domain.article import ArticleContent
from editor_app.domain.errors import NotFound
from editor_app.domain.ids import ArticleId
from editor_app.domain.translation import FINISHED_STATES, Segment, SegmentState
from editor_app.services.views import (
    MissingTranslation,
    TranslationProgress,
    TranslationRow,
    TranslationView,
)
from editor_app.services.workplace import Workplace
from editor_app.storage.unit_of_work import UnitOfWork
from editor_app.text.words import count_words


class BrowseTranslations:
    """Lists of the translation desk."""

    def __init__(self, place: Workplace) -> None:
        """Read this newsroom."""
        self._place = place

    def rows(self) -> tuple[TranslationRow, ...]:
        """Return every translation, latest change first."""
        with self._place.library.read() as unit:
            names = {person.id: person.name for person in unit.people.all()}
            found: list[TranslationRow] = []
            for translation in unit.translations.all():
                target = unit.articles.get(translation.target_article)
                if target.archived:
                    continue
                source = unit.articles.get(translation.source_article)
                claimed = translation.claimed_by
                found.append(
                    TranslationRow(
                        target_article=target.id,
                        source_article=source.id,
                        source_language=source.language,
                        target_language=target.language,
                        headline=source.content.headline,
                        target_headline=target.content.headline,
                        state=translation.state,
                        progress=progress_of(unit.translations.segments(translation.id)),
                        claimed_by=claimed,
                        claimed_by_name=names.get(claimed, "") if claimed else "",
                        claimed_at=translation.claimed_at,
                        stage=target.stage,
                    )
                )
        return tuple(found)

    def missing(self) -> tuple[MissingTranslation, ...]:
        """Return planned languages that stories do not have yet, each from its oldest edition."""
        with self._place.library.read() as unit:
            found: list[MissingTranslation] = []
            for story in unit.stories.all():
                if not story.planned_languages:
                    continue
                editions = [one for one in unit.articles.of_story(story.id) if not one.archived]
                if not editions:
                    continue
                source, there = editions[0], {one.language for one in editions}
                found += [
                    MissingTranslation(
                        story.id, source.id, source.content.headline, source.language, language
                    )
                    for language in story.planned_languages
                    if language not in there
                ]
        return tuple(found)


def view_of(unit: UnitOfWork, target_id: ArticleId) -> TranslationView:
    """Return the translation of a target article; raises NotFound if it is none."""
    translation = unit.translations.of_target(target_id)
    if translation is None:
        raise NotFound("That article is not a translation.")
    source = unit.articles.get(translation.source_article)
    segments = unit.translations.segments(translation.id)
    return TranslationView(
        translation=translation,
        source=source,
        target=unit.articles.get(target_id),
        segments=segments,
        progress=progress_of(segments),
        source_moved_on=source.head != translation.source_revision
        and _translated_fields(source.content)
        != _translated_fields(unit.revisions.get(translation.source_revision).content),
    )


def _translated_fields(content: ArticleContent) -> ArticleContent:
    """Return the content without what no segment comes from: publishing alone adds a slug."""
    return replace(
        content,
        slug="",
        bylines=(),
        translator_credit="",
        lead_image=None,
        lead_credit="",
        correction_note="",
        published_on=None,
    )


def progress_of(segments: Sequence[Segment]) -> TranslationProgress:
    """Return how far the segments are, in segments and source words."""
    words = [count_words(segment.source) for segment in segments]
    finished = [segment.state in FINISHED_STATES for segment in segments]
    return TranslationProgress(
        segments=len(segments),
        confirmed=sum(finished),
        fuzzy=sum(segment.state is SegmentState.FUZZY for segment in segments),
        outdated=sum(segment.state is SegmentState.OUTDATED for segment in segments),
        words=sum(words),
        confirmed_words=sum(count for count, done in zip(words, finished, strict=True) if done),
    )
