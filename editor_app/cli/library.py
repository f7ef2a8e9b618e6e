# SPDX-License-Identifier: GPL-3.0-or-later
"""Commands that read the library: list, show, history, diff, log."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from editor_app.cli import plain_values
from editor_app.cli.arguments import Commands, add_article, count, stage
from editor_app.cli.output import printable
from editor_app.cli.session import Session

if TYPE_CHECKING:
    from editor_app.services.views import ArticleView


def add_commands(commands: Commands) -> None:
    """Declare the commands."""
    rows = commands.add("list", _list, help="list articles, latest change first")
    rows.add_argument("--language", default="", metavar="L")
    rows.add_argument("--stage", type=stage, metavar="S")
    rows.add_argument("--site", default="", metavar="NAME", help="those that this site has")
    rows.add_argument("--search", default="", metavar="WORDS")
    rows.add_argument("--limit", type=count, default=200, metavar="N")

    add_article(commands.add("show", _show, help="show everything about an article"))
    add_article(commands.add("history", _history, help="list revisions, newest first"))

    diff = commands.add("diff", _diff, help="compare two revisions: the last two, or A with B")
    add_article(diff)
    diff.add_argument("a", nargs="?", metavar="A", help="a revision's number or id")
    diff.add_argument("b", nargs="?", metavar="B")

    log = commands.add("log", _log, help="who did what, when; newest first")
    log.add_argument("--article", default="", metavar="A")
    log.add_argument("--limit", type=count, default=500, metavar="N")


def _list(session: Session, parsed: Namespace) -> int:
    from editor_app.domain.languages import normalise_tag
    from editor_app.services.views import LibraryQuery

    newsroom = session.newsroom
    query = LibraryQuery(
        language=normalise_tag(parsed.language) if parsed.language else "",
        stage=parsed.stage,
        site=newsroom.sites.by_name(parsed.site).id if parsed.site else "",
        search=parsed.search,
        limit=parsed.limit,
    )
    rows = newsroom.browse.rows(query)
    if session.output.json:
        session.output.rows([plain_values.article_row(row) for row in rows], (), ())
        return 0
    cells = [
        (session.short(row.id), row.language, row.stage, row.remote_state, str(row.words),
         row.changed.strftime("%Y-%m-%d %H:%M"), row.headline)
        for row in rows
    ]  # fmt: skip
    heads = ("ARTICLE", "LANGUAGE", "STAGE", "SITES", "WORDS", "CHANGED (UTC)", "HEADLINE")
    session.output.rows((), heads, cells)
    every = newsroom.browse.count(query) if len(rows) == parsed.limit else len(rows)
    if not rows:
        session.output.note("No article fits.")
    elif every > len(rows):
        session.output.note(f"{len(rows)} of {every}; --limit shows more.")
    return 0


def _show(session: Session, parsed: Namespace) -> int:
    view = session.newsroom.browse.show(session.article(parsed.article))
    session.output.document(plain_values.article_view(view), _described(session, view))
    return 0


def _described(session: Session, view: ArticleView) -> str:
    if session.output.json:
        return ""
    article, content = view.article, view.article.content
    facts = [
        ("article", f"{article.id} ({article.language})"),
        ("story", f"{view.story.id} {view.story.slugline}"),
        ("headline", content.headline),
        ("standfirst", content.standfirst),
        ("by", ", ".join(content.bylines)),
        ("translated by", content.translator_credit),
        ("section", article.section),
        ("tags", ", ".join(content.tags)),
        ("slug", content.slug),
        ("published", content.published_on.isoformat() if content.published_on else ""),
        ("stage", article.stage),
        ("embargo", str(view.story.embargo.until) if view.story.embargo else ""),
        ("revision", f"{article.counter} ({article.head})"),
        ("words", str(view.words)),
        ("left out", str(view.left_out or "")),
    ]
    for edition in view.editions:
        short = session.short(edition.article_id)
        words = f"{short} {edition.language} {edition.stage} “{edition.headline}”"
        facts.append(("source" if edition.is_source else "edition", words))
    for status in view.sites:
        when = f", planned {status.plan.at}" if status.plan and status.plan.at else ""
        why = f": {status.waiting.reason}" if status.waiting and status.waiting.reason else ""
        state = f"{status.site.name}: {status.state}{when}{why}"
        facts.append(("site", f"{state} {status.href}".rstrip()))
    lines = [f"{name:<14}{printable(value)}" for name, value in facts if value]
    return "\n".join([*lines, "", content.body.rstrip("\n")])


def _history(session: Session, parsed: Namespace) -> int:
    revisions = session.newsroom.browse.history(session.article(parsed.article))
    session.output.rows(
        [plain_values.revision(one) for one in revisions],
        ("NUMBER", "WHEN (UTC)", "WHO", "WHY", "WORDS", "NAME"),
        [
            (str(one.counter), one.created.strftime("%Y-%m-%d %H:%M:%S"), one.author, one.reason,
             str(one.words), one.name)
            for one in revisions
        ],
    )  # fmt: skip
    return 0


def _diff(session: Session, parsed: Namespace) -> int:
    article_id = session.article(parsed.article)
    found = session.newsroom.browse.diff(article_id, parsed.a, parsed.b)
    session.output.document(
        {"article": article_id, "diff": found}, found.rstrip("\n") or "Both are the same."
    )
    return 0


def _log(session: Session, parsed: Namespace) -> int:
    article = session.article(parsed.article) if parsed.article else None
    entries = session.newsroom.browse.log(article, parsed.limit)
    session.output.rows(
        [
            {
                "at": plain_values.instant(entry.at),
                "who": entry.who,
                "what": entry.what,
                "article": entry.article_id or None,
                "story": entry.story_id or None,
                "site": entry.site_id or None,
                "detail": entry.detail,
            }
            for entry in entries
        ],
        ("WHEN (UTC)", "WHO", "WHAT", "ARTICLE", "DETAIL"),
        [
            (entry.at.strftime("%Y-%m-%d %H:%M:%S"), entry.who, entry.what,
             entry.article_id[:18], entry.detail)
            for entry in entries
        ],
    )  # fmt: skip
    return 0
