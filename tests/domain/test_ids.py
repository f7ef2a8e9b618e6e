# SPDX-License-Identifier: GPL-3.0-or-later
"""Ids sort in the order they were made and never meet, over threads too."""

import time
import uuid
from concurrent.futures import ThreadPoolExecutor

from editor_app.domain.ids import new_id


def test_an_id_is_a_uuid_of_version_7_and_of_now() -> None:
    before = time.time_ns() // 1_000_000
    text = new_id()
    read = uuid.UUID(text)
    assert str(read) == text
    assert (read.version, read.variant) == (7, uuid.RFC_4122)
    # The counter may run ahead of the clock, never behind it.
    assert read.int >> 80 >= before


def test_ids_sort_in_the_order_they_were_made() -> None:
    made = [new_id() for _ in range(20_000)]
    assert made == sorted(made)


def test_ids_of_many_threads_never_meet_and_each_thread_sees_its_own_in_order() -> None:
    def make(_: int) -> list[str]:
        return [new_id() for _ in range(5_000)]

    with ThreadPoolExecutor(8) as threads:
        lists = list(threads.map(make, range(8)))
    assert len({one for made in lists for one in made}) == 40_000
    assert all(made == sorted(made) for made in lists)
