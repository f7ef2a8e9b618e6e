# SPDX-License-Identifier: GPL-3.0-or-later
"""Steps that tests of pulling share: publish, edit, and look at what is kept."""

from __future__ import annotations

from dataclasses import replace

from editor_app.domain.article import Article, ArticleContent
from editor_app.domain.ids import ArticleId
from editor_app.domain.site import RemoteCopy
from tests.fakes.desks import MemoryDesk

BODY = (
    "The ferry left at dawn with forty people on board.\n\n"
    "The harbour master waved from the quay.\n\n"
    "Nobody had seen a boat for two winters."
)


def published(desk: MemoryDesk, headline: str = "The ferry comes back") -> Article:
    """Return an article that is live on the site."""
    article = desk.article(headline, body=BODY)
    desk.publish.confirm(article.id, desk.site.id)
    desk.run()
    return desk.write.open(article.id)


def edit(desk: MemoryDesk, article_id: ArticleId, old: str, new: str) -> Article:
    """Replace words of the body here."""
    head = desk.write.open(article_id)
    content = replace(head.content, body=head.content.body.replace(old, new))
    return desk.write.save(article_id, content, base=head.head).value


def edit_there(desk: MemoryDesk, article_id: ArticleId, old: str, new: str) -> None:
    """Replace words of the body there."""
    body = there(desk, article_id).body.replace(old, new)
    desk.line.change_there(article_id, body=body)


def there(desk: MemoryDesk, article_id: ArticleId) -> ArticleContent:
    """Return what the site holds."""
    return desk.server.held[article_id].page.content


def copy_of(desk: MemoryDesk, article_id: ArticleId) -> RemoteCopy:
    """Return what this computer knows of the article on the site."""
    with desk.place.library.read() as unit:
        copy = unit.sites.copy(article_id, desk.site.id)
    assert copy is not None
    return copy


def kept(desk: MemoryDesk, article_id: ArticleId) -> list[ArticleContent]:
    """Return the content of every revision, newest first."""
    with desk.place.library.read() as unit:
        return [unit.revisions.get(one.id).content for one in unit.revisions.of_article(article_id)]


def library(desk: MemoryDesk) -> dict[str, ArticleId]:
    """Return every article's headline with its id."""
    with desk.place.library.read() as unit:
        return {row.headline: row.id for row in unit.library.rows({})}


def writes(desk: MemoryDesk) -> list[str]:
    """Return the requests that could have changed the site."""
    return [one for one in desk.server.requests if one.startswith(("put", "withdraw"))]
