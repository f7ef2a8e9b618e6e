# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole main job by the command line, as programs of their own, on the real news page."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from editor_app.bootstrap import open_newsroom
from editor_app.domain.ids import ArticleId
from tests.cli.running import CommandLine
from tests.conftest import PROJECT
from tests.fakes.fixed_clock import FixedClock

SAMPLE = PROJECT / "tests" / "samples" / "news-page-fr.txt"
SITE = "This computer"


def _translated(program: CommandLine, cli: CommandLine, source: str) -> str:
    target = program.json("translate", source, "--to", "en")
    segments = cli.lines("segments", target["article"])
    assert len(segments) == target["segments"] > 9
    first = segments[0]["id"][:9]
    told = ("--target", "Turkey is ready", "--confirm")
    assert program.json("segment", target["article"], first, *told)["state"] == "confirmed"
    assert cli.json("translate", source, "--to", "en") == {**target, "confirmed": 1}
    return target["article"]


def test_import_check_translate_publish_and_sync_put_both_pages_on_the_site(
    program: CommandLine, cli: CommandLine, profile: Path
) -> None:
    (page,) = program.lines("import", str(SAMPLE))
    assert page["language"] == "fr"
    assert page["published"] == "2025-08-15"
    assert page["headline"].startswith("LA TURQUIE PRÊTE")
    source = page["article"]

    rules = {finding["rule"] for finding in cli.lines("check", source)}
    assert "headline.capitals" in rules
    target = _translated(program, cli, source)

    tomorrow = (datetime.now(UTC) + timedelta(days=1)).strftime("%Y-%m-%d")
    program.json("publish", target, "--site", SITE, "--now")
    plan = program.json(
        "publish", source, "--site", SITE, "--at", f"{tomorrow} 09:00", "--zone", "Europe/Paris"
    )
    assert (plan["at"], plan["zone"]) == (f"{tomorrow} 09:00", "Europe/Paris")

    (line,) = program.lines("sync")
    assert (line["action"], line["article"]) == ("published", target)
    site = profile / "site"
    assert _pages_with(site, "Turkey is ready")
    assert not _pages_with(site, "TURQUIE")

    # Tomorrow, on this computer.
    due = datetime.fromisoformat(plan["utc"])
    newsroom = open_newsroom(profile, clock=FixedClock(due + timedelta(seconds=20)))
    lines = [outcome.value.action for outcome in newsroom.sync.run()]
    moved_on = newsroom.translate.view(ArticleId(target)).source_moved_on
    newsroom.close()
    assert not moved_on, "publishing gave the source a slug, not another text"
    assert lines == ["published"]
    assert _pages_with(site, "TURQUIE")
    shown = cli.json("show", source[:-3])
    assert shown["stage"] == "live"
    assert [one["article"] for one in shown["translations"]] == [target]
    (copy,) = shown["remote_copies"]
    assert (copy["state"], copy["verified"]) == ("live", True)


def _pages_with(site: Path, words: str) -> list[Path]:
    return [path for path in site.rglob("*.html") if words in path.read_text(encoding="utf-8")]


def test_an_installed_command_does_the_same_as_the_module(profile: Path) -> None:
    command = shutil.which("editor-app", path=str(Path(sys.executable).parent))
    assert command, "the environment has no editor-app command"
    ran = subprocess.run(
        [command, "list", "--json", "--profile", str(profile)], capture_output=True, check=False
    )
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, b"", b"")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_watching_does_what_is_planned_elsewhere_and_ends_cleanly_when_asked(
    cli: CommandLine, profile: Path, number: signal.Signals
) -> None:
    article = cli.new()
    environment = {**os.environ, "EDITOR_APP_PROFILE": str(profile)}
    command = [sys.executable, "-m", "editor_app", "sync", "--watch", "--json"]
    watching = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    )
    try:
        cli.json("publish", article, "--site", SITE)
        assert watching.stdout is not None
        assert '"published"' in watching.stdout.readline()
        watching.send_signal(number)
        rest, errors = watching.communicate(timeout=30)
    finally:
        watching.kill()
    assert (watching.returncode, rest, errors) == (0, "", "")
    assert cli.json("show", article)["stage"] == "live"


def test_an_import_stops_cleanly_at_ctrl_c_and_keeps_what_was_done(
    cli: CommandLine, profile: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(400):
        text = f"---\ntitle: Ferry {number}\nlang: en\n---\n\nThe council has voted.\n"
        (folder / f"{number:03}.md").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "editor_app", "import", str(folder), "--json"]
    command += ["--profile", str(profile)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as importing:
        assert importing.stdout is not None
        first = importing.stdout.readline()
        importing.send_signal(signal.SIGINT)
        rest, errors = importing.communicate(timeout=60)
    done = [first, *rest.splitlines()]
    assert importing.returncode == 130
    assert errors == "Stopped. What was done so far is kept.\n"
    assert 1 <= len(done) < 400
    assert len(cli.lines("list", "--limit", "500")) == len(done)
    assert cli.json("doctor", "--offline")["ok"] is True


@pytest.mark.slow
def test_watching_fires_a_schedule_at_its_minute(cli: CommandLine, profile: Path) -> None:
    article = cli.new()
    at = datetime.now(UTC) + timedelta(seconds=65)
    cli.json(
        "publish", article, "--site", SITE, "--at", at.strftime("%Y-%m-%d %H:%M"), "--zone", "UTC"
    )
    environment = {**os.environ, "EDITOR_APP_PROFILE": str(profile)}
    command = [sys.executable, "-m", "editor_app", "sync", "--watch", "--json"]
    watching = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
    try:
        assert watching.stdout is not None
        assert '"published"' in watching.stdout.readline()
    finally:
        watching.terminate()
        watching.communicate(timeout=30)
    fired = [one for one in cli.lines("log", "--article", article) if one["what"] == "published"]
    late = datetime.fromisoformat(fired[0]["at"]) - at.replace(second=0, microsecond=0)
    assert timedelta() <= late < timedelta(minutes=1)
