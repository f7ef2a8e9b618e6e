# SPDX-License-Identifier: GPL-3.0-or-later
"""A story: one piece of journalism, whatever the language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from editor_app.domain.ids import StoryId
from editor_app.domain.schedule import WallTime


@dataclass(frozen=True, slots=True)
class Embargo:
    """Nothing of the story may be public before this instant."""

    until: WallTime
    lifted_reason: str = ""  # not empty: somebody overrode it and said why
    lifted_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """What all language editions share."""

    id: StoryId
    slugline: str
    section: str
    planned_languages: tuple[str, ...]
    created: datetime
    embargo: Embargo | None = None
    priority: int = 0
    note: str = ""
