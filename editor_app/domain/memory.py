# SPDX-License-Identifier: GPL-3.0-or-later
"""Translation memory and glossary: earlier segments and agreed terms."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class MemoryUnit:
    """A confirmed pair of segments."""

    id: str
    source_language: str
    target_language: str
    source: str
    target: str
    created: datetime
    author: str = ""
    article_id: str = ""
    previous: str = ""  # source segment before it, for context matches
    following: str = ""
    origin: str = "human"


@dataclass(frozen=True, slots=True)
class MemoryMatch:
    """A unit that resembles what was asked; score is 0 … 1."""

    unit: MemoryUnit
    score: float


@dataclass(frozen=True, slots=True)
class Term:
    """An agreed translation of a term."""

    id: str
    source_language: str
    target_language: str
    source: str
    target: str
    forbidden: tuple[str, ...] = ()
    note: str = ""
    part_of_speech: str = ""
    section: str = ""
