# SPDX-License-Identifier: GPL-3.0-or-later
"""The one way a new revision comes about; shared by every service that changes text."""

from __future__ import annotations

from dataclasses import replace

from editor_app.domain.article import Article, ArticleContent
from editor_app.domain.errors import StaleRevision
from editor_app.domain.ids import ArticleId, RevisionId, StoryId, new_id
from editor_app.domain.revision import Reason, Revision
from editor_app.domain.workflow import Stage
from editor_app.services.workplace import Workplace
from editor_app.storage.unit_of_work import UnitOfWork
from editor_app.text.storable import storable
from editor_app.text.words import count_words


class Reviser:
    """Adds and revises articles inside one transaction."""

    def __init__(self, place: Workplace, unit: UnitOfWork) -> None:
        """Write into the unit's transaction."""
        self._place = place
        self._unit = unit

    def add(
        self, *, story_id: StoryId, language: str, content: ArticleContent, reason: Reason
    ) -> Article:
        """Insert an article, a draft, with its first revision and return it."""
        content = storable(content)
        now = self._place.clock.now()
        article = Article(
            id=ArticleId(new_id()),
            story_id=story_id,
            language=language,
            stage=Stage.DRAFT,
            head=RevisionId(new_id()),
            counter=1,
            content=content,
            section=self._unit.stories.get(story_id).section,
            created=now,
            changed=now,
        )
        words = count_words(content.body)
        self._unit.articles.add(article, words=words)
        revision = self._revision(article, parents=(), reason=reason, words=words)
        self._unit.revisions.add(revision, content, previous=None)
        return article

    def revise(
        self,
        article: Article,
        content: ArticleContent,
        *,
        reason: Reason,
        name: str = "",
        base: RevisionId | None = None,
    ) -> Article:
        """Give the article a new head revision, or return it unchanged if nothing differs.

        Raises StaleRevision, carrying the body, if ``base`` is given and is not the head.
        """
        content = storable(content)
        if base is not None and base != article.head:
            raise StaleRevision(
                "This article was changed elsewhere since you opened it. Your text is kept here; "
                "compare both before you save.",
                kept=content.body,
            )
        if content.hash == article.content.hash:
            if name:
                self._unit.revisions.name(article.head, name)
            return article
        words = count_words(content.body)
        newer = replace(
            article,
            head=RevisionId(new_id()),
            counter=self._unit.revisions.next_counter(article.id),
            content=content,
            changed=self._place.clock.now(),
        )
        revision = self._revision(
            newer, parents=(article.head,), reason=reason, words=words, name=name
        )
        self._unit.revisions.add(revision, content, previous=article.content)
        self._unit.articles.set_head(newer, words=words)
        return newer

    def _revision(
        self,
        article: Article,
        *,
        parents: tuple[RevisionId, ...],
        reason: Reason,
        words: int,
        name: str = "",
    ) -> Revision:
        return Revision(
            id=article.head,
            article_id=article.id,
            parents=parents,
            counter=article.counter,
            content_hash=article.content.hash,
            created=article.changed,
            author=self._place.person_name(self._unit),
            reason=reason,
            name=name,
            words=words,
        )
