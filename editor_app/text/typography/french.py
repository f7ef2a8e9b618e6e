# SPDX-License-Identifier: GPL-3.0-or-later
"""The spaces of French typography, which differ by country."""

from __future__ import annotations

NARROW = "\u202f"  # espace fine insécable
WIDE = "\u00a0"  # espace insécable


def space_before(mark: str, language: str) -> str:
    """Return what stands before ``; : ! ? »``: in Canada nothing before most of them."""
    country = language.upper().rpartition("-")[2]
    if country == "CA":
        return WIDE if mark in ":»" else ""
    return WIDE if mark == ":" and country != "CH" else NARROW


def space_after_opening(language: str) -> str:
    """Return what stands after «."""
    return space_before("»", language)
