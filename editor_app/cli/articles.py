# SPDX-License-Identifier: GPL-3.0-or-later
"""Commands that make and change articles: new, import, edit, restore, stage."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from editor_app.cli import plain_values
from editor_app.cli.arguments import (
    Commands,
    add_article,
    comma_list,
    read_text,
    revision,
    stage,
)
from editor_app.cli.output import printable
from editor_app.cli.session import Session
from editor_app.domain.article import Article, ArticleContent
from editor_app.domain.errors import BadInput, EditorError, NotFound
from editor_app.domain.ids import StoryId
from editor_app.domain.imported import ImportedPage
from editor_app.domain.progress import Progress

_WEB = ("http://", "https://")


def add_commands(commands: Commands) -> None:
    """Declare the commands."""
    new = commands.add("new", _new, help="create an article")
    new.add_argument("--language", required=True, help="its language, as in fr or en-GB")
    new.add_argument("--headline", required=True, metavar="TEXT")
    new.add_argument("--body", type=Path, metavar="FILE", help="Markdown; - is standard input")
    new.add_argument("--story", default="", metavar="ID", help="an edition of this story")

    bring = commands.add("import", _import, help="import files, folders and pages")
    bring.add_argument("paths", nargs="+", metavar="PATH", help="a file, folder or web address")
    bring.add_argument("--language", metavar="L", help="of all of them; otherwise it is detected")
    bring.add_argument("--as-story", action="store_true", help="all are editions of one story")

    _add_edit(commands.add("edit", _edit, help="save a revision of an article"))

    back = commands.add("restore", _restore, help="make an earlier revision the newest again")
    add_article(back)
    back.add_argument("revision", metavar="REVISION", help="its number or the id's beginning")

    step = commands.add("stage", _stage, help="take a workflow step")
    add_article(step)
    step.add_argument("stage", type=stage, metavar="STAGE")
    step.add_argument("--note", default="", metavar="T", help="stands in the log")


def _add_edit(edit: ArgumentParser) -> None:
    add_article(edit)
    for name in ("headline", "standfirst", "slug"):
        edit.add_argument(f"--{name}", metavar="T")
    edit.add_argument("--body", type=Path, metavar="FILE", help="Markdown; - is standard input")
    edit.add_argument("--tags", type=comma_list, metavar="a,b")
    edit.add_argument("--byline", action="append", metavar="NAME", help="once for each author")
    edit.add_argument("--section", metavar="S", help="of the whole story")
    edit.add_argument(
        "--base-revision", type=revision, metavar="R", help="refuse if this is not the newest"
    )


def _new(session: Session, parsed: Namespace) -> int:
    body = read_text(parsed.body) if parsed.body else ""
    story = _story(session, parsed.story) if parsed.story else None
    article = session.newsroom.write.create(
        language=parsed.language, headline=parsed.headline, body=body, story_id=story
    ).value
    session.output.document(
        plain_values.head(article), f"Created {session.short(article.id)} ({article.language})."
    )
    return 0


def _story(session: Session, prefix: str) -> StoryId:
    """Return the story whose id begins like this; raises NotFound."""
    from editor_app.services.views import LibraryQuery

    wanted = prefix.strip().lower()
    found = {
        row.story_id
        for archived in (False, True)
        for row in session.newsroom.browse.rows(LibraryQuery(archived=archived, limit=-1))
        if wanted and row.story_id.startswith(wanted)
    }
    if len(found) != 1:
        raise NotFound(
            f"“{prefix}” fits several stories. Give more characters."
            if found
            else f"There is no story “{prefix}”."
        )
    return found.pop()


@dataclass(frozen=True, slots=True)
class _Imported:
    """What became of one input."""

    path: str
    article: Article | None
    page: ImportedPage | None
    error: str = ""


def _import(session: Session, parsed: Namespace) -> int:
    count, refused = 0, 0
    with session.stoppable() as progress:
        for one in _imported(session, parsed, progress):
            progress.clear()
            count += 1
            if one.article is None or one.page is None:
                refused += 1
                plain = {"path": one.path, "error": one.error}
                session.output.line(plain, f"{one.path}: not imported. {one.error}")
            else:
                _show_import(session, one.path, one.article, one.page)
    if not count:
        raise BadInput("There is no file that can be imported in that folder.")
    if refused:
        session.output.complain(f"{refused} of {count} could not be imported.")
    return 1 if refused else 0


def _show_import(session: Session, path: str, article: Article, page: ImportedPage) -> None:
    newsroom = session.newsroom
    view = newsroom.browse.show(article.id)
    content = article.content
    left_out = plain_values.left_out(page.left_out)
    findings = [plain_values.finding(one) for one in newsroom.checks.check(article.id)]
    plain = {
        "path": path,
        "article": article.id,
        "headline": content.headline,
        "language": article.language,
        "published": content.published_on.isoformat() if content.published_on else None,
        "words": view.words,
        "left_out": left_out,
        "findings": findings,
    }
    human = (
        f"{path}: {session.short(article.id)} “{printable(content.headline)}” "
        f"({article.language}, {view.words} words, {len(left_out)} pieces left out, "
        f"{len(findings)} findings)"
    )
    session.output.line(plain, human)


def _imported(session: Session, parsed: Namespace, progress: Progress) -> Iterator[_Imported]:
    imports = session.newsroom.imports
    story: StoryId | None = None
    files = [Path(path) for path in parsed.paths if not path.startswith(_WEB)]
    for one in imports.import_files(
        files, language=parsed.language, as_story=parsed.as_story, progress=progress
    ):
        if one.article is not None and parsed.as_story:
            story = one.article.story_id
        yield _Imported(str(one.path), one.article, one.page, one.error)
    for address in (path for path in parsed.paths if path.startswith(_WEB)):
        if session.offline:
            yield _Imported(address, None, None, "It is on the network, and --offline was given.")
            continue
        try:
            page = imports.propose_url(address, progress)
            article = imports.keep(page, language=parsed.language, story_id=story).value
        except EditorError as error:
            yield _Imported(address, None, None, error.message)
            continue
        story = article.story_id if parsed.as_story else None
        yield _Imported(address, article, page)


def _edit(session: Session, parsed: Namespace) -> int:
    newsroom = session.newsroom
    article_id = session.article(parsed.article)
    article = newsroom.write.open(article_id)
    base = article.head
    if parsed.base_revision is not None:
        base = newsroom.browse.resolve_revision(article_id, parsed.base_revision)
    saved = newsroom.write.save(article_id, _edited(article.content, parsed), base=base).value
    if parsed.section is not None:
        newsroom.write.set_story(saved.story_id, section=parsed.section)
    changed = saved.head != article.head
    words = f"Saved revision {saved.counter}." if changed else "The text is as it was."
    session.output.document(
        {**plain_values.head(saved), "counter": saved.counter, "changed": changed}, words
    )
    return 0


def _edited(content: ArticleContent, parsed: Namespace) -> ArticleContent:
    changes: dict[str, str] = {
        name: getattr(parsed, name)
        for name in ("headline", "standfirst", "slug")
        if getattr(parsed, name) is not None
    }
    if parsed.body is not None:
        changes["body"] = read_text(parsed.body)
    content = replace(content, **changes)
    if parsed.tags is not None:
        content = replace(content, tags=parsed.tags)
    if parsed.byline is not None:
        names = tuple(name.strip() for name in parsed.byline if name.strip())
        content = replace(content, bylines=names)
    return content


def _restore(session: Session, parsed: Namespace) -> int:
    article_id = session.article(parsed.article)
    earlier = session.newsroom.browse.resolve_revision(article_id, parsed.revision)
    saved = session.newsroom.write.restore(article_id, earlier).value
    session.output.document(
        {**plain_values.head(saved), "counter": saved.counter},
        f"Restored; the article stands at revision {saved.counter}.",
    )
    return 0


def _stage(session: Session, parsed: Namespace) -> int:
    article_id = session.article(parsed.article)
    moved = session.newsroom.stages.move(article_id, parsed.stage, parsed.note).value
    session.output.document(
        {"article": moved.id, "stage": moved.stage}, f"The article is {moved.stage} now."
    )
    return 0
