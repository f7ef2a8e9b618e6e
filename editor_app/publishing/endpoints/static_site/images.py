# SPDX-License-Identifier: GPL-3.0-or-later
"""Images for readers: three widths in WebP with a JPEG or PNG to fall back on, no metadata."""

from __future__ import annotations

import io
from dataclasses import asdict, dataclass
from typing import Any

from PIL import Image

from editor_app.publishing.image_cleaning import open_image, without_metadata

WIDTHS = (480, 960, 1600)
MEDIA_FOLDER = "media"


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


def encode(raw: bytes, sha256: str, name: str) -> tuple[Picture, dict[str, bytes]]:
    """Return the picture and its files by path; raises EndpointRefused for what is no image."""
    plain, profile = without_metadata(open_image(raw, name), name)
    transparent = plain.mode == "RGBA"
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
