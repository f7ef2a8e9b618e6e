# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks until when a story is under embargo, and why an embargo is lifted before its time."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog

from editor_app.domain.errors import EditorError
from editor_app.domain.story import Embargo
from editor_app.gui.dates import wall_time
from editor_app.gui.desk import Shell
from editor_app.gui.forms.ui_embargo_dialog import Ui_EmbargoDialog
from editor_app.gui.forms.ui_lift_embargo_dialog import Ui_LiftEmbargoDialog
from editor_app.gui.publishing.time_fields import TimeFields


class EmbargoDialog(QDialog):
    """Emits the time; stays open until the service has taken it."""

    confirmed = Signal(object)  # WallTime

    def __init__(self, shell: Shell, embargo: Embargo | None, site_zone: str) -> None:
        """Start with the embargo there is, or with tomorrow morning."""
        super().__init__(shell.window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.form = Ui_EmbargoDialog()
        self.form.setupUi(self)  # pyright: ignore[reportUnknownMemberType]
        self.form.set_button.setProperty("role", "primary")
        self._time = TimeFields(self.form, (site_zone, shell.me.zone, "UTC"), shell.me.zone)
        self._time.suggest(embargo.until if embargo is not None else None)
        self._time.edited.connect(self._check)
        self._time.answered.connect(self._check)
        self._time.listen()
        self.form.cancel_button.clicked.connect(self.reject)
        self.form.set_button.clicked.connect(self._on_set_clicked)
        self.form.date_edit.setFocus()
        self._check()

    def show_problem(self, error: EditorError) -> None:
        """Say why it was refused; everything chosen stays."""
        self.form.problem_label.setText(error.message)
        self.form.problem_label.show()
        self.form.set_button.setEnabled(True)

    @Slot()
    def _check(self) -> None:
        until = self._time.check()
        past = until is not None and until.utc <= datetime.now(UTC)
        if past:
            self.form.problem_label.setText(self.tr("This time is past."))
            self.form.problem_label.show()
        self.form.set_button.setEnabled(until is not None and not past)

    @Slot()
    def _on_set_clicked(self) -> None:
        self.form.set_button.setEnabled(False)
        self.confirmed.emit(self._time.at)


class LiftEmbargoDialog(QDialog):
    """Emits the reason; without one nothing is lifted."""

    confirmed = Signal(str)

    def __init__(self, shell: Shell, embargo: Embargo) -> None:
        """Say what is lifted and ask why."""
        super().__init__(shell.window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.form = Ui_LiftEmbargoDialog()
        self.form.setupUi(self)  # pyright: ignore[reportUnknownMemberType]
        until = wall_time(embargo.until, shell.me.zone)
        self.form.until_label.setText(self.tr("Under embargo until %1").replace("%1", until))
        self.form.until_label.setProperty("role", "title")
        self.form.problem_label.setProperty("role", "attention")
        self.form.problem_label.hide()
        self.form.lift_button.setProperty("role", "primary")
        self.form.lift_button.setEnabled(False)
        self.form.reason_edit.textChanged.connect(self._on_reason_changed)
        self.form.keep_button.clicked.connect(self.reject)
        self.form.lift_button.clicked.connect(self._on_lift_clicked)
        self.form.reason_edit.setFocus()

    def show_problem(self, error: EditorError) -> None:
        """Say why it was refused; the reason stays."""
        self.form.problem_label.setText(error.message)
        self.form.problem_label.show()
        self.form.lift_button.setEnabled(True)

    @Slot(str)
    def _on_reason_changed(self, text: str) -> None:
        self.form.lift_button.setEnabled(bool(text.strip()))

    @Slot()
    def _on_lift_clicked(self) -> None:
        self.form.lift_button.setEnabled(False)
        self.confirmed.emit(self.form.reason_edit.text().strip())
