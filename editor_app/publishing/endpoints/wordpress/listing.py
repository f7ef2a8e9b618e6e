# SPDX-License-Identifier: GPL-3.0-or-later
"""What changed on the site since a moment: every change at least once, whatever the paging does.

`modified_gmt` has whole seconds, is the post's own date until its first update, and does not
move when WordPress publishes a scheduled post. Hence the overlap, the second look at publish
dates, and the question for posts known as scheduled and due.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from editor_app.publishing.endpoints.wordpress.connection import ReplyTooLarge
from editor_app.publishing.endpoints.wordpress.posts import EVERY_STATUS, FIELDS, Post, post_of
from editor_app.publishing.endpoints.wordpress.replies import RestRefused
from editor_app.publishing.endpoints.wordpress.rest import Rest
from editor_app.publishing.endpoints.wordpress.shapes import (
    as_objects,
    number_in,
    text_in,
    time_in,
)

OVERLAP = timedelta(seconds=2)
_LARGEST_PAGE = 100
_BEYOND_THE_END = "rest_post_invalid_page_number"


@dataclass(frozen=True, slots=True)
class Listed:
    """What a full listing says of each post: enough to see which ones are gone."""

    id: int
    status: str
    modified: datetime | None


@dataclass(frozen=True, slots=True)
class PostPage:
    """A page of a listing; pages of one pass have the same posts in the same order."""

    posts: tuple[Post, ...]
    number: int
    last: int
    total: int  # of all pages, as far as the site counts
    site_time: datetime | None


def changed_posts(rest: Rest, since: datetime | None, *, first_page: int = 1) -> Iterator[PostPage]:
    """Yield the posts changed since a moment by the site's clock, page by page, by their number.

    A post may come twice. The next pull starts from the `site_time` of the first page: what
    changes while this one runs comes again then. A pull that stopped goes on at `first_page`.
    Not by date: posts of one second have no order then, and pages would overlap and leave gaps.
    """
    yield from _pages(rest, _window("modified_after", since), first_page)


def published_since(rest: Rest, since: datetime) -> Iterator[PostPage]:
    """Yield posts whose publish date lies after a moment: also those no change is noted for."""
    yield from _pages(rest, _window("after", since), 1)


def posts_by_id(rest: Rest, ids: tuple[int, ...]) -> Iterator[Post]:
    """Yield these posts as they are now; ask so for scheduled ones that are due."""
    for start in range(0, len(ids), 100):
        some = ",".join(str(number) for number in ids[start : start + 100])
        yield from _page(rest, 1, {"include": some}).posts


def newest_posts(rest: Rest, *, above: int, only_first: bool) -> tuple[list[Post], int]:
    """Return the posts whose number is higher, and how many posts there are in all.

    Also those made with a date of long ago, for which no change is noted.
    """
    found: list[Post] = []
    page = 1
    while True:
        reply = rest.get(
            "wp/v2/posts", status=EVERY_STATUS, context="edit", per_page=1 if only_first else 10,
            page=page, orderby="id", order="desc", _fields=FIELDS,
        )  # fmt: skip
        posts = [post_of(item) for item in as_objects(reply.json(), "a list of posts")]
        found += [post for post in posts if post.id > above]
        # A page may be empty though there are more: it leaves out what we may not edit.
        passed = any(post.id <= above for post in posts)
        if only_first or passed or page >= reply.number("X-WP-TotalPages"):
            return found, reply.number("X-WP-Total")
        page += 1


def every_post(rest: Rest) -> Iterator[Listed]:
    """Yield every post the account may edit, in any status: what is missing may be gone.

    Ask for a missing one by its number before believing that.
    """
    for page in range(1, 10_000):
        try:
            reply = rest.get(
                "wp/v2/posts",
                status=EVERY_STATUS,
                context="edit",
                per_page=100,
                page=page,
                orderby="id",
                order="asc",
                _fields="id,status,modified_gmt",
            )
        except RestRefused as error:
            if error.code == _BEYOND_THE_END:
                return
            raise
        for item in as_objects(reply.json(), "a list of posts"):
            modified = time_in(item, "modified_gmt")
            yield Listed(number_in(item, "id"), text_in(item, "status"), modified)
        if page >= reply.number("X-WP-TotalPages"):
            return


def _pages(rest: Rest, window: dict[str, str], number: int) -> Iterator[PostPage]:
    total = 0
    while True:
        page = _page(rest, number, window)
        if page.total < total:  # posts were deleted for good: those behind moved up a page
            number, total = 1, 0
            continue
        yield page
        if number >= page.last:
            return
        number, total = number + 1, page.total


def _page(rest: Rest, page: int, window: dict[str, Any]) -> PostPage:
    """Return one page; in smaller parts if the texts are very large."""
    size = _LARGEST_PAGE
    while True:
        try:
            return _in_parts(rest, page, size, window)
        except ReplyTooLarge:
            if size == 1:
                raise
            size //= 5 if size % 5 == 0 else 4


def _in_parts(rest: Rest, page: int, size: int, window: dict[str, Any]) -> PostPage:
    parts = _LARGEST_PAGE // size
    found: list[Post] = []
    total = last = 0
    site_time: datetime | None = None
    for number in range((page - 1) * parts + 1, page * parts + 1):
        try:
            reply = rest.get(
                "wp/v2/posts",
                status=EVERY_STATUS,
                context="edit",
                per_page=size,
                page=number,
                orderby="id",
                order="asc",
                _fields=FIELDS,
                **window,
            )
        except RestRefused as error:
            if error.code == _BEYOND_THE_END:
                break
            raise
        site_time = site_time or reply.date
        # Posts the account may not edit are left out but counted: the page count tells the end.
        found += [post_of(item) for item in as_objects(reply.json(), "a list of posts")]
        total, last = reply.number("X-WP-Total"), reply.number("X-WP-TotalPages")
        if number >= last:
            break
    return PostPage(tuple(found), page, -(-last // parts), total, site_time)


def _window(name: str, since: datetime | None) -> dict[str, str]:
    """Return the parameter with a Z: without a zone WordPress takes it for local time."""
    if since is None:
        return {}
    return {name: (since.astimezone(UTC) - OVERLAP).strftime("%Y-%m-%dT%H:%M:%SZ")}
