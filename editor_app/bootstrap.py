# SPDX-License-Identifier: GPL-3.0-or-later
"""Composition root: the only place that builds stores, services and endpoints."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from pathlib import Path

from editor_app.domain.clock import Clock, SystemClock
from editor_app.domain.errors import CannotSave
from editor_app.domain.ids import PersonId, SiteId, new_id
from editor_app.domain.person import Person, Role
from editor_app.domain.schedule import PlanState
from editor_app.domain.site import Site, SiteKind
from editor_app.publishing.endpoint import Endpoint
from editor_app.publishing.endpoints.static_site.options import DEFAULT_BASE_URL
from editor_app.publishing.registry import may_tell_changes, open_endpoint
from editor_app.services.attach_media import AttachMedia
from editor_app.services.back_up import BackUp
from editor_app.services.browse_library import BrowseLibrary
from editor_app.services.check_articles import CheckArticles
from editor_app.services.check_health import CheckHealth
from editor_app.services.export_articles import ExportArticles
from editor_app.services.import_pages import ImportPages
from editor_app.services.keep_embargoes import KeepEmbargoes
from editor_app.services.keep_people import KeepPeople
from editor_app.services.keep_sites import DEFAULT_SITE, KeepSites
from editor_app.services.moderate_comments import ModerateComments
from editor_app.services.move_stages import MoveStages
from editor_app.services.open_sample import OpenSample
from editor_app.services.publish_articles import PublishArticles
from editor_app.services.read_calendar import ReadCalendar
from editor_app.services.read_outbox import ReadOutbox
from editor_app.services.resolve_conflicts import ResolveConflicts
from editor_app.services.run_sync import RunSync
from editor_app.services.translate_articles import TranslateArticles
from editor_app.services.workplace import Workplace
from editor_app.services.write_articles import WriteArticles
from editor_app.settings.credentials import CredentialStore
from editor_app.settings.profile_folder import default_folder
from editor_app.settings.settings import Settings
from editor_app.settings.settings_file import SettingsFile
from editor_app.storage.database import Database
from editor_app.storage.migrate import bring_up_to_date
from editor_app.storage.unit_of_work import Library, UnitOfWork
from editor_app.sync.pages import PageBuilder
from editor_app.sync.pull import Puller
from editor_app.sync.runner import Runner
from editor_app.sync.watch import Watcher


@dataclass(frozen=True, slots=True)
class Newsroom:
    """One open newsroom with every service; all calls block."""

    folder: Path
    settings_file: SettingsFile
    write: WriteArticles
    browse: BrowseLibrary
    imports: ImportPages
    translate: TranslateArticles
    checks: CheckArticles
    stages: MoveStages
    embargoes: KeepEmbargoes
    publish: PublishArticles
    people: KeepPeople
    sites: KeepSites
    credentials: CredentialStore
    sync: RunSync
    conflicts: ResolveConflicts
    outbox: ReadOutbox
    calendar: ReadCalendar
    media: AttachMedia
    comments: ModerateComments
    export: ExportArticles
    backup: BackUp
    health: CheckHealth
    sample: OpenSample
    close: Callable[[], None]

    @property
    def settings(self) -> Settings:
        """Return the settings as they stand in the file."""
        return self.settings_file.load()


def open_newsroom(folder: Path | None = None, *, clock: Clock | None = None) -> Newsroom:
    """Open the newsroom in ``folder``, making or upgrading it first.

    Raises ProfileTooNew, ProfileCorrupt or CannotSave; the folder is untouched then.
    """
    place = _workplace((folder or default_folder()).expanduser().absolute(), clock)
    _settle_in(place)
    previews = _Previews(place)

    credentials = CredentialStore(place.folder)

    def endpoint(site: Site) -> Endpoint:
        @cache  # asked once for each endpoint, and only when a request needs it
        def secret() -> str:
            return credentials.secret_for(site)

        return open_endpoint(site, profile_folder=place.folder, clock=place.clock, secret=secret)

    def close() -> None:
        previews.stop()
        place.library.database.close()

    translate, publish, media = TranslateArticles(place), PublishArticles(place), AttachMedia(place)
    sites = KeepSites(place, endpoint, previews.serve, credentials)
    sync = _sync(place, endpoint)
    return Newsroom(
        folder=place.folder,
        settings_file=place.settings,
        write=WriteArticles(place),
        browse=BrowseLibrary(place),
        imports=ImportPages(place),
        translate=translate,
        checks=CheckArticles(place),
        stages=MoveStages(place),
        embargoes=KeepEmbargoes(place),
        publish=publish,
        people=KeepPeople(place),
        sites=sites,
        credentials=credentials,
        sync=sync,
        conflicts=ResolveConflicts(place),
        outbox=ReadOutbox(place),
        calendar=ReadCalendar(place),
        media=media,
        comments=ModerateComments(place),
        export=ExportArticles(place),
        backup=BackUp(place),
        health=CheckHealth(place, endpoint),
        sample=OpenSample(place, translate, publish, media, sites, sync),
        close=close,
    )


def _sync(place: Workplace, endpoint: Callable[[Site], Endpoint]) -> RunSync:
    settings, library, clock = place.settings.load(), place.library, place.clock
    runner = Runner(
        library,
        endpoint,
        PageBuilder(library, place.media_folder),
        clock,
        late_limit=timedelta(minutes=settings.late_limit_minutes),
    )
    puller = Puller(
        library,
        endpoint,
        clock,
        language=settings.default_language,
        listens=may_tell_changes,
    )
    return RunSync(place, runner, puller, Watcher(library, endpoint, clock))


def _workplace(folder: Path, clock: Clock | None) -> Workplace:
    path = folder / "newsroom.db"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotSave(f"The folder {folder} cannot be made or written.") from error
    bring_up_to_date(path, folder / "backups")
    return Workplace(
        library=Library(Database(path)),
        clock=clock or SystemClock(),
        folder=folder,
        settings=SettingsFile(folder / "settings.toml"),
    )


def _settle_in(place: Workplace) -> None:
    """Make sure that somebody sits at the desk, a site is there, and due times are today's."""
    with place.library.read() as unit:
        me = unit.people.me()
        has_site = bool(unit.people.fact("default_site"))
        moved = _moved_plans(unit)
    if me is not None and has_site and not moved:
        return
    zone = place.settings.load().person_zone or local_zone()
    with place.library.write() as unit:
        # Another process may have settled in since the look above.
        me, has_site = unit.people.me(), bool(unit.people.fact("default_site"))
        if me is None:
            name = place.settings.load().person_name or "Editor"
            unit.people.put(Person(PersonId(new_id()), name, Role.EDITOR, zone, is_me=True))
        if not has_site:
            site = Site(
                SiteId(new_id()),
                DEFAULT_SITE,
                SiteKind.STATIC,
                DEFAULT_BASE_URL,
                zone,
                options={"folder": "site"},
            )
            unit.sites.put(site)
            unit.people.set_fact("default_site", site.id)
            unit.people.set_fact("newsroom_id", new_id())
        for plan_id in moved:
            plan = unit.plans.get(plan_id)
            unit.plans.put(plan)
            for item in unit.outbox.open_items(plan.article_id, plan.site_id):
                if item.plan_id == plan.id and item.not_before != plan.confirmed:
                    unit.outbox.update(item.id, not_before=plan.due_utc)


def _moved_plans(unit: UnitOfWork) -> list[str]:
    """Return plans whose instant is another one by today's zone rules."""
    stored = unit.plans.stored_due(PlanState.CONFIRMED)
    return [
        plan.id
        for plan in unit.plans.in_state(PlanState.CONFIRMED)
        if stored[plan.id] != plan.due_utc
    ]


def local_zone() -> str:
    """Return this computer's IANA zone, UTC if it has none."""
    import tzlocal

    return tzlocal.get_localzone_name() or "UTC"


class _Previews:
    """Local servers that show static sites, one for each, started when first asked for."""

    def __init__(self, place: Workplace) -> None:
        self._place = place
        self._running: dict[SiteId, object] = {}

    def serve(self, site: Site) -> str:
        from editor_app.publishing.endpoints.static_site.options import options_of
        from editor_app.publishing.endpoints.static_site.preview_server import PreviewServer, start

        running = self._running.get(site.id)
        if not isinstance(running, PreviewServer):
            options = options_of(site, self._place.folder)
            running = start(options.folder)
            self._running[site.id] = running
        return running.url

    def stop(self) -> None:
        from editor_app.publishing.endpoints.static_site.preview_server import PreviewServer

        for running in self._running.values():
            if isinstance(running, PreviewServer):
                running.stop()
        self._running.clear()
