# SPDX-License-Identifier: GPL-3.0-or-later
"""Moves what is planned: to another day at the same hour, or to a time that the person chooses."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QDate, QObject, Qt

from editor_app.domain.errors import TimeAmbiguous, TimeInGap
from editor_app.domain.finding import Finding
from editor_app.domain.ids import ArticleId, SiteId
from editor_app.domain.schedule import Plan, PlanState, WallTime, shift_days
from editor_app.gui.dates import wall_time
from editor_app.gui.desk import Shell
from editor_app.gui.publishing.publish_dialog import Confirmation, PublishDialog
from editor_app.services.changes import Outcome
from editor_app.services.views import ArticleView, CalendarItem

OPEN_PLANS = (PlanState.CONFIRMED, PlanState.MISSED)


class Moving(QObject):
    """Carries out drops and what the keyboard does in their place; moves can be undone."""

    def __init__(self, shell: Shell, parent: QObject) -> None:
        """Work for one desk."""
        super().__init__(parent)
        self._shell = shell

    def to_day(self, item: CalendarItem, day: date) -> None:
        """Keep the hour on the clock, change the day; ask if that hour is missing or doubled."""
        at = item.plan.at
        if at is None or day == at.wall.date():
            return
        if item.plan.state not in OPEN_PLANS:
            text = self.tr("“%1” went out already and cannot be moved.")
            self._shell.say(text.replace("%1", item.headline))
            return
        try:
            moved = shift_days(at, (day - at.wall.date()).days)
        except (TimeInGap, TimeAmbiguous):
            self.ask(item, day)
            return
        self._reschedule(item.article_id, item.site_id, moved, at)

    def ask(self, item: CalendarItem, day: date | None = None) -> None:
        """Open the dialog for another time of a plan."""
        self._load(item.article_id, item.site_id, day, item)

    def schedule(self, article_id: ArticleId, day: date | None = None) -> None:
        """Open the dialog for an article that has no date, on the first site."""
        self._load(article_id, None, day, None)

    def publish_missed(self, item: CalendarItem) -> None:
        """Publish a missed plan now."""
        sync, plan_id = self._shell.newsroom.sync, item.plan.id
        self._shell.tasks.run(
            lambda: sync.publish_missed(plan_id), on_done=partial(self._on_late, item.headline)
        )

    def unschedule(self, item: CalendarItem) -> None:
        """Take a plan back; it can be planned again."""
        publish, sync = self._shell.newsroom.publish, self._shell.newsroom.sync
        article_id, site_id, plan = item.article_id, item.site_id, item.plan
        if plan.state is PlanState.MISSED:
            self._shell.tasks.run(lambda: sync.drop_missed(plan.id), on_done=self._on_dropped)
            return

        def again() -> None:
            self._shell.tasks.run(lambda: publish.confirm(article_id, site_id, at=plan.at))

        def done(_outcome: object) -> None:
            text = self.tr("“%1” is no longer scheduled.").replace("%1", item.headline)
            self._shell.say(text, undo=again)

        self._shell.tasks.run(lambda: publish.unschedule(article_id, site_id), on_done=done)

    def _reschedule(
        self, article_id: ArticleId, site_id: SiteId, to: WallTime, back: WallTime | None
    ) -> None:
        publish = self._shell.newsroom.publish

        def done(_outcome: Outcome[Plan]) -> None:
            undo = (
                partial(self._reschedule, article_id, site_id, back, None)
                if back is not None
                else None
            )
            when = wall_time(to, self._shell.me.zone)
            self._shell.say(self.tr("Moved to %1.").replace("%1", when), undo=undo)

        self._shell.tasks.run(lambda: publish.reschedule(article_id, site_id, to), on_done=done)

    def _load(
        self,
        article_id: ArticleId,
        site_id: SiteId | None,
        day: date | None,
        item: CalendarItem | None,
    ) -> None:
        browse = self._shell.newsroom.browse
        self._shell.tasks.run(
            lambda: browse.show(article_id),
            on_done=partial(self._open_dialog, site_id, day, item),
            newest="calendar.ask",
        )

    def _open_dialog(
        self, site_id: SiteId | None, day: date | None, item: CalendarItem | None, view: ArticleView
    ) -> None:
        if site_id is None:
            if not view.sites:
                self._shell.say(self.tr("This newsroom has no site yet. Add one in Preferences."))
                return
            site_id = view.sites[0].site.id
        dialog = PublishDialog(self._shell, view, site_id, now=False)
        if day is not None:
            dialog.form.date_edit.setDate(QDate(day.year, day.month, day.day))
        if item is not None:
            # The plan belongs to this site; another one is another publication.
            dialog.form.site_combo.setEnabled(False)
        dialog.confirmed.connect(partial(self._on_confirmed, dialog, view, item))
        checks, article_id = self._shell.newsroom.checks, view.article.id

        def show(findings: tuple[Finding, ...]) -> None:
            dialog.show_findings(findings)

        self._shell.tasks.run(
            lambda: checks.check(article_id), on_done=show, newest="calendar.check"
        )
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.open()

    def _on_confirmed(
        self,
        dialog: PublishDialog,
        view: ArticleView,
        item: CalendarItem | None,
        what: Confirmation,
    ) -> None:
        publish, article_id, site_id = self._shell.newsroom.publish, view.article.id, what.site_id
        at = what.at
        # A plan that is moved keeps the text that was confirmed for it.
        keeps_text = item is not None and item.plan.state in OPEN_PLANS

        def work() -> Outcome[Plan]:
            if keeps_text and at is not None:
                return publish.reschedule(article_id, site_id, at)
            return publish.confirm(article_id, site_id, at=at)

        def done(outcome: Outcome[Plan]) -> None:
            dialog.accept()
            self._say_planned(outcome.value)

        self._shell.tasks.run(work, on_done=done, on_failed=dialog.show_problem)

    def _say_planned(self, plan: Plan) -> None:
        if plan.at is None:
            self._shell.say(self.tr("On its way to the site."))
        else:
            when = wall_time(plan.at, self._shell.me.zone)
            self._shell.say(self.tr("Scheduled for %1.").replace("%1", when))

    def _on_late(self, headline: str, _outcome: object) -> None:
        self._shell.say(self.tr("“%1” is on its way to the site.").replace("%1", headline))

    def _on_dropped(self, _outcome: object) -> None:
        self._shell.say(self.tr("It stays unpublished."))
