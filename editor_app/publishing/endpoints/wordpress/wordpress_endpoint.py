# SPDX-License-Identifier: GPL-3.0-or-later
"""A WordPress site as a publishing endpoint."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from editor_app.domain.clock import Clock
from editor_app.domain.errors import (
    EndpointBusy,
    EndpointRefused,
    EndpointUnknown,
    PreconditionFailed,
)
from editor_app.domain.ids import ArticleId, MediaId
from editor_app.domain.progress import Progress
from editor_app.domain.site import Site
from editor_app.publishing.endpoint import (
    Identity,
    Known,
    Page,
    PageMedia,
    Receipt,
    RemoteChanges,
)
from editor_app.publishing.endpoints.wordpress.blocks import BlockImage, to_blocks
from editor_app.publishing.endpoints.wordpress.changes import Changes, cursor_of
from editor_app.publishing.endpoints.wordpress.connection import Credential, Limits, Secret
from editor_app.publishing.endpoints.wordpress.marker import Sent
from editor_app.publishing.endpoints.wordpress.media_library import MediaLibrary, Stored
from editor_app.publishing.endpoints.wordpress.post_fields import (
    Wished,
    backdated,
    create_body,
    status_body,
    update_body,
    wished_post,
)
from editor_app.publishing.endpoints.wordpress.posts import Post, Posts, post_of
from editor_app.publishing.endpoints.wordpress.rest import Rest
from editor_app.publishing.endpoints.wordpress.shapes import as_object
from editor_app.publishing.endpoints.wordpress.terms import Terms
from editor_app.publishing.payload_guard import guard_page

SCHEDULE_LEAD = timedelta(seconds=60)  # a date nearer than this is published at once
SETTLE_S = 60.0


class WordPress:
    """One WordPress site, spoken to as one account."""

    # A request whose sender is gone is worked off all the same: for so long after a lost reply
    # "not found" does not mean "never arrived", and a second create might make a second post.
    settle_s = SETTLE_S

    def __init__(
        self, site: Site, *, secret: Secret, clock: Clock, limits: Limits | None = None
    ) -> None:
        """Take the site, its user's application password (or what returns it) and our clock."""
        self._site = site
        self._clock = clock
        self._rest = Rest(
            site.url,
            Credential(site.user, secret),
            root=site.options.get("rest_root", ""),
            known=bool(site.identity),
            limits=limits,
        )
        self._posts = Posts(self._rest)
        self._media = MediaLibrary(self._rest)
        self._tags = Terms(self._rest, "tags")
        self._categories = Terms(self._rest, "categories")
        self._changes = Changes(self._rest, self._posts, self._receipt)
        self._same_site = False

    @property
    def rest(self) -> Rest:
        """Return the interface, for listings."""
        return self._rest

    def identify(self) -> Identity:
        """Return who the site is and what this account may do."""
        identity = self._rest.identify()
        self._require_same(identity.identity)
        return identity

    def find(self, article_id: ArticleId) -> Receipt | None:
        """Return what the site holds for this article, drafts and trash included, or None."""
        post = self._there(article_id)
        return self._receipt(post) if post else None

    def upload_media(self, media: PageMedia) -> str:
        """Store the file in the media library once and return its address."""
        self._check_site()
        return self._media.provide(media).url

    def put(self, page: Page, *, token: str) -> Receipt:
        """Create or update the post: read, compare, write, read again."""
        guard_page(page)
        there = self._there(page.article_id)
        _require_token(there, token)
        # The site's clock decides when its schedules are due; ours may be wrong.
        now = self._rest.site_time or self._clock.now()
        status = self._status(page, there, now)
        wished, warnings = self._wished(page, there)
        if there is None:
            self._require_free(page, wished)
            body = create_body(page, wished) | backdated(page)
        else:
            body = update_body(wished, there)
        body |= status_body(status, page.publish_at, there, now)
        if there is not None and not body:
            return self._receipt(there, warnings)
        answer = self._write(there, body)
        self._posts.remember(page.article_id, answer)
        seen = self._posts.get(answer.id)
        if seen is None:
            raise EndpointUnknown("The site took the article and does not show it any more.")
        warnings += _surprises(body, wished, there, answer)
        return self._receipt(seen, warnings)

    def withdraw(self, article_id: ArticleId, *, token: str) -> Receipt:
        """Make the post a draft: it stays on the site, and readers see it no more."""
        there = self._there(article_id)
        if there is None:
            raise EndpointRefused("The site does not hold this article: nothing to withdraw.")
        if there.status not in ("publish", "future"):
            return self._receipt(there)
        _require_token(there, token)
        answer = self._write(there, {"status": "draft"})
        return self._receipt(self._posts.get(answer.id) or answer)

    def changes(self, cursor: str, *, known: Known, progress: Progress) -> RemoteChanges:
        """Return the next page of what may have changed since the cursor; "" begins anew."""
        progress.report(0, 0, self._site.name)
        self._check_site()
        return self._changes.after(cursor_of(cursor), known)

    def bind(self, article_id: ArticleId, remote_id: str) -> None:
        """Take the post as this article, whatever marker it carries."""
        if remote_id.isdecimal():
            self._posts.bind(article_id, int(remote_id))

    def close(self) -> None:
        """Close the connections."""
        self._rest.close()

    def _there(self, article_id: ArticleId) -> Post | None:
        self._check_site()
        return self._posts.find(article_id)

    def _check_site(self) -> None:
        """Make sure, once, that this is the site that was set up: never write to another."""
        if not self._same_site and self._site.identity:
            self.identify()

    def _require_same(self, found: str) -> None:
        if self._site.identity and found != self._site.identity:
            raise EndpointRefused(
                "Another site, or another account, answers at this address than when it was set "
                "up. Nothing was sent."
            )
        self._same_site = True

    def _status(self, page: Page, there: Post | None, now: datetime) -> str:
        """Return the status to send; raises EndpointBusy where waiting is our part."""
        if not self._rest.account.may_publish:
            return "pending"
        wait = page.publish_at - now if page.publish_at else timedelta(0)
        if wait <= timedelta(0):
            return "publish"
        if there is not None and there.status == "publish":
            raise EndpointBusy(
                "The article is public already, and WordPress cannot hold a change of it back. "
                "It goes out at its time.",
                retry_after_s=wait.total_seconds(),
            )
        if wait < SCHEDULE_LEAD:
            raise EndpointBusy(
                "Its time is less than a minute away, and WordPress would publish it at once. "
                "It goes out at its time.",
                retry_after_s=wait.total_seconds(),
            )
        return "future"

    def _wished(self, page: Page, there: Post | None) -> tuple[Wished, tuple[str, ...]]:
        """Return the page in WordPress's terms; stores its pictures and makes its terms."""
        stored = {item.asset.id: self._media.provide(item) for item in page.media}
        tags, no_tags = self._tags.numbers(page.content.tags)
        section = (page.section,) if page.section.strip() else ()
        categories, no_section = self._categories.numbers(section)
        warnings = tuple(
            f"The site has no {kind} “{name}”, and this account may not make one."
            for kind, names in (("tag", no_tags), ("category", no_section))
            for name in names
        )
        lead = page.content.lead_image
        sent = Sent(
            tags=tags,
            categories=categories,
            lead=self._lead(page, stored[lead]) if lead else 0,
            slug=page.content.slug,
            comments="open" if page.comments_open else self._site.options.get("comments", ""),
        )
        body = to_blocks(
            page.content.body, _images(page, stored), there=there.body if there else ""
        )
        return wished_post(page, body, sent), warnings

    def _lead(self, page: Page, stored: Stored) -> int:
        content = page.content
        words = [content.lead_caption.strip(), content.lead_credit.strip()]
        caption = " — ".join(part for part in words if part)
        self._media.describe(stored, alt=content.lead_alt.strip(), caption=caption)
        return stored.id

    def _require_free(self, page: Page, wished: Wished) -> None:
        """Raise PreconditionFailed if the same text is there already, its marker lost.

        A site that strips comments from posts would otherwise get a new post at every try.
        """
        if not page.content.slug:
            return
        mine = wished.marker.raw_hash
        for post in self._posts.with_slug(page.content.slug):
            unmarked = replace(post, marker=None)
            if post.marker is None and unmarked.content_hash == mine:
                raise PreconditionFailed(
                    f"The site holds this text already ({post.link}), without the mark by which "
                    "it would be known again. Nothing was sent."
                )

    def _write(self, there: Post | None, body: dict[str, Any]) -> Post:
        route = f"wp/v2/posts/{there.id}" if there else "wp/v2/posts"
        reply = self._rest.post(route, body)
        return post_of(as_object(reply.json(), "a post"))

    def _receipt(self, post: Post, warnings: tuple[str, ...] = ()) -> Receipt:
        if post.status == "trash":
            warnings += ("It lies in the site's trash.",)
        return post.receipt(may_publish=self._rest.account.may_publish, warnings=warnings)


def _require_token(there: Post | None, token: str) -> None:
    if there is None and token:
        raise PreconditionFailed("The site does not hold this article any more.")
    if there is not None and token != there.token:
        raise PreconditionFailed(
            "The site holds another version of this article than the one last seen there."
        )


def _images(page: Page, stored: dict[MediaId, Stored]) -> dict[MediaId, BlockImage]:
    images: dict[MediaId, BlockImage] = {}
    for item in page.media:
        caption = " — ".join(part for part in (item.asset.caption, item.asset.credit) if part)
        found = stored[item.asset.id]
        images[item.asset.id] = BlockImage(found.id, found.url, caption)
    return images


def _surprises(
    body: dict[str, Any], wished: Wished, there: Post | None, answer: Post
) -> tuple[str, ...]:
    """Return a sentence for each thing the site did otherwise than it was asked."""
    found: list[str] = []
    status = body.get("status", answer.status)
    if answer.status != status:
        found.append(f"The site made it “{answer.status}” where “{status}” was asked for.")
    if answer.marker is None:
        found.append("The site removed the mark by which this article is known again there.")
    elif answer.content_hash != wished.marker.content_hash:
        found.append("The site changed the text on arrival: this account may not use all HTML.")
    if "featured_media" in body and answer.lead != body["featured_media"]:
        found.append("The site did not take the lead picture.")
    if {"tags", "categories"} & set(body) and not set(body.get("tags", ())) <= set(answer.tags):
        found.append("The site did not take all tags.")
    if there is not None and answer.revisions > there.revisions + 1:
        found.append("Somebody saved this post at the same moment; see its revisions on the site.")
    return tuple(found)
