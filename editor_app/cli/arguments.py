# SPDX-License-Identifier: GPL-3.0-or-later
"""How commands declare their arguments, and the kinds of value that several share."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path

from editor_app.cli.session import Session
from editor_app.domain.comment import CommentState
from editor_app.domain.workflow import Stage

LARGEST_TEXT = 64 * 1024 * 1024  # bytes
Run = Callable[[Session, argparse.Namespace], int]


class Commands:
    """The commands of a parser, or the sub-commands of a command."""

    def __init__(self, parser: argparse.ArgumentParser, *, dest: str) -> None:
        """Let ``parser`` take a command, remembered as ``dest``; None if there is none."""
        self._commands = parser.add_subparsers(dest=dest, metavar="COMMAND", required=False)

    def add(self, name: str, run: Run, *, help: str) -> argparse.ArgumentParser:  # noqa: A002
        """Add a command; common options may stand before or after it."""
        parser = self._commands.add_parser(
            name, help=help, description=help, parents=[_common()], allow_abbrev=False
        )
        parser.set_defaults(run=run)
        return parser


def _common() -> argparse.ArgumentParser:
    # SUPPRESS: an option that is not given here leaves the one before the command alone.
    common = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    common.add_argument("--profile", metavar="DIR", help="the newsroom's folder")
    common.add_argument("--json", action="store_true", help="print JSON")
    common.add_argument("--offline", action="store_true", help="touch no network")
    return common


def add_article(parser: argparse.ArgumentParser) -> None:
    """Take the article that a command is about."""
    parser.add_argument("article", metavar="ARTICLE", help="an article's id or its beginning")


def stage(text: str) -> Stage:
    """Return the stage that was typed; `in review` and `in-review` are `in_review`."""
    try:
        return Stage(text.strip().lower().replace(" ", "_").replace("-", "_"))
    except ValueError as error:
        known = ", ".join(Stage)
        raise argparse.ArgumentTypeError(f"“{text}” is no stage. Stages are: {known}.") from error


def day(text: str) -> date:
    """Return the date that was typed as 2026-12-01."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"“{text}” is not a date such as 2026-12-01.") from error


def count(text: str) -> int:
    """Return the positive number that was typed."""
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"“{text}” is not a number such as 20.")
    return int(text)


def revision(text: str) -> str:
    """Return the revision that was typed; an empty one must not mean “any”."""
    if not text.strip():
        raise argparse.ArgumentTypeError(
            "--base-revision needs a revision: its number or the beginning of its id."
        )
    return text.strip()


def comment_state(text: str) -> CommentState:
    """Return the state of a comment that was typed."""
    try:
        return CommentState(text.strip().lower())
    except ValueError as error:
        known = ", ".join(CommentState)
        raise argparse.ArgumentTypeError(
            f"“{text}” is no state of a comment. States are: {known}."
        ) from error


def comma_list(text: str) -> tuple[str, ...]:
    """Return the parts between commas."""
    return tuple(part.strip() for part in text.split(",") if part.strip())


def read_text(path: Path) -> str:
    """Return the text of a file in whatever encoding, of standard input for ``-``.

    Raises UnreadableFile, also for more than 64 MB: a device or a pipe may never end.
    """
    import sys

    from editor_app.domain.errors import UnreadableFile
    from editor_app.text.encodings import decode

    name = "standard input" if str(path) == "-" else path.name
    try:
        if str(path) == "-":
            data = sys.stdin.buffer.read(LARGEST_TEXT + 1)
        else:
            with path.open("rb") as file:
                data = file.read(LARGEST_TEXT + 1)
    except OSError as error:
        raise UnreadableFile(f"{name} cannot be read.") from error
    if len(data) > LARGEST_TEXT:
        raise UnreadableFile(f"{name} is larger than 64 MB.")
    return decode(data, name=name).text if data else ""
