# SPDX-License-Identifier: GPL-3.0-or-later
"""A French edition of a short English article, open at the Translations desk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from editor_app.bootstrap import open_newsroom
from editor_app.domain.ids import ArticleId
from editor_app.gui.application import WindowSession

Start = Callable[..., WindowSession]
Settle = Callable[[WindowSession], None]

BODY = "The **harbour** is quiet. Nobody speaks.\n\n## Later\n\nThe boats come in."


@pytest.fixture
def target(profile: Path) -> ArticleId:
    """A French edition of a short English article, not translated yet."""
    newsroom = open_newsroom(profile)
    source = newsroom.write.create(language="en", headline="Quiet harbour", body=BODY).value
    newsroom.write.set_story(source.story_id, planned_languages=("en", "fr", "ar"))
    made = newsroom.translate.start(source.id, "fr").value.target.id
    newsroom.close()
    return made


@pytest.fixture
def session(start: Start, settle: Settle, profile: Path, target: ArticleId) -> WindowSession:
    opened = start(profile)
    opened.window.open_translation(target)
    settle(opened)
    return opened
