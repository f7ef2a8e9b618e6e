# SPDX-License-Identifier: GPL-3.0-or-later
"""What a save costs beside the barest durable write of the same text in the same run."""

import sqlite3
import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from tests.fakes.desks import open_memory_desk

WORDS = 10_000
ROUNDS = 60


def _median_ms(step: Callable[[int], object]) -> tuple[float, float]:
    taken: list[float] = []
    for number in range(ROUNDS):
        began = time.perf_counter()
        step(number)
        taken.append((time.perf_counter() - began) * 1000)
    taken.sort()
    return statistics.median(taken), taken[int(ROUNDS * 0.95)]


def test_a_save_of_a_long_article_beside_a_bare_insert(tmp_path: Path) -> None:
    text = " ".join(f"word{number % 997}" for number in range(WORDS))
    bare = sqlite3.connect(tmp_path / "bare.db", isolation_level=None)
    bare.execute("PRAGMA journal_mode=WAL")
    bare.execute("PRAGMA synchronous=FULL")
    bare.execute("CREATE TABLE t (n INTEGER, body TEXT)")

    def bare_insert(number: int) -> None:
        bare.execute("INSERT INTO t VALUES (?, ?)", (number, f"{text} {number}"))

    desk = open_memory_desk(tmp_path)
    article = desk.article(body=text)

    def save(number: int) -> None:
        nonlocal article
        content = replace(article.content, body=f"{text} {number}")
        article = desk.write.save(article.id, content, base=article.head).value

    rows = {"bare insert": _median_ms(bare_insert), "save a revision": _median_ms(save)}
    reference = rows["bare insert"][0]
    size = (tmp_path / "newsroom.db").stat().st_size + (tmp_path / "newsroom.db-wal").stat().st_size
    print(f"\n{WORDS} words, {ROUNDS} rounds; revision, head and full-text index in one commit")
    for name, (median, p95) in rows.items():
        print(
            f"{name:18} median {median:7.2f} ms  p95 {p95:7.2f} ms  × bare {median / reference:5.1f}"
        )
    print(f"database after {ROUNDS} revisions of {len(text)} bytes: {size / 1e6:.1f} MB")
    desk.place.library.database.close()
    bare.close()
