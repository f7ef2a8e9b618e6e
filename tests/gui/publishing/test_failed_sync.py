# SPDX-License-Identifier: GPL-3.0-or-later
"""A publication that fails is said in the window; nothing of the folder is touched."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from pytestqt.qtbot import QtBot

from editor_app.bootstrap import open_newsroom
from editor_app.gui.message_bars import FailureBar

Start = Callable[..., Any]
PATIENCE_MS = 20_000


def test_a_site_that_refuses_is_said_in_the_window_and_waits_for_a_person(
    qtbot: QtBot, start: Start, profile: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "public"
    folder.mkdir()
    (folder / "diary.txt").write_text("not a website")
    newsroom = open_newsroom(profile)
    site = newsroom.sites.default()
    newsroom.sites.set_options(site.id, options={"folder": str(folder)})
    article = newsroom.write.create(language="en", headline="The tide table", body="High.").value
    newsroom.publish.confirm(article.id, site.id)
    newsroom.close()

    window = start(profile).window
    bar = window.findChild(FailureBar)
    qtbot.waitUntil(bar.isVisible, timeout=PATIENCE_MS)
    (row,) = window.newsroom.outbox.rows()
    assert row.item.state.value == "needs_attention"

    assert (folder / "diary.txt").read_text() == "not a website"
