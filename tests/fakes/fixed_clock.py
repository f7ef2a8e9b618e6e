# SPDX-License-Identifier: GPL-3.0-or-later
"""A clock that stands until a test moves it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


class FixedClock:
    """Tells the instant it was set to."""

    def __init__(self, instant: datetime | None = None) -> None:
        """Start at the given instant."""
        self.instant = instant or datetime(2026, 12, 1, 8, 0, tzinfo=UTC)

    def now(self) -> datetime:
        """Return the instant."""
        return self.instant

    def advance(self, **parts: float) -> None:
        """Move on by `timedelta(**parts)`."""
        self.instant += timedelta(**parts)
