# SPDX-License-Identifier: GPL-3.0-or-later
"""Dates and times as a person reads them, with the zone's name where it is not theirs."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from editor_app.domain.schedule import WallTime, load_zone


def place_name(zone: str) -> str:
    """Return the place of an IANA zone: Europe/Paris → Paris, America/New_York → New York."""
    return zone.rsplit("/", 1)[-1].replace("_", " ")


def short_date(day: date, locale: QLocale | None = None) -> str:
    """Return "Tue 1 Dec", with the year where it is not this one; French: "mar. 1 déc."."""
    pattern = "ddd d MMM" if day.year == date.today().year else "ddd d MMM yyyy"  # noqa: DTZ011
    return (locale or QLocale()).toString(QDate(day.year, day.month, day.day), pattern)


def clock_time(moment: datetime, *, seconds: bool = False) -> str:
    """Return "12:04" or "12:04:31"."""
    time = QTime(moment.hour, moment.minute, moment.second)
    return time.toString("HH:mm:ss" if seconds else "HH:mm")


def local_moment(moment: datetime, zone: str) -> str:
    """Return an instant on the clock of the person's zone: "Tue 1 Dec, 09:00"."""
    local = moment.astimezone(load_zone(zone))
    return f"{short_date(local.date())}, {clock_time(local)}"


def wall_time(when: WallTime, my_zone: str) -> str:
    """Return "Tue 1 Dec, 09:00 Paris · 03:00 New York (you)", or the first half alone."""
    there = f"{short_date(when.wall.date())}, {clock_time(when.wall)}"
    mine = when.utc.astimezone(load_zone(my_zone))
    if mine.replace(tzinfo=None) == when.wall:
        return f"{there} {place_name(when.zone)}"
    time = clock_time(mine)
    if mine.date() != when.wall.date():
        time = f"{short_date(mine.date())}, {time}"
    you = QCoreApplication.translate("Dates", "%1 %2 (you)", "time, place")
    here = you.replace("%1", time).replace("%2", place_name(my_zone))
    return f"{there} {place_name(when.zone)} · {here}"
