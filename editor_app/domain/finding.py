# SPDX-License-Identifier: GPL-3.0-or-later
"""A finding: what a check has to say about a place in a text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters."""

    BLOCKER = "blocker"  # stops publishing
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Fix:
    """Replace the found place by ``replacement``."""

    label: str  # a verb phrase for a button
    replacement: str
    safe: bool = False  # may be applied without looking


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark. Offsets count characters (code points) of the named field."""

    rule: str
    severity: Severity
    field: str  # a field of ArticleContent, "language", or "" for the whole article
    start: int
    end: int  # first offset after the place
    text: str  # what stands there
    message: str  # one sentence for the author, ends with a full stop
    fixes: tuple[Fix, ...] = ()
