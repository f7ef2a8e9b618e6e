# SPDX-License-Identifier: GPL-3.0-or-later
"""Short ways to put stories, articles and revisions into a test's library."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from editor_app.domain.article import Article, ArticleContent
from editor_app.domain.ids import ArticleId, RevisionId, SiteId, StoryId, new_id
from editor_app.domain.outbox import Action, OutboxItem, OutboxState
from editor_app.domain.revision import Reason, Revision
from editor_app.domain.site import Site, SiteKind
from editor_app.domain.story import Story
from editor_app.domain.workflow import Stage
from editor_app.storage.unit_of_work import UnitOfWork

NOW = datetime(2026, 12, 1, 8, 0, tzinfo=UTC)


def add_article(
    unit: UnitOfWork,
    *,
    headline: str = "Harbour to get a second ferry",
    body: str = "The council has voted.",
    language: str = "en",
    story_id: StoryId | None = None,
) -> Article:
    """Store an article with its first revision, in a story of its own unless one is given."""
    if story_id is None:
        story_id = StoryId(new_id())
        unit.stories.put(Story(story_id, headline, "city", (), NOW))
    content = ArticleContent(headline=headline, body=body)
    article = Article(
        id=ArticleId(new_id()),
        story_id=story_id,
        language=language,
        stage=Stage.DRAFT,
        head=RevisionId(new_id()),
        counter=1,
        content=content,
        section="city",
        created=NOW,
        changed=NOW,
    )
    unit.articles.add(article, words=len(body.split()))
    unit.revisions.add(revision_of(article, ()), content, previous=None)
    return article


def revise(unit: UnitOfWork, article: Article, content: ArticleContent) -> Article:
    """Store the content as the article's next revision."""
    newer = replace(
        article, head=RevisionId(new_id()), counter=article.counter + 1, content=content
    )
    unit.revisions.add(revision_of(newer, (article.head,)), content, previous=article.content)
    unit.articles.set_head(newer, words=len(content.body.split()))
    return newer


def revision_of(article: Article, parents: tuple[RevisionId, ...]) -> Revision:
    """Return the revision that the article's head is."""
    return Revision(
        id=article.head,
        article_id=article.id,
        parents=parents,
        counter=article.counter,
        content_hash=article.content.hash,
        created=NOW,
        author="Ada",
        reason=Reason.TYPED,
    )


def add_site(unit: UnitOfWork, name: str = "The Harbour") -> Site:
    """Store a site."""
    site = Site(SiteId(new_id()), name, SiteKind.STATIC, "http://localhost/")
    unit.sites.put(site)
    return site


def queued(article: Article, site: Site, action: Action = Action.PUBLISH) -> OutboxItem:
    """Return an outbox row that is due now."""
    return OutboxItem(
        id=new_id(),
        article_id=article.id,
        revision_id=article.head,
        site_id=site.id,
        action=action,
        state=OutboxState.QUEUED,
        content_hash=article.content.hash,
        not_before=NOW,
        created=NOW,
    )
