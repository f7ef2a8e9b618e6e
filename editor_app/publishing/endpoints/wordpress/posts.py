# SPDX-License-Identifier: GPL-3.0-or-later
"""A post as the site holds it: read, found again by its marker, and turned into a receipt."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime

from editor_app.domain.errors import EndpointRefused
from editor_app.domain.ids import ArticleId
from editor_app.domain.site import RemoteState
from editor_app.publishing.endpoint import Receipt
from editor_app.publishing.endpoints.wordpress.marker import (
    Marker,
    raw_hash,
    read_marker,
    uid_of,
)
from editor_app.publishing.endpoints.wordpress.replies import Reply, RestRefused
from editor_app.publishing.endpoints.wordpress.rest import Rest
from editor_app.publishing.endpoints.wordpress.shapes import (
    JsonObject,
    as_object,
    as_objects,
    number_in,
    numbers_in,
    text_in,
    time_in,
)

EVERY_STATUS = "any,trash"  # `any` alone leaves the trash out
FIELDS = (
    "id,date_gmt,modified_gmt,slug,status,link,title,content,excerpt,featured_media,"
    "comment_status,categories,tags,author,_links"
)
_GONE = frozenset({"rest_post_invalid_id"})


@dataclass(frozen=True, slots=True)
class Post:
    """One post, as `context=edit` shows it."""

    id: int
    link: str
    status: str
    slug: str
    title: str
    excerpt: str
    body: str  # raw content without the marker
    marker: Marker | None
    date: datetime | None
    modified: str
    revision: int  # newest revision's id; 0 if there is none, or the site keeps none
    revisions: int
    tags: tuple[int, ...]
    categories: tuple[int, ...]
    lead: int
    comments: str
    author: int

    @property
    def token(self) -> str:
        """Return what changes with every change there, also within one second."""
        state = (
            *(self.title, self.excerpt, self.body, self.slug, self.status, str(self.date)),
            *(str(self.tags), str(self.categories), str(self.lead), self.comments),
            self.marker.comment() if self.marker else "",
        )
        digest = hashlib.sha256(json.dumps(state).encode()).hexdigest()[:24]
        return f"{self.id}.{self.revision}.{self.modified}.{digest}"

    @property
    def content_hash(self) -> str:
        """Return the hash of the content we sent if its text is still the same, else another."""
        found = raw_hash(self.title, self.excerpt, self.body)
        if self.marker is not None and self.marker.raw_hash == found:
            return self.marker.content_hash
        return found

    def state(self, *, may_publish: bool) -> RemoteState:
        """Return what the post is to a reader."""
        if self.status == "publish":
            return RemoteState.LIVE
        if self.status == "future":
            return RemoteState.SCHEDULED
        if self.status == "pending" and not may_publish:
            return RemoteState.DRAFT  # submitted for review: as far as this account can go
        return RemoteState.WITHDRAWN

    def receipt(self, *, may_publish: bool, warnings: tuple[str, ...] = ()) -> Receipt:
        """Return the post as a receipt."""
        return Receipt(
            remote_id=str(self.id),
            href=self.link,
            token=self.token,
            state=self.state(may_publish=may_publish),
            returned_hash=self.content_hash,
            warnings=warnings,
        )


def post_of(value: JsonObject) -> Post:
    """Return the post that an item of a reply describes."""
    marker, body = read_marker(text_in(value, "content", "raw"))
    if not number_in(value, "id") or "raw" not in as_object(value.get("content"), "a post"):
        raise EndpointRefused("The site does not show its posts in the form for editing.")
    return Post(
        id=number_in(value, "id"),
        link=text_in(value, "link"),
        status=text_in(value, "status"),
        slug=text_in(value, "slug"),
        title=text_in(value, "title", "raw"),
        excerpt=text_in(value, "excerpt", "raw"),
        body=body,
        marker=marker,
        date=time_in(value, "date_gmt"),
        modified=text_in(value, "modified_gmt"),
        revision=number_in(value, "_links", "predecessor-version", "0", "id"),
        revisions=number_in(value, "_links", "version-history", "0", "count"),
        tags=tuple(sorted(numbers_in(value, "tags"))),
        categories=tuple(sorted(numbers_in(value, "categories"))),
        lead=number_in(value, "featured_media"),
        comments=text_in(value, "comment_status"),
        author=number_in(value, "author"),
    )


class Posts:
    """Reads posts, always in the form for editing."""

    def __init__(self, rest: Rest) -> None:
        """Read through this interface."""
        self._rest = rest
        self._known: dict[ArticleId, int] = {}
        self._bound: dict[ArticleId, int] = {}

    def find(self, article_id: ArticleId) -> Post | None:
        """Return the post that carries the article's marker, in whatever status, or None.

        Raises EndpointRefused if there is one that this account may not edit: taking that for
        "not there" would make a second one.
        """
        if article_id in self._bound:
            post = self.get(self._bound[article_id])
            if post is not None:
                return post
        if article_id in self._known:
            post = self.get(self._known[article_id])
            if post is not None and _is_of(post, article_id):
                return post
            del self._known[article_id]
        found = [post for post in self._search(uid_of(article_id)) if _is_of(post, article_id)]
        if not found:
            return None
        # A copy made on the site carries the marker too: ours is the first one not thrown away.
        post = min(found, key=lambda post: (post.status == "trash", post.id))
        self._known[article_id] = post.id
        return post

    def bind(self, article_id: ArticleId, post_id: int) -> None:
        """Take the post as this article, whatever marker it carries or lacks."""
        self._bound[article_id] = post_id

    def get(self, post_id: int) -> Post | None:
        """Return a post by its number, None if it is gone for good."""
        try:
            reply = self._rest.get(f"wp/v2/posts/{post_id}", context="edit", _fields=FIELDS)
        except RestRefused as error:
            if error.code in _GONE:
                return None
            raise
        return post_of(as_object(reply.json(), "a post"))

    def with_slug(self, slug: str) -> tuple[Post, ...]:
        """Return the posts that have exactly this slug, in any status."""
        reply = self._rest.get(
            "wp/v2/posts", slug=slug, status=EVERY_STATUS, context="edit", _fields=FIELDS
        )
        return self._posts(reply)

    def remember(self, article_id: ArticleId, post: Post) -> None:
        """Note which post an article is, so that the next read needs no search."""
        self._known[article_id] = post.id

    def _search(self, uid: str) -> tuple[Post, ...]:
        reply = self._rest.get(
            "wp/v2/posts",
            search=uid,
            status=EVERY_STATUS,
            context="edit",
            per_page=20,
            orderby="id",
            order="asc",
            _fields=FIELDS,
        )
        posts = self._posts(reply)
        if reply.number("X-WP-Total") > len(posts) and not posts:
            raise EndpointRefused(
                "The site holds this article already, but this account may not edit it. "
                "Nothing was sent."
            )
        return posts

    def _posts(self, reply: Reply) -> tuple[Post, ...]:
        items = as_objects(reply.json(), "a list of posts")
        return tuple(post_of(item) for item in items)


def _is_of(post: Post, article_id: ArticleId) -> bool:
    return post.marker is not None and post.marker.uid == uid_of(article_id)
