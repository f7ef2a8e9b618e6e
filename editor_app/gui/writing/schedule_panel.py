# SPDX-License-Identifier: GPL-3.0-or-later
"""Schedule: what the article is on each site, what is planned, and what can be done there."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import partial

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor_app.domain.ids import SiteId
from editor_app.domain.site import RemoteState
from editor_app.domain.story import Embargo
from editor_app.domain.workflow import Stage
from editor_app.gui.dates import wall_time
from editor_app.gui.icons import Icons
from editor_app.gui.labels import remote_label
from editor_app.gui.theme.tokens import SMALL_ICON_SIZE, SPACE_L, SPACE_M, SPACE_XS
from editor_app.gui.writing.inspector import Panel
from editor_app.services.views import ArticleView, SiteStatus

HOURS_A_DAY = 24
_ON_THE_SITE = (RemoteState.LIVE, RemoteState.CHANGED_THERE)


class SchedulePanel(Panel):
    """Emits which site is meant with every wish."""

    schedule_requested = Signal(str)  # a site's id
    publish_requested = Signal(str)
    unschedule_requested = Signal(str)
    unpublish_requested = Signal(str)
    open_requested = Signal(str)
    embargo_requested = Signal()
    lift_requested = Signal()

    def __init__(self, icons: Icons, my_zone: str, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._icons, self._my_zone = icons, my_zone
        self._shown: tuple[object, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, SPACE_M, SPACE_M)
        self._column.setSpacing(SPACE_L)

    def show_view(self, view: ArticleView) -> None:
        """Show all sites; nothing is rebuilt (and no focus lost) unless something changed."""
        embargo = view.story.embargo
        lines = self._embargo_lines(embargo)
        shown = (view.sites, embargo, lines, view.article.stage, view.article.head)
        if shown == self._shown:
            return
        self._shown = shown
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        if view.article.stage is Stage.IDEA:
            hint = QLabel(self.tr("An idea cannot be published. Make it a draft first."), self)
            hint.setWordWrap(True)
            hint.setProperty("role", "muted")
            self._column.addWidget(hint)
        for status in view.sites:
            self._column.addWidget(self._site(status, view))
        self._column.addWidget(self._embargo(view.story.embargo))
        self._column.addStretch(1)

    def _embargo(self, embargo: Embargo | None) -> QWidget:
        """Show until when nothing may appear, and offer to set, change or lift it."""
        box = QFrame(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_XS)
        title = QLabel(self.tr("Embargo"), box)
        title.setProperty("role", "title")
        column.addWidget(title)
        in_force = _is_in_force(embargo)
        for text, role in self._embargo_lines(embargo):
            line = QLabel(text, box)
            line.setWordWrap(True)
            line.setProperty("role", role)
            column.addWidget(line)
        column.addSpacing(SPACE_XS)
        set_text = self.tr("Change the embargo…") if in_force else self.tr("Set an embargo…")
        wishes = [(set_text, self.embargo_requested, "embargo_button")]
        if in_force:
            wishes.append((self.tr("Lift the embargo…"), self.lift_requested, "lift_button"))
        for text, signal, name in wishes:
            button = QPushButton(text, box)
            button.setObjectName(name)
            button.clicked.connect(signal)
            column.addWidget(button)
        return box

    def _embargo_lines(self, embargo: Embargo | None) -> list[tuple[str, str]]:
        if embargo is None:
            return [(self.tr("None: the story may appear at any time."), "muted")]
        until = wall_time(embargo.until, self._my_zone)
        if embargo.lifted_reason:
            lifted = self.tr("Embargo lifted: %1").replace("%1", embargo.lifted_reason)
            return [(lifted, "muted")]
        left = embargo.until.utc - datetime.now(UTC)
        if left <= timedelta(0):
            over = self.tr("The embargo ended: %1").replace("%1", until)
            return [(over, "muted")]
        held = self.tr("Under embargo until %1").replace("%1", until)
        return [(held, "attention"), (self._time_left(left), "muted")]

    def _time_left(self, left: timedelta) -> str:
        hours = int(left.total_seconds() // 3600)
        if hours >= 2 * HOURS_A_DAY:
            return self.tr("%n days left", None, hours // HOURS_A_DAY)
        if hours > 0:
            return self.tr("%n hours left", None, hours)
        return self.tr("Less than an hour left")

    def _site(self, status: SiteStatus, view: ArticleView) -> QWidget:
        box = QFrame(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_XS)
        name = QLabel(status.site.name, box)
        name.setProperty("role", "title")
        column.addWidget(name)
        column.addLayout(self._state_line(status, box))
        for text in self._lines(status, view):
            line = QLabel(text, box)
            line.setWordWrap(True)
            line.setProperty("role", "muted")
            column.addWidget(line)
        buttons = QVBoxLayout()
        buttons.setSpacing(SPACE_XS)
        for text, signal, name_ in self._wishes(status, view):
            button = QPushButton(text, box)
            button.setObjectName(name_)
            button.clicked.connect(partial(_ask, signal, status.site.id))
            buttons.addWidget(button)
        column.addSpacing(SPACE_XS)
        column.addLayout(buttons)
        return box

    def _state_line(self, status: SiteStatus, box: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE_XS)
        label = remote_label(status.state)
        assert label is not None
        icon = QLabel(box)
        icon.setPixmap(self._icons.pixmap(label.icon, label.colour, SMALL_ICON_SIZE))
        word = QLabel(label.word, box)
        word.setProperty("state", label.colour)
        row.addWidget(icon)
        row.addWidget(word, 1)
        return row

    def _lines(self, status: SiteStatus, view: ArticleView) -> list[str]:
        lines: list[str] = []
        plan = status.plan
        if plan is not None and plan.at is not None:
            lines.append(wall_time(plan.at, self._my_zone))
            if not status.site.capabilities.can_schedule and status.state is RemoteState.SCHEDULED:
                lines.append(self.tr("This computer must be on at that time."))
        if plan is not None and plan.content_hash != view.article.content.hash:
            lines.append(
                self.tr("Edited since you confirmed: what goes out is the confirmed text.")
            )
        if status.waiting is not None and status.waiting.reason:
            lines.append(status.waiting.reason)
        return lines

    def _wishes(
        self, status: SiteStatus, view: ArticleView
    ) -> list[tuple[str, SignalInstance, str]]:
        if view.article.stage is Stage.IDEA:
            return []
        planned = status.plan is not None and status.plan.at is not None
        live = status.state in _ON_THE_SITE
        wishes: list[tuple[str, SignalInstance, str]] = []
        if planned:
            text = self.tr("Reschedule…")
        else:
            text = self.tr("Schedule changes…") if live else self.tr("Schedule…")
        wishes.append((text, self.schedule_requested, "schedule_button"))
        now = self.tr("Publish changes now…") if live else self.tr("Publish now…")
        wishes.append((now, self.publish_requested, "publish_button"))
        if planned:
            wishes.append((self.tr("Unschedule"), self.unschedule_requested, "unschedule_button"))
        if live:
            wishes.append((self.tr("Unpublish…"), self.unpublish_requested, "unpublish_button"))
        if live and status.href:
            wishes.append((self.tr("Open on the site"), self.open_requested, "open_site_button"))
        return wishes


def _is_in_force(embargo: Embargo | None) -> bool:
    if embargo is None or embargo.lifted_reason:
        return False
    return embargo.until.utc > datetime.now(UTC)


def _ask(signal: SignalInstance, site_id: SiteId, _checked: bool = False) -> None:
    signal.emit(site_id)
