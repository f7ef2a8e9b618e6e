# SPDX-License-Identifier: GPL-3.0-or-later
"""A schedule that was missed while the computer was off: asked about, and each answer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from editor_app.bootstrap import open_newsroom
from editor_app.domain.ids import ArticleId
from editor_app.domain.schedule import WALL_FORMAT, PlanState
from editor_app.domain.workflow import Stage
from editor_app.gui.main_window import MainWindow
from editor_app.gui.publishing.missed_dialog import MissedDialog
from editor_app.gui.publishing.publish_dialog import PublishDialog
from tests.fakes.fixed_clock import FixedClock

Start = Callable[..., Any]
Settle = Callable[[Any], None]
PATIENCE_MS = 20_000


@pytest.fixture
def late(profile: Path) -> ArticleId:
    """An article planned for yesterday, by somebody whose computer was off since."""
    then = datetime.now(UTC) - timedelta(days=2)
    newsroom = open_newsroom(profile, clock=FixedClock(then))
    site = newsroom.sites.default()
    newsroom.sites.set_options(site.id, zone="UTC", options={"folder": str(profile / "site")})
    article = newsroom.write.create(
        language="en", headline="The tide table", body="High water at six.\n"
    ).value
    wall = (then + timedelta(days=1)).strftime(WALL_FORMAT)
    at = newsroom.publish.resolve_time(wall, "UTC", None)
    newsroom.publish.confirm(article.id, site.id, at=at)
    newsroom.close()
    return article.id


@pytest.fixture
def window(qtbot: QtBot, start: Start, settle: Settle, profile: Path, late: ArticleId) -> Any:
    """The window, with the question on top."""
    session = start(profile)
    qtbot.waitUntil(lambda: session.window.findChild(MissedDialog) is not None, timeout=PATIENCE_MS)
    settle(session)
    return session.window


def answer(qtbot: QtBot, window: MainWindow, name: str) -> None:
    """Press one of the three buttons with the keyboard."""
    dialog = window.findChild(MissedDialog)
    assert dialog is not None
    button = dialog.findChild(QPushButton, name)
    assert button is not None
    qtbot.keyClick(button, Qt.Key.Key_Space)


def page_of(profile: Path) -> list[Path]:
    """Return the pages of the site that have the headline."""
    pages = (profile / "site").rglob("*.html")
    return [page for page in pages if "The tide table" in page.read_text()]


def test_nothing_is_published_late_without_an_answer(window: Any, profile: Path, late: ArticleId):
    dialog = window.findChild(MissedDialog)
    said = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "Nothing was sent" in said
    assert "The tide table" in said
    assert "UTC" in said
    assert page_of(profile) == []
    (missed,) = window.newsroom.sync.missed()
    assert missed.plan.article_id == late
    dialog.reject()
    assert page_of(profile) == []


def test_publish_now_puts_the_page_on_the_site(
    qtbot: QtBot, window: Any, profile: Path, late: ArticleId
):
    answer(qtbot, window, "publish_missed_button")
    browse = window.newsroom.browse
    qtbot.waitUntil(lambda: browse.show(late).article.stage is Stage.LIVE, timeout=PATIENCE_MS)
    assert page_of(profile)
    assert window.newsroom.sync.missed() == ()


def test_reschedule_opens_the_time_fields_and_the_new_plan_replaces_the_missed_one(
    qtbot: QtBot, window: Any, settle: Settle, profile: Path, late: ArticleId
):
    answer(qtbot, window, "reschedule_missed_button")
    qtbot.waitUntil(lambda: window.findChild(PublishDialog) is not None, timeout=PATIENCE_MS)
    settle(window)
    form = window.findChild(PublishDialog).form
    form.date_edit.setDate(form.date_edit.date().addYears(1))
    qtbot.waitUntil(form.publish_button.isEnabled)
    qtbot.keyClick(form.publish_button, Qt.Key.Key_Space)
    newsroom = window.newsroom
    qtbot.waitUntil(lambda: newsroom.sync.missed() == (), timeout=PATIENCE_MS)
    settle(window)
    plan = newsroom.browse.show(late).sites[0].plan
    assert plan is not None
    assert plan.state is PlanState.CONFIRMED
    assert plan.due_utc > datetime.now(UTC)
    assert page_of(profile) == []


def test_leave_unpublished_drops_the_plan_and_asks_no_more(
    qtbot: QtBot, window: Any, settle: Settle, profile: Path, late: ArticleId
):
    answer(qtbot, window, "drop_missed_button")
    newsroom = window.newsroom
    qtbot.waitUntil(lambda: newsroom.sync.missed() == (), timeout=PATIENCE_MS)
    settle(window)
    view = newsroom.browse.show(late)
    assert view.article.stage is Stage.APPROVED
    assert view.sites[0].plan is None
    assert page_of(profile) == []
    assert newsroom.outbox.waiting_count() == 0
