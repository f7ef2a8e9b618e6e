# SPDX-License-Identifier: GPL-3.0-or-later
"""Images and files copied into the profile, addressed by what they contain."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from editor_app.domain.ids import MediaId


@dataclass(frozen=True, slots=True)
class MediaAsset:
    """One file of the newsroom; the same bytes are kept once."""

    id: MediaId
    sha256: str
    filename: str  # the name it came with, never a path
    mime_type: str
    size_bytes: int
    width: int  # pixels, 0 if not an image
    height: int
    created: datetime
    alt: str = ""
    caption: str = ""
    credit: str = ""
    licence: str = ""
    focal_x: float = 0.5  # 0 … 1 from the left
    focal_y: float = 0.5  # 0 … 1 from the top


MEDIA_SCHEME = "media:"  # how a body names an asset: ![alt](media:ID)
