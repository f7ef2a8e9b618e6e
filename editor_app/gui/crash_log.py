# SPDX-License-Identifier: GPL-3.0-or-later
"""What happens to a bug: its traceback goes into the profile's log, one sentence to the person."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from editor_app.domain.errors import EditorError
from editor_app.gui.tasks import unexpected

LOG_NAME = "editor-app.log"
LARGEST_LOG_BYTES, KEPT_LOGS = 1_000_000, 2

log = logging.getLogger("editor_app")


def start_log(folder: Path) -> None:
    """Write warnings and tracebacks into the profile; without a writable profile, to stderr."""
    try:
        handler: logging.Handler = RotatingFileHandler(
            folder / LOG_NAME, maxBytes=LARGEST_LOG_BYTES, backupCount=KEPT_LOGS, encoding="utf-8",
            delay=False,
        )  # fmt: skip
    except OSError:
        handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    log.addHandler(handler)


def stop_log() -> None:
    """Close the log's file."""
    for handler in list(log.handlers):
        log.removeHandler(handler)
        handler.close()


def install_hook(tell: Callable[[EditorError], None]) -> None:
    """Have uncaught exceptions logged and told instead of ending the program."""

    def hook(
        kind: type[BaseException], error: BaseException, traceback: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, traceback)
            return
        log.error("Uncaught exception", exc_info=(kind, error, traceback))
        sys.__excepthook__(kind, error, traceback)
        tell(unexpected(error))

    sys.excepthook = hook


def remove_hook() -> None:
    """Let Python deal with exceptions again."""
    sys.excepthook = sys.__excepthook__
