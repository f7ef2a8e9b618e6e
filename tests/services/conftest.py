# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole newsroom with every service, on a clock that stands."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from editor_app.bootstrap import Newsroom, open_newsroom
from tests.fakes.fixed_clock import FixedClock


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def newsroom(tmp_path: Path, clock: FixedClock) -> Iterator[Newsroom]:
    newsroom = open_newsroom(tmp_path / "profile", clock=clock)
    yield newsroom
    newsroom.close()
