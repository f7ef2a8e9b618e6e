# SPDX-License-Identifier: GPL-3.0-or-later
"""What the command line prints: sentences and tables for people, JSON for programs."""

from __future__ import annotations

import json as json_format
import os
import shutil
import sys
import threading
import unicodedata
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import Any, TextIO

from editor_app.domain.errors import Cancelled, EditorError
from editor_app.text.storable import storable_text

Plain = Mapping[str, Any]


class OutputLost(EditorError):
    """Standard output takes nothing more."""


class Output:
    """Prints the same fact in the way that was asked for."""

    def __init__(self, *, json: bool) -> None:
        """With ``json`` only JSON goes to standard output."""
        self.json = json

    def document(self, plain: Plain | Sequence[Plain], human: str) -> None:
        """Print the command's one result: a JSON document, or what a person reads."""
        if self.json:
            _print_json(plain)
        elif human:
            print_text(human)

    def line(self, plain: Plain, human: str) -> None:
        """Print one of several results, at once."""
        if self.json:
            _print_json(plain)
        else:
            print_text(human)

    def rows(
        self, plain: Sequence[Plain], heads: Sequence[str], cells: Sequence[Sequence[str]]
    ) -> None:
        """Print one JSON object a line, or one table."""
        if self.json:
            for one in plain:
                _print_json(one)
        elif cells:
            print_text(table(heads, cells, _terminal_width(sys.stdout)))

    def note(self, sentence: str) -> None:
        """Tell a person something that is no result."""
        if not self.json:
            print_text(sentence)

    def complain(self, sentence: str) -> None:
        """Print one sentence to standard error; where that is full, the exit code must do."""
        with suppress(OSError):
            print(sentence, file=sys.stderr, flush=True)


class ProgressBar:
    """Shows on a terminal how far long work is, and stops it when asked."""

    def __init__(self, output: Output, stopped: threading.Event) -> None:
        """Draw nothing unless a person watches standard error."""
        self._draws = sys.stderr.isatty() and not output.json
        self._stopped = stopped
        self._drawn = False

    def report(self, done: int, total: int, text: str) -> None:
        """Draw the bar; raises Cancelled once Ctrl+C was pressed."""
        if self._stopped.is_set():
            raise Cancelled("Stopped.")
        if not self._draws or not total:
            return
        full = round(20 * done / total)
        words = clipped(text, max(0, _terminal_width(sys.stderr) - 40))
        print(f"\r\x1b[K[{'█' * full}{'·' * (20 - full)}] {done}/{total} {words}", end="",
              file=sys.stderr, flush=True)  # fmt: skip
        self._drawn = True

    def clear(self) -> None:
        """Take the bar away."""
        if self._drawn:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
            self._drawn = False


def table(heads: Sequence[str], cells: Sequence[Sequence[str]], width: int) -> str:
    """Return the rows under their heads; the last column is cut at ``width`` (0: never)."""
    lines = [[printable(cell) for cell in row] for row in (heads, *cells)]
    widths = [max(columns(row[index]) for row in lines) for index in range(len(heads))]
    before_last = sum(widths[:-1]) + 2 * (len(heads) - 1)
    if width and before_last < width - 10:
        widths[-1] = min(widths[-1], width - before_last)
    return "\n".join(
        "  ".join(
            clipped(cell, space) + " " * (space - columns(clipped(cell, space)))
            for cell, space in zip(row, widths, strict=True)
        ).rstrip()
        for row in lines
    )


def printable(text: str) -> str:
    """Return the text on one line and without control characters that a terminal obeys."""
    return " ".join(
        "".join(character if character.isprintable() else " " for character in text).split()
    )


def columns(text: str) -> int:
    """Return how many columns of a terminal the text takes."""
    return sum(
        0
        if unicodedata.combining(character)
        else 2
        if unicodedata.east_asian_width(character) in "WF"
        else 1
        for character in text
    )


def clipped(text: str, width: int) -> str:
    """Return the text, ended by … where it is too wide."""
    if columns(text) <= width:
        return text
    kept = ""
    for character in text:
        if columns(kept + character) > width - 1:
            break
        kept += character
    return kept + "…" if width > 0 else ""


def flush_output() -> None:
    """Write what is still held back; raises OutputLost, or BrokenPipeError if nobody reads."""
    with _told_when_lost():
        if sys.stdout:
            sys.stdout.flush()


def discard_output() -> None:
    """Let what could not be printed go, or Python would complain while it shuts down."""
    with suppress(OSError), open(os.devnull, "wb") as nowhere:
        os.dup2(nowhere.fileno(), sys.stdout.fileno())


def _print_json(plain: Plain | Sequence[Plain]) -> None:
    # A path may be any bytes; JSON is Unicode.
    print_text(storable_text(json_format.dumps(plain, ensure_ascii=False)))


def print_text(text: str) -> None:
    """Print at once; raises OutputLost, or BrokenPipeError if nobody reads."""
    with _told_when_lost():
        print(text, flush=True)


@contextmanager
def _told_when_lost() -> Generator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        reason = error.strerror or "unknown error"
        raise OutputLost(
            f"The output cannot be written: {reason}. What was done so far is kept."
        ) from error


def _terminal_width(stream: TextIO) -> int:
    return shutil.get_terminal_size().columns if stream.isatty() else 0
