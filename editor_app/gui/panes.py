# SPDX-License-Identifier: GPL-3.0-or-later
"""The three panes of a desk: list, work and inspector, with sizes that are remembered."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from editor_app.gui.desk import Desk
from editor_app.gui.theme.tokens import (
    INSPECTOR_MINIMUM,
    INSPECTOR_WIDTH,
    LIST_MINIMUM,
    LIST_WIDTH,
    WORK_MINIMUM,
)

PaneName = Literal["list", "inspector"]


class Panes(QSplitter):
    """Builds a desk's widgets when it is first shown and switches between desks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make three empty stacks."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self._lists, self._works, self._inspectors = (
            QStackedWidget(self) for _ in ("list", "work", "inspector")
        )
        for stack, width in (
            (self._lists, LIST_MINIMUM),
            (self._works, WORK_MINIMUM),
            (self._inspectors, INSPECTOR_MINIMUM),
        ):
            stack.setMinimumWidth(width)
            self.addWidget(stack)
        self.setStretchFactor(1, 1)
        self.setSizes([LIST_WIDTH, 4 * WORK_MINIMUM, INSPECTOR_WIDTH])
        self._built: dict[str, tuple[QWidget | None, QWidget, QWidget | None]] = {}
        self._wanted: dict[PaneName, bool] = {"list": True, "inspector": True}
        self._focused = False
        self._desk_id = ""

    def is_built(self, desk: Desk) -> bool:
        """Tell whether the desk's widgets exist."""
        return desk.id in self._built

    def show_desk(self, desk: Desk) -> None:
        """Show the desk's panes; make them the first time."""
        if desk.id not in self._built:
            made = (desk.build_list(), desk.build_work(), desk.build_inspector())
            for widget, stack in zip(
                made, (self._lists, self._works, self._inspectors), strict=True
            ):
                if widget is not None:
                    stack.addWidget(widget)
            self._built[desk.id] = made
        listed, work, inspector = self._built[desk.id]
        self._desk_id = desk.id
        if listed is not None:
            self._lists.setCurrentWidget(listed)
        self._works.setCurrentWidget(work)
        if inspector is not None:
            self._inspectors.setCurrentWidget(inspector)
        self._apply()

    def want(self, pane: PaneName, wanted: bool) -> None:
        """Show or hide a pane wherever a desk has one."""
        self._wanted[pane] = wanted
        self._apply()

    def wants(self, pane: PaneName) -> bool:
        """Tell whether the person wants to see the pane."""
        return self._wanted[pane]

    def focus_on_work(self, focused: bool) -> None:
        """Hide everything but the work pane, without forgetting what was wanted."""
        self._focused = focused
        self._apply()

    def save_state(self, state: QSettings) -> None:
        """Remember sizes and which panes are wanted."""
        state.setValue("panes/sizes", self.saveState())
        for pane, wanted in self._wanted.items():
            state.setValue(f"panes/{pane}", int(wanted))

    def restore_state(self, state: QSettings) -> None:
        """Take them back."""
        sizes = state.value("panes/sizes")
        if sizes is not None:
            self.restoreState(sizes)
        for pane in self._wanted:
            self._wanted[pane] = str(state.value(f"panes/{pane}", 1)) == "1"

    def _apply(self) -> None:
        listed, _, inspector = self._built.get(self._desk_id, (None, None, None))
        shown = not self._focused
        self._lists.setVisible(shown and listed is not None and self._wanted["list"])
        self._inspectors.setVisible(shown and inspector is not None and self._wanted["inspector"])
