# SPDX-License-Identifier: GPL-3.0-or-later
"""A planned publication in words: its hour, its state, and where it goes."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from editor_app.domain.schedule import load_zone
from editor_app.domain.site import RemoteState
from editor_app.gui.dates import clock_time, place_name
from editor_app.gui.labels import REMOTE_STATES, Label, language_name, stage_label
from editor_app.services.views import CalendarItem


def hour_of(item: CalendarItem, my_zone: str) -> str:
    """Return the time on the clock of the plan's own zone; what went out at once has mine."""
    if item.plan.at is not None:
        return clock_time(item.plan.at.wall)
    return clock_time(item.plan.due_utc.astimezone(load_zone(my_zone)))


def zone_of(item: CalendarItem, my_zone: str) -> str:
    """Return the zone in which the item's day and hour are meant."""
    return item.plan.at.zone if item.plan.at is not None else my_zone


def state_of(item: CalendarItem) -> Label:
    """Return the label that matters most: the site's state, or else the stage."""
    if item.state in (RemoteState.ONLY_HERE, RemoteState.WAITING):
        return stage_label(item.stage)
    return REMOTE_STATES[item.state]


def checked_word(item: CalendarItem) -> str:
    """Return whether somebody has seen it on the site."""
    if item.verified:
        return QCoreApplication.translate("CalendarItem", "seen on the site")
    return QCoreApplication.translate("CalendarItem", "not seen on the site yet")


def spoken_item(item: CalendarItem, my_zone: str) -> str:
    """Return an item for a screen reader."""
    parts = [
        f"{hour_of(item, my_zone)} {place_name(zone_of(item, my_zone))}",
        item.headline,
        language_name(item.language),
        item.site_name,
        state_of(item).word,
    ]
    if item.state is RemoteState.LIVE:
        parts.append(checked_word(item))
    return ", ".join(parts)
