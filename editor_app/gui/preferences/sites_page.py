# SPDX-License-Identifier: GPL-3.0-or-later
"""Preferences: the sites that articles are published to."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QListWidgetItem, QMessageBox

from editor_app.domain.errors import EditorError
from editor_app.domain.site import Site
from editor_app.gui.dates import place_name
from editor_app.gui.desk import Shell
from editor_app.gui.forms.ui_preferences_sites import Ui_PreferencesSites
from editor_app.gui.preferences.add_site_dialog import AddSiteDialog
from editor_app.gui.preferences.page import PreferencesPage
from editor_app.gui.row_painting import line_height
from editor_app.gui.theme.tokens import SPACE_M
from editor_app.services.changes import Changes, Outcome


class SitesPage(PreferencesPage):
    """The list of sites with what can be done to one."""

    def __init__(self, shell: Shell) -> None:
        """Make the form."""
        super().__init__(shell)
        form = self.form = Ui_PreferencesSites()
        form.setupUi(self)  # pyright: ignore[reportUnknownMemberType]
        self.dress(form.title_label)
        form.site_list.setAccessibleName(self.title())
        for button, icon in (
            (form.add_button, "add"),
            (form.test_button, "checks"),
            (form.open_button, "browser"),
            (form.remove_button, "remove"),
        ):
            shell.icons.put_on(button, icon)
        form.site_list.currentRowChanged.connect(self._on_current_changed)
        form.add_button.clicked.connect(self._on_add_clicked)
        form.test_button.clicked.connect(self._on_test_clicked)
        form.open_button.clicked.connect(self._on_open_clicked)
        form.remove_button.clicked.connect(self._on_remove_clicked)
        shell.bus.changed.connect(self._on_changed)

    def title(self) -> str:
        """Return the page's name in the list."""
        return self.tr("Sites")

    def load(self) -> None:
        """Load the sites."""
        sites = self.shell.newsroom.sites
        self.shell.tasks.run(sites.all, on_done=self._on_loaded, newest="preferences.sites")

    def chosen(self) -> Site | None:
        """Return the chosen site."""
        item = self.form.site_list.currentItem()
        return item.data(Qt.ItemDataRole.UserRole) if item else None

    def _on_loaded(self, sites: tuple[Site, ...]) -> None:
        chosen = self.chosen()
        self.form.site_list.clear()
        for site in sites:
            where = str(self.shell.newsroom.sites.folder(site) or site.url)
            item = QListWidgetItem(f"{site.name}\n{where} · {place_name(site.zone)}")
            item.setSizeHint(QSize(0, 2 * line_height() + 2 * SPACE_M))
            item.setData(Qt.ItemDataRole.UserRole, site)
            item.setToolTip(f"{site.url}\n{where}")
            self.form.site_list.addItem(item)
        ids = [site.id for site in sites]
        row = ids.index(chosen.id) if chosen is not None and chosen.id in ids else 0
        self.form.site_list.setCurrentRow(row)
        self._on_current_changed()

    @Slot()
    def _on_current_changed(self) -> None:
        for button in (self.form.test_button, self.form.open_button, self.form.remove_button):
            button.setEnabled(self.chosen() is not None)

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes.sites:
            self.load()

    @Slot()
    def _on_add_clicked(self) -> None:
        dialog = AddSiteDialog(self.shell)
        dialog.added.connect(self._on_added)
        dialog.open()

    @Slot(object)
    def _on_added(self, site: Site) -> None:
        self.shell.say(self.tr("“%1” is ready to publish to.").replace("%1", site.name))

    @Slot()
    def _on_test_clicked(self) -> None:
        site = self.chosen()
        if site is None:
            return
        sites = self.shell.newsroom.sites
        self.shell.tasks.run(
            lambda: sites.test(site.id),
            on_done=partial(self._say_result, self.tr("“%1” answers.").replace("%1", site.name)),
            on_failed=self._on_test_failed,
        )

    def _on_test_failed(self, error: EditorError) -> None:
        self._say_result(error.message, None)

    def _say_result(self, text: str, _identity: object) -> None:
        self.form.result_label.setText(text)

    @Slot()
    def _on_open_clicked(self) -> None:
        site = self.chosen()
        if site is not None:
            sites = self.shell.newsroom.sites
            self.shell.tasks.run(lambda: sites.preview_url(site.id), on_done=_open_address)

    @Slot()
    def _on_remove_clicked(self) -> None:
        site = self.chosen()
        if site is None:
            return
        box = QMessageBox(self.shell.window)
        text = self.tr(
            "Remove “%1” from this newsroom? Every article stays here, and what is published "
            "stays on the site; only the connection is forgotten."
        )
        box.setText(text.replace("%1", site.name))
        box.addButton(self.tr("Keep it"), QMessageBox.ButtonRole.RejectRole)
        sure = box.addButton(self.tr("Remove the site"), QMessageBox.ButtonRole.AcceptRole)
        sure.clicked.connect(partial(self._remove, site))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def _remove(self, site: Site, _checked: bool = False) -> None:
        sites = self.shell.newsroom.sites
        self.shell.tasks.run(lambda: sites.remove(site.id), on_done=self._on_removed)

    def _on_removed(self, outcome: Outcome[Site]) -> None:
        text = self.tr("“%1” is removed. Its articles are all here.")
        self.shell.say(text.replace("%1", outcome.value.name))


def _open_address(address: str) -> None:
    QDesktopServices.openUrl(QUrl(address))
