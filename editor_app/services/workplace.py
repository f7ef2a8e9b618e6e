# SPDX-License-Identifier: GPL-3.0-or-later
"""What every service works with: the library, the clock, the folders, and who sits here."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from editor_app.domain.clock import Clock
from editor_app.domain.event import LogEntry
from editor_app.domain.ids import ArticleId, SiteId, StoryId, new_id
from editor_app.settings.settings_file import SettingsFile
from editor_app.storage.unit_of_work import Library, UnitOfWork


@dataclass(frozen=True, slots=True)
class Workplace:
    """One open newsroom, as services see it."""

    library: Library
    clock: Clock
    folder: Path
    settings: SettingsFile

    @property
    def media_folder(self) -> Path:
        """Return where the bytes of images lie."""
        return self.folder / "media"

    @property
    def backups_folder(self) -> Path:
        """Return where copies of the database lie."""
        return self.folder / "backups"

    def person_name(self, unit: UnitOfWork) -> str:
        """Return the name that revisions and the log bear."""
        me = unit.people.me()
        return me.name if me else ""

    def log(
        self,
        unit: UnitOfWork,
        what: str,
        *,
        article_id: ArticleId | None = None,
        story_id: StoryId | None = None,
        site_id: SiteId | None = None,
        detail: str = "",
    ) -> None:
        """Append an entry to the log, inside the unit's transaction."""
        entry = LogEntry(
            id=new_id(),
            at=self.clock.now(),
            who=self.person_name(unit),
            what=what,
            article_id=article_id or "",
            story_id=story_id or "",
            site_id=site_id or "",
            detail=detail,
        )
        unit.log.add(entry)
