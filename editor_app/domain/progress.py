# SPDX-License-Identifier: GPL-3.0-or-later
"""How long work tells a person how far it is, and how they stop it."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Given to every long function."""

    def report(self, done: int, total: int, text: str) -> None:
        """Say that ``done`` of ``total`` steps are done (total 0: not known).

        Raises Cancelled if the person asked to stop.
        """
        ...


class NoProgress:
    """Reports to nobody and never cancels."""

    def report(self, done: int, total: int, text: str) -> None:
        """Do nothing."""
