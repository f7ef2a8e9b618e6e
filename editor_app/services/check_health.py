# SPDX-License-Identifier: GPL-3.0-or-later
"""The doctor: integrity, media, outbox and sites in one report; repairs what is safe."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from editor_app.domain.errors import EditorError
from editor_app.domain.outbox import WAITS_FOR_PERSON
from editor_app.domain.site import Site
from editor_app.publishing.endpoint import Endpoint
from editor_app.services.workplace import Workplace
from editor_app.storage.care import integrity_problems, rebuild_search
from editor_app.storage.migrate import LATEST, version_of
from editor_app.sync.pages import media_path


@dataclass(frozen=True, slots=True)
class HealthLine:
    """One line of the report."""

    what: str  # database, schema, search, media, outbox, site
    ok: bool
    message: str
    repaired: bool = False


class CheckHealth:
    """Looks the newsroom over."""

    def __init__(self, place: Workplace, open_endpoint: Callable[[Site], Endpoint]) -> None:
        """Work in this newsroom."""
        self._place = place
        self._open_endpoint = open_endpoint

    def report(self, *, repair: bool = False, offline: bool = False) -> tuple[HealthLine, ...]:
        """Return one line for each thing looked at; with ``repair`` the search index is rebuilt."""
        lines = [*self._database(repair), *self._media(), self._outbox()]
        if not offline:
            lines += self._sites()
        return tuple(lines)

    def _database(self, repair: bool) -> list[HealthLine]:
        path = self._place.folder / "newsroom.db"
        problems = integrity_problems(path)
        repaired = False
        if repair and any("search index" in problem for problem in problems):
            rebuild_search(path)
            problems = integrity_problems(path)
            repaired = True
        message = "; ".join(problems) or "Every page of the database is whole."
        version = version_of(path)
        return [
            HealthLine("database", not problems, message, repaired),
            HealthLine("schema", version == LATEST, f"Step {version} of {LATEST}."),
        ]

    def _media(self) -> list[HealthLine]:
        with self._place.library.read() as unit:
            assets = unit.media.all()
        lines: list[HealthLine] = []
        for asset in assets:
            path = media_path(self._place.media_folder, asset.sha256)
            try:
                same = hashlib.sha256(path.read_bytes()).hexdigest() == asset.sha256
                wrong = "" if same else "has changed on disk."
            except FileNotFoundError:
                wrong = "is missing."
            except OSError:
                wrong = "cannot be read."
            if wrong:
                lines.append(HealthLine("media", False, f"{asset.filename} {wrong}"))
        return lines or [HealthLine("media", True, f"{len(assets)} files, all as they were added.")]

    def _outbox(self) -> HealthLine:
        with self._place.library.read() as unit:
            rows = unit.outbox.rows(open_only=True)
        stuck = [row for row in rows if row.state in WAITS_FOR_PERSON]
        if stuck:
            return HealthLine("outbox", False, f"{len(stuck)} of {len(rows)} wait for a person.")
        return HealthLine("outbox", True, f"{len(rows)} waiting.")

    def _sites(self) -> list[HealthLine]:
        with self._place.library.read() as unit:
            sites = unit.sites.all()
        lines: list[HealthLine] = []
        for site in sites:
            try:
                identity = self._open_endpoint(site).identify()
            except EditorError as error:
                lines.append(HealthLine("site", False, f"{site.name}: {error.message}"))
                continue
            same = not site.identity or identity.identity == site.identity
            message = "answers as the same site." if same else "is not the site it used to be."
            lines.append(HealthLine("site", same, f"{site.name} {message}"))
        return lines
