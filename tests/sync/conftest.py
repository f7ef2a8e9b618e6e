# SPDX-License-Identifier: GPL-3.0-or-later
"""A desk whose site in memory tells of what colleagues do there."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fakes.desks import MemoryDesk, open_memory_desk
from tests.fakes.memory_site import MemorySite


@pytest.fixture
def listening(tmp_path: Path) -> Iterator[MemoryDesk]:
    desk = open_memory_desk(tmp_path, listens=True)
    yield desk
    desk.place.library.database.close()


@pytest.fixture
def scheduling(tmp_path: Path) -> Iterator[MemoryDesk]:
    """The same with a site that publishes schedules by itself."""
    desk = open_memory_desk(tmp_path, server=MemorySite(can_schedule=True), listens=True)
    yield desk
    desk.place.library.database.close()
