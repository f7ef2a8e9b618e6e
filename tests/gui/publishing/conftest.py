# SPDX-License-Identifier: GPL-3.0-or-later
"""The Articles desk with an article that is ready for readers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Start = Callable[..., Any]
Settle = Callable[[Any], None]


@pytest.fixture
def desk(start: Start, settle: Settle, profile: Path) -> Any:
    """The Articles desk with an article that is ready for readers."""
    session = start(profile)
    newsroom = session.window.newsroom
    site = newsroom.sites.default()
    # The copied profile still names the folder of the original.
    folder = str(profile / "site")
    newsroom.sites.set_options(site.id, zone="Europe/Paris", options={"folder": folder})
    article = newsroom.write.create(
        language="en", headline="The ferry runs again", body="It left at nine.\n\nIt was full.\n"
    ).value
    session.window.open_article(article.id)
    settle(session)
    return session.window.desk("articles")
