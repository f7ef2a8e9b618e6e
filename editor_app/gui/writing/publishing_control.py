# SPDX-License-Identifier: GPL-3.0-or-later
"""Publishes, schedules and takes back, after the text is saved and the person has confirmed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox

from editor_app.domain.article import Article
from editor_app.domain.errors import EditorError
from editor_app.domain.finding import Finding
from editor_app.domain.ids import ArticleId, SiteId
from editor_app.domain.schedule import Plan, WallTime
from editor_app.domain.site import SiteKind
from editor_app.gui.dates import wall_time
from editor_app.gui.desk import Shell
from editor_app.gui.publishing.publish_dialog import Confirmation, PublishDialog
from editor_app.gui.writing.schedule_panel import SchedulePanel
from editor_app.gui.writing.sessions import Sessions
from editor_app.services.changes import Outcome
from editor_app.services.views import ArticleView, SiteStatus


class PublishingControl(QObject):
    """Carries out what the schedule panel and the commands ask."""

    def __init__(
        self, shell: Shell, sessions: Sessions, panel: SchedulePanel, parent: QObject
    ) -> None:
        """Listen to the panel."""
        super().__init__(parent)
        self._shell, self._sessions = shell, sessions
        self._view: ArticleView | None = None
        panel.schedule_requested.connect(self._on_schedule_requested)
        panel.publish_requested.connect(self._on_publish_requested)
        panel.unschedule_requested.connect(self._on_unschedule_requested)
        panel.unpublish_requested.connect(self._on_unpublish_requested)
        panel.open_requested.connect(self._on_open_requested)

    @Slot(object)
    def use(self, view: ArticleView) -> None:
        """Take the view of the article that is shown."""
        self._view = view

    @property
    def first_site(self) -> SiteId | None:
        """Return the site that a command without a site means."""
        return self._view.sites[0].site.id if self._view and self._view.sites else None

    def ask(self, article_id: ArticleId, site_id: SiteId, *, now: bool) -> None:
        """Save, load the article's view afresh, then open the dialog."""
        browse = self._shell.newsroom.browse

        def load() -> None:
            self._shell.tasks.run(
                lambda: browse.show(article_id),
                on_done=partial(self._open_dialog, site_id, now),
                newest="publishing.ask",
            )

        self._sessions.after_saving(article_id, load)

    def _open_dialog(self, site_id: SiteId, now: bool, view: ArticleView) -> None:
        dialog = PublishDialog(self._shell, view, site_id, now=now)
        dialog.confirmed.connect(partial(self._on_confirmed, dialog, view))
        checks = self._shell.newsroom.checks

        def show(findings: tuple[Finding, ...]) -> None:
            dialog.show_findings(findings)

        self._shell.tasks.run(
            lambda: checks.check(view.article.id), on_done=show, newest="publishing.check"
        )
        dialog.open()

    def _on_confirmed(self, dialog: PublishDialog, view: ArticleView, what: Confirmation) -> None:
        publish, article_id = self._shell.newsroom.publish, view.article.id

        def done(outcome: Outcome[Plan]) -> None:
            dialog.accept()
            self._say_planned(article_id, outcome.value)

        self._shell.tasks.run(
            lambda: publish.confirm(article_id, what.site_id, at=what.at),
            on_done=done,
            on_failed=dialog.show_problem,
        )

    def _say_planned(self, article_id: ArticleId, plan: Plan) -> None:
        if plan.at is None:
            self._shell.say(self.tr("On its way to the site."))
            return
        when = wall_time(plan.at, self._shell.me.zone)
        undo = partial(self._unschedule, article_id, plan.site_id, None)
        self._shell.say(self.tr("Scheduled for %1.").replace("%1", when), undo=undo)

    def _status(self, site_id: str) -> SiteStatus | None:
        sites = self._view.sites if self._view else ()
        return next((one for one in sites if one.site.id == site_id), None)

    @Slot(str)
    def _on_schedule_requested(self, site_id: str) -> None:
        if self._view is not None:
            self.ask(self._view.article.id, SiteId(site_id), now=False)

    @Slot(str)
    def _on_publish_requested(self, site_id: str) -> None:
        if self._view is not None:
            self.ask(self._view.article.id, SiteId(site_id), now=True)

    @Slot(str)
    def _on_unschedule_requested(self, site_id: str) -> None:
        status = self._status(site_id)
        if self._view is not None and status is not None and status.plan is not None:
            self._unschedule(self._view.article.id, status.site.id, status.plan.at)

    def _unschedule(self, article_id: ArticleId, site_id: SiteId, at: WallTime | None) -> None:
        publish = self._shell.newsroom.publish

        def again() -> None:
            self._shell.tasks.run(lambda: publish.confirm(article_id, site_id, at=at))

        def done(_outcome: Outcome[Article]) -> None:
            undo = again if at is not None else None
            self._shell.say(self.tr("The schedule is taken back."), undo=undo)

        self._shell.tasks.run(lambda: publish.unschedule(article_id, site_id), on_done=done)

    @Slot(str)
    def _on_unpublish_requested(self, site_id: str) -> None:
        status = self._status(site_id)
        if self._view is None or status is None:
            return
        box = QMessageBox(self._shell.window)
        text = self.tr("Take “%1” off %2? Readers will no longer find it there.")
        headline = self._view.article.content.headline
        box.setText(text.replace("%1", headline).replace("%2", status.site.name))
        box.addButton(self.tr("Keep it there"), QMessageBox.ButtonRole.RejectRole)
        sure = box.addButton(self.tr("Unpublish"), QMessageBox.ButtonRole.AcceptRole)
        sure.clicked.connect(partial(self._unpublish, self._view.article.id, status.site.id))
        box.open()

    def _unpublish(self, article_id: ArticleId, site_id: SiteId, _checked: bool = False) -> None:
        publish = self._shell.newsroom.publish
        self._shell.tasks.run(lambda: publish.unpublish(article_id, site_id))

    @Slot(str)
    def _on_open_requested(self, site_id: str) -> None:
        status = self._status(site_id)
        if status is None:
            return
        sites, site, href = self._shell.newsroom.sites, status.site, status.href
        if site.kind is not SiteKind.STATIC:
            QDesktopServices.openUrl(QUrl(href))
            return

        def address() -> str:
            # The page's public address may be another computer's: show it from this one.
            local = sites.preview_url(site.id)
            return local.rstrip("/") + QUrl(href).path() if href else local

        self._shell.tasks.run(address, on_done=_open_address, on_failed=self._on_no_preview)

    def _on_no_preview(self, error: EditorError) -> None:
        self._shell.fail(error)


def _open_address(address: str) -> None:
    QDesktopServices.openUrl(QUrl(address))
