# SPDX-License-Identifier: GPL-3.0-or-later
"""The log: who did what, when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One thing that happened; never changed afterwards."""

    id: str
    at: datetime
    who: str
    what: str  # a past participle: "created", "staged", "scheduled", "published", "embargo_lifted"
    article_id: str = ""
    story_id: str = ""
    site_id: str = ""
    detail: str = ""  # a short sentence; never text of the article, never a secret
