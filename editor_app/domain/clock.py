# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the time comes from; tests bring their own clock."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the present instant."""

    def now(self) -> datetime:
        """Return the present instant, UTC-aware."""
        ...


class SystemClock:
    """This computer's clock."""

    def now(self) -> datetime:
        """Return the present instant, UTC-aware."""
        return datetime.now(UTC)
