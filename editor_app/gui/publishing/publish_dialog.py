# SPDX-License-Identifier: GPL-3.0-or-later
"""Confirms a publication: where, now or when, with what stands in its way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QDate, Qt, QTime, Signal, Slot
from PySide6.QtWidgets import QDialog

from editor_app.domain.errors import BadTime, EditorError, TimeAmbiguous, TimeInGap
from editor_app.domain.finding import Finding, Severity
from editor_app.domain.ids import SiteId
from editor_app.domain.schedule import WallTime, load_zone, parse_wall, resolve
from editor_app.domain.story import Embargo
from editor_app.gui.dates import clock_time, place_name, wall_time
from editor_app.gui.desk import Shell
from editor_app.gui.forms.ui_publish_dialog import Ui_PublishDialog
from editor_app.gui.publishing.zones_combo import chosen_zone, fill_zones
from editor_app.services.views import ArticleView

SUGGESTED_HOUR = 9


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
        self._at: WallTime | None = None
        self._suggestion = ""
        self._blockers: tuple[Finding, ...] = ()
        self.form = Ui_PublishDialog()
        self.form.setupUi(self)  # pyright: ignore[reportUnknownMemberType]
        form = self.form
        form.date_edit.setDisplayFormat("ddd d MMM yyyy")
        form.headline_label.setText(view.article.content.headline or self.tr("Untitled"))
        form.headline_label.setProperty("role", "title")
        form.publish_button.setProperty("role", "primary")
        form.both_label.setProperty("role", "muted")
        form.problem_label.setProperty("role", "attention")
        form.notice_label.setProperty("role", "attention")
        for status in view.sites:
            form.site_combo.addItem(status.site.name, status.site.id)
        form.site_combo.setCurrentIndex(max(0, form.site_combo.findData(site_id)))
        chosen = next((one for one in view.sites if one.site.id == site_id), None)
        site_zone = chosen.site.zone if chosen else ""
        fill_zones(form.zone_combo, (site_zone, shell.me.zone, "UTC"))
        plan = chosen.plan if chosen else None
        self._suggest(plan.at if plan else None, site_zone or shell.me.zone)
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
        form.suggestion_button.clicked.connect(self._on_suggestion_clicked)
        for radio in (form.now_radio, form.at_radio):
            radio.toggled.connect(self._check)
        for radio in (form.first_radio, form.second_radio):
            radio.toggled.connect(self._check)
        form.date_edit.dateChanged.connect(self._on_time_changed)
        form.time_edit.timeChanged.connect(self._on_time_changed)
        form.zone_combo.currentTextChanged.connect(self._on_time_changed)
        form.site_combo.currentIndexChanged.connect(self._check)

    def _suggest(self, planned: WallTime | None, zone: str) -> None:
        """Start with the plan's time, or the next morning in the site's zone."""
        if planned is not None:
            wall = planned.wall
            self.form.zone_combo.setCurrentIndex(
                max(0, self.form.zone_combo.findData(planned.zone))
            )
        else:
            today = datetime.now(load_zone(zone)).replace(tzinfo=None, second=0, microsecond=0)
            wall = today.replace(hour=SUGGESTED_HOUR, minute=0) + timedelta(days=1)
        self._set_wall(wall)

    def _set_wall(self, wall: datetime) -> None:
        self.form.date_edit.setDate(QDate(wall.year, wall.month, wall.day))
        self.form.time_edit.setTime(QTime(wall.hour, wall.minute))

    def _wall(self) -> datetime:
        day, time = self.form.date_edit.date(), self.form.time_edit.time()
        return datetime(day.year(), day.month(), day.day(), time.hour(), time.minute())  # noqa: DTZ001

    def _fold(self) -> int | None:
        if self.form.first_radio.isChecked():
            return 0
        return 1 if self.form.second_radio.isChecked() else None

    @Slot()
    def _on_time_changed(self) -> None:
        self.form.at_radio.setChecked(True)
        for radio in (self.form.first_radio, self.form.second_radio):
            radio.setAutoExclusive(False)
            radio.setChecked(False)
            radio.setAutoExclusive(True)
        self._check()

    @Slot()
    def _check(self) -> None:
        """Resolve the time and say what it means, or what is wrong with it."""
        form = self.form
        now = form.now_radio.isChecked()
        problem = self._suggestion = ""
        ambiguous = False
        self._at = None
        if not now:
            try:
                zone = chosen_zone(form.zone_combo)
                resolve(self._wall(), zone, 0)
                ambiguous = self._happens_twice(zone)
                self._at = resolve(self._wall(), zone, self._fold())
            except TimeInGap as error:
                self._suggestion = error.suggestion
                problem = self.tr("Clocks go forward then: this time does not exist there.")
            except TimeAmbiguous:
                problem = self.tr(
                    "Clocks go back then: this time happens twice. Which do you mean?"
                )
            except BadTime as error:
                problem = error.message
        for widget in (form.zone_combo, form.zone_label, form.both_label):
            widget.setVisible(not now)
        form.fold_box.setVisible(ambiguous)
        form.both_label.setText(wall_time(self._at, self._shell.me.zone) if self._at else "")
        form.problem_label.setText(problem)
        form.problem_label.setVisible(bool(problem))
        form.suggestion_button.setVisible(bool(self._suggestion))
        use = self.tr("Use %1").replace("%1", self._suggestion)
        form.suggestion_button.setText(use)
        notice = self._notice(now)
        form.notice_label.setText(notice)
        form.notice_label.setVisible(bool(notice))
        form.publish_button.setText(self._verb())
        form.publish_button.setEnabled((now or self._at is not None) and not self._blockers)

    def _happens_twice(self, zone: str) -> bool:
        try:
            resolve(self._wall(), zone, None)
        except TimeAmbiguous:
            return True
        return False

    def _verb(self) -> str:
        if self.form.now_radio.isChecked():
            return self.tr("Publish now")
        if self._at is None:
            return self.tr("Schedule")
        text = self.tr("Schedule for %1 %2", "time, place")
        return text.replace("%1", clock_time(self._at.wall)).replace(
            "%2", place_name(self._at.zone)
        )

    def _notice(self, now: bool) -> str:
        lines = [finding.message for finding in self._blockers]
        embargo: Embargo | None = self._view.story.embargo
        if embargo is not None and not embargo.lifted_reason:
            until = wall_time(embargo.until, self._shell.me.zone)
            early = now or (self._at is not None and self._at.utc < embargo.until.utc)
            text = (
                self.tr("Under embargo until %1: choose a later time.")
                if early
                else self.tr("The embargo ends before: %1.")
            )
            lines.append(text.replace("%1", until))
        return "\n".join(lines)

    @Slot()
    def _on_suggestion_clicked(self) -> None:
        self._set_wall(parse_wall(self._suggestion))

    @Slot()
    def _on_publish_clicked(self) -> None:
        self.form.publish_button.setEnabled(False)
        site_id = SiteId(self.form.site_combo.currentData())
        at = None if self.form.now_radio.isChecked() else self._at
        self.confirmed.emit(Confirmation(site_id, at))
