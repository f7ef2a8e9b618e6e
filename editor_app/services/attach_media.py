# SPDX-License-Identifier: GPL-3.0-or-later
"""Images: copied into the profile the moment they are added, the same bytes once."""

from __future__ import annotations

import hashlib
import os
from dataclasses import replace
from pathlib import Path, PurePath

from editor_app.domain.errors import CannotSave, UnreadableFile
from editor_app.domain.ids import ArticleId, MediaId, new_id
from editor_app.domain.media import MediaAsset
from editor_app.domain.revision import Reason
from editor_app.services.changes import Changes, Outcome
from editor_app.services.revising import Reviser
from editor_app.services.workplace import Workplace
from editor_app.sync.pages import media_path

LARGEST_BYTES = 100 * 1024 * 1024
LARGEST_PIXELS = 120_000_000
_FORMATS = {"JPEG": "image/jpeg", "PNG": "image/png", "GIF": "image/gif", "WEBP": "image/webp"}


class AttachMedia:
    """Adds images to articles."""

    def __init__(self, place: Workplace) -> None:
        """Work in this newsroom."""
        self._place = place

    def add(
        self,
        article_id: ArticleId,
        path: Path,
        *,
        alt: str = "",
        caption: str = "",
        credit: str = "",
        lead: bool = False,
    ) -> Outcome[MediaAsset]:
        """Copy an image file into the profile and attach it; with ``lead`` it leads the article.

        Raises UnreadableFile for anything that is no JPEG, PNG, GIF or WebP image.
        """
        try:
            if path.stat().st_size > LARGEST_BYTES:
                raise UnreadableFile(f"{path.name} is larger than 100 MB. Scale it down first.")
            data = path.read_bytes()
        except OSError as error:
            raise UnreadableFile(f"{path.name} cannot be read.") from error
        about = MediaAsset(
            MediaId(new_id()),
            "",
            path.name,
            "",
            0,
            0,
            0,
            self._place.clock.now(),
            alt=alt.strip(),
            caption=caption.strip(),
            credit=credit.strip(),
        )
        return self.add_bytes(article_id, data, about, lead=lead)

    def add_bytes(
        self, article_id: ArticleId, data: bytes, about: MediaAsset, *, lead: bool = False
    ) -> Outcome[MediaAsset]:
        """Attach an image given as bytes; ``about`` carries name, alt, caption and credit."""
        mime, width, height = _looked_at(data, about.filename)
        sha256 = hashlib.sha256(data).hexdigest()
        self._store(sha256, data)
        asset = replace(
            about,
            sha256=sha256,
            filename=PurePath(about.filename).name,
            mime_type=mime,
            size_bytes=len(data),
            width=width,
            height=height,
        )
        with self._place.library.write() as unit:
            known = unit.media.by_hash(sha256)
            if known is not None:
                asset = replace(
                    known,
                    alt=about.alt or known.alt,
                    caption=about.caption or known.caption,
                    credit=about.credit or known.credit,
                )
            unit.media.put(asset)
            unit.media.attach(article_id, asset.id)
            if lead:
                article = unit.articles.get(article_id)
                content = replace(
                    article.content,
                    lead_image=asset.id,
                    lead_alt=asset.alt,
                    lead_caption=asset.caption,
                    lead_credit=asset.credit,
                )
                Reviser(self._place, unit).revise(article, content, reason=Reason.TYPED)
        return Outcome(asset, Changes(articles=frozenset({article_id})))

    def asset(self, media_id: MediaId) -> MediaAsset:
        """Return what is known of an image; raises NotFound."""
        with self._place.library.read() as unit:
            return unit.media.get(media_id)

    def path(self, media_id: MediaId) -> Path:
        """Return where its bytes lie in the profile."""
        return media_path(self._place.media_folder, self.asset(media_id).sha256)

    def all_of(self, article_id: ArticleId) -> tuple[MediaAsset, ...]:
        """Return the article's images."""
        with self._place.library.read() as unit:
            return unit.media.of_article(article_id)

    def _store(self, sha256: str, data: bytes) -> None:
        target = media_path(self._place.media_folder, sha256)
        if target.exists() and target.stat().st_size == len(data):
            return
        fresh = target.with_suffix(".new")
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            with fresh.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            fresh.replace(target)
        except OSError as error:
            raise CannotSave(
                "The image cannot be copied into the newsroom: the disk is full or read-only."
            ) from error


def _looked_at(data: bytes, name: str) -> tuple[str, int, int]:
    """Return (MIME type, width, height) of a whole, decodable image; raises UnreadableFile."""
    from io import BytesIO

    from PIL import Image

    try:
        with Image.open(BytesIO(data)) as image:
            mime = _FORMATS.get(image.format or "")
            width, height = image.size
            if mime and width * height <= LARGEST_PIXELS:
                image.load()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise UnreadableFile(f"{name} is not a whole image.") from error
    if not mime:
        raise UnreadableFile(f"{name} is no JPEG, PNG, GIF or WebP image.")
    if width * height > LARGEST_PIXELS:
        raise UnreadableFile(
            f"{name} has {width * height // 1_000_000} megapixels. Scale it below 120."
        )
    return mime, width, height
