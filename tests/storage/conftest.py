# SPDX-License-Identifier: GPL-3.0-or-later
"""A real database in a temporary folder for every test of the storage."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from editor_app.storage.database import Database
from editor_app.storage.migrate import bring_up_to_date
from editor_app.storage.unit_of_work import Library


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A migrated database with nothing in it."""
    path = tmp_path / "newsroom.db"
    bring_up_to_date(path, tmp_path / "backups")
    return path


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    """The library in that database."""
    library = Library(Database(path))
    yield library
    library.database.close()
