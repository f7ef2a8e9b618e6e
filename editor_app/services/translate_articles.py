# SPDX-License-Identifier: GPL-3.0-or-later
"""Translating: segments of a source, saved as typed, rebuilt into the target article."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from editor_app.domain.article import Article, ArticleContent
from editor_app.domain.errors import BadInput, NotFound, RuleRefused
from editor_app.domain.ids import ArticleId, new_id
from editor_app.domain.languages import normalise_tag
from editor_app.domain.memory import MemoryUnit
from editor_app.domain.revision import Reason
from editor_app.domain.translation import (
    FINISHED_STATES,
    Segment,
    SegmentState,
    Translation,
    TranslationState,
)
from editor_app.services.changes import Changes, Outcome
from editor_app.services.revising import Reviser
from editor_app.services.translation_views import BrowseTranslations, view_of
from editor_app.services.views import TranslationView
from editor_app.storage.unit_of_work import UnitOfWork
from editor_app.text.three_way_merge import merge_contents
from editor_app.translation.assemble import assemble
from editor_app.translation.carry_over import carry_over
from editor_app.translation.segments import extract_segments


class TranslateArticles(BrowseTranslations):
    """Use cases of the translation desk."""

    def start(self, source_id: ArticleId, to_language: str) -> Outcome[TranslationView]:
        """Create the translation, or refresh it if the source has moved on.

        Everything translated stays: unchanged sentences as they are, changed ones outdated
        with their old target. Raises BadInput for the source's own language, RuleRefused if
        that language edition exists and was not made from this source.
        """
        language = normalise_tag(to_language)
        with self._place.library.write() as unit:
            source = unit.articles.get(source_id)
            if language == source.language:
                raise BadInput("The article is in that language already.")
            existing = self._existing(unit, source, language)
            if existing is None:
                translation = self._create(unit, source, language)
            else:
                translation = self._refresh(unit, existing, source)
            view = view_of(unit, translation.target_article)
        return Outcome(view, _changes(view, library=existing is None))

    def view(self, target_id: ArticleId) -> TranslationView:
        """Return the translation of a target article; raises NotFound if it is none."""
        with self._place.library.read() as unit:
            return view_of(unit, target_id)

    def set_segment(
        self, target_id: ArticleId, key: str, text: str, *, confirm: bool = False
    ) -> Outcome[TranslationView]:
        """Save the target of one segment; ``key`` may be shortened to a unique prefix."""
        return self.set_segments(target_id, {key: (text, confirm)})

    def set_segments(
        self, target_id: ArticleId, changes: Mapping[str, tuple[str, bool]]
    ) -> Outcome[TranslationView]:
        """Save several targets ``{key: (text, confirmed)}`` as one revision of the article.

        Confirmed pairs enter the memory at once. Raises CannotSave carrying the texts.
        """
        kept = "\n\n".join(text for text, _ in changes.values())
        with self._place.library.write(kept=kept) as unit:
            translation = self._translation(unit, target_id)
            before = self._assembled(unit, translation)
            for key, (text, confirm) in changes.items():
                segment = unit.translations.segment(translation.id, key)
                self._set_one(unit, translation, segment, text, confirm)
            self._rebuild(unit, translation, before)
            view = view_of(unit, target_id)
        return Outcome(view, _changes(view))

    def claim(self, target_id: ArticleId) -> Outcome[TranslationView]:
        """Say that I work on it; raises RuleRefused if somebody else does."""
        with self._place.library.write() as unit:
            translation = self._translation(unit, target_id)
            me = unit.people.me()
            if translation.claimed_by and me and translation.claimed_by != me.id:
                other = next(
                    (one.name for one in unit.people.all() if one.id == translation.claimed_by), ""
                )
                raise RuleRefused(f"{other} is working on this translation.", rule="claim.taken")
            now = self._place.clock.now()
            unit.translations.put(
                replace(translation, claimed_by=me.id if me else None, claimed_at=now)
            )
            self._place.log(unit, "claimed", article_id=target_id)
            view = view_of(unit, target_id)
        return Outcome(view, _changes(view))

    def release(self, target_id: ArticleId) -> Outcome[TranslationView]:
        """Say that I no longer work on it."""
        with self._place.library.write() as unit:
            translation = self._translation(unit, target_id)
            unit.translations.put(replace(translation, claimed_by=None, claimed_at=None))
            self._place.log(unit, "released", article_id=target_id)
            view = view_of(unit, target_id)
        return Outcome(view, _changes(view))

    def _translation(self, unit: UnitOfWork, target_id: ArticleId) -> Translation:
        translation = unit.translations.of_target(target_id)
        if translation is None:
            raise NotFound("That article is not a translation.")
        return translation

    def _existing(self, unit: UnitOfWork, source: Article, language: str) -> Translation | None:
        for translation in unit.translations.of_source(source.id):
            if unit.articles.get(translation.target_article).language == language:
                return translation
        for edition in unit.articles.of_story(source.story_id):
            if edition.language == language and not edition.archived:
                raise RuleRefused(
                    f"The story has an edition in that language: “{edition.content.headline}”.",
                    rule="translate.edition-exists",
                )
        return None

    def _create(self, unit: UnitOfWork, source: Article, language: str) -> Translation:
        now = self._place.clock.now()
        me = unit.people.me()
        segments = extract_segments(source.content, source.language)
        segments = tuple(
            self._from_memory(unit, one, source.language, language) for one in segments
        )
        base = ArticleContent(
            bylines=source.content.bylines,
            translator_credit=me.name if me else "",
            lead_image=source.content.lead_image,
            lead_credit=source.content.lead_credit,
            published_on=source.content.published_on,
        )
        content = assemble(
            source.content, source.language, {one.key: one for one in segments}, base=base
        )
        target = Reviser(self._place, unit).add(
            story_id=source.story_id,
            language=language,
            content=content,
            reason=Reason.TRANSLATED,
        )
        for asset in unit.media.of_article(source.id):
            unit.media.attach(target.id, asset.id)
        translation = Translation(
            id=new_id(),
            source_article=source.id,
            target_article=target.id,
            source_revision=source.head,
            state=TranslationState.IN_PROGRESS,
            created=now,
            changed=now,
            claimed_by=me.id if me else None,
            claimed_at=now,
        )
        unit.translations.put(translation)
        unit.translations.replace_segments(translation.id, segments, ())
        self._place.log(
            unit,
            "translation_started",
            article_id=target.id,
            story_id=source.story_id,
            detail=f"{source.language} → {language}",
        )
        return translation

    def _refresh(self, unit: UnitOfWork, translation: Translation, source: Article) -> Translation:
        target = unit.articles.get(translation.target_article)
        if translation.source_revision == source.head:
            return translation
        before = self._assembled(unit, translation)
        fresh = extract_segments(source.content, source.language)
        carried = carry_over(unit.translations.segments(translation.id), fresh)
        unit.translations.replace_segments(translation.id, carried.segments, carried.dropped)
        moved = replace(translation, source_revision=source.head, changed=self._place.clock.now())
        unit.translations.put(moved)
        self._rebuild(unit, moved, before)
        self._place.log(unit, "translation_refreshed", article_id=target.id)
        return moved

    def _from_memory(
        self, unit: UnitOfWork, segment: Segment, source_language: str, target_language: str
    ) -> Segment:
        """Return the segment with the exact earlier translation as a draft, if there is one."""
        units = unit.translations.recall(segment.source, source_language, target_language)
        if not units or units[0].source != segment.source:
            return segment
        return replace(segment, target=units[0].target, state=SegmentState.FUZZY)

    def _set_one(
        self, unit: UnitOfWork, translation: Translation, segment: Segment, text: str, confirm: bool
    ) -> None:
        if segment.state is SegmentState.LOCKED:
            raise RuleRefused("That segment is locked.", rule="segment.locked")
        if confirm and not text.strip():
            raise RuleRefused("An empty segment cannot be confirmed.", rule="segment.empty")
        same = text == segment.target
        if confirm:
            state = SegmentState.CONFIRMED
        elif same:
            state = segment.state
        else:
            state = SegmentState.DRAFT if text.strip() else SegmentState.NEW
        if same and state is segment.state:
            return
        now = self._place.clock.now()
        author = self._place.person_name(unit)
        earlier = "" if confirm else segment.earlier_source
        changed = replace(
            segment, target=text, state=state, author=author, changed=now, earlier_source=earlier
        )
        unit.translations.put_segment(translation.id, changed)
        if confirm:
            source = unit.articles.get(translation.source_article)
            target = unit.articles.get(translation.target_article)
            unit.translations.remember(
                MemoryUnit(
                    id=new_id(),
                    source_language=source.language,
                    target_language=target.language,
                    source=segment.source,
                    target=text,
                    created=now,
                    author=author,
                    article_id=target.id,
                ),
                segment_key=segment.key,
            )

    def _assembled(self, unit: UnitOfWork, translation: Translation) -> ArticleContent:
        """Return the target as its segments give it now, whatever was typed into it besides."""
        source = unit.revisions.get(translation.source_revision).content
        language = unit.articles.get(translation.source_article).language
        target = unit.articles.get(translation.target_article)
        segments = {one.key: one for one in unit.translations.segments(translation.id)}
        return assemble(source, language, segments, base=target.content)

    def _rebuild(self, unit: UnitOfWork, translation: Translation, before: ArticleContent) -> None:
        """Assemble the target article from its segments as a new revision.

        What somebody typed into the article itself stays: it is merged in by paragraph. Only
        where a segment of the same paragraph changed as well, the segment wins; the other
        wording is in the history, and the log says so.
        """
        target = unit.articles.get(translation.target_article)
        merged = merge_contents(before, self._assembled(unit, translation), target.content)
        if not merged.clean:
            self._place.log(
                unit,
                "own_wording_replaced",
                article_id=target.id,
                detail="A segment replaced what was typed into the article; see its history.",
            )
        Reviser(self._place, unit).revise(target, merged.content, reason=Reason.TRANSLATED)
        segments = unit.translations.segments(translation.id)
        if any(one.state is SegmentState.OUTDATED for one in segments):
            state = TranslationState.OUTDATED
        elif all(one.state in FINISHED_STATES for one in segments):
            state = TranslationState.COMPLETE
        else:
            state = TranslationState.IN_PROGRESS
        unit.translations.put(replace(translation, state=state, changed=self._place.clock.now()))


def _changes(view: TranslationView, *, library: bool = False) -> Changes:
    return Changes(
        articles=frozenset({view.source.id, view.target.id}),
        stories=frozenset({view.target.story_id}),
        library=library,
    )
