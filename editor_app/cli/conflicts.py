# SPDX-License-Identifier: GPL-3.0-or-later
"""Commands where both sides changed the same place: list conflicts, and decide."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from editor_app.cli import plain_values
from editor_app.cli.arguments import Commands, read_text
from editor_app.cli.output import printable
from editor_app.cli.session import Session
from editor_app.domain.outbox import OutboxState

if TYPE_CHECKING:
    from editor_app.services.resolve_conflicts import ConflictView
    from editor_app.services.views import OutboxRow

_DONE, _WAITS_FOR_PERSON = 0, 3
_SIDES = ("mine", "theirs", "merged")


def add_commands(commands: Commands) -> None:
    """Declare the commands."""
    conflicts = commands.add("conflicts", _list, help="list where both sides changed")
    actions = Commands(conflicts, dest="conflicts_command")
    resolve = actions.add("resolve", _resolve, help="decide; the text not taken is kept")
    resolve.add_argument("id", metavar="ID")
    resolve.add_argument("--take", required=True, choices=_SIDES)
    resolve.add_argument(
        "--body", type=Path, metavar="FILE", help="the merged text as Markdown; - reads input"
    )
    resolve.set_defaults(parser=resolve)


def _list(session: Session, parsed: Namespace) -> int:
    views = session.newsroom.conflicts.all()
    for view in views:
        session.output.line(_plain(view), _told(view))
    known = {view.conflict.article_id for view in views}
    # A row may stand still for a change that has not been received yet.
    rows = [
        row
        for row in session.newsroom.outbox.rows()
        if row.item.state is OutboxState.CONFLICT and row.item.article_id not in known
    ]
    for row in rows:
        session.output.line(plain_values.outbox_row(row), _told_of_row(row))
    if not views and not rows:
        session.output.note("No conflict.")
        return _DONE
    return _WAITS_FOR_PERSON


def _resolve(session: Session, parsed: Namespace) -> int:
    from editor_app.services.resolve_conflicts import Taken

    taken = Taken(parsed.take)
    if (taken is Taken.MERGED) != (parsed.body is not None):
        parsed.parser.error("--take merged and --body FILE go together")
    view = session.newsroom.conflicts.show(parsed.id)
    content = None
    if parsed.body is not None:
        content = replace(view.merged.content, body=read_text(parsed.body))
    article = session.newsroom.conflicts.resolve(
        view.conflict.id, taken, content=content, seen=view.mine.revision.id
    ).value
    waits = session.newsroom.publish.needs_confirming_again(article.id)
    again = " Publish it again when it is ready." if waits else ""
    session.output.document(
        {**plain_values.head(article), "taken": taken.value, "confirmed": not waits},
        f"Taken: {taken.value}. The other text stays in the history.{again}",
    )
    return _DONE


def _plain(view: ConflictView) -> dict[str, Any]:
    conflict = view.conflict
    return {
        "id": conflict.id,
        "article": conflict.article_id,
        "headline": view.mine.content.headline,
        "language": view.language,
        "site": view.site_name,
        "state": OutboxState.CONFLICT,
        "found": plain_values.instant(conflict.found),
        "base": view.base.revision.id,
        "mine": view.mine.revision.id,
        "theirs": view.theirs.revision.id,
        "author": view.theirs.revision.author,
        "places": [
            {"field": one.field, "base": one.base, "mine": one.mine, "theirs": one.theirs}
            for one in view.merged.conflicts
        ],
    }


def _told(view: ConflictView) -> str:
    places = ", ".join(dict.fromkeys(one.field for one in view.merged.conflicts))
    return (
        f"{view.conflict.id}  “{printable(view.mine.content.headline)}” on {view.site_name}: "
        f"{printable(view.theirs.revision.author)} changed it there too"
        f"{f' ({places})' if places else ''}."
    )


def _told_of_row(row: OutboxRow) -> str:
    item = row.item
    return f"{item.id}  “{printable(row.headline)}” on {row.site_name}: {printable(item.reason)}"
