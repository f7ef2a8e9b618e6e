# SPDX-License-Identifier: GPL-3.0-or-later
"""Commands that look ahead and at readers: calendar, comments."""

from __future__ import annotations

from argparse import Namespace
from datetime import timedelta
from pathlib import Path

from editor_app.cli import plain_values
from editor_app.cli.arguments import Commands, comment_state, day
from editor_app.cli.output import printable
from editor_app.cli.session import Session
from editor_app.domain.errors import CannotSave

_LOOK_AHEAD = timedelta(days=31)


def add_commands(commands: Commands) -> None:
    """Declare the commands."""
    calendar = commands.add("calendar", _calendar, help="what is planned: the next 31 days")
    calendar.add_argument("--from", dest="start", type=day, metavar="D", help="as in 2026-12-01")
    calendar.add_argument("--to", dest="end", type=day, metavar="D", help="this day too")
    calendar.add_argument("--ics", type=Path, metavar="FILE", help="write a calendar file")

    comments = commands.add("comments", _comments, help="list readers' comments")
    comments.add_argument("--state", type=comment_state, metavar="S")


def _calendar(session: Session, parsed: Namespace) -> int:
    from editor_app.domain.clock import SystemClock
    from editor_app.domain.schedule import load_zone

    newsroom = session.newsroom
    today = SystemClock().now().astimezone(load_zone(newsroom.browse.me().zone)).date()
    start = parsed.start or min(today, parsed.end or today)
    end = parsed.end or start + _LOOK_AHEAD
    items = newsroom.calendar.items(start, end)
    if parsed.ics is not None:
        _write(parsed.ics, newsroom.calendar.ics(start, end))
        session.output.document(
            {"path": str(parsed.ics), "events": len(items)},
            f"Wrote {len(items)} events to {parsed.ics}.",
        )
        return 0
    session.output.rows(
        [plain_values.calendar_item(item) for item in items],
        ("WHEN", "SITE", "STATE", "LANGUAGE", "HEADLINE"),
        [
            (str(item.plan.at or f"{item.plan.due_utc:%Y-%m-%d %H:%M} UTC"), item.site_name,
             item.state, item.language, item.headline)
            for item in items
        ],
    )  # fmt: skip
    if not items:
        session.output.note(f"Nothing is planned from {start} to {end}.")
    return 0


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        raise CannotSave(f"{path} cannot be written.") from error


def _comments(session: Session, parsed: Namespace) -> int:
    comments = session.newsroom.comments
    found = comments.rows(parsed.state)
    for one in found:
        session.output.line(
            plain_values.comment(one),
            f"{one.id}  {one.state:<8}  {printable(one.author)}: {printable(one.text)}",
        )
    if not found:
        there = comments.any_site_has_comments()
        session.output.note("No comment." if there else "No connected site has comments.")
    return 0
