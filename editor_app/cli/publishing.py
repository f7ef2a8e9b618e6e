# SPDX-License-Identifier: GPL-3.0-or-later
"""Commands that decide what is public when: publish, unpublish, unschedule, embargo."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from editor_app.cli import plain_values
from editor_app.cli.arguments import Commands, add_article
from editor_app.cli.session import Session


def add_commands(commands: Commands) -> None:
    """Declare the commands."""
    publish = commands.add("publish", _publish, help="confirm an article for a site")
    add_article(publish)
    publish.add_argument("--site", required=True, metavar="NAME")
    when = publish.add_mutually_exclusive_group()
    when.add_argument("--now", action="store_true", help="as soon as it is synced (the default)")
    when.add_argument("--at", default="", metavar="TIME", help='as in "2026-12-01 09:00"')
    _add_place(publish)

    for name, run, about in (
        ("unpublish", _unpublish, "take an article off a site"),
        ("unschedule", _unschedule, "take a plan back"),
    ):
        parser = commands.add(name, run, help=about)
        add_article(parser)
        parser.add_argument("--site", required=True, metavar="NAME")

    embargo = commands.add("embargo", _embargo, help="keep a story from the public until a time")
    add_article(embargo)
    choice = embargo.add_mutually_exclusive_group(required=True)
    choice.add_argument("--until", default="", metavar="TIME", help='as in "2026-12-01 09:00"')
    choice.add_argument("--lift", action="store_true")
    _add_place(embargo)
    embargo.add_argument("--reason", default="", metavar="T", help="why it is lifted")


def _add_place(parser: ArgumentParser) -> None:
    parser.add_argument("--zone", default="", metavar="ZONE", help="as in Europe/Paris")
    parser.add_argument(
        "--fold", type=int, choices=(0, 1), help="which of two, when clocks go back"
    )
    parser.set_defaults(parser=parser)


def _publish(session: Session, parsed: Namespace) -> int:
    if bool(parsed.at) != bool(parsed.zone):
        parsed.parser.error("--at and --zone belong together")
    if parsed.fold is not None and not parsed.at:
        parsed.parser.error("--fold belongs to --at")
    newsroom = session.newsroom
    article_id = session.article(parsed.article)
    site = newsroom.sites.by_name(parsed.site)
    at = None
    if parsed.at:
        at = newsroom.publish.resolve_time(parsed.at, parsed.zone, parsed.fold)
    plan = newsroom.publish.confirm(article_id, site.id, at=at).value
    when = f"at {at} ({plain_values.instant(plan.due_utc)})" if at else "now"
    session.output.document(
        {"article": article_id, "site": site.name, **plain_values.plan(plan)},
        f"Confirmed for {site.name}, {when}. “editor-app sync” sends what is due.",
    )
    return 0


def _unpublish(session: Session, parsed: Namespace) -> int:
    site = session.newsroom.sites.by_name(parsed.site)
    article = session.newsroom.publish.unpublish(session.article(parsed.article), site.id).value
    session.output.document(
        {"article": article.id, "site": site.name, "stage": article.stage},
        f"It will be taken off {site.name} by the next “editor-app sync”.",
    )
    return 0


def _unschedule(session: Session, parsed: Namespace) -> int:
    site = session.newsroom.sites.by_name(parsed.site)
    article = session.newsroom.publish.unschedule(session.article(parsed.article), site.id).value
    session.output.document(
        {"article": article.id, "site": site.name, "stage": article.stage},
        f"Not planned for {site.name} any more; the article is {article.stage}.",
    )
    return 0


def _embargo(session: Session, parsed: Namespace) -> int:
    if parsed.until and not parsed.zone:
        parsed.parser.error("--until needs --zone")
    if parsed.lift and not parsed.reason.strip():
        parsed.parser.error("--lift needs --reason")
    newsroom = session.newsroom
    article = newsroom.write.open(session.article(parsed.article))
    if parsed.lift:
        story = newsroom.embargoes.lift(article.story_id, parsed.reason).value
        words = "The embargo is lifted; the log says why."
    else:
        until = newsroom.publish.resolve_time(parsed.until, parsed.zone, parsed.fold)
        story = newsroom.embargoes.set(article.story_id, until).value
        words = f"Nothing of this story will be public before {until}."
    embargo = story.embargo
    session.output.document(
        {
            "article": article.id,
            "story": story.id,
            **plain_values.wall_time(embargo.until if embargo else None),
            "utc": plain_values.instant(embargo.until.utc) if embargo else None,
            "lifted_reason": embargo.lifted_reason if embargo else "",
        },
        words,
    )
    return 0
