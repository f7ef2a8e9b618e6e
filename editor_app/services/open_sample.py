# SPDX-License-Identifier: GPL-3.0-or-later
"""The sample newsroom: twelve stories in three languages, through the same doors as any other."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from editor_app.domain.article import Article, ArticleContent
from editor_app.domain.errors import RuleRefused
from editor_app.domain.ids import ArticleId, PersonId, StoryId, new_id
from editor_app.domain.person import Person, Role
from editor_app.domain.progress import NoProgress, Progress
from editor_app.domain.revision import Reason
from editor_app.domain.story import Embargo, Story
from editor_app.domain.workflow import Stage
from editor_app.resources_path import resource
from editor_app.services.attach_media import AttachMedia
from editor_app.services.changes import Changes, Outcome
from editor_app.services.keep_sites import KeepSites
from editor_app.services.publish_articles import PublishArticles
from editor_app.services.revising import Reviser
from editor_app.services.run_sync import RunSync
from editor_app.services.sample_file import SampleEdition, SampleFile
from editor_app.services.translate_articles import TranslateArticles
from editor_app.services.workplace import Workplace
from editor_app.storage.unit_of_work import UnitOfWork
from editor_app.translation.segments import extract_segments


class OpenSample:
    """Fills an empty newsroom with the sample."""

    def __init__(
        self,
        place: Workplace,
        translate: TranslateArticles,
        publish: PublishArticles,
        media: AttachMedia,
        sites: KeepSites,
        sync: RunSync,
    ) -> None:
        """Work in this newsroom through its services."""
        self._place = place
        self._translate = translate
        self._publish = publish
        self._media = media
        self._sites = sites
        self._sync = sync

    def open(self, progress: Progress | None = None) -> Outcome[int]:
        """Create people, stories, articles, translations and plans; return how many articles.

        Raises RuleRefused if the newsroom has articles already.
        """
        watcher = progress or NoProgress()
        with self._place.library.read() as unit:
            if unit.articles.count():
                raise RuleRefused(
                    "This newsroom has articles already. The sample opens in an empty one.",
                    rule="sample.empty-only",
                )
        sample = SampleFile(resource("sample"), self._place.clock.now().date())
        people = self._people(sample)
        site = self._sites.default()
        self._sites.set_options(site.id, options=sample.site_options)
        count = 0
        for done, story in enumerate(sample.stories):
            watcher.report(done, len(sample.stories), story["slugline"])
            count += self._story(sample, story, people)
        for done, _ in enumerate(self._sync.run(site_id=site.id, progress=None)):
            watcher.report(done, count, site.name)
        return Outcome(count, Changes(library=True, outbox=True, sites=frozenset({site.id})))

    def _people(self, sample: SampleFile) -> dict[str, PersonId]:
        named = bool(self._place.settings.load().person_name)
        found: dict[str, PersonId] = {}
        with self._place.library.write() as unit:
            me = unit.people.me()
            for plain in sample.people:
                is_me = bool(plain.get("me"))
                sits_here = is_me and me is not None and not named
                identity = me.id if sits_here and me else PersonId(new_id())
                person = Person(
                    identity, plain["name"], Role(plain["role"]), plain["zone"], sits_here
                )
                unit.people.put(person)
                found[plain["key"]] = identity
        return found

    def _story(self, sample: SampleFile, plain: dict[str, Any], people: dict[str, PersonId]) -> int:
        story = Story(
            StoryId(new_id()),
            plain["slugline"],
            plain.get("section", ""),
            tuple(plain.get("planned_languages", ())),
            self._place.clock.now(),
            priority=plain.get("priority", 0),
            note=plain.get("note", ""),
        )
        if "embargo" in plain:
            story = replace(story, embargo=Embargo(sample.when(plain["embargo"])))
        with self._place.library.write() as unit:
            unit.stories.put(story)
        articles: dict[str, ArticleId] = {}
        editions = [sample.edition(edition) for edition in plain["editions"]]
        for edition in editions:
            articles[edition.language] = self._edition(sample, story, edition, articles, people)
        self._correct_sources(editions, articles)
        for edition in editions:
            self._bring_to_stage(sample, edition, articles[edition.language])
        return len(editions)

    def _edition(
        self,
        sample: SampleFile,
        story: Story,
        edition: SampleEdition,
        articles: dict[str, ArticleId],
        people: dict[str, PersonId],
    ) -> ArticleId:
        content = self._dated(sample, edition, edition.earlier or edition.content)
        if "translation_of" in edition.plain:
            source = articles[edition.plain["translation_of"]]
            article_id = self._translation(source, edition, content, people)
        else:
            with self._place.library.write() as unit:
                article = Reviser(self._place, unit).add(
                    story_id=story.id,
                    language=edition.language,
                    content=content,
                    reason=Reason.IMPORTED,
                )
            article_id = article.id
        if edition.picture is not None:
            self._media.add(
                article_id,
                edition.picture,
                alt=content.lead_alt,
                caption=content.lead_caption,
                credit=content.lead_credit,
                lead=True,
            )
        self._assign(sample, edition, article_id, people)
        return article_id

    def _dated(
        self, sample: SampleFile, edition: SampleEdition, content: ArticleContent
    ) -> ArticleContent:
        if "published" not in edition.plain:
            return content
        return replace(content, published_on=sample.when(edition.plain["published"]).wall.date())

    def _translation(
        self,
        source: ArticleId,
        edition: SampleEdition,
        content: ArticleContent,
        people: dict[str, PersonId],
    ) -> ArticleId:
        """Make the translation through the desk: segment by segment, as a person would."""
        view = self._translate.start(source, edition.language).value
        share = float(edition.plain.get("confirmed_segments", 1))
        targets = extract_segments(content, edition.language)
        pairs = list(zip(view.segments, targets, strict=False))
        upto = round(len(view.segments) * share)
        self._translate.set_segments(
            view.target.id,
            {
                segment.key: (target.source, True)
                for number, (segment, target) in enumerate(pairs)
                if number < upto and segment.kind is target.kind and target.source.strip()
            },
        )
        with self._place.library.write() as unit:
            article = unit.articles.get(view.target.id)
            own = replace(
                article.content,
                slug=content.slug,
                bylines=content.bylines,
                translator_credit=content.translator_credit,
                lead_credit=content.lead_credit,
                correction_note=content.correction_note,
                published_on=content.published_on,
                tags=content.tags or article.content.tags,
            )
            Reviser(self._place, unit).revise(article, own, reason=Reason.TRANSLATED)
            translation = unit.translations.of_target(article.id)
            assert translation is not None
            translator = people.get(edition.plain.get("translator", ""))
            finished = share >= 1
            unit.translations.put(
                replace(
                    unit.translations.of_target(article.id) or translation,
                    claimed_by=None if finished else translator,
                    claimed_at=None if finished else self._place.clock.now(),
                    machine_assisted=bool(edition.plain.get("machine_assisted")),
                )
            )
        return article.id

    def _correct_sources(
        self, editions: list[SampleEdition], articles: dict[str, ArticleId]
    ) -> None:
        """Give corrected sources their newer text, so that their translations are outdated."""
        for edition in editions:
            if edition.earlier is None:
                continue
            with self._place.library.write() as unit:
                article = unit.articles.get(articles[edition.language])
                newer = _with_picture_of(edition.content, article)
                Reviser(self._place, unit).revise(
                    article, newer, reason=Reason.TYPED, name="Correction"
                )
            for other in editions:
                if other.plain.get("outdated"):
                    self._translate.start(article.id, other.language)

    def _assign(
        self,
        sample: SampleFile,
        edition: SampleEdition,
        article_id: ArticleId,
        people: dict[str, PersonId],
    ) -> None:
        plain = edition.plain
        with self._place.library.write() as unit:
            due = sample.when(plain["due"]).utc if "due" in plain else None
            unit.articles.set_assignment(article_id, people.get(plain.get("assignee", "")), due)
            if "note" in plain:
                self._note(unit, article_id, plain["note"], people)

    def _note(
        self,
        unit: UnitOfWork,
        article_id: ArticleId,
        plain: dict[str, str],
        people: dict[str, PersonId],
    ) -> None:
        from editor_app.domain.note import Note

        names = {person.id: person.name for person in unit.people.all()}
        author = names.get(people[plain["by"]], "")
        unit.notes.put(Note(new_id(), article_id, author, plain["text"], self._place.clock.now()))

    def _bring_to_stage(
        self, sample: SampleFile, edition: SampleEdition, article_id: ArticleId
    ) -> None:
        stage = Stage(edition.plain["stage"])
        site = self._sites.default()
        if stage is Stage.LIVE:
            self._publish.confirm(article_id, site.id)
        elif stage is Stage.SCHEDULED:
            self._publish.confirm(article_id, site.id, at=sample.when(edition.plain["schedule"]))
        else:
            with self._place.library.write() as unit:
                unit.articles.set_stage(article_id, stage)


def _with_picture_of(content: ArticleContent, article: Article) -> ArticleContent:
    return replace(
        content, lead_image=article.content.lead_image, published_on=article.content.published_on
    )
