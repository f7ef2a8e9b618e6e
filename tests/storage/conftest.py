# SPDX-License-Identifier: GPL-3.0-or-later
"""A real database in a temporary folder for every test of the storage."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from editor_app.storage.database import Database
from editor_app.storage.migrate import bring_up_to_date
from editor_app.storage.unit_of_work import Library


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One migrated database for the whole run; tests get copies."""
    path = tmp_path_factory.mktemp("migrated") / "newsroom.db"
    bring_up_to_date(path, path.parent)
    return path


@pytest.fixture
def path(tmp_path: Path, migrated: Path) -> Path:
    """A migrated database with nothing in it."""
    path = tmp_path / "newsroom.db"
    shutil.copyfile(migrated, path)
    return path


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    """The library in that database."""
    library = Library(Database(path))
    yield library
    library.database.close()
