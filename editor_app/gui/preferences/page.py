# SPDX-License-Identifier: GPL-3.0-or-later
"""What all pages of the preferences share: they load, and apply each change at once."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from editor_app.gui.desk import Shell
from editor_app.gui.theme.tokens import PAGE_TEXT_PT
from editor_app.settings.settings import Settings


class PreferencesPage(QWidget):
    """One page. A subclass fills its form in `load` and calls `apply` when something changes."""

    def __init__(self, shell: Shell) -> None:
        """Keep the shell; load nothing yet."""
        super().__init__()
        self.shell = shell
        self.is_loading = False  # set while `load` fills the fields

    def title(self) -> str:
        """Return the page's name in the list."""
        raise NotImplementedError

    def load(self) -> None:
        """Show what is in force."""
        raise NotImplementedError

    def apply(self, settings: Settings) -> None:
        """Put new settings into force at once and offer the old ones back."""
        old = self.shell.settings
        if settings == old:
            return

        def undo() -> None:
            self.shell.change_settings(old)
            self.load()

        self.shell.change_settings(settings)
        self.shell.say(self.tr("Changed and saved."), undo=undo)

    @staticmethod
    def dress(title: QLabel, problem: QLabel | None = None, *muted: QLabel) -> None:
        """Give the labels of a form their looks."""
        font = title.font()
        font.setPointSizeF(PAGE_TEXT_PT)
        font.setBold(True)
        title.setFont(font)
        if problem is not None:
            problem.setProperty("role", "attention")
            problem.hide()
        for label in muted:
            label.setProperty("role", "muted")
