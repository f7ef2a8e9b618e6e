# SPDX-License-Identifier: GPL-3.0-or-later
"""Wall times with their zone, and the plan that an editor confirmed.

What a person means is "9 o'clock in Paris", so (wall time, IANA zone, fold) is stored and
UTC is derived when it is needed: zone rules change between planning and publishing.
"""

from __future__ import annotations

import zoneinfo
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from editor_app.domain.errors import BadTime, TimeAmbiguous, TimeInGap
from editor_app.domain.ids import ArticleId, RevisionId, SiteId

WALL_FORMAT = "%Y-%m-%d %H:%M"
_FIRST_YEAR, _LAST_YEAR = 1970, 2200
# Files that some systems keep beside the zones: what this computer is set to, and clocks that
# count leap seconds. Another computer reads them differently or not at all.
_NOT_PLACES = frozenset({"localtime", "posixrules", "posix", "right", "Factory"})


def load_zone(name: str) -> zoneinfo.ZoneInfo:
    """Return the IANA zone called ``name``; raises BadTime if there is none."""
    if name.split("/")[0] in _NOT_PLACES:
        raise BadTime(f"There is no time zone called “{name}”.")
    try:
        return zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise BadTime(f"There is no time zone called “{name}”.") from error


@dataclass(frozen=True, slots=True)
class WallTime:
    """A minute on the clock of a place. Make it with `resolve`, which refuses impossible ones."""

    wall: datetime  # naive, whole minutes
    zone: str  # IANA
    fold: int = 0  # 1: the second time this hour happens

    @property
    def utc(self) -> datetime:
        """Return the instant by today's zone rules, UTC-aware."""
        return self.wall.replace(tzinfo=load_zone(self.zone), fold=self.fold).astimezone(UTC)

    def __str__(self) -> str:
        """Return ``2026-12-01 09:00 Europe/Paris``."""
        return f"{self.wall.strftime(WALL_FORMAT)} {self.zone}"


def parse_wall(text: str) -> datetime:
    """Return the naive minute that ``YYYY-MM-DD HH:MM`` (or with T) names; raises BadTime."""
    cleaned = text.strip().replace("T", " ")
    try:
        wall = datetime.strptime(cleaned, WALL_FORMAT)  # noqa: DTZ007 - naive on purpose
    except ValueError as error:
        raise BadTime(f"“{text}” is not a date and time such as 2026-12-01 09:00.") from error
    if not _FIRST_YEAR <= wall.year <= _LAST_YEAR:
        raise BadTime(f"The year {wall.year} is outside {_FIRST_YEAR}–{_LAST_YEAR}.")
    return wall


def resolve(wall: datetime, zone: str, fold: int | None = None) -> WallTime:
    """Return the wall time if it exists and is clear.

    Raises TimeInGap (with the nearest later minute) when clocks skip it, TimeAmbiguous when
    it happens twice and ``fold`` is None, BadTime for an unknown zone.
    """
    place = load_zone(zone)
    first = wall.replace(tzinfo=place, fold=0)
    second = wall.replace(tzinfo=place, fold=1)
    if first.utcoffset() == second.utcoffset():
        return WallTime(wall, zone, 0)
    if first.astimezone(UTC).astimezone(place).replace(tzinfo=None) != wall:
        # PEP 495: in a gap fold=0 reads the clock before the change, so the way
        # through UTC lands as far behind the gap as the wall time was inside it.
        later = first.astimezone(UTC).astimezone(place).replace(tzinfo=None)
        suggestion = later.strftime(WALL_FORMAT)
        raise TimeInGap(
            f"{wall.strftime(WALL_FORMAT)} does not exist in {zone}: clocks go forward then. "
            f"Use {suggestion} instead.",
            suggestion=suggestion,
        )
    if fold is None:
        raise TimeAmbiguous(
            f"{wall.strftime(WALL_FORMAT)} happens twice in {zone}: clocks go back then. "
            "Say whether you mean the first (fold 0) or the second (fold 1)."
        )
    return WallTime(wall, zone, fold)


def shift_days(when: WallTime, days: int) -> WallTime:
    """Return the same wall time ``days`` later; raises like `resolve`."""
    return resolve(when.wall + timedelta(days=days), when.zone, when.fold or None)


class PlanState(StrEnum):
    """What became of a plan."""

    CONFIRMED = "confirmed"
    DONE = "done"
    MISSED = "missed"  # the time passed while nothing could publish: the person is asked
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Plan:
    """What the editor confirmed: this content, on this site, now or at this time."""

    id: str
    article_id: ArticleId
    site_id: SiteId
    revision_id: RevisionId
    content_hash: str  # an edit after confirming is never published unconfirmed
    at: WallTime | None  # None: now
    confirmed: datetime
    confirmed_by: str
    state: PlanState = PlanState.CONFIRMED

    @property
    def due_utc(self) -> datetime:
        """Return the instant from which it may be public."""
        return self.at.utc if self.at else self.confirmed
