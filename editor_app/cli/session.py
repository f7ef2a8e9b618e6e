# SPDX-License-Identifier: GPL-3.0-or-later
"""One run of the command line: the newsroom, opened when first needed, and how to stop."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from editor_app.cli.output import Output, ProgressBar
from editor_app.domain.ids import ArticleId

if TYPE_CHECKING:
    from editor_app.bootstrap import Newsroom
    from editor_app.domain.site import Site

# A UUIDv7 begins with the milliseconds in 13 characters: with fewer, an id that is unique now
# would fit several articles as soon as another is made within the same minute.
_SHORT_LENGTHS = (13, 18, 23, 28)


class Session:
    """What every command is given."""

    def __init__(self, *, folder: Path | None, offline: bool, output: Output) -> None:
        """Open nothing yet: a wrong command must not make a newsroom."""
        self.folder = folder
        self.offline = offline
        self.output = output
        self.stopped = threading.Event()
        self._newsroom: Newsroom | None = None

    @property
    def newsroom(self) -> Newsroom:
        """Return the newsroom, opening it first; raises like `open_newsroom`."""
        if self._newsroom is None:
            from editor_app.bootstrap import open_newsroom

            self._newsroom = open_newsroom(self.folder)
        return self._newsroom

    @property
    def given_secret(self) -> str:
        """Return the password or token that is meant for the one site of this command."""
        return os.environ.get("EDITOR_APP_SECRET", "").strip()

    def use_given_secret(self, site: Site) -> None:
        """Let this command work on the site with the secret given for it, if one was given."""
        if self.given_secret:
            self.newsroom.credentials.give(site.id, self.given_secret)

    def article(self, prefix: str) -> ArticleId:
        """Return the article whose id begins like this; raises NotFound."""
        return self.newsroom.browse.resolve(prefix)

    def short(self, article_id: str) -> str:
        """Return the shortest usual beginning of the id that names no other article."""
        from editor_app.domain.errors import NotFound

        for length in _SHORT_LENGTHS:
            try:
                self.newsroom.browse.resolve(article_id[:length])
            except NotFound:
                continue
            return article_id[:length]
        return article_id

    @contextmanager
    def stoppable(self) -> Generator[ProgressBar]:
        """Give a progress for long work; Ctrl+C and SIGTERM stop it between two steps.

        A second Ctrl+C does not wait for the step.
        """

        def stop(number: int, _frame: FrameType | None) -> None:
            if self.stopped.is_set() and number == signal.SIGINT:
                raise KeyboardInterrupt
            self.stopped.set()

        bar = ProgressBar(self.output, self.stopped)
        in_main = threading.current_thread() is threading.main_thread()
        numbers = (signal.SIGINT, signal.SIGTERM) if in_main else ()
        before = {number: signal.signal(number, stop) for number in numbers}
        try:
            yield bar
        finally:
            bar.clear()
            for number, handler in before.items():
                signal.signal(number, handler)

    def close(self) -> None:
        """Close what was opened."""
        if self._newsroom is not None:
            self._newsroom.close()
            self._newsroom = None
