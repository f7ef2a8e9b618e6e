# SPDX-License-Identifier: GPL-3.0-or-later
"""The desks of the window, in the order of the rail. A new desk adds its line here."""

from __future__ import annotations

from importlib import import_module

from editor_app.gui.desk import Desk, Shell

# Module and class. Imported when the window is made; the last one stands at the foot of the rail.
DESKS: tuple[tuple[str, str], ...] = (
    ("editor_app.gui.writing.desk", "WritingDesk"),
    ("editor_app.gui.translating.desk", "TranslatingDesk"),
    ("editor_app.gui.planning.desk", "PlanningDesk"),
    ("editor_app.gui.comments.desk", "CommentsDesk"),
    ("editor_app.gui.outbox.desk", "OutboxDesk"),
    ("editor_app.gui.preferences.desk", "PreferencesDesk"),
)


def make_desks(shell: Shell) -> tuple[Desk, ...]:
    """Return one of each desk; their widgets are built when first shown."""
    return tuple(getattr(import_module(module), name)(shell) for module, name in DESKS)
