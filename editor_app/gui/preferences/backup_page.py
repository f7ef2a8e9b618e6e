# SPDX-License-Identifier: GPL-3.0-or-later
"""Preferences: back the newsroom up into one file, and bring a backup back."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFileDialog

from editor_app.domain.errors import Cancelled, EditorError
from editor_app.gui.desk import Shell
from editor_app.gui.forms.ui_preferences_backup import Ui_PreferencesBackup
from editor_app.gui.preferences.page import PreferencesPage
from editor_app.gui.tasks import TaskProgress


class BackupPage(PreferencesPage):
    """Two buttons and what came of them."""

    def __init__(self, shell: Shell) -> None:
        """Make the form."""
        super().__init__(shell)
        form = self.form = Ui_PreferencesBackup()
        form.setupUi(self)  # pyright: ignore[reportUnknownMemberType]
        self.dress(form.title_label, None, form.help_label, form.restore_help_label)
        form.backup_button.setProperty("role", "primary")
        shell.icons.put_on(form.backup_button, "save", "on_accent")
        shell.icons.put_on(form.restore_button, "bring_back")
        form.backup_button.clicked.connect(self._on_backup_clicked)
        form.restore_button.clicked.connect(self._on_restore_clicked)

    def title(self) -> str:
        """Return the page's name in the list."""
        return self.tr("Backup")

    def load(self) -> None:
        """Forget what was said last time."""
        self.form.result_label.clear()

    @Slot()
    def _on_backup_clicked(self) -> None:
        name = f"newsroom-{datetime.now().astimezone():%Y-%m-%d-%H%M}.zip"
        chooser = self._chooser(self.tr("Back up to"), QFileDialog.FileMode.AnyFile)
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix("zip")
        chooser.selectFile(str(Path.home() / name))
        chooser.fileSelected.connect(self.back_up)
        chooser.open()

    @Slot(str)
    def back_up(self, path: str) -> None:
        """Write the backup; the window stays usable and it can be stopped."""
        progress, backup = TaskProgress(self), self.shell.newsroom.backup
        self.shell.show_progress(self.tr("Backing up…"), progress)
        self.form.backup_button.setEnabled(False)
        self.shell.tasks.run(
            lambda: backup.backup(Path(path), progress),
            on_done=self._on_backed_up,
            on_failed=self._on_failed,
            pool="background",
            progress=progress,
        )

    def _on_backed_up(self, path: Path) -> None:
        self._end(self.tr("Backed up and checked: %1").replace("%1", str(path)))

    @Slot()
    def _on_restore_clicked(self) -> None:
        chooser = self._chooser(self.tr("Backup to restore"), QFileDialog.FileMode.ExistingFile)
        chooser.setNameFilter(self.tr("Backups (*.zip)"))
        chooser.fileSelected.connect(self._on_backup_chosen)
        chooser.open()

    @Slot(str)
    def _on_backup_chosen(self, path: str) -> None:
        self._restore_from = path
        title = self.tr("Empty folder to restore it into")
        chooser = self._chooser(title, QFileDialog.FileMode.Directory)
        chooser.fileSelected.connect(self._on_folder_chosen)
        chooser.open()

    @Slot(str)
    def _on_folder_chosen(self, folder: str) -> None:
        self.restore(self._restore_from, folder)

    def restore(self, path: str, folder: str) -> None:
        """Unpack a backup into an empty folder."""
        from editor_app.services.back_up import restore_backup

        self.shell.tasks.run(
            lambda: (restore_backup(Path(path), Path(folder)), folder)[1],
            on_done=self._on_restored,
            on_failed=self._on_failed,
            pool="background",
        )

    def _on_restored(self, folder: str) -> None:
        text = self.tr("The backup is restored into %1. Open it with: editor-app --profile %2")
        quoted = f'"{folder}"' if " " in folder else folder
        self._end(text.replace("%1", folder).replace("%2", quoted))

    def _on_failed(self, error: EditorError) -> None:
        self._end("" if isinstance(error, Cancelled) else error.message)

    def _end(self, text: str) -> None:
        self.shell.hide_progress()
        self.form.backup_button.setEnabled(True)
        self.form.result_label.setText(text)

    def _chooser(self, title: str, mode: QFileDialog.FileMode) -> QFileDialog:
        chooser = QFileDialog(self.shell.window, title)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.setFileMode(mode)
        return chooser
