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


def changed_posts(rest: Rest, since: datetime | None) -> Iterator[Post]:
    """Yield posts changed since a moment by the site's clock, oldest change first.

    A post may come more than once. Raises what `Rest.get` raises; what was yielded stays true.
    """
    cursor, page, seen = since, 1, set[tuple[int, str]]()
    while True:
        posts, last_page = _page(rest, page, _window("modified_after", cursor))
        for post in posts:
            if (post.id, post.token) not in seen:
                seen.add((post.id, post.token))
                yield post
        if page >= last_page or not posts:
            return
        newest = max((found for found in map(_modified, posts) if found), default=None)
        # The list moves while it is read: go on from a moment, not from a page, where possible.
        if newest and (cursor is None or newest - OVERLAP > cursor):
            cursor, page = newest, 1
        else:
            page += 1


def published_since(rest: Rest, since: datetime) -> Iterator[Post]:
    """Yield posts whose publish date lies after a moment: also those no change is noted for."""
    for page in range(1, 10_000):
        posts, last_page = _page(rest, page, _window("after", since))
        yield from posts
        if page >= last_page or not posts:
            return


def posts_by_id(rest: Rest, ids: tuple[int, ...]) -> Iterator[Post]:
    """Yield these posts as they are now; ask so for scheduled ones that are due."""
    for start in range(0, len(ids), 100):
        some = ",".join(str(number) for number in ids[start : start + 100])
        posts, _ = _page(rest, 1, {"include": some})
        yield from posts


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


def next_cursor(posts: list[Post], site_time: datetime) -> datetime:
    """Return the moment the next pull starts from: never one that has not come yet."""
    moments = [moment for moment in map(_modified, posts) if moment]
    return min(max(moments, default=site_time), site_time)


def _page(rest: Rest, page: int, window: dict[str, Any]) -> tuple[list[Post], int]:
    """Return one page and the number of the last; smaller ones if the texts are very large."""
    size = _LARGEST_PAGE
    while True:
        try:
            return _in_parts(rest, page, size, window)
        except ReplyTooLarge:
            if size == 1:
                raise
            size //= 5 if size % 5 == 0 else 4


def _in_parts(rest: Rest, page: int, size: int, window: dict[str, Any]) -> tuple[list[Post], int]:
    parts = _LARGEST_PAGE // size
    found: list[Post] = []
    last = 0
    for number in range((page - 1) * parts + 1, page * parts + 1):
        posts, last = _request(rest, number, size, window)
        found += posts
        if number >= last:
            break
    return found, -(-last // parts)


def _request(rest: Rest, page: int, size: int, window: dict[str, Any]) -> tuple[list[Post], int]:
    try:
        reply = rest.get(
            "wp/v2/posts",
            status=EVERY_STATUS,
            context="edit",
            per_page=size,
            page=page,
            orderby="modified",
            order="asc",
            _fields=FIELDS,
            **window,
        )
    except RestRefused as error:
        if error.code == _BEYOND_THE_END:
            return [], 0
        raise
    # Items the account may not edit are left out but counted: only the page count tells the end.
    posts = [post_of(item) for item in as_objects(reply.json(), "a list of posts")]
    return posts, reply.number("X-WP-TotalPages")


def _window(name: str, since: datetime | None) -> dict[str, str]:
    """Return the parameter with a Z: without a zone WordPress takes it for local time."""
    if since is None:
        return {}
    return {name: (since.astimezone(UTC) - OVERLAP).strftime("%Y-%m-%dT%H:%M:%SZ")}


def _modified(post: Post) -> datetime | None:
    return time_in({"m": post.modified}, "m")
