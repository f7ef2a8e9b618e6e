# SPDX-License-Identifier: GPL-3.0-or-later
"""Icons by meaning, from one family (Phosphor), loaded after the first paint and re-coloured.

shell.icons.put_on(button, "outbox")                 # now or when the icons are loaded
painter.drawPixmap(x, y, shell.icons.pixmap("live", colour, SMALL_ICON_SIZE))
"""

from __future__ import annotations

import weakref
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QIcon, QPixmap
from PySide6.QtWidgets import QAbstractButton, QApplication

from editor_app.gui.theme.tokens import LIGHT, Tokens

# Meaning → glyph. Add a line here; nothing else names a glyph.
GLYPHS = {
    "articles": "newspaper", "translations": "translate", "calendar": "calendar-blank",
    "comments": "chats", "outbox": "paper-plane-tilt", "preferences": "gear-six",
    "new": "file-plus", "paste": "clipboard-text", "open": "folder-open", "sample": "books",
    "search": "magnifying-glass", "filter": "funnel", "close": "x", "more": "dots-three",
    "undo": "arrow-u-up-left", "redo": "arrow-u-up-right", "retry": "arrow-clockwise",
    "save": "floppy-disk", "archive": "archive", "unarchive": "arrow-square-out",
    "schedule": "calendar-plus", "publish": "rocket-launch", "withdraw": "arrow-circle-down",
    "browser": "arrow-square-out", "history": "clock-counter-clockwise", "note": "note-pencil",
    "checks": "checks", "details": "sliders-horizontal", "languages": "globe-simple",
    "image": "image", "link": "link", "add": "plus", "remove": "minus", "up": "caret-up",
    "down": "caret-down", "previous": "caret-left", "next": "caret-right", "copy": "copy",
    "export": "export", "import": "download-simple", "command": "command", "keyboard": "keyboard",
    "focus": "arrows-out", "panes": "columns", "offline": "wifi-slash", "sync": "arrows-clockwise",
    "person": "user", "claim": "hand", "lock": "lock-simple", "help": "question", "info": "info",
    "warning": "warning", "error": "warning-circle", "done": "check-circle", "confirm": "check",
    "trash": "trash", "spam": "shield-warning", "reply": "arrow-bend-up-left", "site": "globe",
    "embargo": "hourglass-medium", "clock": "clock", "bring_back": "arrow-left",
    "take_out": "arrow-right",
    # stages and states
    "idea": "lightbulb", "draft": "pencil-simple", "in_review": "eye", "approved": "check-circle",
    "scheduled": "clock", "live": "broadcast", "withdrawn": "archive-box", "waiting": "hourglass",
    "only_here": "desktop", "changed_there": "cloud-arrow-down", "conflict": "arrows-left-right",
    "attention": "warning-circle", "missed": "bell-ringing", "outdated": "clock-clockwise",
    # segments of a translation
    "segment_new": "circle-dashed", "fuzzy": "intersect", "machine": "robot",
}  # fmt: skip


class Icons(QObject):
    """Hands out icons in the theme's colours. Before `load` all icons are empty."""

    changed = Signal()  # loaded or re-coloured: whoever keeps pixmaps draws again

    def __init__(self, parent: QObject | None = None) -> None:
        """Know the light theme until told otherwise."""
        super().__init__(parent)
        self._tokens = LIGHT
        self._qtawesome: Any = None
        self._targets: list[tuple[weakref.ref[QObject], str, str]] = []
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}

    def load(self) -> None:
        """Import the icon fonts (some 150 ms: after the first paint) and fill what waits."""
        if self._qtawesome is not None:
            return
        import qtawesome  # pyright: ignore[reportMissingTypeStubs]  # slow: not at the top

        self._qtawesome = qtawesome
        self._refresh()

    def use_theme(self, tokens: Tokens) -> None:
        """Draw all icons again in the theme's colours."""
        self._tokens = tokens
        self._pixmaps.clear()
        if self._qtawesome is not None:
            self._refresh()

    def put_on(self, target: QAction | QAbstractButton, name: str, colour: str = "text") -> None:
        """Give the target its icon now, when icons are loaded and whenever the theme changes."""
        self._targets = [entry for entry in self._targets if entry[0]() not in (None, target)]
        self._targets.append((weakref.ref(target), name, colour))
        target.setIcon(self.icon(name, colour))

    def icon(self, name: str, colour: str = "text") -> QIcon:
        """Return the icon in a token's colour; empty before `load`."""
        if self._qtawesome is None or not name:
            return QIcon()
        rgb = str(getattr(self._tokens, colour))
        return QIcon(
            self._qtawesome.icon(
                f"ph.{GLYPHS[name]}",
                color=rgb,
                color_active=rgb,
                color_selected=rgb,
                color_disabled=self._tokens.border,
            )
        )

    def pixmap(self, name: str, colour: str, size: int) -> QPixmap:
        """Return a cached square pixmap for a delegate; null before `load`."""
        app = QApplication.instance()
        ratio = app.devicePixelRatio() if isinstance(app, QApplication) else 1.0
        key = (name, colour, size, ratio)
        if key not in self._pixmaps:
            made = self.icon(name, colour).pixmap(size)
            if made.isNull():
                return made
            self._pixmaps[key] = made
        return self._pixmaps[key]

    def _refresh(self) -> None:
        alive: list[tuple[weakref.ref[QObject], str, str]] = []
        for entry in self._targets:
            target = entry[0]()
            if target is not None and shiboken6.isValid(target):
                alive.append(entry)
                target.setIcon(self.icon(entry[1], entry[2]))  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
        self._targets = alive
        self.changed.emit()
