# SPDX-License-Identifier: GPL-3.0-or-later
"""People of the newsroom and what each may do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from editor_app.domain.ids import PersonId


class Role(StrEnum):
    """What a person does here."""

    JOURNALIST = "journalist"
    TRANSLATOR = "translator"
    EDITOR = "editor"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whose name stands under articles or in the log."""

    id: PersonId
    name: str
    role: Role = Role.EDITOR
    zone: str = "UTC"  # IANA
    is_me: bool = False
