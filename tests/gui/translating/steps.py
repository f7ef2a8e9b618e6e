# SPDX-License-Identifier: GPL-3.0-or-later
"""What a translator does at the desk, and what is saved then."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from editor_app.domain.ids import ArticleId
from editor_app.domain.translation import Segment
from editor_app.gui.application import WindowSession
from editor_app.gui.translating.desk import TranslatingDesk
from editor_app.services.views import TranslationView

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def desk_of(session: WindowSession) -> TranslatingDesk:
    desk = session.window.desk("translations")
    assert isinstance(desk, TranslatingDesk)
    return desk


def key(qtbot: QtBot, session: WindowSession, which: Qt.Key, *held: Qt.KeyboardModifier) -> None:
    modifiers = Qt.KeyboardModifier.NoModifier
    for one in held:
        modifiers |= one
    qtbot.keyClick(desk_of(session).work.table.card.target, which, modifiers)


def current(session: WindowSession) -> Segment:
    segment = desk_of(session).work.table.current_segment()
    assert segment is not None
    return segment


def type_text(qtbot: QtBot, session: WindowSession, text: str) -> None:
    qtbot.keyClicks(desk_of(session).work.table.card.target, text)


def saved(session: WindowSession, target: ArticleId) -> TranslationView:
    return session.window.newsroom.translate.view(target)


def wait_until_saved(qtbot: QtBot, session: WindowSession) -> None:
    qtbot.waitUntil(lambda: desk_of(session).saver.is_clean and not session.tasks.is_busy)
