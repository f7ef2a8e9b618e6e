# SPDX-License-Identifier: GPL-3.0-or-later
"""The people of the newsroom: for now, who sits at this desk."""

from __future__ import annotations

from dataclasses import replace

from editor_app.domain.errors import BadInput, NotFound
from editor_app.domain.person import Person
from editor_app.domain.schedule import load_zone
from editor_app.services.workplace import Workplace


class KeepPeople:
    """Use cases around persons."""

    def __init__(self, place: Workplace) -> None:
        """Work in this newsroom."""
        self._place = place

    def set_me(self, *, name: str, zone: str) -> Person:
        """Change the name and the zone of who sits here; what was written keeps the old name.

        Raises BadInput for an empty name, BadTime for a zone that does not exist.
        """
        cleaned = " ".join(name.split())
        if not cleaned:
            raise BadInput("Give your name: it stands in the history of every article.")
        load_zone(zone)
        with self._place.library.write() as unit:
            me = unit.people.me()
            if me is None:
                raise NotFound("Nobody sits at this desk yet.")
            me = replace(me, name=cleaned, zone=zone)
            unit.people.put(me)
        return me
