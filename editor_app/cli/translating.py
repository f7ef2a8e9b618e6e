# SPDX-License-Identifier: GPL-3.0-or-later
"""Commands of the translation desk: translate, segments, segment."""

from __future__ import annotations

import argparse
from argparse import Namespace

from editor_app.cli import plain_values
from editor_app.cli.arguments import Commands, add_article, comma_list
from editor_app.cli.output import printable
from editor_app.cli.session import Session
from editor_app.domain.errors import NotFound


def add_commands(commands: Commands) -> None:
    """Declare the commands."""
    translate = commands.add("translate", _translate, help="create or refresh a translation")
    add_article(translate)
    translate.add_argument("--to", required=True, metavar="L", help="the language")
    translate.add_argument(
        "--pretranslate",
        type=_pretranslations,
        metavar="memory",
        help="what fills segments in advance; the memory always does",
    )

    add_article(commands.add("segments", _segments, help="list a translation's segments"))

    segment = commands.add("segment", _segment, help="set one segment")
    add_article(segment)
    segment.add_argument("id", metavar="ID", help="the segment's id or its beginning")
    segment.add_argument("--target", required=True, metavar="TEXT")
    segment.add_argument("--confirm", action="store_true", help="it is right: remember it")


def _pretranslations(text: str) -> tuple[str, ...]:
    asked = comma_list(text)
    for name in asked:
        if name != "memory":
            raise argparse.ArgumentTypeError(f"“{name}” is not built in yet; memory is.")
    return asked


def _translate(session: Session, parsed: Namespace) -> int:
    source = session.article(parsed.article)
    view = session.newsroom.translate.start(source, parsed.to).value
    progress = view.progress
    session.output.document(
        {
            "article": view.target.id,
            "segments": progress.segments,
            "confirmed": progress.confirmed,
            "fuzzy": progress.fuzzy,
            "outdated": progress.outdated,
        },
        f"{session.short(view.target.id)} ({view.target.language}): {progress.segments} segments, "
        f"{progress.confirmed} confirmed, {progress.fuzzy} from the memory, "
        f"{progress.outdated} outdated.",
    )
    return 0


def _segments(session: Session, parsed: Namespace) -> int:
    view = session.newsroom.translate.view(session.article(parsed.article))
    for one in view.segments:
        target = f" → {printable(one.target)}" if one.target else ""
        session.output.line(
            plain_values.segment(one), f"{one.key}  {one.state:<9}  {printable(one.source)}{target}"
        )
    if view.source_moved_on:
        session.output.note("The source has changed since; `translate` brings the changes here.")
    return 0


def _segment(session: Session, parsed: Namespace) -> int:
    article_id = session.article(parsed.article)
    newsroom = session.newsroom
    keys = [one.key for one in newsroom.translate.view(article_id).segments]
    fitting = [key for key in keys if key == parsed.id] or [
        key for key in keys if parsed.id and key.startswith(parsed.id)
    ]
    if len(fitting) != 1:
        raise NotFound(
            f"“{parsed.id}” fits several segments. Give more characters."
            if fitting
            else f"There is no segment “{parsed.id}” in this translation."
        )
    view = newsroom.translate.set_segment(
        article_id, fitting[0], parsed.target, confirm=parsed.confirm
    ).value
    now = next(one for one in view.segments if one.key == fitting[0])
    session.output.document(
        {**plain_values.segment(now), "article": article_id, "revision": view.target.head},
        f"{now.state}; {view.progress.confirmed} of {view.progress.segments} are confirmed.",
    )
    return 0
