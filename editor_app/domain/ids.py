# SPDX-License-Identifier: GPL-3.0-or-later
"""Identifiers: UUIDv7 text made on this computer, so that offline work never collides."""

from __future__ import annotations

import secrets
import threading
import time
from typing import NewType

ArticleId = NewType("ArticleId", str)
StoryId = NewType("StoryId", str)
RevisionId = NewType("RevisionId", str)
SiteId = NewType("SiteId", str)
MediaId = NewType("MediaId", str)
PersonId = NewType("PersonId", str)

_lock = threading.Lock()
_last_ms = 0
_last_counter = 0
_COUNTER_BITS = 42  # rand_a and the top of rand_b: RFC 9562 section 6.2, method 1


def new_id() -> str:
    """Return a UUIDv7 (RFC 9562, section 5.7) as 36 lower-case characters.

    Ids made by one process sort in the order they were made, even within one
    millisecond and even if the clock is set back.
    """
    global _last_ms, _last_counter
    with _lock:
        now_ms = time.time_ns() // 1_000_000
        if now_ms > _last_ms:
            _last_ms = now_ms
            _last_counter = secrets.randbits(_COUNTER_BITS - 1)
        else:
            _last_counter += 1 + secrets.randbelow(1 << 16)
            if _last_counter >> _COUNTER_BITS:
                _last_ms += 1
                _last_counter = secrets.randbits(_COUNTER_BITS - 1)
        milliseconds, counter = _last_ms, _last_counter
    rand_a = counter >> 30
    rand_b = ((counter & 0x3FFF_FFFF) << 32) | secrets.randbits(32)
    number = (milliseconds << 80) | (0x7 << 76) | (rand_a << 64) | (0b10 << 62) | rand_b
    text = f"{number:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
