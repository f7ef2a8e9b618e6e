# SPDX-License-Identifier: GPL-3.0-or-later
"""How revisions are kept small: zstd with the previous text as the dictionary.

Thousands of revisions of an article cost kilobytes. A chain is cut by a keyframe every
`KEYFRAME_EVERY` revisions, so that reading one never needs more than that many steps.
"""

from __future__ import annotations

import json
from typing import Any

import zstandard

KEYFRAME_EVERY = 20
_LEVEL = 3
_LARGEST = 256 * 1024 * 1024  # bytes; a frame that claims more is damaged


def to_bytes(plain: dict[str, Any]) -> bytes:
    """Return canonical JSON bytes of a content."""
    text = json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass")


def from_bytes(raw: bytes) -> dict[str, Any]:
    """Return the content that `to_bytes` wrote."""
    return json.loads(raw.decode("utf-8", "surrogatepass"))


def pack(raw: bytes, dictionary: bytes | None) -> bytes:
    """Return ``raw`` compressed, against ``dictionary`` if there is one."""
    if not dictionary:
        return zstandard.ZstdCompressor(level=_LEVEL).compress(raw)
    words = zstandard.ZstdCompressionDict(dictionary, dict_type=zstandard.DICT_TYPE_RAWCONTENT)
    return zstandard.ZstdCompressor(level=_LEVEL, dict_data=words).compress(raw)


def unpack(packed: bytes, dictionary: bytes | None) -> bytes:
    """Return what `pack` was given."""
    if not dictionary:
        return zstandard.ZstdDecompressor().decompress(packed, max_output_size=_LARGEST)
    words = zstandard.ZstdCompressionDict(dictionary, dict_type=zstandard.DICT_TYPE_RAWCONTENT)
    return zstandard.ZstdDecompressor(dict_data=words).decompress(packed, max_output_size=_LARGEST)
