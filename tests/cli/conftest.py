# SPDX-License-Identifier: GPL-3.0-or-later
"""A profile in a temporary folder, and two ways to run the command line on it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import CommandLine, Ran


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    """Where the newsroom of this test lies; nothing is there yet."""
    return tmp_path / "newsroom"


@pytest.fixture
def cli(
    profile: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> CommandLine:
    """The command line inside this process: fast, with the same code from the parser on."""
    from editor_app import cli

    monkeypatch.setenv("EDITOR_APP_PROFILE", str(profile))

    def run(arguments: tuple[str, ...]) -> Ran:
        capsys.readouterr()
        code = cli.main(arguments)
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return CommandLine(run, profile.parent)


@pytest.fixture
def program(profile: Path) -> CommandLine:
    """The command line as a program of its own, as a script would run it."""
    environment = {**os.environ, "EDITOR_APP_PROFILE": str(profile)}

    def run(arguments: tuple[str, ...]) -> Ran:
        command = [sys.executable, "-m", "editor_app", *arguments]
        done = subprocess.run(command, capture_output=True, env=environment, check=False)
        return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())

    return CommandLine(run, profile.parent)
