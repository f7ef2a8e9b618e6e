# SPDX-License-Identifier: GPL-3.0-or-later
"""Odd paths, odd files and an output that cannot be written: a sentence and no traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import CommandLine, Ran

_TEXT = "---\nheadline: Ferry\nlanguage: en\n---\n\nThe council has voted.\n"
_NEEDS_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has such files")


def _shell(profile: Path, words: str) -> Ran:
    command = words.replace("EDITOR", f'"{sys.executable}" -m editor_app --profile "{profile}"')
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
    return Ran(done.returncode, done.stdout, done.stderr)


@_NEEDS_LINUX
@pytest.mark.parametrize("as_json", [True, False])
def test_a_path_that_is_no_utf_8_is_imported_and_printed(
    program: CommandLine, tmp_path: Path, as_json: bool
) -> None:
    path = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.md")
    Path(path).write_text(_TEXT, encoding="utf-8")
    ran = program("import", path, *(["--json"] if as_json else []))
    assert (ran.code, ran.err) == (0, "")
    if as_json:
        assert ran.lines[0]["path"] == f"{tmp_path}/caf\ufffd.md"


@_NEEDS_LINUX
@pytest.mark.parametrize(
    "words",
    ["list", "list --json", "sites list", "show ID", "export --all -o OUT", "--help"],
)
def test_an_output_that_is_full_is_one_sentence_and_1(
    cli: CommandLine, profile: Path, tmp_path: Path, words: str
) -> None:
    words = words.replace("ID", cli.new()).replace("OUT", f'"{tmp_path}/out"')
    ran = _shell(profile, f"EDITOR {words} > /dev/full")
    assert ran.code == 1
    assert "output cannot be written" in ran.sentence


@_NEEDS_LINUX
@pytest.mark.parametrize("words", ["list", "list --json", "log", "--help", "sites list"])
def test_a_reader_that_takes_one_line_ends_the_command_quietly(
    cli: CommandLine, profile: Path, words: str
) -> None:
    for number in range(3):
        cli.new(f"Ferry {number}")
    assert _shell(profile, f"EDITOR {words} | head -n 1").err == ""
    assert _shell(profile, f"EDITOR {words} | true").err == ""


@_NEEDS_LINUX
def test_a_full_error_output_is_no_traceback_and_keeps_the_exit_code(profile: Path) -> None:
    ran = _shell(profile, "EDITOR show ffff 2> /dev/full")
    assert (ran.code, ran.out) == (1, "")


@_NEEDS_LINUX
def test_what_is_neither_file_nor_folder_is_refused_by_name_and_never_waited_for(
    cli: CommandLine, tmp_path: Path
) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    (tmp_path / "good.md").write_text(_TEXT, encoding="utf-8")
    paths = [str(tmp_path / "pipe.md"), "/dev/zero", str(tmp_path / "good.md")]
    ran = cli("import", "--json", *paths)
    assert ran.code == 1
    pipe, zero, good = ran.lines
    assert pipe["error"].startswith("pipe.md is neither a file nor a folder")
    assert zero["error"].startswith("zero is neither a file nor a folder")
    assert good["headline"] == "Ferry"


@_NEEDS_LINUX
def test_a_body_without_an_end_is_refused(cli: CommandLine) -> None:
    ran = cli("new", "--language", "en", "--headline", "A", "--body", "/dev/zero")
    assert ran.code == 1
    assert "larger than 64 MB" in ran.sentence
    assert cli.lines("list") == []


@pytest.mark.parametrize("base", ["", "  "])
def test_an_empty_base_is_wrong_usage_and_never_no_base(cli: CommandLine, base: str) -> None:
    article = cli.new("Ferry")
    ran = cli("edit", article, "--headline", "B", "--base-revision", base)
    assert ran.code == 2
    assert "--base-revision needs a revision" in ran.err
    assert cli("edit", article, "--headline", "B", "--base", "1").code == 2
    assert cli.json("show", article)["headline"] == "Ferry"


@pytest.mark.parametrize("rules", ["", " , "])
@pytest.mark.parametrize("command", ["check", "fix"])
def test_no_rule_is_wrong_usage(cli: CommandLine, command: str, rules: str) -> None:
    ran = cli(command, "x", "--rules", rules)
    assert ran.code == 2
    assert "typography.fr-space" in ran.err


def test_an_unknown_state_of_comments_names_the_known_ones(cli: CommandLine) -> None:
    ran = cli("comments", "--state", "foo")
    assert ran.code == 2
    assert "“foo” is no state of a comment. States are: pending, approved, spam, trash." in ran.err
    assert cli("comments", "--state", "pending").code == 0


def test_printed_ids_stay_usable_when_more_articles_come_within_the_minute(
    cli: CommandLine, tmp_path: Path
) -> None:
    created = cli("new", "--language", "en", "--headline", "First").out.split()[1]
    (tmp_path / "a.md").write_text(_TEXT, encoding="utf-8")
    imported = cli("import", str(tmp_path / "a.md")).out.split(": ")[1].split()[0]
    cli.new("Third")
    assert cli.json("show", created)["headline"] == "First"
    assert cli.json("show", imported)["headline"] == "Ferry"
