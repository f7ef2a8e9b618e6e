# SPDX-License-Identifier: GPL-3.0-or-later
"""`kill -9` while somebody types: two seconds of typing at most are lost, and nothing else."""

from __future__ import annotations

import random
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from editor_app.bootstrap import open_newsroom
from editor_app.domain.ids import ArticleId
from editor_app.storage.care import integrity_problems
from tests.conftest import PROJECT

MOST_LOST_NS = 2_000_000_000
LONGEST_TYPING_S = 4.0


@dataclass(frozen=True, slots=True)
class Key:
    """One key and when it went down."""

    at_ns: int
    character: str


@dataclass(frozen=True, slots=True)
class Killed:
    """What one kill left behind."""

    typed: int
    lost_ns: int  # from the first key that is not on the disk to the kill, 0 if none


def _new_article(profile: Path) -> ArticleId:
    newsroom = open_newsroom(profile)
    article = newsroom.write.create(language="en", headline="The last ferry", body="It left.\n\n")
    newsroom.close()
    return article.value.id


def _body(profile: Path, article_id: ArticleId) -> str:
    """Open the newsroom as the application does, read the text and look every page over."""
    newsroom = open_newsroom(profile)
    article = newsroom.write.open(article_id)
    newest = newsroom.browse.revision(article.head).content
    newsroom.close()
    assert newest == article.content
    assert integrity_problems(profile / "newsroom.db") == ()
    return article.content.body


def _type_and_kill(profile: Path, article_id: ArticleId, seed: int) -> Killed:
    before = _body(profile, article_id)
    command = [sys.executable, "-m", "tests.kill.typist", str(profile), article_id, str(seed)]
    errors = profile.parent / "typist-errors.txt"
    keys: list[Key] = []
    begun = threading.Event()
    with (
        errors.open("w+") as stderr,
        subprocess.Popen(
            command, cwd=PROJECT, stdout=subprocess.PIPE, stderr=stderr, text=True
        ) as child,
    ):
        assert child.stdout is not None
        pipe = child.stdout

        def read() -> None:
            for line in pipe:
                at, character = line.split()
                keys.append(Key(int(at), chr(int(character, 16))))
                begun.set()
            begun.set()

        reader = threading.Thread(target=read)
        reader.start()
        begun.wait(100)
        moment = random.Random(seed).uniform(0, LONGEST_TYPING_S)
        alive = child.poll() is None
        time.sleep(moment)  # the random moment itself; nothing is waited for
        killed_ns = time.monotonic_ns()
        child.kill()
        reader.join()
    assert alive, f"the window did not come up: {errors.read_text()}"
    assert keys, f"nothing could be typed: {errors.read_text()}"
    return _compared(before, keys, killed_ns, _body(profile, article_id))


def _compared(before: str, keys: list[Key], killed_ns: int, after: str) -> Killed:
    typed = "".join(key.character for key in keys)
    assert after.startswith(before), "text that was safe before has changed"
    saved = after[len(before) :]
    # The key that was going down when the process died may be saved and not reported.
    assert (typed + saved[len(typed) :])[: len(saved)] == saved
    assert len(saved) <= len(typed) + 1
    lost = keys[len(saved) :]
    return Killed(len(typed), killed_ns - lost[0].at_ns if lost else 0)


def _lane(folder: Path, seeds: list[int]) -> list[Killed]:
    profile = folder / f"newsroom-{seeds[0]}"
    article_id = _new_article(profile)
    return [_type_and_kill(profile, article_id, seed) for seed in seeds]


def _kill(folder: Path, seeds: list[int]) -> list[Killed]:
    """Kill once for each seed, two windows at a time."""
    lanes = [seeds[0::2], seeds[1::2]]
    with ThreadPoolExecutor(2) as threads:
        return [killed for lane in threads.map(_lane, [folder] * 2, lanes) for killed in lane]


def _judge(found: list[Killed]) -> None:
    worst = max(killed.lost_ns for killed in found)
    typed = sum(killed.typed for killed in found)
    print(f"\n{len(found)} kills, {typed} keys typed, at worst {worst / 1e9:.2f} s lost")
    assert worst <= MOST_LOST_NS


def test_a_few_kills_while_typing_lose_two_seconds_at_most(tmp_path: Path) -> None:
    _judge(_kill(tmp_path, list(range(1000, 1005))))


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize("batch", range(10))
def test_two_hundred_kills_while_typing_lose_two_seconds_at_most(
    tmp_path: Path, batch: int
) -> None:
    _judge(_kill(tmp_path, list(range(20 * batch, 20 * batch + 20))))


def _save_and_kill(profile: Path, article_id: ArticleId, seed: int) -> None:
    command = [sys.executable, "-m", "tests.kill.saver", str(profile), article_id]
    with subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        promised = [int(child.stdout.readline())]
        wanted = random.Random(seed).randint(1, 60)
        while len(promised) < wanted:
            promised.append(int(child.stdout.readline()))
        child.kill()
        promised += [int(line) for line in child.stdout.read().split("\n") if line]
    body = _body(profile, article_id)
    assert f" w{promised[-1]}" in body
    newsroom = open_newsroom(profile)
    there = newsroom.browse.history(article_id)[0].counter
    newsroom.close()
    assert there in (promised[-1], promised[-1] + 1)


@pytest.mark.timeout(600)
@pytest.mark.parametrize("kills", [4, pytest.param(40, marks=pytest.mark.slow)])
def test_a_save_that_returned_survives_any_kill(tmp_path: Path, kills: int) -> None:
    profile = tmp_path / "newsroom"
    article_id = _new_article(profile)
    for seed in range(kills):
        _save_and_kill(profile, article_id, seed)


def test_a_database_copied_in_the_middle_of_its_writing_opens_whole(tmp_path: Path) -> None:
    """What a power cut leaves: the file and its log at any moment."""
    import shutil

    profile = tmp_path / "newsroom"
    article_id = _new_article(profile)
    newsroom = open_newsroom(profile)
    article = newsroom.write.open(article_id)
    for number in range(12):
        content = replace(article.content, body=f"{article.content.body} w{number}")
        article = newsroom.write.save(article.id, content, base=article.head).value
        copy = tmp_path / f"copy-{number}"
        copy.mkdir()
        for name in ("newsroom.db", "newsroom.db-wal"):
            shutil.copyfile(profile / name, copy / name)
        assert _body(copy, article_id) == article.content.body
        torn = tmp_path / f"torn-{number}"
        shutil.copytree(copy, torn, ignore=shutil.ignore_patterns("site", "*.db*"))
        shutil.copyfile(profile / "newsroom.db", torn / "newsroom.db")
        log = (profile / "newsroom.db-wal").read_bytes()
        (torn / "newsroom.db-wal").write_bytes(log[: len(log) - 500])
        assert article.content.body.startswith(_body(torn, article_id))
    newsroom.close()
