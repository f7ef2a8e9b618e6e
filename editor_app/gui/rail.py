# SPDX-License-Identifier: GPL-3.0-or-later
"""The rail: one button a desk, with its shortcut in the tooltip and a number where things wait."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from editor_app.gui.desk import Desk
from editor_app.gui.icons import Icons
from editor_app.gui.theme.tokens import RAIL_ICON_SIZE, RAIL_WIDTH, SPACE_S, SPACE_XS


class Rail(QFrame):
    """Emits which desk was chosen; shows which one is open."""

    chosen = Signal(str)  # a desk's id

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        """Start without buttons: desks come when the newsroom is open."""
        super().__init__(parent)
        self._icons = icons
        self._buttons: dict[str, QToolButton] = {}
        self._titles: dict[str, str] = {}
        self._hints: dict[str, str] = {}
        self._group = QButtonGroup(self)
        self.setFixedWidth(RAIL_WIDTH)
        self.setAccessibleName(self.tr("Desks"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SPACE_XS, SPACE_S, SPACE_XS, SPACE_S)
        self._column.setSpacing(SPACE_XS)
        self._group.buttonClicked.connect(self._on_button_clicked)

    def fill(self, desks: tuple[Desk, ...], shortcuts: dict[str, str]) -> None:
        """Make one button a desk; the last stands at the foot."""
        for place, desk in enumerate(desks):
            if place == len(desks) - 1:
                self._column.addStretch(1)
            button = QToolButton(self)
            button.setObjectName(f"{desk.id}_rail_button")
            button.setProperty("role", "rail")
            button.setCheckable(True)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
            button.setIconSize(QSize(RAIL_ICON_SIZE, RAIL_ICON_SIZE))
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._titles[desk.id] = desk.title()
            self._hints[desk.id] = shortcuts.get(desk.id, "")
            self._group.addButton(button)
            self._buttons[desk.id] = button
            self._column.addWidget(button)
            self._icons.put_on(button, desk.icon)
            self.show_badge(desk.id, 0)

    def show_badge(self, desk_id: str, count: int) -> None:
        """Show how many things wait at the desk."""
        button, title = self._buttons[desk_id], self._titles[desk_id]
        button.setText(f"{title} ({count})" if count else title)
        waiting = self.tr("%n waiting", "things at a desk", count) if count else ""
        button.setAccessibleName(f"{title}, {waiting}" if waiting else title)
        hint = f" ({self._hints[desk_id]})" if self._hints[desk_id] else ""
        button.setToolTip(f"{title}{hint}" + (f" · {waiting}" if waiting else ""))
        needed = button.fontMetrics().horizontalAdvance(button.text()) + 2 * SPACE_S
        self.setFixedWidth(max(self.width(), needed + 2 * SPACE_XS))

    def select(self, desk_id: str) -> None:
        """Show which desk is open."""
        self._buttons[desk_id].setChecked(True)

    def _on_button_clicked(self, button: QToolButton) -> None:
        self.chosen.emit(next(key for key, value in self._buttons.items() if value is button))
