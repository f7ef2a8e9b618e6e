# SPDX-License-Identifier: GPL-3.0-or-later
"""The Outbox desk over a real newsroom."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from editor_app.bootstrap import open_newsroom
from editor_app.domain.outbox import OutboxState
from editor_app.domain.schedule import load_zone, resolve
from editor_app.domain.workflow import Stage
from editor_app.gui.application import WindowSession
from editor_app.gui.outbox.desk import OutboxDesk
from editor_app.gui.outbox.words import OUTBOX_STATES

Start = Callable[..., WindowSession]
Settle = Callable[[WindowSession], None]


def shown_desk(session: WindowSession) -> str:
    desk = session.window.current_desk
    return desk.id if desk is not None else ""


def schedule_one(profile: Path) -> None:
    newsroom = open_newsroom(profile)
    article = newsroom.write.create(language="fr", headline="Marée haute", body="Un texte.").value
    newsroom.stages.move(article.id, Stage.APPROVED)
    tomorrow = datetime.now(load_zone("Europe/Paris")).replace(tzinfo=None) + timedelta(days=2)
    at = resolve(tomorrow.replace(hour=9, minute=0, second=0, microsecond=0), "Europe/Paris", 0)
    newsroom.publish.confirm(article.id, newsroom.sites.default().id, at=at)
    newsroom.close()


def opened(session: WindowSession, settle: Settle) -> OutboxDesk:
    session.window.go_to("outbox")
    settle(session)
    desk = session.window.desk("outbox")
    assert isinstance(desk, OutboxDesk)
    return desk


def test_an_empty_outbox_says_that_nothing_waits(start: Start, settle: Settle, profile: Path):
    desk = opened(start(profile), settle)
    assert not desk.view.isVisible()
    assert desk.model.rowCount() == 0


def test_a_waiting_row_says_what_goes_where_and_can_be_cancelled_but_not_hurried(
    qtbot: QtBot, start: Start, settle: Settle, profile: Path
):
    schedule_one(profile)
    session = start(profile)
    desk = opened(session, settle)
    spoken = desk.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    for word in ("Marée haute", "Français", "Publish", "This computer", "Waiting"):
        assert word in spoken
    assert not desk.details.retry_button.isEnabled()
    qtbot.mouseClick(desk.details.cancel_button, Qt.MouseButton.LeftButton)
    settle(session)
    qtbot.waitUntil(lambda: desk.model.rowCount() == 0)
    assert "Marée haute" in session.window.quiet_bar.label.text()
    assert session.window.newsroom.outbox.waiting_count() == 0
    desk.toggle_history()
    settle(session)
    row = desk.model.row(0)
    assert row is not None
    assert row.item.state is OutboxState.CANCELLED
    assert not desk.details.cancel_button.isEnabled()


def test_return_opens_the_article(qtbot: QtBot, start: Start, settle: Settle, profile: Path):
    schedule_one(profile)
    session = start(profile)
    desk = opened(session, settle)
    qtbot.keyClick(desk.view, Qt.Key.Key_Return)
    settle(session)
    assert shown_desk(session) == "articles"


def test_every_state_of_the_outbox_has_a_word_an_icon_and_a_colour():
    assert set(OUTBOX_STATES) == set(OutboxState)
    assert all(label.text and label.icon and label.colour for label in OUTBOX_STATES.values())
