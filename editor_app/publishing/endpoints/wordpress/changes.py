# SPDX-License-Identifier: GPL-3.0-or-later
"""A pull, page by page: what changed, what went public by itself, what is new, what is gone.

The cursor moves with what was seen and not with a clock: the newest change, the highest number,
how many posts there are, and which ones wait for their time.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from typing import Any, cast

from editor_app.domain.article import ArticleContent
from editor_app.domain.errors import EndpointRefused
from editor_app.domain.site import RemoteState
from editor_app.publishing.endpoint import Known, Receipt, RemoteArticle, RemoteChanges
from editor_app.publishing.endpoints.wordpress.listing import (
    changed_posts,
    every_post,
    newest_posts,
    posts_by_id,
    published_since,
)
from editor_app.publishing.endpoints.wordpress.posts import Post, Posts
from editor_app.publishing.endpoints.wordpress.pulled_article import (
    adopted_content,
    article_id_of,
    changed_content,
)
from editor_app.publishing.endpoints.wordpress.replies import plain
from editor_app.publishing.endpoints.wordpress.rest import Rest
from editor_app.publishing.endpoints.wordpress.shapes import (
    as_object,
    as_objects,
    number_in,
    text_in,
)
from editor_app.publishing.endpoints.wordpress.terms import Terms

_MOST_WAITING = 200


@dataclass(frozen=True, slots=True)
class Cursor:
    """How far the pulls have come."""

    since: str = ""  # the newest change that the last whole pull saw
    newest: str = ""  # the same of the pull under way
    page: int = 1  # where that one goes on
    total: int = 0  # how many posts its pages have
    top: int = 0  # the highest number known
    count: int = 0  # how many posts there were
    waiting: tuple[int, ...] = ()  # posts that the site publishes at their time

    def text(self) -> str:
        """Return it as the text that is stored."""
        return json.dumps(asdict(self), separators=(",", ":"))


def cursor_of(text: str) -> Cursor:
    """Return the stored cursor; a new one for what makes no sense."""
    try:
        plain_values: Any = json.loads(text) if text else {}
        values = cast("dict[str, Any]", plain_values)
        waiting = tuple(int(number) for number in values.pop("waiting", ()))
        cursor = Cursor(**values, waiting=waiting)
        _time(cursor.since)
        _time(cursor.newest)
        return replace(cursor, page=max(1, int(cursor.page)), total=int(cursor.total))
    except (ValueError, TypeError, AttributeError):
        return Cursor()


class Changes:
    """Reads one page of a pull."""

    def __init__(self, rest: Rest, posts: Posts, receipt: Callable[[Post], Receipt]) -> None:
        """Read through this interface; ``receipt`` is what a read of one post would give."""
        self._rest = rest
        self._posts = posts
        self._receipt = receipt
        self._tags = Terms(rest, "tags")
        self._categories = Terms(rest, "categories")
        self._people: dict[int, str] = {}

    def after(self, cursor: Cursor, known: Known) -> RemoteChanges:
        """Return the page that comes next."""
        page = next(changed_posts(self._rest, _time(cursor.since), first_page=cursor.page))
        if page.total < cursor.total:  # some were deleted for good: those behind moved up a page
            again = replace(cursor, page=1, total=0)
            return RemoteChanges((), again.text(), finished=False, total=page.total)
        found = {post.id: post for post in page.posts}
        cursor = replace(cursor, newest=_newest(cursor, page.posts, page.site_time))
        if page.number < page.last:
            going_on = _noted(replace(cursor, page=page.number + 1, total=page.total), page.posts)
            items = tuple(self._items(found.values(), known))
            return RemoteChanges(items, going_on.text(), finished=False, total=page.total)
        gone = self._rest_of_the_news(cursor, known, found)
        items = (*self._items(found.values(), known), *gone[1])
        return RemoteChanges(items, gone[0].text(), finished=True, total=page.total)

    def _rest_of_the_news(
        self, cursor: Cursor, known: Known, found: dict[int, Post]
    ) -> tuple[Cursor, list[RemoteArticle]]:
        """Add what the list of changes leaves out; return the next cursor and what is gone."""
        since = _time(cursor.since)
        first = not cursor.count
        if since is not None:
            for page in published_since(self._rest, since):
                found |= {post.id: post for post in page.posts}
            found |= {post.id: post for post in posts_by_id(self._rest, cursor.waiting)}
        fresh, count = newest_posts(
            self._rest, above=cursor.top if not first else 0, only_first=first
        )
        if not first:
            found |= {post.id: post for post in fresh}
        gone: list[RemoteArticle] = []
        if not first and cursor.count + sum(post.id > cursor.top for post in fresh) != count:
            gone = list(self._gone(known))
        top = max([cursor.top, *found, *(post.id for post in fresh)])
        ended = replace(cursor, since=cursor.newest, page=1, total=0, top=top, count=count)
        return _noted(ended, found.values()), gone

    def _gone(self, known: Known) -> Iterator[RemoteArticle]:
        there = {str(listed.id) for listed in every_post(self._rest)}
        for remote_id in known.remote_ids():
            if remote_id in there or not remote_id.isdecimal():
                continue
            if self._posts.get(int(remote_id)) is None:
                receipt = Receipt(remote_id, "", "deleted", RemoteState.WITHDRAWN, "")
                yield RemoteArticle(receipt, None, ArticleContent(), deleted=True)

    def _items(self, posts: Iterable[Post], known: Known) -> Iterator[RemoteArticle]:
        for post in posts:
            yield self._item(post, known)

    def _item(self, post: Post, known: Known) -> RemoteArticle:
        carried = article_id_of(post)
        receipt = self._receipt(post)
        if post.status == "trash":
            return RemoteArticle(receipt, carried, ArticleContent(), deleted=True)
        here = known.remote_ids().get(receipt.remote_id) or carried
        base = known(here) if here else None
        author, section = self._person(post.author), ""
        if base is None:
            tags = self._tags.names(post.tags)
            section = ", ".join(self._categories.names(post.categories)[:1])
            content = adopted_content(post, tags=tags, author=author)
        else:
            content = changed_content(post, base)
            author = author if content == base else self._last_editor(post) or author
        live = post.date if receipt.state is RemoteState.LIVE else None
        changed = _time(f"{post.modified}+00:00") if post.modified else None
        return RemoteArticle(
            receipt, carried, content,
            section=section, author=author, changed=changed, published=live,
        )  # fmt: skip

    def _last_editor(self, post: Post) -> str:
        try:
            route = f"wp/v2/posts/{post.id}/revisions"
            reply = self._rest.get(route, per_page=1, _fields="author")
            items = as_objects(reply.json(), "a list of revisions")
        except EndpointRefused:  # a site that keeps none, or shows them to others only
            return ""
        return self._person(number_in(items[0], "author")) if items else ""

    def _person(self, number: int) -> str:
        if number and number not in self._people:
            try:
                reply = self._rest.get(f"wp/v2/users/{number}", _fields="name")
                self._people[number] = plain(text_in(as_object(reply.json(), "a person"), "name"))
            except EndpointRefused:  # a site that shows its people to nobody
                self._people[number] = ""
        return self._people.get(number, "")


def _newest(cursor: Cursor, posts: Iterable[Post], site_time: datetime | None) -> str:
    """Return the newest change, those left out that bear a time to come."""
    limit = site_time or datetime.now(UTC)
    times = [_time(f"{post.modified}+00:00") for post in posts if post.modified]
    seen = [one for one in times if one is not None and one <= limit]
    before = [one for one in (_time(cursor.newest), _time(cursor.since)) if one is not None]
    return max([*seen, *before]).isoformat() if seen or before else ""


def _noted(cursor: Cursor, posts: Iterable[Post]) -> Cursor:
    """Return the cursor with the posts that wait for their time."""
    waiting = set(cursor.waiting)
    for post in posts:
        (waiting.add if post.status == "future" else waiting.discard)(post.id)
    return replace(cursor, waiting=tuple(sorted(waiting)[-_MOST_WAITING:]))


def _time(text: str) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
