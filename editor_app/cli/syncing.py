# SPDX-License-Identifier: GPL-3.0-or-later
"""Commands between this computer and the sites: sync, outbox."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from typing import TYPE_CHECKING

from editor_app.cli import plain_values
from editor_app.cli.arguments import Commands
from editor_app.cli.output import ProgressBar, printable
from editor_app.cli.session import Session
from editor_app.domain.errors import Cancelled, StorageError
from editor_app.domain.ids import SiteId
from editor_app.domain.outbox import WAITS_FOR_PERSON as WAITING_STATES
from editor_app.domain.outbox import OutboxItem, OutboxState
from editor_app.domain.site import SiteKind

if TYPE_CHECKING:
    from editor_app.services.views import SyncLine

# Another process may plan something at any time, so --watch looks again this often.
_LOOK_AGAIN_S = 1.0
_WAITS_FOR_PERSON = 3


def add_commands(commands: Commands) -> None:
    """Declare the commands."""
    sync = commands.add("sync", _sync, help="send what is due, and make sure that it arrived")
    sync.add_argument("--site", default="", metavar="NAME", help="only this one")
    sync.add_argument("--watch", action="store_true", help="stay, and fire schedules; Ctrl+C ends")
    sync.add_argument("--until-idle", action="store_true", help="go on until nothing due is left")

    outbox = commands.add("outbox", _outbox, help="what waits for a site, and why")
    actions = Commands(outbox, dest="outbox_command")
    for name, run, about in (
        ("retry", _retry, "try again now"),
        ("cancel", _cancel, "give up sending; the text stays here"),
    ):
        actions.add(name, run, help=about).add_argument("id", metavar="ID")


def _sync(session: Session, parsed: Namespace) -> int:
    sites = _sites(session, parsed.site)
    with session.stoppable() as progress:
        if parsed.watch:
            _watch(session, sites, progress)
            return _state_of_affairs(session)
        _one_pass(session, sites, progress)
        while parsed.until_idle and _more_to_do(session):
            if session.stopped.wait(_LOOK_AGAIN_S):
                raise Cancelled("Stopped.")
            _one_pass(session, sites, progress)
    return _state_of_affairs(session)


def _watch(session: Session, sites: tuple[SiteId | None, ...], progress: ProgressBar) -> None:
    """Work until Ctrl+C or SIGTERM; a database that is busy or a full disk is met again later."""
    session.output.note("Watching. Ctrl+C ends it.")
    complaint = ""
    while not session.stopped.is_set():
        try:
            _one_pass(session, sites, progress)
            complaint = ""
        except Cancelled:
            return
        except StorageError as error:
            if error.message != complaint:
                session.output.complain(error.message)
            complaint = error.message
        session.stopped.wait(_LOOK_AGAIN_S)


def _sites(session: Session, name: str) -> tuple[SiteId | None, ...]:
    """Return the sites to work on; None stands for all of them."""
    if name:
        site = session.newsroom.sites.by_name(name)
        session.use_given_secret(site)  # never for several: it is one site's
        return (site.id,)
    if session.offline:
        return tuple(
            site.id for site in session.newsroom.sites.all() if site.kind is SiteKind.STATIC
        )
    return (None,)


def _one_pass(session: Session, sites: tuple[SiteId | None, ...], progress: ProgressBar) -> None:
    for line in _lines(session, sites, progress):
        progress.clear()
        about = f"{line.site}: {line.action} “{printable(line.headline)}”"
        session.output.line(
            {
                "site": line.site,
                "action": line.action,
                "article": line.article_id,
                "headline": line.headline,
                "detail": line.detail,
                "href": line.href,
            },
            " ".join(part for part in (about, line.href, printable(line.detail)) if part),
        )


def _lines(
    session: Session, sites: tuple[SiteId | None, ...], progress: ProgressBar
) -> Iterator[SyncLine]:
    for site_id in sites:
        for outcome in session.newsroom.sync.run(site_id=site_id, progress=progress):
            yield outcome.value


def _more_to_do(session: Session) -> bool:
    """Tell whether something that is due already only waits for its next try."""
    from editor_app.domain.clock import SystemClock

    now = SystemClock().now()
    ready = (OutboxState.QUEUED, OutboxState.RETRY_WAIT, OutboxState.UNKNOWN)
    rows = session.newsroom.outbox.rows()
    return any(row.item.state in ready and row.item.not_before <= now for row in rows)


def _state_of_affairs(session: Session) -> int:
    """Return 3 and say so if something waits for a person, else 0."""
    waiting = [row for row in session.newsroom.outbox.rows() if row.item.state in WAITING_STATES]
    if not waiting:
        paused = [site for site in session.newsroom.sites.all() if site.paused_reason]
        for site in paused:
            session.output.complain(f"{site.name} is paused. {site.paused_reason}")
        return _WAITS_FOR_PERSON if paused else 0
    things = "1 thing waits" if len(waiting) == 1 else f"{len(waiting)} things wait"
    session.output.complain(f"{things} for you: see “editor-app outbox”.")
    return _WAITS_FOR_PERSON


def _outbox(session: Session, parsed: Namespace) -> int:
    rows = session.newsroom.outbox.rows()
    for row in rows:
        item = row.item
        why = f" {printable(item.reason)}" if item.reason else ""
        words = f" It said: “{printable(item.words)}”" if item.words else ""
        again = f" Next try {plain_values.instant(item.next_try)}." if item.next_try else ""
        session.output.line(
            plain_values.outbox_row(row),
            f"{item.id}  {item.state}: {item.action} “{printable(row.headline)}” on "
            f"{row.site_name}, due {plain_values.instant(item.not_before)}.{why}{words}{again}",
        )
    if not rows:
        session.output.note("Nothing waits.")
    waits = any(row.item.state in WAITING_STATES for row in rows)
    return _WAITS_FOR_PERSON if waits else 0


def _retry(session: Session, parsed: Namespace) -> int:
    return _told(session, session.newsroom.outbox.retry(parsed.id).value)


def _cancel(session: Session, parsed: Namespace) -> int:
    return _told(session, session.newsroom.outbox.cancel(parsed.id).value)


def _told(session: Session, item: OutboxItem) -> int:
    session.output.document(
        {"id": item.id, "article": item.article_id, "state": item.state}, f"It is {item.state}."
    )
    return 0
