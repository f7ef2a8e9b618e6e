# SPDX-License-Identifier: GPL-3.0-or-later
"""Confirms a publication: where, now or when, with what stands in its way."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog

from editor_app.domain.errors import EditorError
from editor_app.domain.finding import Finding, Severity
from editor_app.domain.ids import SiteId
from editor_app.domain.schedule import WallTime
from editor_app.domain.story import Embargo
from editor_app.gui.dates import clock_time, place_name, wall_time
from editor_app.gui.desk import Shell
from editor_app.gui.forms.ui_publish_dialog import Ui_PublishDialog
from editor_app.gui.publishing.time_fields import TimeFields
from editor_app.services.views import ArticleView


@dataclass(frozen=True, slots=True)
class Confirmation:
    """What the person confirmed."""

    site_id: SiteId
    at: WallTime | None  # None: now


class PublishDialog(QDialog):
    """Emits the confirmation; stays open until the service has taken it."""

    confirmed = Signal(object)  # Confirmation

    def __init__(self, shell: Shell, view: ArticleView, site_id: SiteId, *, now: bool) -> None:
        """Offer the article's sites, with this one chosen."""
        super().__init__(shell.window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._shell, self._view = shell, view
        self._blockers: tuple[Finding, ...] = ()
        self.form = Ui_PublishDialog()
        self.form.setupUi(self)  # pyright: ignore[reportUnknownMemberType]
        form = self.form
        form.headline_label.setText(view.article.content.headline or self.tr("Untitled"))
        form.headline_label.setProperty("role", "title")
        form.publish_button.setProperty("role", "primary")
        form.notice_label.setProperty("role", "attention")
        for status in view.sites:
            form.site_combo.addItem(status.site.name, status.site.id)
        form.site_combo.setCurrentIndex(max(0, form.site_combo.findData(site_id)))
        chosen = next((one for one in view.sites if one.site.id == site_id), None)
        site_zone = chosen.site.zone if chosen else ""
        zones = (site_zone, shell.me.zone, "UTC")
        self._time = TimeFields(form, zones, shell.me.zone)
        plan = chosen.plan if chosen else None
        self._time.suggest(plan.at if plan else None)
        (form.now_radio if now else form.at_radio).setChecked(True)
        self._connect()
        self._check()

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Say which findings stop publishing."""
        self._blockers = tuple(one for one in findings if one.severity is Severity.BLOCKER)
        self._check()

    def show_problem(self, error: EditorError) -> None:
        """Say why it was refused; everything typed stays."""
        self.form.problem_label.setText(error.message)
        self.form.problem_label.show()
        self.form.publish_button.setEnabled(True)

    def _connect(self) -> None:
        form = self.form
        form.cancel_button.clicked.connect(self.reject)
        form.publish_button.clicked.connect(self._on_publish_clicked)
        for radio in (form.now_radio, form.at_radio):
            radio.toggled.connect(self._check)
        self._time.answered.connect(self._check)
        self._time.edited.connect(self._on_time_changed)
        self._time.listen()
        form.site_combo.currentIndexChanged.connect(self._check)

    @Slot()
    def _on_time_changed(self) -> None:
        self.form.at_radio.setChecked(True)
        self._check()

    @Slot()
    def _check(self) -> None:
        """Resolve the time and say what it means, or what is wrong with it."""
        form = self.form
        now = form.now_radio.isChecked()
        at = self._time.check(in_use=not now)
        notice = self._notice(now)
        form.notice_label.setText(notice)
        form.notice_label.setVisible(bool(notice))
        form.publish_button.setText(self._verb())
        form.publish_button.setEnabled((now or at is not None) and not self._blockers)

    def _verb(self) -> str:
        if self.form.now_radio.isChecked():
            return self.tr("Publish now")
        if self._time.at is None:
            return self.tr("Schedule")
        text = self.tr("Schedule for %1 %2", "time, place")
        return text.replace("%1", clock_time(self._time.at.wall)).replace(
            "%2", place_name(self._time.at.zone)
        )

    def _notice(self, now: bool) -> str:
        lines = [finding.message for finding in self._blockers]
        embargo: Embargo | None = self._view.story.embargo
        if embargo is not None and not embargo.lifted_reason:
            until = wall_time(embargo.until, self._shell.me.zone)
            early = now or (self._time.at is not None and self._time.at.utc < embargo.until.utc)
            text = (
                self.tr("Under embargo until %1: choose a later time.")
                if early
                else self.tr("The embargo ends before: %1.")
            )
            lines.append(text.replace("%1", until))
        return "\n".join(lines)

    @Slot()
    def _on_publish_clicked(self) -> None:
        self.form.publish_button.setEnabled(False)
        site_id = SiteId(self.form.site_combo.currentData())
        at = None if self.form.now_radio.isChecked() else self._time.at
        self.confirmed.emit(Confirmation(site_id, at))
