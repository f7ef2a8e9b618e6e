# SPDX-License-Identifier: GPL-3.0-or-later
"""Images for readers: three widths in WebP with a JPEG or PNG to fall back on, no metadata."""

from __future__ import annotations

import hashlib
import io
import warnings
from dataclasses import asdict, dataclass
from typing import Any

from PIL import Image, ImageOps, UnidentifiedImageError

from editor_app.domain.errors import EndpointRefused
from editor_app.publishing.endpoint import PageMedia

WIDTHS = (480, 960, 1600)
MEDIA_FOLDER = "media"
MAX_PIXELS = 80_000_000  # a decompression bomb claims more; cameras stay below
_FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "TIFF", "BMP", "AVIF")  # never formats that run programs


@dataclass(frozen=True, slots=True)
class Variant:
    """One file of a picture."""

    path: str  # under the site's root
    mime_type: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Picture:
    """All files made from one image, smallest first per format."""

    sha256: str
    width: int
    height: int
    variants: tuple[Variant, ...]

    def of_type(self, *, webp: bool) -> tuple[Variant, ...]:
        """Return the WebP files, or those to fall back on."""
        return tuple(v for v in self.variants if (v.mime_type == "image/webp") is webp)

    def to_json(self) -> dict[str, Any]:
        """Return plain JSON values."""
        return asdict(self)

    @classmethod
    def from_json(cls, plain: dict[str, Any]) -> Picture:
        """Return the picture that `to_json` wrote."""
        variants = tuple(Variant(**variant) for variant in plain["variants"])
        return cls(plain["sha256"], plain["width"], plain["height"], variants)


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


def encode(raw: bytes, sha256: str, name: str) -> tuple[Picture, dict[str, bytes]]:
    """Return the picture and its files by path; raises EndpointRefused for what is no image."""
    image = _open(raw, name)
    transparent = image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info
    profile = image.info.get("icc_profile") if image.mode in ("RGB", "RGBA") else None
    plain = image.convert("RGBA" if transparent else "RGB")
    # Pillow would write a JPEG's comment and XMP again: what a camera noted is not for readers.
    plain.info = {}
    fallback = ("PNG", "png", "image/png") if transparent else ("JPEG", "jpg", "image/jpeg")
    variants: list[Variant] = []
    files: dict[str, bytes] = {}
    for kind, ending, mime_type in (("WEBP", "webp", "image/webp"), fallback):
        for width in _widths(plain.width):
            height = max(1, round(plain.height * width / plain.width))
            path = f"{MEDIA_FOLDER}/{sha256[:20]}-{width}.{ending}"
            files[path] = _save(plain, (width, height), kind, profile)
            variants.append(Variant(path, mime_type, width, height))
    return Picture(sha256, plain.width, plain.height, tuple(variants)), files


def _widths(original: int) -> tuple[int, ...]:
    smaller = tuple(width for width in WIDTHS if width < original)
    return (*smaller, original) if original < WIDTHS[-1] else WIDTHS


def _open(raw: bytes, name: str) -> Image.Image:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            image = Image.open(io.BytesIO(raw), formats=_FORMATS)
            if image.width * image.height > MAX_PIXELS:
                raise EndpointRefused(
                    f"The image “{name}” is too large: {image.width} × {image.height} pixels."
                )
            image.load()
        return ImageOps.exif_transpose(image)
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


def _save(image: Image.Image, size: tuple[int, int], kind: str, profile: bytes | None) -> bytes:
    scaled = image if image.size == size else image.resize(size, Image.Resampling.LANCZOS)
    out = io.BytesIO()
    settings: dict[str, Any] = {
        "WEBP": {"quality": 80, "method": 4},
        "JPEG": {"quality": 82, "optimize": True, "progressive": True},
        "PNG": {"optimize": True},
    }[kind]
    if profile:
        settings["icc_profile"] = profile
    scaled.save(out, format=kind, **settings)
    return out.getvalue()
