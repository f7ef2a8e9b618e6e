# SPDX-License-Identifier: GPL-3.0-or-later
"""The Calendar desk over a real newsroom: looking, moving, scheduling."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from editor_app.bootstrap import open_newsroom
from editor_app.domain.errors import TimeAmbiguous
from editor_app.domain.ids import ArticleId
from editor_app.domain.schedule import WallTime, load_zone, resolve
from editor_app.domain.workflow import Stage
from editor_app.gui.application import WindowSession
from editor_app.gui.planning.desk import PlanningDesk
from editor_app.gui.planning.drag_payload import Dragged, packed, unpacked
from editor_app.gui.planning.month_model import ITEMS_ROLE
from editor_app.gui.planning.month_view import MonthView
from editor_app.gui.planning.work_pane import CalendarPane
from editor_app.gui.publishing.publish_dialog import PublishDialog

Start = Callable[..., WindowSession]
Settle = Callable[[WindowSession], None]
ZONE = "Europe/Paris"


def shown_desk(session: WindowSession) -> str:
    desk = session.window.current_desk
    return desk.id if desk is not None else ""


def next_morning(days: int = 10) -> WallTime:
    """Return nine o'clock in Paris, some days from now."""
    today = datetime.now(load_zone(ZONE)).replace(tzinfo=None)
    wall = today.replace(hour=9, minute=0, second=0, microsecond=0) + timedelta(days=days)
    return resolve(wall, ZONE, 0)


def overlap_after(start: datetime) -> datetime | None:
    """Return the first half past two of an October Sunday that happens twice, after a moment."""
    for year in (start.year, start.year + 1):
        for day in range(25, 32):
            wall = datetime(year, 10, day, 2, 30)  # noqa: DTZ001 - a wall time
            try:
                resolve(wall, ZONE)
            except TimeAmbiguous:
                if wall > start:
                    return wall
    return None


@pytest.fixture
def planned(profile: Path) -> ArticleId:
    """An article that is scheduled on the site of this computer."""
    newsroom = open_newsroom(profile)
    article = newsroom.write.create(
        language="en", headline="The tide table changes", body="Text enough for a page.\n" * 3
    ).value
    newsroom.stages.move(article.id, Stage.APPROVED)
    newsroom.publish.confirm(article.id, newsroom.sites.default().id, at=next_morning())
    newsroom.close()
    return article.id


@pytest.fixture
def session(start: Start, settle: Settle, profile: Path, planned: ArticleId) -> WindowSession:
    opened = start(profile)
    opened.window.go_to("calendar")
    settle(opened)
    desk_of(opened).pane.go_to_day(next_morning().wall.date())
    settle(opened)
    return opened


def desk_of(session: WindowSession) -> PlanningDesk:
    desk = session.window.desk("calendar")
    assert isinstance(desk, PlanningDesk)
    return desk


def plan_of(session: WindowSession, article_id: ArticleId) -> WallTime:
    status = session.window.newsroom.browse.show(article_id).sites[0]
    assert status.plan is not None
    assert status.plan.at is not None
    return status.plan.at


def chosen_day(pane: CalendarPane) -> date:
    day = pane.month.current_day
    assert day is not None
    return day


def drop(view: MonthView, dragged: Dragged, at: QPoint) -> None:
    """Drop onto a view what a drag would bring."""
    data = packed(dragged)
    buttons, held = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(at, Qt.DropAction.MoveAction, data, buttons, held)
    view.dragEnterEvent(entering)
    assert entering.isAccepted()
    view.dropEvent(QDropEvent(QPointF(at), Qt.DropAction.MoveAction, data, buttons, held))


def test_what_is_planned_stands_on_its_day_and_return_opens_it(
    qtbot: QtBot, session: WindowSession, settle: Settle, planned: ArticleId
):
    desk = desk_of(session)
    items = desk.pane.month.currentIndex().data(ITEMS_ROLE)
    assert [item.article_id for item in items] == [planned]
    spoken = desk.pane.month.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    for word in ("09:00 Paris", "The tide table changes", "English", "Scheduled"):
        assert word in spoken
    qtbot.keyClick(desk.pane.month, Qt.Key.Key_Return)
    settle(session)
    assert shown_desk(session) == "articles"


def test_arrow_keys_walk_into_the_next_month_and_page_keys_keep_the_day(
    qtbot: QtBot, session: WindowSession, settle: Settle
):
    pane = desk_of(session).pane
    day = chosen_day(pane)
    for _ in range(5):
        qtbot.keyClick(pane.month, Qt.Key.Key_Down)
    assert chosen_day(pane) == day + timedelta(weeks=5)
    assert (pane.model.year, pane.model.month) != (day.year, day.month)
    qtbot.keyClick(pane.month, Qt.Key.Key_PageUp)
    shown = chosen_day(pane)
    assert (shown.year, shown.month) == (pane.model.year, pane.model.month)
    settle(session)


def test_dropping_on_another_day_keeps_the_hour_on_the_clock_and_can_be_undone(
    qtbot: QtBot, session: WindowSession, settle: Settle, planned: ArticleId
):
    desk = desk_of(session)
    before = plan_of(session, planned)
    item = desk.pane.month.currentIndex().data(ITEMS_ROLE)[0]
    current = chosen_day(desk.pane)
    aim = current + timedelta(days=1 if current.day < 27 else -1)
    rect = desk.pane.month.visualRect(desk.pane.model.index_of(aim))
    drop(desk.pane.month, Dragged(item.article_id, item.plan.id), rect.center())
    settle(session)
    moved = plan_of(session, planned)
    assert moved.wall.date() == aim
    assert (moved.wall.time(), moved.zone) == (before.wall.time(), before.zone)
    assert desk.pane.month.current_day == aim
    assert session.window.quiet_bar.isVisible()
    button = session.window.quiet_bar.findChild(QPushButton, "undo_button")
    assert button is not None
    button.click()
    settle(session)
    assert plan_of(session, planned).wall == before.wall


def test_the_keyboard_moves_a_plan_by_a_day(
    qtbot: QtBot, session: WindowSession, settle: Settle, planned: ArticleId
):
    before = plan_of(session, planned)
    desk_of(session).pane.month.setFocus()
    qtbot.keyClick(desk_of(session).pane.month, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    settle(session)
    assert plan_of(session, planned).wall == before.wall + timedelta(days=1)


def test_an_hour_that_happens_twice_is_asked_about_before_anything_moves(
    qtbot: QtBot, start: Start, settle: Settle, profile: Path, planned: ArticleId
):
    twice = overlap_after(next_morning(20).wall)
    assert twice is not None
    newsroom = open_newsroom(profile)
    site = newsroom.sites.default().id
    day_before = resolve(twice - timedelta(days=1), ZONE)
    newsroom.publish.reschedule(planned, site, day_before)
    newsroom.close()
    session = start(profile)
    session.window.go_to("calendar")
    settle(session)
    desk = desk_of(session)
    desk.pane.go_to_day(day_before.wall.date())
    settle(session)
    desk.move_later()
    qtbot.waitUntil(lambda: bool(session.window.findChildren(PublishDialog)))
    settle(session)
    dialog = session.window.findChildren(PublishDialog)[0]
    assert dialog.form.fold_box.isVisible()
    assert not dialog.form.publish_button.isEnabled()
    assert plan_of(session, planned).wall == day_before.wall
    dialog.form.second_radio.click()
    dialog.form.publish_button.click()
    settle(session)
    assert plan_of(session, planned) == WallTime(twice, ZONE, 1)


def test_an_article_without_a_date_is_scheduled_from_the_tray(
    qtbot: QtBot, session: WindowSession, settle: Settle
):
    newsroom = session.window.newsroom
    session.window.tasks.run(
        lambda: newsroom.write.create(language="en", headline="Lamps on the quay", body="Text.")
    )
    settle(session)
    desk = desk_of(session)
    qtbot.waitUntil(lambda: desk.side.tray_model.rowCount() == 1)
    desk.side.tray.setCurrentIndex(desk.side.tray_model.index(0))
    qtbot.keyClick(desk.side.tray, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(session.window.findChildren(PublishDialog)))
    settle(session)
    dialog = session.window.findChildren(PublishDialog)[0]
    chosen = chosen_day(desk.pane)
    assert dialog.form.date_edit.date().toPython() == chosen
    qtbot.mouseClick(dialog.form.publish_button, Qt.MouseButton.LeftButton)
    settle(session)
    qtbot.waitUntil(lambda: desk.side.tray_model.rowCount() == 0)
    headlines = {item.headline for item in desk.pane.model.items_on(chosen)}
    assert "Lamps on the quay" in headlines


def test_taking_a_schedule_back_puts_the_article_into_the_tray(
    qtbot: QtBot, session: WindowSession, settle: Settle, planned: ArticleId
):
    desk = desk_of(session)
    desk.details.unschedule_button.click()
    settle(session)
    qtbot.waitUntil(lambda: desk.side.tray_model.rowCount() == 1)
    row = desk.side.tray_model.row(0)
    assert row is not None
    assert row.id == planned
    assert not desk.details.unschedule_button.isVisible()


def test_the_agenda_lists_the_same_items_and_opens_them(
    qtbot: QtBot, session: WindowSession, settle: Settle
):
    desk = desk_of(session)
    desk.toggle_agenda()
    assert desk.pane.agenda.isVisible()
    qtbot.keyClick(desk.pane.agenda, Qt.Key.Key_Return)
    settle(session)
    assert shown_desk(session) == "articles"


def test_something_dragged_from_elsewhere_is_not_taken():
    data = packed(Dragged("an id", "a plan"))
    assert unpacked(data) == Dragged("an id", "a plan")
    data.clear()
    data.setText("https://news.example")
    assert unpacked(data) is None
