# SPDX-License-Identifier: GPL-3.0-or-later
"""A translation is started, claimed, saved, and follows its source."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from editor_app.bootstrap import open_newsroom
from editor_app.domain.ids import ArticleId
from editor_app.domain.translation import SegmentState
from editor_app.gui.application import WindowSession
from editor_app.services.views import MissingTranslation
from tests.gui.translating.conftest import BODY
from tests.gui.translating.steps import (
    CTRL,
    current,
    desk_of,
    key,
    saved,
    type_text,
    wait_until_saved,
)

Start = Callable[..., WindowSession]
Settle = Callable[[WindowSession], None]


def test_a_source_that_moved_on_is_said_refreshed_and_only_its_changed_sentence_redone(
    qtbot: QtBot, session: WindowSession, settle: Settle, target: ArticleId
):
    desk, newsroom = desk_of(session), session.window.newsroom
    for text in ("Port calme", "Le ⟦1⟧port⟦/1⟧ est calme.", "Personne ne parle."):
        desk.work.table.card.target.replace_all(text)
        key(qtbot, session, Qt.Key.Key_Return, CTRL)
    wait_until_saved(qtbot, session)
    source = saved(session, target).source
    body = BODY.replace("Nobody speaks", "Nobody speaks now")
    session.window.tasks.run(
        lambda: newsroom.write.save(source.id, replace(source.content, body=body), base=source.head)
    )
    settle(session)
    header = desk.work.header
    qtbot.waitUntil(header.banner.isVisible)
    qtbot.mouseClick(header.banner_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "1" in session.window.quiet_bar.label.text())
    settle(session)
    states = [segment.state for segment in saved(session, target).segments]
    assert states.count(SegmentState.OUTDATED) == 1
    qtbot.mouseClick(header.banner_button, Qt.MouseButton.LeftButton)
    segment = current(session)
    assert segment.target == "Personne ne parle."
    assert segment.earlier_source == "Nobody speaks."
    assert desk.work.table.shown.rowCount() == 1


def test_a_missing_language_is_started_with_return(
    qtbot: QtBot, session: WindowSession, settle: Settle
):
    desk = desk_of(session)
    model = desk.list.model
    rows = [
        row for row in range(model.rowCount()) if isinstance(model.entry(row), MissingTranslation)
    ]
    assert len(rows) == 1
    desk.list.view.setCurrentIndex(model.index(rows[0]))
    assert desk.work.is_offering
    qtbot.keyClick(desk.list.view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.work.view is not None)
    settle(session)
    assert desk.work.view is not None
    assert desk.work.view.target.language == "ar"
    option = desk.work.table.card.target.document().defaultTextOption()
    assert option.textDirection() is Qt.LayoutDirection.RightToLeft
    assert not [
        row for row in range(model.rowCount()) if isinstance(model.entry(row), MissingTranslation)
    ]


def test_a_claim_is_released_and_taken_again(
    qtbot: QtBot, session: WindowSession, settle: Settle, target: ArticleId
):
    button = desk_of(session).work.header.claim_button
    assert saved(session, target).translation.claimed_by is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    settle(session)
    assert saved(session, target).translation.claimed_by is None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    settle(session)
    assert saved(session, target).translation.claimed_by == session.window.me.id


def test_a_save_that_fails_keeps_the_text_says_so_and_tries_again(
    qtbot: QtBot, session: WindowSession, settle: Settle
):
    saver = desk_of(session).saver
    nowhere = ArticleId("00000000-0000-7000-8000-000000000000")
    with qtbot.waitSignal(saver.failed):
        saver.hold(nowhere, "a key", "a text", confirm=True)
    assert saver.unsaved_keys(nowhere) == {"a key"}
    assert desk_of(session).work.trouble_bar.isVisible()
    answers: list[bool] = []
    saver.finish(answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [False]
    saver.forget(nowhere)
    assert saver.is_clean


def test_closing_the_window_saves_what_was_typed_last(
    qtbot: QtBot, session: WindowSession, profile: Path, target: ArticleId
):
    type_text(qtbot, session, "Port calme")
    session.window.close()
    qtbot.waitUntil(lambda: not session.window.isVisible())
    newsroom = open_newsroom(profile)
    assert newsroom.translate.view(target).segments[0].target == "Port calme"
    newsroom.close()
