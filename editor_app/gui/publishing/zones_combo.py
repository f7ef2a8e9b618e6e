# SPDX-License-Identifier: GPL-3.0-or-later
"""A combo box to choose a time zone in, found by any part of its name."""

from __future__ import annotations

import zoneinfo

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter

from editor_app.gui.dates import place_name


def fill_zones(combo: QComboBox, first: tuple[str, ...]) -> None:
    """Offer all IANA zones, the likely ones first, and choose the first."""
    combo.clear()
    combo.setEditable(True)
    combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    likely = list(dict.fromkeys(zone for zone in first if zone))
    others = sorted(zone for zone in zoneinfo.available_timezones() if "/" in zone)
    for zone in (*likely, *(zone for zone in others if zone not in likely)):
        combo.addItem(f"{place_name(zone)} — {zone}", zone)
    combo.setCurrentIndex(0)
    completer = combo.completer()
    assert completer is not None, "an editable combo box has one"
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)


def chosen_zone(combo: QComboBox) -> str:
    """Return the chosen zone, or what was typed: `resolve` says if there is no such zone."""
    typed = combo.currentText().strip()
    place = combo.findText(typed, Qt.MatchFlag.MatchFixedString)
    return str(combo.itemData(place)) if place >= 0 else typed
