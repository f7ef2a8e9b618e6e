# SPDX-License-Identifier: GPL-3.0-or-later
"""Images in the site's media library, each stored once: their slug is made from their SHA-256.

It is the SHA-256 of the original; what is sent is the picture alone, cleaned of all that a camera
or a program wrote beside it.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import PurePosixPath

from editor_app.domain.errors import EndpointBusy, EndpointRefused
from editor_app.domain.media import MediaAsset
from editor_app.publishing.endpoint import PageMedia
from editor_app.publishing.endpoints.wordpress.replies import RestRefused
from editor_app.publishing.endpoints.wordpress.rest import Rest
from editor_app.publishing.endpoints.wordpress.shapes import (
    JsonObject,
    as_object,
    as_objects,
    number_in,
    object_in,
    text_in,
)
from editor_app.publishing.image_cleaning import CleanImage, clean_image, read_image
from editor_app.text.slug import slugify

_FIELDS = "id,slug,source_url,alt_text,caption,media_details"
_ENDINGS = {
    "image/jpeg": "jpg", "image/png": "png", "image/gif": "gif", "image/webp": "webp",
    "image/avif": "avif",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Stored:
    """A file in the media library."""

    id: int
    url: str
    alt: str


class MediaLibrary:
    """Finds and stores files; a file found again after a lost reply is not sent twice."""

    def __init__(self, rest: Rest) -> None:
        """Remember what was stored, for as long as this object lives."""
        self._rest = rest
        self._known: dict[str, Stored] = {}

    def provide(self, media: PageMedia) -> Stored:
        """Return where the file is on the site; sends it if it is not there.

        Raises EndpointRefused if it cannot be read here, is no image, or is not taken there.
        """
        sha256 = media.asset.sha256
        if sha256 not in self._known:
            image = clean_image(read_image(media), media.asset.filename)
            found = self._find(sha256, len(image.raw))
            self._known[sha256] = found or self._send(media.asset, image)
        return self._known[sha256]

    def describe(self, stored: Stored, *, alt: str, caption: str) -> None:
        """Set the words shown with a lead picture, if they are others than those there."""
        if alt and alt != stored.alt:
            body = {"alt_text": alt} | ({"caption": caption} if caption else {})
            self._rest.post(f"wp/v2/media/{stored.id}", body)

    def _find(self, sha256: str, size: int) -> Stored | None:
        slug = _slug(sha256)
        # A copy that arrived incomplete keeps its slug; the next one has a number behind it.
        slugs = ",".join((slug, f"{slug}-2", f"{slug}-3"))
        reply = self._rest.get("wp/v2/media", slug=slugs, orderby="id", _fields=_FIELDS)
        items = as_objects(reply.json(), "a list of files")
        whole = [item for item in items if _is_whole(item, size)]
        return _stored(min(whole, key=lambda item: number_in(item, "id"))) if whole else None

    def _send(self, asset: MediaAsset, image: CleanImage) -> Stored:
        if not self._rest.account.may("upload_files"):
            raise EndpointRefused(
                "This account may not upload pictures to the site. Take them out, or ask for the "
                "role of an author."
            )
        digest = hashlib.md5(image.raw, usedforsecurity=False).hexdigest()
        filename = _ascii_name(asset.filename, image.mime_type)
        headers = {
            "Content-Type": image.mime_type,
            "Content-Disposition": f'attachment; filename="{filename}"',
            "Content-MD5": digest,  # WordPress refuses what arrives damaged
        }
        words = {"title": asset.alt or PurePosixPath(asset.filename).stem, "alt_text": asset.alt}
        caption = " — ".join(part for part in (asset.caption, asset.credit) if part)
        params = {"slug": _slug(asset.sha256), **words, "caption": caption}
        filled = {name: value for name, value in params.items() if value}
        try:
            reply = self._rest.upload("wp/v2/media", image.raw, headers, **filled)
        except RestRefused as error:
            raise EndpointRefused(
                f"The site does not take {asset.filename}: {error.words}", words=error.words
            ) from error
        item = as_object(reply.json(), "a file")
        if not _is_whole(item, len(image.raw)):
            raise EndpointBusy(f"{asset.filename} did not arrive whole; it is sent again.")
        return _stored(item)


def _is_whole(item: JsonObject, size: int) -> bool:
    """Tell whether the file is what was sent; WordPress itself makes large pictures smaller."""
    details = object_in(item, "media_details")
    made_smaller = bool(text_in(details, "original_image"))
    stored_size = number_in(details, "filesize")
    return made_smaller or stored_size in (0, size)


def _stored(item: JsonObject) -> Stored:
    url = text_in(item, "source_url")
    if not number_in(item, "id") or not url.startswith(("http://", "https://")):
        raise EndpointRefused("The site does not say where it keeps the picture.")
    return Stored(number_in(item, "id"), url, text_in(item, "alt_text"))


def _slug(sha256: str) -> str:
    return f"asset-{sha256[:24]}"


def _ascii_name(filename: str, mime_type: str) -> str:
    """Return a plain ASCII name: WordPress refuses the encoded form of any other."""
    path = PurePosixPath(filename.replace("\\", "/"))
    return f"{slugify(path.stem, fallback='picture')}.{_ENDINGS[mime_type]}"
