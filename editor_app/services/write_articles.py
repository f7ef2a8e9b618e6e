# SPDX-License-Identifier: GPL-3.0-or-later
"""Writing: create, open, save, restore and put away articles and their notes."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from editor_app.domain.article import Article, ArticleContent
from editor_app.domain.errors import RuleRefused
from editor_app.domain.ids import ArticleId, PersonId, RevisionId, StoryId, new_id
from editor_app.domain.languages import normalise_tag
from editor_app.domain.note import Note
from editor_app.domain.revision import Reason
from editor_app.domain.story import Story
from editor_app.services.changes import Changes, Outcome
from editor_app.services.revising import Reviser
from editor_app.services.workplace import Workplace

_WORTH_KEEPING = 200  # characters: a body this long is not emptied without meaning to


class WriteArticles:
    """Use cases of the writing desk."""

    def __init__(self, place: Workplace) -> None:
        """Work in this newsroom."""
        self._place = place

    def create(
        self,
        *,
        language: str,
        headline: str = "",
        body: str = "",
        section: str = "",
        story_id: StoryId | None = None,
    ) -> Outcome[Article]:
        """Create an article, in a story of its own unless ``story_id`` is given.

        Raises BadInput for a language that is none, NotFound for an unknown story.
        """
        tag = normalise_tag(language)
        content = ArticleContent(headline=headline.strip(), body=body)
        with self._place.library.write(kept=body) as unit:
            story = (
                self.new_story(headline, section)
                if story_id is None
                else unit.stories.get(story_id)
            )
            if story_id is None:
                unit.stories.put(story)
            article = Reviser(self._place, unit).add(
                story_id=story.id,
                language=tag,
                content=content,
                reason=Reason.CREATED,
            )
            self._place.log(unit, "created", article_id=article.id, story_id=story.id)
        return Outcome(article, _changed(article, library=True))

    def new_story(self, slugline: str, section: str = "") -> Story:
        """Return a story value that is not stored yet."""
        short = " ".join(slugline.split())[:80]
        return Story(StoryId(new_id()), short, section.strip(), (), self._place.clock.now())

    def open(self, article_id: ArticleId) -> Article:
        """Return the article as it stands; raises NotFound."""
        with self._place.library.read() as unit:
            return unit.articles.get(article_id)

    def save(
        self,
        article_id: ArticleId,
        content: ArticleContent,
        *,
        base: RevisionId,
        reason: Reason = Reason.TYPED,
        name: str = "",
        emptied_on_purpose: bool = False,
    ) -> Outcome[Article]:
        """Save the content as a new revision; the same content makes none.

        Raises StaleRevision if ``base`` is not the newest revision, RuleRefused if a long
        text would silently become empty, CannotSave if the disk refuses; each carries the text.
        """
        with self._place.library.write(kept=content.body) as unit:
            article = unit.articles.get(article_id)
            lost = not content.body.strip() and len(article.content.body) >= _WORTH_KEEPING
            if lost and not emptied_on_purpose:
                raise RuleRefused(
                    "The text became empty without being deleted. The last version is kept; "
                    "nothing was saved over it.",
                    rule="save.emptied",
                )
            saved = Reviser(self._place, unit).revise(
                article, content, reason=reason, name=name, base=base
            )
        return Outcome(saved, _changed(saved))

    def restore(self, article_id: ArticleId, revision_id: RevisionId) -> Outcome[Article]:
        """Make an earlier revision the newest one again, as a new revision."""
        with self._place.library.write() as unit:
            article = unit.articles.get(article_id)
            earlier = unit.revisions.get(revision_id)
            if earlier.revision.article_id != article_id:
                raise RuleRefused("That revision is of another article.", rule="restore.own")
            saved = Reviser(self._place, unit).revise(
                article, earlier.content, reason=Reason.RESTORED
            )
            self._place.log(
                unit,
                "restored",
                article_id=article_id,
                detail=f"Revision {earlier.revision.counter}",
            )
        return Outcome(saved, _changed(saved))

    def set_story(
        self,
        story_id: StoryId,
        *,
        slugline: str | None = None,
        section: str | None = None,
        planned_languages: tuple[str, ...] | None = None,
        note: str | None = None,
    ) -> Outcome[Story]:
        """Change what all editions of a story share; None leaves a field alone."""
        with self._place.library.write() as unit:
            story = unit.stories.get(story_id)
            story = replace(
                story,
                slugline=story.slugline if slugline is None else slugline.strip(),
                section=story.section if section is None else section.strip(),
                planned_languages=story.planned_languages
                if planned_languages is None
                else tuple(normalise_tag(tag) for tag in planned_languages),
                note=story.note if note is None else note,
            )
            unit.stories.put(story)
            editions = frozenset(article.id for article in unit.articles.of_story(story_id))
        return Outcome(story, Changes(articles=editions, stories=frozenset({story_id})))

    def assign(
        self, article_id: ArticleId, *, assignee: PersonId | None, due: datetime | None
    ) -> Outcome[Article]:
        """Say who works on the article and until when."""
        with self._place.library.write() as unit:
            unit.articles.set_assignment(article_id, assignee, due)
            article = unit.articles.get(article_id)
        return Outcome(article, _changed(article))

    def archive(self, article_id: ArticleId) -> Outcome[Article]:
        """Take the article off the lists; nothing is erased and `unarchive` brings it back.

        Raises RuleRefused while a site shows it or is about to.
        """
        with self._place.library.write() as unit:
            if unit.plans.open_plans(article_id) or unit.outbox.open_items(article_id):
                raise RuleRefused(
                    "The article is on its way to a site. Unschedule it first.",
                    rule="archive.waiting",
                )
            unit.articles.set_archived(article_id, True)
            self._place.log(unit, "archived", article_id=article_id)
            article = unit.articles.get(article_id)
        return Outcome(article, _changed(article, library=True))

    def unarchive(self, article_id: ArticleId) -> Outcome[Article]:
        """Bring an archived article back."""
        with self._place.library.write() as unit:
            unit.articles.set_archived(article_id, False)
            self._place.log(unit, "unarchived", article_id=article_id)
            article = unit.articles.get(article_id)
        return Outcome(article, _changed(article, library=True))

    def add_note(self, article_id: ArticleId, text: str) -> Outcome[Note]:
        """Add a note; it never leaves for a site."""
        with self._place.library.write(kept=text) as unit:
            author = self._place.person_name(unit)
            note = Note(new_id(), article_id, author, text, self._place.clock.now())
            unit.notes.put(note)
        return Outcome(note, Changes(articles=frozenset({article_id})))

    def resolve_note(self, note_id: str) -> Outcome[Note]:
        """Mark a note as dealt with, or open it again."""
        with self._place.library.write() as unit:
            note = unit.notes.get(note_id)
            note = replace(note, resolved=not note.resolved)
            unit.notes.put(note)
        return Outcome(note, Changes(articles=frozenset({note.article_id})))

    def notes(self, article_id: ArticleId) -> tuple[Note, ...]:
        """Return the article's notes, oldest first."""
        with self._place.library.read() as unit:
            return unit.notes.of_article(article_id)


def _changed(article: Article, *, library: bool = False) -> Changes:
    return Changes(
        articles=frozenset({article.id}), stories=frozenset({article.story_id}), library=library
    )
