# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole main job without a window: `python -m editor_app.demo [FOLDER]`.

It pastes a page as a reader's browser copies it, edits and translates it, plans both editions,
publishes them to a website in the folder and takes pictures of the window. No display, no
network and no person are needed. Time is the demo's own: its clock starts two days ago and is
put forward to the planned minutes, so that schedules fire without waiting for them.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import time
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from editor_app.domain.errors import BadInput, BadTime, CannotSave, EditorError
from editor_app.domain.ids import ArticleId
from editor_app.domain.imported import ImportedPage
from editor_app.domain.schedule import WallTime
from editor_app.resources_path import resource

if TYPE_CHECKING:
    from editor_app.bootstrap import Newsroom

_MARK = ".editor-app-demo"  # only a folder that bears it is ever cleared
_OURS = ("newsroom", "website", "screenshots")
_PATIENCE_S = 60.0


class DemoClock:
    """A clock that the demo puts forward by hand."""

    def __init__(self) -> None:
        """Start at nine in the morning, two days ago."""
        day = datetime.now(UTC) - timedelta(days=2)
        self.instant = day.replace(hour=9, minute=0, second=0, microsecond=0)

    def now(self) -> datetime:
        """Return the demo's instant."""
        return self.instant


@dataclass(frozen=True, slots=True)
class _Demo:
    """The open newsroom and what the demo brought along."""

    newsroom: Newsroom
    clock: DemoClock
    english: dict[str, Any]
    website: Path


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the demo and return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m editor_app.demo", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=Path("demo"))
    folder: Path = parser.parse_args(arguments).folder.expanduser().absolute()
    try:
        _clear(folder)
        article = _main_job(folder)
    except EditorError as error:
        print(f"The demo stopped: {error.message}", file=sys.stderr)
        return 1
    pictures = _screenshots(folder, article)
    _say("Done. Look at:")
    print(f"  {folder / 'website' / 'index.html'}")
    for picture in pictures:
        print(f"  {picture}")
    print(f"  editor-app --profile {folder / 'newsroom'}    (the same newsroom, in the window)")
    return 0 if pictures else 1


def _main_job(folder: Path) -> ArticleId:
    from editor_app.bootstrap import open_newsroom

    clock = DemoClock()
    newsroom = open_newsroom(folder / "newsroom", clock=clock)
    try:
        english = tomllib.loads(resource("demo/english.toml").read_text(encoding="utf-8"))
        demo = _Demo(newsroom, clock, english, folder / "website")
        _say(f"A new newsroom was made in {newsroom.folder}.")
        site = newsroom.sites.default()
        newsroom.sites.set_options(site.id, options={"folder": str(demo.website)})
        source = _paste(demo)
        _edit(demo, source)
        target = _translate(demo, source)
        _schedule_and_publish(demo, source, target)
        _unhurried_end(demo)
    finally:
        newsroom.close()
    return source


def _paste(demo: _Demo) -> ArticleId:
    text = resource("demo/page-fr.txt").read_text(encoding="utf-8")
    imports = demo.newsroom.imports
    page = imports.propose_text(text)
    _say(f"A page of {len(text)} characters was pasted, as a browser copies it.")
    print(f"  Language: {page.language}. Published: {page.published}.")
    print(f"  Headline: {page.content.headline.strip()}")
    print(f"  In sentence case: {page.headline_suggestion}")
    _tell_what_was_left_out(page)
    kept_whole = "".join(part.text for part in page.parts) == text
    print(f"  Kept and left out together are the input, to the character: {_yes(kept_whole)}.")
    article = imports.keep(page, headline=page.headline_suggestion, section="Harbour").value
    return article.id


def _tell_what_was_left_out(page: ImportedPage) -> None:
    print(f"  {len(page.left_out)} pieces were left out, each with its reason; some of them:")
    told: set[str] = set()
    for part in page.left_out:
        reason = str(part.reason)
        if reason not in told:
            told.add(reason)
            print(f"    {reason:<14} “{part.text.strip()[:60]}”")


def _edit(demo: _Demo, article_id: ArticleId) -> None:
    newsroom = demo.newsroom
    findings = newsroom.checks.check(article_id)
    _say(f"The checks have {len(findings)} things to say:")
    for finding in findings:
        print(f"  {finding.severity:<8} {finding.message}")
    article = newsroom.checks.fix(article_id).value
    content = replace(
        article.content,
        standfirst=str(demo.english["standfirst"]),
        bylines=("Maëlle Tadic",),
        tags=("port", "patrimoine"),
        search_description="Le phare du Môle d’Orène se rallume avant Noël.",
    )
    newsroom.write.save(article_id, content, base=article.head)
    newsroom.checks.fix(article_id)
    left = len(newsroom.checks.check(article_id))
    revisions = len(newsroom.browse.history(article_id))
    _say(f"Fixed and completed: {revisions} revisions are kept, {left} findings are left.")


def _translate(demo: _Demo, source: ArticleId) -> ArticleId:
    translate = demo.newsroom.translate
    view = translate.start(source, "en").value
    _say(f"The English edition was begun: {len(view.segments)} segments.")
    known = {_plain(one["fr"]): one["en"] for one in demo.english["sentences"]}
    for segment in view.segments:
        text = known.get(_plain(segment.source))
        if text is not None:
            translate.set_segment(view.target.id, segment.key, text, confirm=True)
    view = translate.view(view.target.id)
    for segment in view.segments[:3]:
        print(f"  {segment.source}\n    → {segment.target}")
    progress = view.progress
    print(f"  … {progress.confirmed} of {progress.segments} segments are confirmed.")
    target = demo.newsroom.write.open(view.target.id)
    content = replace(target.content, translator_credit="Jory Penhallow")
    demo.newsroom.write.save(target.id, content, base=target.head)
    return target.id


def _schedule_and_publish(demo: _Demo, source: ArticleId, target: ArticleId) -> None:
    publish, site = demo.newsroom.publish, demo.newsroom.sites.default()
    for wall in ("2027-03-28 02:30", "2026-10-25 02:30"):
        try:
            publish.resolve_time(wall, "Europe/Paris")
        except BadTime as refused:
            _say(f"A time that is not clear is refused: {refused.message}")
    day = (demo.clock.now() + timedelta(days=1)).strftime("%Y-%m-%d")
    for article_id, wall, zone in (
        (source, f"{day} 09:00", "Europe/Paris"),
        (target, f"{day} 09:00", "Europe/London"),
    ):
        at = publish.resolve_time(wall, zone)
        publish.confirm(article_id, site.id, at=at)
        article = demo.newsroom.write.open(article_id)
        _say(f"“{article.content.headline}” is {article.stage} for {at} on {site.name}.")
        _fire(demo, at)


def _fire(demo: _Demo, at: WallTime) -> None:
    demo.clock.instant = at.utc - timedelta(minutes=1)
    early = list(demo.newsroom.sync.run())
    print(f"  One minute before, a sync publishes it: {_yes(bool(early))}.")
    demo.clock.instant = at.utc + timedelta(seconds=5)
    for outcome in demo.newsroom.sync.run():
        line = outcome.value
        print(f"  At its minute: {line.action}, {line.href}")


def _unhurried_end(demo: _Demo) -> None:
    again = list(demo.newsroom.sync.run())
    _say(f"A second sync finds nothing to do: {_yes(not again)}.")
    waiting = demo.newsroom.outbox.waiting_count()
    ill = [line for line in demo.newsroom.health.report(offline=True) if not line.ok]
    print(f"  The outbox holds {waiting} things. The doctor finds {len(ill)} problems.")
    pages = sorted(path for path in demo.website.rglob("*") if path.is_file())
    kinds = sorted({path.suffix for path in pages if path.suffix})
    print(f"  The website has {len(pages)} files ({', '.join(kinds)}).")


def _screenshots(folder: Path, article_id: ArticleId) -> list[Path]:
    """Take pictures of every desk without a display; say why if Qt cannot be loaded."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_LOGGING_RULES"] = "*.warning=false"  # what the offscreen platform cannot do
    try:
        from PySide6.QtWidgets import QApplication

        from editor_app.bootstrap import open_newsroom
        from editor_app.gui.application import WindowSession, make_application
    except ImportError as error:
        print(f"There are no pictures: Qt cannot be loaded ({error}).", file=sys.stderr)
        return []
    app = make_application()
    session = WindowSession(app, folder / "newsroom", open_newsroom)
    window, target = session.window, folder / "screenshots"
    target.mkdir(exist_ok=True)
    window.resize(1280, 800)
    window.show()
    _wait(QApplication.processEvents, lambda: window.current_desk is not None)
    pictures: list[Path] = []
    for desk in window.desks:
        window.go_to(desk.id)
        if desk.id == window.desks[0].id:
            window.open_article(article_id)
        _wait(QApplication.processEvents, _is_calm(lambda: session.tasks.is_busy))
        path = target / f"{desk.id}.png"
        if window.grab().save(str(path)):
            pictures.append(path)
    window.close()
    _wait(QApplication.processEvents, lambda: not window.isVisible())
    session.end()
    _say(f"{len(pictures)} pictures of the window were taken.")
    return pictures


def _is_calm(is_busy: Callable[[], bool]) -> Callable[[], bool]:
    """Return a condition: nothing has been under way for a moment."""
    calm_since = [time.monotonic()]

    def condition() -> bool:
        if is_busy():
            calm_since[0] = time.monotonic()
        return time.monotonic() - calm_since[0] > 0.4

    return condition


def _wait(process_events: Callable[[], None], condition: Callable[[], bool]) -> None:
    end = time.monotonic() + _PATIENCE_S
    while not condition():
        if time.monotonic() > end:
            sys.exit("The window did not get ready.")
        process_events()
        time.sleep(0.005)


def _clear(folder: Path) -> None:
    """Make the folder, or clear it of an earlier demo; never touch anything else."""
    mark = folder / _MARK
    if folder.exists() and any(folder.iterdir()) and not mark.exists():
        raise BadInput(f"{folder} holds other files. Name an empty folder for the demo.")
    try:
        for name in _OURS:
            if (folder / name).exists():
                shutil.rmtree(folder / name)
        folder.mkdir(parents=True, exist_ok=True)
        mark.touch()
    except OSError as error:
        raise CannotSave(f"{folder} cannot be written.") from error


def _plain(text: str) -> str:
    """Return the text with ordinary spaces: the fixes make some of them unbreakable."""
    return " ".join(text.split())


def _yes(true: bool) -> str:
    return "yes" if true else "no"


_steps = iter(range(1, 1000))


def _say(sentence: str) -> None:
    print(f"\n{next(_steps)}. {sentence}")


if __name__ == "__main__":
    sys.exit(main())
