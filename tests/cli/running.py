# SPDX-License-Identifier: GPL-3.0-or-later
"""What a run of the command line gave, and short ways to ask for it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Ran:
    """Exit code and both outputs of one command."""

    code: int
    out: str
    err: str

    @property
    def plain(self) -> Any:
        """The one JSON document on standard output."""
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        """The JSON objects on standard output, one a line."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def sentence(self) -> str:
        """The one sentence on standard error."""
        assert self.err.count("\n") == 1, self.err
        assert "Traceback" not in self.err
        assert self.err.endswith((".\n", ".”\n"))
        return self.err.strip()


class CommandLine:
    """Runs commands."""

    def __init__(self, run: Callable[[tuple[str, ...]], Ran], folder: Path) -> None:
        self._run = run
        self._body = folder / "short-body.md"
        self._body.write_text("The council has voted for it.\n", encoding="utf-8")

    def __call__(self, *arguments: str) -> Ran:
        return self._run(arguments)

    def json(self, *arguments: str) -> Any:
        """Run with --json, expect success, return the document."""
        ran = self(*arguments, "--json")
        assert ran.code == 0, ran
        return ran.plain

    def lines(self, *arguments: str) -> list[Any]:
        """Run with --json, expect success, return the objects."""
        ran = self(*arguments, "--json")
        assert ran.code == 0, ran
        return ran.lines

    def new(self, headline: str = "Harbour to get a second ferry", language: str = "en") -> str:
        """Create an article with a short text and return its id."""
        new = ("new", "--language", language, "--headline", headline, "--body", str(self._body))
        return self.json(*new)["article"]
