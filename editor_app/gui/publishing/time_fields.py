# SPDX-License-Identifier: GPL-3.0-or-later
"""The fields in which a wall time and its zone are chosen, with what is wrong with them."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Protocol

from PySide6.QtCore import QDate, QObject, QTime, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QLabel,
    QPushButton,
    QRadioButton,
    QTimeEdit,
    QWidget,
)

from editor_app.domain.errors import BadTime, TimeAmbiguous, TimeInGap
from editor_app.domain.schedule import WallTime, load_zone, parse_wall, resolve
from editor_app.gui.dates import wall_time
from editor_app.gui.publishing.zones_combo import chosen_zone, fill_zones

SUGGESTED_HOUR = 9


class TimeForm(Protocol):
    """The widgets that a form with a time in it has."""

    date_edit: QDateEdit
    time_edit: QTimeEdit
    zone_label: QLabel
    zone_combo: QComboBox
    both_label: QLabel
    problem_label: QLabel
    suggestion_button: QPushButton
    fold_box: QWidget
    first_radio: QRadioButton
    second_radio: QRadioButton


class TimeFields(QObject):
    """Resolves what is chosen: a gap is refused with a suggestion, an overlap is asked about."""

    edited = Signal()  # by the person or by `suggest`: day, time or zone
    answered = Signal()  # which of two times is meant

    def __init__(self, form: TimeForm, zones: tuple[str, ...], my_zone: str) -> None:
        """Offer these zones first, and choose the first of them."""
        super().__init__()
        self._form, self._my_zone = form, my_zone
        self._suggestion = ""
        self.at: WallTime | None = None
        form.date_edit.setDisplayFormat("ddd d MMM yyyy")
        form.both_label.setProperty("role", "muted")
        form.problem_label.setProperty("role", "attention")
        fill_zones(form.zone_combo, zones)
        form.suggestion_button.clicked.connect(self._on_suggestion_clicked)
        for radio in (form.first_radio, form.second_radio):
            radio.toggled.connect(self.answered)

    def listen(self) -> None:
        """Emit `edited` from now on, whenever day, time or zone change."""
        self._form.date_edit.dateChanged.connect(self._on_edited)
        self._form.time_edit.timeChanged.connect(self._on_edited)
        self._form.zone_combo.currentTextChanged.connect(self._on_edited)

    def suggest(self, known: WallTime | None) -> None:
        """Start with the time that is known, or with the next morning in the first zone."""
        if known is not None:
            place = self._form.zone_combo.findData(known.zone)
            self._form.zone_combo.setCurrentIndex(max(0, place))
            self._set_wall(known.wall)
            return
        zone = load_zone(chosen_zone(self._form.zone_combo))
        today = datetime.now(zone).replace(tzinfo=None, second=0, microsecond=0)
        self._set_wall(today.replace(hour=SUGGESTED_HOUR, minute=0) + timedelta(days=1))

    def check(self, *, in_use: bool = True) -> WallTime | None:
        """Resolve the time and say what it means, or what is wrong with it; hide what is idle."""
        form = self._form
        problem = self._suggestion = ""
        ambiguous = False
        self.at = None
        if in_use:
            try:
                zone = chosen_zone(form.zone_combo)
                resolve(self._wall(), zone, 0)
                ambiguous = self._happens_twice(zone)
                self.at = resolve(self._wall(), zone, self._fold())
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
            widget.setVisible(in_use)
        form.fold_box.setVisible(ambiguous)
        form.both_label.setText(wall_time(self.at, self._my_zone) if self.at else "")
        form.problem_label.setText(problem)
        form.problem_label.setVisible(bool(problem))
        form.suggestion_button.setVisible(bool(self._suggestion))
        use = self.tr("Use %1").replace("%1", self._suggestion)
        form.suggestion_button.setText(use)
        return self.at

    def _set_wall(self, wall: datetime) -> None:
        self._form.date_edit.setDate(QDate(wall.year, wall.month, wall.day))
        self._form.time_edit.setTime(QTime(wall.hour, wall.minute))

    def _wall(self) -> datetime:
        day, time = self._form.date_edit.date(), self._form.time_edit.time()
        return datetime(day.year(), day.month(), day.day(), time.hour(), time.minute())  # noqa: DTZ001

    def _fold(self) -> int | None:
        if self._form.first_radio.isChecked():
            return 0
        return 1 if self._form.second_radio.isChecked() else None

    def _happens_twice(self, zone: str) -> bool:
        try:
            resolve(self._wall(), zone, None)
        except TimeAmbiguous:
            return True
        return False

    @Slot()
    def _on_edited(self) -> None:
        for radio in (self._form.first_radio, self._form.second_radio):
            radio.setAutoExclusive(False)
            radio.setChecked(False)
            radio.setAutoExclusive(True)
        self.edited.emit()

    @Slot()
    def _on_suggestion_clicked(self) -> None:
        self._set_wall(parse_wall(self._suggestion))
