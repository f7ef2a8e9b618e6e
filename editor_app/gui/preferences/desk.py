# SPDX-License-Identifier: GPL-3.0-or-later
"""The Preferences desk: a list of pages, each applied at once."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSettings, QSize, Qt, Slot
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QStackedWidget,
    QWidget,
)

from editor_app.gui.desk import Desk
from editor_app.gui.preferences.backup_page import BackupPage
from editor_app.gui.preferences.look_page import LookPage
from editor_app.gui.preferences.page import PreferencesPage
from editor_app.gui.preferences.person_page import PersonPage
from editor_app.gui.preferences.shortcuts_page import ShortcutsPage
from editor_app.gui.preferences.sites_page import SitesPage
from editor_app.gui.row_painting import line_height
from editor_app.gui.theme.tokens import SPACE_M

_PAGES: tuple[type[PreferencesPage], ...] = (
    PersonPage,
    LookPage,
    SitesPage,
    ShortcutsPage,
    BackupPage,
)
_PAGE_WIDTH = 760


class PreferencesDesk(Desk):
    """Controller of the pages."""

    id = "preferences"
    icon = "preferences"

    def title(self) -> str:
        """Return the desk's name."""
        return QCoreApplication.translate("PreferencesDesk", "Preferences")

    def build_list(self) -> QWidget:
        """Make the list of pages."""
        self.pages = tuple(kind(self.shell) for kind in _PAGES)
        self.list = QListWidget()
        self.list.setAccessibleName(self.title())
        for page in self.pages:
            item = QListWidgetItem(page.title(), self.list)
            item.setSizeHint(QSize(0, line_height() + 2 * SPACE_M))
        return self.list

    def build_work(self) -> QWidget:
        """Make the pages."""
        self._stack = QStackedWidget()
        for page in self.pages:
            page.setMaximumWidth(_PAGE_WIDTH)
            area = QScrollArea()
            area.setWidgetResizable(True)
            area.setFrameShape(QFrame.Shape.NoFrame)
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            area.setWidget(page)
            self._stack.addWidget(area)
        self.list.currentRowChanged.connect(self._on_page_chosen)
        self.list.setCurrentRow(0)
        return self._stack

    def activate(self) -> None:
        """Show what is in force."""
        self.pages[self.list.currentRow()].load()
        self.list.setFocus()

    def save_state(self, state: QSettings) -> None:
        """Remember the page."""
        if hasattr(self, "list"):
            state.setValue("page", self.list.currentRow())

    def restore_state(self, state: QSettings) -> None:
        """Show it again."""
        row = int(str(state.value("page", 0)))
        self.list.setCurrentRow(row if 0 <= row < len(self.pages) else 0)

    @Slot(int)
    def _on_page_chosen(self, row: int) -> None:
        if 0 <= row < len(self.pages):
            self._stack.setCurrentIndex(row)
            self.pages[row].load()
