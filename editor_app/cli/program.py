# SPDX-License-Identifier: GPL-3.0-or-later
"""Parses a command line, runs one command and turns what happens into an exit code."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from editor_app import __version__
from editor_app.cli import (
    articles,
    care,
    checking,
    conflicts,
    library,
    planning,
    publishing,
    sites,
    syncing,
    translating,
)
from editor_app.cli.arguments import Commands
from editor_app.cli.output import Output, OutputLost, discard_output, flush_output, print_text
from editor_app.cli.session import Session
from editor_app.domain.errors import Cancelled, EditorError

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

DONE = 0
REFUSED = 1
WRONG_USAGE = 2
WAITS_FOR_PERSON = 3
INTERRUPTED = 130  # 128 + SIGINT, as shells have it
_PIPE_CLOSED = 141  # 128 + SIGPIPE

_FAMILIES = (
    articles,
    library,
    checking,
    translating,
    publishing,
    planning,
    sites,
    syncing,
    conflicts,
    care,
)


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code: 0, 1, 2 or 3, or 130 after Ctrl+C."""
    parsed = parse(arguments)
    if isinstance(parsed, int):
        return parsed
    if parsed.command is None:
        print("editor-app: name a command; `editor-app --help` lists them.", file=sys.stderr)
        return WRONG_USAGE
    return run(parsed)


def parse(arguments: Sequence[str]) -> argparse.Namespace | int:
    """Return the parsed arguments, or the exit code if argparse has answered already."""
    try:
        return _parser().parse_args(list(arguments))
    except SystemExit as finished:
        return _printed(finished.code if isinstance(finished.code, int) else WRONG_USAGE)
    except BrokenPipeError:
        return _reader_gone()
    except OutputLost as lost:
        return _not_printed(lost)


def run(parsed: argparse.Namespace) -> int:
    """Run the parsed command; expected failures become one sentence on standard error."""
    _speak_every_character(json=parsed.json)
    session = Session(
        folder=profile_folder(parsed),
        offline=parsed.offline,
        output=Output(json=parsed.json),
    )
    try:
        return _printed(parsed.run(session, parsed))
    except SystemExit as finished:  # argparse said what is wrong with the usage
        return finished.code if isinstance(finished.code, int) else WRONG_USAGE
    except Cancelled:
        session.output.complain("Stopped. What was done so far is kept.")
        return INTERRUPTED
    except OutputLost as lost:
        return _not_printed(lost)
    except EditorError as error:
        session.output.complain(error.message)
        return REFUSED
    except KeyboardInterrupt:
        session.output.complain("Stopped.")
        return INTERRUPTED
    except BrokenPipeError:
        return _reader_gone()
    finally:
        session.close()


def _printed(code: int) -> int:
    """Return the code once everything is printed, else the one for a full or closed output."""
    try:
        flush_output()
    except BrokenPipeError:
        return _reader_gone()
    except OutputLost as lost:
        return _not_printed(lost)
    return code


def _reader_gone() -> int:
    discard_output()
    return _PIPE_CLOSED


def _not_printed(lost: OutputLost) -> int:
    discard_output()
    Output(json=False).complain(lost.message)
    return REFUSED


def profile_folder(parsed: argparse.Namespace) -> Path | None:
    """Return the folder that --profile or EDITOR_APP_PROFILE names, None for the default."""
    named = parsed.profile or os.environ.get("EDITOR_APP_PROFILE", "")
    return Path(named) if named else None


class _Parser(argparse.ArgumentParser):
    """argparse overlooks that its help could not be printed."""

    def print_help(self, file: SupportsWrite[str] | None = None) -> None:
        """Print the help; raises OutputLost."""
        if file is not None:
            super().print_help(file)
        else:
            print_text(self.format_help().rstrip("\n"))


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="editor-app",
        description="A desktop newsroom. Without a command the window opens.",
        epilog="Ids may be shortened to any unique beginning. Exit: 0 done, 1 refused or failed, "
        "2 wrong usage, 3 done but something waits for a person.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"editor-app {__version__}")
    parser.add_argument("--profile", metavar="DIR", default="", help="the newsroom's folder")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--offline", action="store_true", help="touch no network")
    commands = Commands(parser, dest="command")
    for family in _FAMILIES:
        family.add_commands(commands)
    return parser


def _speak_every_character(*, json: bool) -> None:
    """A console that cannot show a character shows a stand-in; JSON is always UTF-8."""
    out: Any = sys.stdout  # whoever calls us may have put something else there
    errors: Any = sys.stderr
    if hasattr(out, "reconfigure"):
        out.reconfigure(**({"encoding": "utf-8"} if json else {"errors": "replace"}))
    if hasattr(errors, "reconfigure"):
        errors.reconfigure(errors="replace")
