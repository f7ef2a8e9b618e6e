# SPDX-License-Identifier: GPL-3.0-or-later
"""Column types: instants as sortable UTC text."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import String
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

_FORMAT = "%Y-%m-%dT%H:%M:%S.%fZ"


def utc_text(moment: datetime) -> str:
    """Return ``2026-12-01T08:00:00.000000Z``: text that sorts as the instants do."""
    if moment.tzinfo is None:
        raise ValueError("a datetime without a zone must not reach the database")
    return moment.astimezone(UTC).strftime(_FORMAT)


def from_utc_text(text: str) -> datetime:
    """Return the UTC-aware instant that `utc_text` wrote."""
    return datetime.strptime(text, _FORMAT).replace(tzinfo=UTC)


class UtcText(TypeDecorator[datetime]):
    """Stores UTC-aware datetimes as text; refuses naive ones."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """Return the text for the database."""
        return None if value is None else utc_text(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """Return the instant for Python."""
        return None if value is None else from_utc_text(value)
