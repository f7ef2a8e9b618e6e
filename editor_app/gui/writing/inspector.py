# SPDX-License-Identifier: GPL-3.0-or-later
"""The inspector: named tabs in two rows, so that no name is ever cut."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from editor_app.gui.theme.tokens import SPACE_S, SPACE_XS
from editor_app.services.views import ArticleView

IN_A_ROW = 3


class Panel(QWidget):
    """One tab's content; shows what it is given and emits what the person wants."""

    def show_view(self, view: ArticleView) -> None:
        """Show the article."""
        raise NotImplementedError


class Inspector(QWidget):
    """Tabs by name; the person's choice is remembered by the desk."""

    tab_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without tabs."""
        super().__init__(parent)
        self._buttons: dict[str, QToolButton] = {}
        self._places: dict[str, int] = {}
        self._group = QButtonGroup(self)
        self._grid = QGridLayout()
        self._grid.setSpacing(SPACE_XS)
        self._stack = QStackedWidget(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_S, SPACE_S, 0, 0)
        column.setSpacing(SPACE_S)
        self._grid.setContentsMargins(0, 0, SPACE_S, 0)
        column.addLayout(self._grid)
        column.addWidget(self._stack, 1)
        self._group.buttonClicked.connect(self._on_button_clicked)

    def add(self, name: str, title: str, panel: QWidget, *, scrolls: bool = True) -> None:
        """Add a tab at the end."""
        button = QToolButton(self)
        button.setObjectName(f"{name}_tab_button")
        button.setProperty("role", "tab")
        button.setCheckable(True)
        button.setText(title)
        button.setAccessibleName(title)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        place = len(self._buttons)
        self._grid.addWidget(button, place // IN_A_ROW, place % IN_A_ROW)
        self._group.addButton(button)
        self._buttons[name], self._places[name] = button, place
        self._stack.addWidget(_scrolling(panel) if scrolls else panel)
        if place == 0:
            button.setChecked(True)

    def set_title(self, name: str, title: str) -> None:
        """Change a tab's title, for a count."""
        self._buttons[name].setText(title)
        self._buttons[name].setAccessibleName(title)

    @property
    def current(self) -> str:
        """Return the name of the open tab."""
        place = self._stack.currentIndex()
        return next((name for name, at in self._places.items() if at == place), "")

    def open(self, name: str) -> None:
        """Show a tab."""
        if name in self._buttons:
            self._buttons[name].setChecked(True)
            self._stack.setCurrentIndex(self._places[name])
            self.tab_chosen.emit(name)

    def _on_button_clicked(self, button: QToolButton) -> None:
        self.open(next(name for name, one in self._buttons.items() if one is button))


def _scrolling(panel: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(panel)
    return area
