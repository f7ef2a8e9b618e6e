# SPDX-License-Identifier: GPL-3.0-or-later
"""Exit codes, common options, help, and what must not happen at start-up."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import CommandLine

WRONG = [
    "",
    "frobnicate",
    "list --frobnicate",
    "list --stage sleeping",
    "list --limit 0",
    "list --limit many",
    "new --language fr",
    "new --headline A",
    "import",
    "show",
    "stage x published-somewhere",
    "publish x",
    "publish x --site A --now --at 2026-12-01",
    "publish x --site A --at 2026-12-01",
    "publish x --site A --zone UTC",
    "publish x --site A --now --fold 1",
    "embargo x",
    "embargo x --lift",
    "embargo x --until 2026-12-01",
    "sites",
    "sites add A --kind static",
    "sites add A --kind wordpress --url http://localhost/",
    "sites add A --kind typewriter --url http://localhost/",
    "sites add A --kind static --url x --option broken",
    "media",
    "calendar --from yesterday",
    "comments --state loud",
    "comments approve x",
    "segments x --export a.xlf",
    "translate x",
    "translate x --to en --pretranslate machine",
    "memory lookup A --from en --to fr",
    "glossary import a.csv",
    "export --all",
    "export x -o y",
    "export -o y",
    "export x --all -o y",
    "export x --format docx -o y",
    "backup",
    "lis",
]


@pytest.mark.parametrize("line", WRONG)
def test_wrong_usage_is_2_and_makes_no_newsroom(cli: CommandLine, profile: Path, line: str) -> None:
    ran = cli(*line.split())
    assert ran.code == 2
    assert ran.err
    assert not profile.exists()


def test_what_is_not_built_in_yet_says_so(cli: CommandLine) -> None:
    ran = cli("sites", "add", "A", "--kind", "ghost", "--url", "http://localhost/")
    assert "“ghost” is not built in yet" in ran.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "ffff"),
        ("list", "--language", "klingonese"),
        ("list", "--site", "Nowhere"),
        ("new", "--language", "?", "--headline", "A"),
        ("new", "--language", "en", "--headline", "A", "--story", "ffff"),
        ("new", "--language", "en", "--headline", "A", "--body", "/no/such/file"),
        ("import", "/no/such/file.md"),
        ("sites", "remove", "Nowhere"),
        ("outbox", "retry", "ffff"),
        ("restore-backup", "/no/such/backup"),
        ("backup", "/no/such/folder/backup.zip"),
    ],
)
def test_what_is_refused_is_1_with_one_sentence(
    cli: CommandLine, arguments: tuple[str, ...]
) -> None:
    ran = cli(*arguments)
    assert ran.code == 1
    assert len(ran.sentence) > 10


def test_common_options_stand_before_or_after_the_command(cli: CommandLine, tmp_path: Path) -> None:
    elsewhere = str(tmp_path / "elsewhere")
    made = cli("--json", "new", "--language", "en", "--headline", "A", "--profile", elsewhere)
    before = cli("--profile", elsewhere, "--json", "list")
    after = cli("list", "--json", "--profile", elsewhere, "--offline")
    assert made.code == 0
    assert before.lines == after.lines
    assert before.lines[0]["article"] == made.plain["article"]
    assert cli("list", "--json").lines == []


def test_sub_commands_take_the_common_options_in_every_place(cli: CommandLine) -> None:
    for arguments in (
        ("--json", "sites", "list"),
        ("sites", "--json", "list"),
        ("sites", "list", "--json"),
    ):
        assert cli(*arguments).plain[0]["name"] == "This computer"


def test_help_names_every_command(cli: CommandLine) -> None:
    ran = cli("--help")
    assert ran.code == 0
    for name in [
        "new",
        "import",
        "list",
        "show",
        "edit",
        "history",
        "diff",
        "restore",
        "media",
        "check",
        "fix",
        "translate",
        "segments",
        "segment",
        "stage",
        "publish",
        "unpublish",
        "unschedule",
        "embargo",
        "sites",
        "sync",
        "outbox",
        "conflicts",
        "comments",
        "calendar",
        "export",
        "backup",
        "restore-backup",
        "doctor",
        "log",
    ]:
        assert re.search(rf"^    {name}\b", ran.out, re.MULTILINE), name


def test_the_version_is_told(cli: CommandLine) -> None:
    from editor_app import __version__

    assert cli("--version").out == f"editor-app {__version__}\n"


_NO_QT = """
import sys
from editor_app import cli
assert cli.main(["list"]) == 0
heavy = {"PySide6", "qtawesome", "trafilatura", "PIL", "babel", "py3langid", "dateparser", "httpx",
         "alembic", "lxml", "jinja2"} & set(sys.modules)
sys.exit(f"imported for nothing: {heavy}" if heavy else 0)
"""


def test_a_list_starts_without_qt_and_other_heavy_modules(cli: CommandLine, profile: Path) -> None:
    cli.new()
    command = [sys.executable, "-c", _NO_QT]
    environment = {"EDITOR_APP_PROFILE": str(profile)}
    ran = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")


def test_no_display_is_a_sentence_and_not_an_abort(profile: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "editor_app", "--profile", str(profile)],
        capture_output=True, text=True, env={"PATH": ""}, check=False,
    )  # fmt: skip
    if sys.platform == "linux":
        assert ran.returncode == 1
        assert "no display" in ran.stderr


def test_a_reader_that_goes_away_is_no_traceback(cli: CommandLine, profile: Path) -> None:
    for number in range(3):
        cli.new(f"Ferry {number}")
    command = f'"{sys.executable}" -m editor_app list --json --profile "{profile}" | head -c 1'
    ran = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
    assert ran.stderr == ""


def test_control_characters_of_a_headline_do_not_reach_the_terminal(cli: CommandLine) -> None:
    cli.new("Ferry \x1b[31mred\x07 \u202egnp")
    ran = cli("list")
    assert not any(character in ran.out for character in "\x1b\x07\u202e")


def test_a_newsroom_that_cannot_be_opened_is_1_for_every_command_and_the_doctor_says_why(
    cli: CommandLine, profile: Path
) -> None:
    profile.mkdir()
    (profile / "newsroom.db").write_bytes(b"not a database, not at all " * 200)
    before = (profile / "newsroom.db").read_bytes()
    ran = cli("list")
    assert ran.code == 1
    assert "not been touched" in ran.sentence
    report = cli("doctor", "--json")
    assert report.code == 1
    assert report.plain["ok"] is False
    assert "not been touched" in report.plain["checks"][0]["message"]
    assert (profile / "newsroom.db").read_bytes() == before
