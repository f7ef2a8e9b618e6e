# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes revisions that come from a site or from a merge, inside one transaction."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from editor_app.domain.article import Article, ArticleContent
from editor_app.domain.ids import RevisionId, new_id
from editor_app.domain.revision import Reason, Revision
from editor_app.storage.unit_of_work import UnitOfWork
from editor_app.text.storable import storable
from editor_app.text.words import count_words


class RevisionWriter:
    """Adds revisions whose author and parents are not those of somebody typing here."""

    def __init__(self, unit: UnitOfWork, now: datetime) -> None:
        """Write into the unit's transaction."""
        self._unit = unit
        self._now = now

    def adopt(self, article: Article, *, author: str) -> Article:
        """Insert an article that was made on a site, with its first revision."""
        article = replace(article, content=storable(article.content))
        self._unit.articles.add(article, words=count_words(article.content.body))
        revision = self._revision(article, (), Reason.PULLED, author)
        self._unit.revisions.add(revision, article.content, previous=None)
        return article

    def beside(
        self, article: Article, content: ArticleContent, *, parent: RevisionId, author: str
    ) -> RevisionId:
        """Keep a colleague's text without making it the article's newest."""
        content = storable(content)
        aside = replace(
            article,
            head=RevisionId(new_id()),
            counter=self._unit.revisions.next_counter(article.id),
            content=content,
        )
        revision = self._revision(aside, (parent,), Reason.PULLED, author)
        previous = self._unit.revisions.get(parent).content
        self._unit.revisions.add(revision, content, previous=previous)
        return revision.id

    def onto(
        self,
        article: Article,
        content: ArticleContent,
        *,
        also: tuple[RevisionId, ...] = (),
        reason: Reason,
        author: str,
    ) -> Article:
        """Make the content the article's newest revision; ``also``: its other parents."""
        content = storable(content)
        newer = replace(
            article,
            head=RevisionId(new_id()),
            counter=self._unit.revisions.next_counter(article.id),
            content=content,
            changed=self._now,
        )
        revision = self._revision(newer, (article.head, *also), reason, author)
        self._unit.revisions.add(revision, content, previous=article.content)
        self._unit.articles.set_head(newer, words=revision.words)
        return newer

    def _revision(
        self, article: Article, parents: tuple[RevisionId, ...], reason: Reason, author: str
    ) -> Revision:
        return Revision(
            id=article.head,
            article_id=article.id,
            parents=parents,
            counter=article.counter,
            content_hash=article.content.hash,
            created=self._now,
            author=author,
            reason=reason,
            words=count_words(article.content.body),
        )
