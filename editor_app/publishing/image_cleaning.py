# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens pictures safely and takes out what is not for readers: place, camera, author, comments."""

from __future__ import annotations

import hashlib
import io
import warnings
from dataclasses import dataclass
from typing import Any

from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError

from editor_app.domain.errors import EndpointRefused
from editor_app.publishing.endpoint import PageMedia

MAX_PIXELS = 80_000_000  # a decompression bomb claims more; cameras stay below
_FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "TIFF", "BMP", "AVIF")  # never formats that run programs
_SAVING: dict[str, dict[str, Any]] = {
    "JPEG": {"quality": 90, "optimize": True, "progressive": True},
    "PNG": {"optimize": True},
    "WEBP": {"quality": 90, "method": 4},
    "GIF": {},
    "AVIF": {"quality": 80},
}
_MOVING = frozenset({"GIF", "WEBP", "PNG", "AVIF"})


@dataclass(frozen=True, slots=True)
class CleanImage:
    """A picture of the same size and kind as the original, without anything beside it."""

    raw: bytes
    mime_type: str


def read_image(media: PageMedia) -> bytes:
    """Return the image's bytes; raises EndpointRefused if they are missing or not those meant."""
    name = media.asset.filename
    try:
        raw = media.path.read_bytes()
    except OSError as error:
        raise EndpointRefused(f"The image “{name}” cannot be read: {error.strerror}.") from error
    if hashlib.sha256(raw).hexdigest() != media.asset.sha256:
        raise EndpointRefused(
            f"The image “{name}” has changed on disk since it was added. Add it again."
        )
    return raw


def open_image(raw: bytes, name: str) -> Image.Image:
    """Return the picture, loaded and not yet turned; raises EndpointRefused for what is none."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            image = Image.open(io.BytesIO(raw), formats=_FORMATS)
            if image.width * image.height * _frames(image) > MAX_PIXELS:
                raise EndpointRefused(
                    f"The image “{name}” is too large: {image.width} × {image.height} pixels."
                )
            image.load()
        return image
    except Image.DecompressionBombError as error:
        raise EndpointRefused(
            f"The image “{name}” claims more pixels than any picture has."
        ) from error
    except UnidentifiedImageError as error:
        raise EndpointRefused(
            f"“{name}” is not an image this site can show (JPEG, PNG, WebP, GIF, TIFF, AVIF)."
        ) from error
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        raise EndpointRefused(f"The image “{name}” is damaged: {error}.") from error


def without_metadata(image: Image.Image, name: str) -> tuple[Image.Image, bytes | None]:
    """Return the bare pixels, upright, and the colour profile they need to look the same."""
    try:
        image = ImageOps.exif_transpose(image)
        transparent = image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info
        profile = image.info.get("icc_profile") if image.mode in ("RGB", "RGBA") else None
        plain = image.convert("RGBA" if transparent else "RGB")
    except (OSError, SyntaxError, ValueError) as error:
        raise EndpointRefused(f"The image “{name}” is damaged: {error}.") from error
    # Pillow would write a JPEG's comment and XMP again: what a camera noted is not for readers.
    plain.info = {}
    return plain, profile


def clean_image(raw: bytes, name: str) -> CleanImage:
    """Return the picture to send elsewhere; raises EndpointRefused for what is no image.

    The same bytes give the same bytes, so a site can be asked whether it has them whole.
    """
    image = open_image(raw, name)
    kind = image.format or ""
    if kind in _MOVING and _frames(image) > 1:
        return _moving(image, kind, name)
    plain, profile = without_metadata(image, name)
    if kind not in _SAVING or (kind == "JPEG" and plain.mode != "RGB"):
        kind = "PNG" if plain.mode == "RGBA" else "JPEG"
    settings = dict(_SAVING[kind])
    if profile:
        settings["icc_profile"] = profile
    out = io.BytesIO()
    plain.save(out, format=kind, **settings)
    return CleanImage(out.getvalue(), Image.MIME[kind])


def _moving(image: Image.Image, kind: str, name: str) -> CleanImage:
    frames: list[Image.Image] = []
    durations: list[int] = []
    loop = {"loop": int(image.info["loop"])} if "loop" in image.info else {}
    out = io.BytesIO()
    try:
        for frame in ImageSequence.Iterator(image):
            durations.append(int(frame.info.get("duration", 100)))
            plain = frame.convert("RGBA")
            plain.info = {}
            frames.append(plain)
        frames[0].save(
            out,
            format=kind,
            save_all=True,
            append_images=frames[1:],
            duration=durations,
            **loop,
            **_SAVING[kind],
        )
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        raise EndpointRefused(f"The image “{name}” is damaged: {error}.") from error
    return CleanImage(out.getvalue(), Image.MIME[kind])


def _frames(image: Image.Image) -> int:
    """Return how many frames of the picture are kept."""
    return int(getattr(image, "n_frames", 1)) if image.format in _MOVING else 1
