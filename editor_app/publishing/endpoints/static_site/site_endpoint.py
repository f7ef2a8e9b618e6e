# SPDX-License-Identifier: GPL-3.0-or-later
"""The website in a folder as a publishing endpoint."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from filelock import FileLock, Timeout

from editor_app.domain.clock import Clock
from editor_app.domain.errors import (
    BadInput,
    EndpointBusy,
    EndpointRefused,
    PreconditionFailed,
)
from editor_app.domain.ids import ArticleId
from editor_app.domain.languages import normalise_tag
from editor_app.domain.site import Capabilities, RemoteState, Site
from editor_app.publishing.endpoint import Identity, Page, PageMedia, Receipt
from editor_app.publishing.endpoints.static_site import ordered_write
from editor_app.publishing.endpoints.static_site.addresses import absolute, address_part, free_slug
from editor_app.publishing.endpoints.static_site.content_store import (
    LOCK,
    State,
    load_state,
    new_identity,
    read_identity,
    read_record,
)
from editor_app.publishing.endpoints.static_site.images import Picture, encode
from editor_app.publishing.endpoints.static_site.options import options_of
from editor_app.publishing.endpoints.static_site.publication import Publisher, clear_sentences
from editor_app.publishing.endpoints.static_site.records import Record, record_of, tombstone
from editor_app.publishing.endpoints.static_site.words import supported_languages, words_for
from editor_app.publishing.image_cleaning import read_image
from editor_app.publishing.payload_guard import guard_page

CAPABILITIES = Capabilities(
    can_unpublish=True, has_comments=False, has_precondition=True, has_locales=True
)
_LOCK_WAIT_S = 60


class StaticSite:
    """A complete news website in a folder. It keeps its own notes there and asks no database."""

    def __init__(
        self,
        site: Site,
        *,
        profile_folder: Path,
        clock: Clock,
        in_order: bool = False,
        before_exchange: Callable[[], None] | None = None,
    ) -> None:
        """Take the site; without an option `folder` the website lies in the profile.

        `in_order` writes file by file even where folders can be exchanged; `before_exchange`
        is called when everything is ready and nothing is visible yet.
        """
        self._options = options_of(site, profile_folder)
        self._folder = self._options.folder
        self._known_identity = site.identity
        self._clock = clock
        publisher = Publisher(self._options, in_order=in_order)
        self._publisher = (
            replace(publisher, before_exchange=before_exchange) if before_exchange else publisher
        )

    @property
    def folder(self) -> Path:
        """Return the root of the website."""
        return self._folder

    def identify(self) -> Identity:
        """Return who the website is; makes the folder on first use."""
        with self._locked() as identity:
            return Identity(
                identity=identity,
                title=self._options.title,
                capabilities=CAPABILITIES,
                zone=self._options.zone,
                notes=(
                    f"The website lies in {self._folder}.",
                    "It cannot wait by itself: this computer must be on at the time of a schedule.",
                    f"Languages of its pages: {', '.join(supported_languages())}.",
                ),
            )

    def find(self, article_id: ArticleId) -> Receipt | None:
        """Return what the website holds for this article, or None."""
        self._require_same(read_identity(self._folder))
        if ordered_write.is_pending(self._folder):
            with self._locked():  # taking the lock completes what was interrupted
                pass
        record = read_record(self._folder, article_id)
        return self._receipt(record) if record else None

    def upload_media(self, media: PageMedia) -> str:
        """Make the image's files once and return the address of the widest."""
        with self._locked() as identity:
            before = load_state(self._folder, identity)
            pictures, files = self._pictures((media,), before)
            picture = pictures[media.asset.sha256]
            if files:
                after = replace(before, pictures=before.pictures | pictures)
                self._publisher.store_images(before, after, files)
        return absolute(self._options.base_url, picture.of_type(webp=False)[-1].path)

    def put(self, page: Page, *, token: str) -> Receipt:
        """Publish the page and rebuild what depends on it, all at once."""
        guard_page(page)
        page = self._checked(page)
        with self._locked() as identity:
            before = load_state(self._folder, identity)
            earlier = before.records.get(page.article_id)
            self._require_token(earlier, token)
            pictures, files = self._pictures(page.media, before)
            record = record_of(page, slug=_slug_for(page, before, earlier), earlier=earlier)
            after = replace(
                before,
                records=before.records | {page.article_id: record},
                pictures=_still_used(before.pictures | pictures, before, record),
            )
            if record != earlier or files or not (self._folder / record.path).is_file():
                self._publisher.publish(before, after, files)
            return self._receipt(record)

    def withdraw(self, article_id: ArticleId, *, token: str) -> Receipt:
        """Take the article's page away; its address stays its own, should it come back."""
        with self._locked() as identity:
            before = load_state(self._folder, identity)
            earlier = before.records.get(article_id)
            if earlier is None:
                raise EndpointRefused(
                    "The website does not hold this article: there is nothing to withdraw."
                )
            if not earlier.live:
                return self._receipt(earlier)
            self._require_token(earlier, token)
            gone = tombstone(earlier)
            after = replace(
                before,
                records=before.records | {article_id: gone},
                pictures=_still_used(before.pictures, before, gone),
            )
            self._publisher.publish(before, after, {})
            return self._receipt(gone)

    def _checked(self, page: Page) -> Page:
        """Return the page with its language in normal form, if it can be published here."""
        try:
            page = replace(page, language=normalise_tag(page.language))
        except BadInput as error:
            raise EndpointRefused(error.message) from error
        words_for(page.language)
        if page.credit:
            words_for(page.language).translated_from(page.credit.source_language)
        if page.publish_at is not None and page.publish_at > self._clock.now():
            raise EndpointRefused(
                "A website in a folder cannot hold an article back until its time. "
                "This computer publishes it when the time has come."
            )
        return page

    def _require_token(self, earlier: Record | None, token: str) -> None:
        if token != (earlier.token if earlier else ""):
            raise PreconditionFailed(
                "The website holds another version of this article than the one last seen there."
                if earlier
                else "The website does not hold this article any more."
            )

    def _pictures(
        self, media: tuple[PageMedia, ...], state: State
    ) -> tuple[dict[str, Picture], dict[str, bytes]]:
        """Return the page's pictures, and the files of those that were not made before."""
        pictures: dict[str, Picture] = {}
        files: dict[str, bytes] = {}
        for item in media:
            sha256 = item.asset.sha256
            known = state.pictures.get(sha256) or pictures.get(sha256)
            if known and all(
                (self._folder / v.path).is_file() or v.path in files for v in known.variants
            ):
                pictures[sha256] = known
                continue
            pictures[sha256], made = encode(read_image(item), sha256, item.asset.filename)
            files |= made
        return pictures, files

    def _receipt(self, record: Record) -> Receipt:
        return Receipt(
            remote_id=record.article_id,
            href=absolute(self._options.base_url, record.path),
            token=record.token,
            state=RemoteState.LIVE if record.live else RemoteState.WITHDRAWN,
            returned_hash=record.content.hash,
        )

    @contextmanager
    def _locked(self) -> Generator[str]:
        """Hold the folder for ourselves and yield its identity; completes what was interrupted."""
        with clear_sentences(self._folder):
            found = read_identity(self._folder)
            self._require_same(found)
            (self._folder / LOCK).parent.mkdir(parents=True, exist_ok=True)
            lock = FileLock(self._folder / LOCK, timeout=_LOCK_WAIT_S)
            try:
                lock.acquire()
            except Timeout as error:
                raise EndpointBusy(f"Another window is publishing to {self._folder}.") from error
        try:
            with clear_sentences(self._folder):
                ordered_write.complete(self._folder)
            identity = read_identity(self._folder)
            if identity is None:
                identity = new_identity()
                empty = State(identity)
                self._publisher.publish(empty, empty, {})
            yield identity
        finally:
            lock.release()

    def _require_same(self, found: str | None) -> None:
        if self._known_identity and found != self._known_identity:
            state = "is empty now" if found is None else "holds another website now"
            raise EndpointRefused(
                f"The folder {self._folder} {state}; it is not the one this site was set up with."
            )


def _slug_for(page: Page, state: State, earlier: Record | None) -> str:
    """Return the article's slug in its language: an address stays unless a new slug was given."""
    if earlier and earlier.language == page.language and not page.content.slug:
        return earlier.slug
    wanted = address_part(page.content.slug or page.content.headline, page.language)
    taken: set[str] = set()
    for record in state.records.values():
        if record.article_id != page.article_id:
            addresses = (f"{record.language}/{record.slug}", *record.former)
            taken |= {a.partition("/")[2] for a in addresses if a.startswith(f"{page.language}/")}
    if earlier and earlier.language == page.language:
        # "news-2" was given because "news" was taken; it stays, even if "news" is free now.
        stem, _, number = earlier.slug.rpartition("-")
        if wanted in (earlier.slug, stem if number.isdigit() else earlier.slug):
            return earlier.slug
    return free_slug(wanted, taken)


def _still_used(pictures: dict[str, Picture], before: State, changed: Record) -> dict[str, Picture]:
    """Return the pictures without those that only the changed article showed, until now."""
    others = (r for r in before.records.values() if r.article_id != changed.article_id)
    used = {image.sha256 for record in (*others, changed) for image in record.images}
    earlier = before.records.get(changed.article_id)
    dropped = {image.sha256 for image in earlier.images} - used if earlier else set[str]()
    return {key: picture for key, picture in pictures.items() if key not in dropped}
