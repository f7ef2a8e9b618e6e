# SPDX-License-Identifier: GPL-3.0-or-later
"""A real newsroom in a folder, with a clock that stands and, if wished, a site in memory."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from editor_app.domain.article import Article
from editor_app.domain.ids import ArticleId, PersonId, SiteId, new_id
from editor_app.domain.person import Person, Role
from editor_app.domain.site import Capabilities, Site, SiteKind
from editor_app.services.publish_articles import PublishArticles
from editor_app.services.read_outbox import ReadOutbox
from editor_app.services.resolve_conflicts import ResolveConflicts
from editor_app.services.run_sync import RunSync
from editor_app.services.workplace import Workplace
from editor_app.services.write_articles import WriteArticles
from editor_app.settings.settings_file import SettingsFile
from editor_app.storage.database import Database
from editor_app.storage.migrate import bring_up_to_date
from editor_app.storage.unit_of_work import Library
from editor_app.sync.pages import PageBuilder
from editor_app.sync.pull import Puller
from editor_app.sync.runner import Runner
from editor_app.sync.watch import Watcher
from tests.fakes.fixed_clock import FixedClock
from tests.fakes.memory_endpoint import MemoryEndpoint
from tests.fakes.memory_site import MemorySite


@dataclass
class MemoryDesk:
    """Services on a real database whose only site is in memory."""

    place: Workplace
    clock: FixedClock
    server: MemorySite
    line: MemoryEndpoint
    site: Site
    write: WriteArticles
    publish: PublishArticles
    outbox: ReadOutbox
    sync: RunSync
    conflicts: ResolveConflicts

    def article(self, headline: str = "The ferry comes back", body: str = "") -> Article:
        """Create an article that may be published."""
        text = body or "The first ferry left at dawn.\n\nForty people stood on the quay."
        return self.write.create(language="en", headline=headline, body=text).value

    def run(self) -> list[str]:
        """Run one pass and return what was done."""
        return [outcome.value.action for outcome in self.sync.run()]

    def state(self, article_id: ArticleId) -> str:
        """Return the state of the article's newest outbox row."""
        rows = [
            row for row in self.outbox.rows(open_only=False) if row.item.article_id == article_id
        ]
        return rows[-1].item.state.value


def open_memory_desk(
    folder: Path, *, server: MemorySite | None = None, listens: bool = False
) -> MemoryDesk:
    """Open (or open again) a newsroom in the folder, with its one site in memory.

    With ``listens`` every pass begins by asking the site for changes.
    """
    clock = FixedClock()
    path = folder / "newsroom.db"
    bring_up_to_date(path, folder / "backups")
    place = Workplace(
        Library(Database(path)), clock, folder, SettingsFile(folder / "settings.toml")
    )
    server = server or MemorySite()
    site = Site(
        SiteId(new_id()),
        "Memory",
        SiteKind.STATIC,
        "https://memory.example/",
        identity=server.identity if listens else "",
        capabilities=Capabilities(can_schedule=server.can_schedule),
    )
    with place.library.write() as unit:
        if unit.people.me() is None:
            unit.people.put(Person(PersonId(new_id()), "Ida Holm", Role.EDITOR, "UTC", is_me=True))
            unit.sites.put(site)
        site = unit.sites.all()[0]
    line = MemoryEndpoint(server, clock)
    puller = Puller(place.library, lambda _: line, clock)
    watcher = Watcher(place.library, lambda _: line, clock)
    runner = Runner(
        place.library, lambda _: line, PageBuilder(place.library, place.media_folder), clock
    )
    sync = RunSync(place, runner)
    if listens:
        sync = RunSync(place, runner, puller, watcher, pull_every=timedelta(0))
    return MemoryDesk(
        place,
        clock,
        server,
        line,
        site,
        WriteArticles(place),
        PublishArticles(place),
        ReadOutbox(place),
        sync,
        ResolveConflicts(place),
    )
