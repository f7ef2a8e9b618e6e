# SPDX-License-Identifier: GPL-3.0-or-later
"""Adds a website that is written into a folder of this computer."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QFileDialog

from editor_app.domain.errors import EditorError
from editor_app.domain.site import Site, SiteKind
from editor_app.gui.desk import Shell
from editor_app.gui.forms.ui_add_site_dialog import Ui_AddSiteDialog
from editor_app.gui.publishing.zones_combo import chosen_zone, fill_zones
from editor_app.gui.theme.tokens import LIST_WIDTH
from editor_app.services.changes import Outcome


class AddSiteDialog(QDialog):
    """Stays open until the service has taken the site; what was typed is never lost."""

    added = Signal(object)  # Site

    def __init__(self, shell: Shell) -> None:
        """Make the form."""
        super().__init__(shell.window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._shell = shell
        form = self.form = Ui_AddSiteDialog()
        form.setupUi(self)  # pyright: ignore[reportUnknownMemberType]
        self.setMinimumWidth(2 * LIST_WIDTH)
        form.lead_label.setProperty("role", "muted")
        form.problem_label.setProperty("role", "attention")
        form.problem_label.hide()
        form.add_button.setProperty("role", "primary")
        form.add_button.setDefault(True)
        fill_zones(form.zone_combo, (shell.me.zone,))
        form.choose_button.clicked.connect(self._on_choose_clicked)
        form.cancel_button.clicked.connect(self.reject)
        form.add_button.clicked.connect(self._on_add_clicked)

    @Slot()
    def _on_choose_clicked(self) -> None:
        chooser = QFileDialog(self, self.tr("Folder of the website"))
        chooser.setFileMode(QFileDialog.FileMode.Directory)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(self.form.folder_edit.setText)
        chooser.open()

    @Slot()
    def _on_add_clicked(self) -> None:
        form = self.form
        name, url = form.name_edit.text(), form.url_edit.text().strip()
        folder, zone = form.folder_edit.text().strip(), chosen_zone(form.zone_combo)
        if not folder or not Path(folder).expanduser().is_absolute():
            self._say_problem(self.tr("Choose the folder that the website is written into."))
            return
        if not url:
            self._say_problem(self.tr("Give the address at which readers will find the website."))
            return
        form.add_button.setEnabled(False)
        sites, options = self._shell.newsroom.sites, {"folder": folder}
        self._shell.tasks.run(
            lambda: sites.add(name, SiteKind.STATIC, url, zone=zone, options=options),
            on_done=self._on_added,
            on_failed=self._on_failed,
        )

    def _on_added(self, outcome: Outcome[Site]) -> None:
        self.added.emit(outcome.value)
        self.accept()

    def _on_failed(self, error: EditorError) -> None:
        self._say_problem(error.message)

    def _say_problem(self, text: str) -> None:
        self.form.problem_label.setText(text)
        self.form.problem_label.show()
        self.form.add_button.setEnabled(True)
