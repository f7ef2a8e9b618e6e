# SPDX-License-Identifier: GPL-3.0-or-later
"""What the window needs of an open newsroom; `bootstrap` builds the real one.

Every call blocks: use them inside `shell.tasks.run(...)` only. Importing this module is slow
(the services bring the database layer): the window does so after its first paint.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from editor_app.services.attach_media import AttachMedia
    from editor_app.services.back_up import BackUp
    from editor_app.services.browse_library import BrowseLibrary
    from editor_app.services.check_articles import CheckArticles
    from editor_app.services.check_health import CheckHealth
    from editor_app.services.export_articles import ExportArticles
    from editor_app.services.import_pages import ImportPages
    from editor_app.services.keep_embargoes import KeepEmbargoes
    from editor_app.services.keep_people import KeepPeople
    from editor_app.services.keep_sites import KeepSites
    from editor_app.services.moderate_comments import ModerateComments
    from editor_app.services.move_stages import MoveStages
    from editor_app.services.open_sample import OpenSample
    from editor_app.services.publish_articles import PublishArticles
    from editor_app.services.read_calendar import ReadCalendar
    from editor_app.services.read_outbox import ReadOutbox
    from editor_app.services.run_sync import RunSync
    from editor_app.services.translate_articles import TranslateArticles
    from editor_app.services.write_articles import WriteArticles
    from editor_app.settings.settings import Settings
    from editor_app.settings.settings_file import SettingsFile


class Newsroom(Protocol):
    """An open profile with its services (editor_app/services/)."""

    @property
    def folder(self) -> Path: ...
    @property
    def settings(self) -> Settings: ...
    @property
    def settings_file(self) -> SettingsFile: ...
    @property
    def write(self) -> WriteArticles: ...
    @property
    def browse(self) -> BrowseLibrary: ...
    @property
    def imports(self) -> ImportPages: ...
    @property
    def translate(self) -> TranslateArticles: ...
    @property
    def checks(self) -> CheckArticles: ...
    @property
    def stages(self) -> MoveStages: ...
    @property
    def embargoes(self) -> KeepEmbargoes: ...
    @property
    def publish(self) -> PublishArticles: ...
    @property
    def people(self) -> KeepPeople: ...
    @property
    def sites(self) -> KeepSites: ...
    @property
    def sync(self) -> RunSync: ...
    @property
    def outbox(self) -> ReadOutbox: ...
    @property
    def calendar(self) -> ReadCalendar: ...
    @property
    def media(self) -> AttachMedia: ...
    @property
    def comments(self) -> ModerateComments: ...
    @property
    def export(self) -> ExportArticles: ...
    @property
    def backup(self) -> BackUp: ...
    @property
    def health(self) -> CheckHealth: ...
    @property
    def sample(self) -> OpenSample: ...
    @property
    def close(self) -> Callable[[], None]:
        """Close the database and give the lock back."""
        ...
