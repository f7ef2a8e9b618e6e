# SPDX-License-Identifier: GPL-3.0-or-later
"""The Comments desk: threads in reading order, and an honest empty state."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from editor_app.domain.comment import Comment, CommentState
from editor_app.domain.ids import SiteId
from editor_app.gui.application import WindowSession
from editor_app.gui.comments.desk import CommentsDesk
from editor_app.gui.comments.model import CommentModel, threaded

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def shown_desk(session: WindowSession) -> str:
    desk = session.window.current_desk
    return desk.id if desk is not None else ""


def comment(name: str, minute: int, parent: str | None = None, text: str = "Words") -> Comment:
    return Comment(
        id=name,
        site_id=SiteId("site"),
        article_id=None,
        remote_id=name,
        parent_id=parent,
        author=f"Reader {name}",
        text=text,
        state=CommentState.APPROVED,
        created=NOON + timedelta(minutes=minute),
    )


def test_replies_stand_below_what_they_answer_oldest_first():
    lines = threaded(
        (comment("b", 2), comment("a1", 5, "a"), comment("a", 1), comment("a11", 6, "a1"))
    )
    assert [(line.comment.id, line.depth) for line in lines] == [
        ("a", 0),
        ("a1", 1),
        ("a11", 2),
        ("b", 0),
    ]


def test_a_reply_to_nothing_known_and_a_circle_are_shown_all_the_same():
    lines = threaded((comment("x", 1, "gone"), comment("p", 2, "q"), comment("q", 3, "p")))
    assert {line.comment.id for line in lines} == {"x", "p", "q"}


def test_a_very_deep_thread_is_shown_without_running_off_the_page():
    chain = [comment("c0", 0)] + [comment(f"c{n}", n, f"c{n - 1}") for n in range(1, 1500)]
    lines = threaded(tuple(chain))
    assert len(lines) == 1500
    assert max(line.depth for line in lines) == 4


def test_markup_in_a_comment_stays_text():
    model = CommentModel()
    model.show((comment("a", 1, text="<b onclick=alert(1)>hello</b>"),))
    shown = model.index(0).data(Qt.ItemDataRole.DisplayRole)
    assert shown == "<b onclick=alert(1)>hello</b>"


def test_without_a_site_that_has_comments_the_desk_says_so_and_shows_the_way(
    qtbot: QtBot,
    start: Callable[..., WindowSession],
    settle: Callable[[WindowSession], None],
    profile: Path,
):
    session = start(profile)
    session.window.go_to("comments")
    settle(session)
    desk = session.window.desk("comments")
    assert isinstance(desk, CommentsDesk)
    assert desk.empty.isVisible()
    assert "No connected site" in desk.empty.title_label.text()
    qtbot.mouseClick(desk.empty.action_button, Qt.MouseButton.LeftButton)
    assert shown_desk(session) == "preferences"
