# SPDX-License-Identifier: GPL-3.0-or-later
"""A newsroom is brought up to date whole, with a copy before, or left exactly as it was."""

import hashlib
import random
import shutil
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from editor_app.domain.errors import EditorError, ProfileCorrupt, ProfileTooNew
from editor_app.storage.care import check_database, integrity_problems
from editor_app.storage.database import Database
from editor_app.storage.migrate import LATEST, STEPS, bring_up_to_date, version_of
from editor_app.storage.unit_of_work import Library
from tests.storage.values import add_article

_SECOND = '''"""A second step."""
from alembic import op
revision = "0002"
down_revision = "0001"

def upgrade():
    op.execute("CREATE TABLE ferry (name VARCHAR)")
    op.execute("INSERT INTO ferry VALUES ('Aurora')")
'''
_FAILING = _SECOND + '    op.execute("INSERT INTO no_such_table VALUES (1)")\n'


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _steps(folder: Path, second: str) -> Path:
    steps = folder / "steps"
    shutil.copytree(STEPS, steps, ignore=shutil.ignore_patterns("__pycache__"))
    (steps / "versions" / "step_0002_ferry.py").write_text(second, encoding="utf-8")
    return steps


def _dump(path: Path) -> list[str]:
    connection = sqlite3.connect(path)
    lines = list(connection.iterdump())
    connection.close()
    return lines


def test_a_second_start_does_nothing_and_does_not_import_alembic(path: Path) -> None:
    code = (
        "import sys; from pathlib import Path;"
        "from editor_app.storage.migrate import bring_up_to_date;"
        f"done = bring_up_to_date(Path({str(path)!r}), Path({str(path.parent)!r}));"
        "sys.exit(2 if done else 'alembic' in sys.modules or 'sqlalchemy.orm' in sys.modules)"
    )
    assert bring_up_to_date(path, path.parent) is False
    # sqlmodel is not needed for the look-up either, only sqlalchemy's core errors are.
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_step_copies_the_database_before_it_changes_anything(path: Path, tmp_path: Path) -> None:
    before = _dump(path)
    assert bring_up_to_date(path, tmp_path / "b", steps=_steps(tmp_path, _SECOND), latest=2)
    (copy,) = (tmp_path / "b").iterdir()
    assert "before-step-2" in copy.name
    assert _dump(copy) == before
    assert version_of(copy) == 1
    assert version_of(path) == 2
    check_database(path)


def test_a_step_that_fails_leaves_the_database_as_it_was(path: Path, tmp_path: Path) -> None:
    before = _dump(path)
    # A step's own fault is a bug, not a sentence: it surfaces as it is.
    with pytest.raises(Exception, match="no_such_table"):
        bring_up_to_date(path, tmp_path / "b", steps=_steps(tmp_path, _FAILING), latest=2)
    assert _dump(path) == before
    assert version_of(path) == LATEST
    check_database(path)


def test_a_failing_first_step_leaves_no_table_behind(tmp_path: Path) -> None:
    steps = tmp_path / "steps"
    (steps / "versions").mkdir(parents=True)
    first = _FAILING.replace('"0002"', '"0001"').replace(
        'down_revision = "0001"', "down_revision = None"
    )
    (steps / "versions" / "step_0001.py").write_text(first, encoding="utf-8")
    path = tmp_path / "fresh.db"
    with pytest.raises(Exception, match="no_such_table"):
        bring_up_to_date(path, tmp_path / "b", steps=steps)
    assert not any("ferry" in line for line in _dump(path))
    bring_up_to_date(path, tmp_path / "b")
    assert version_of(path) == LATEST


def test_a_newer_database_is_refused_and_not_touched(path: Path, tmp_path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode=DELETE")
    connection.execute("PRAGMA user_version = 999")
    connection.close()
    before = _digest(path)
    with pytest.raises(ProfileTooNew, match="newer Editor App"):
        bring_up_to_date(path, tmp_path / "b")
    assert _digest(path) == before
    assert not (tmp_path / "b").exists()


def test_a_file_that_is_no_database_is_refused_and_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "newsroom.db"
    path.write_bytes(random.Random(7).randbytes(40_000))
    before = _digest(path)
    with pytest.raises(ProfileCorrupt, match="has not been touched"):
        bring_up_to_date(path, tmp_path / "b")
    assert _digest(path) == before
    assert [one.name for one in tmp_path.iterdir()] == ["newsroom.db"]


def test_a_folder_in_the_place_of_the_database_is_refused_and_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "newsroom.db"
    path.mkdir()
    with pytest.raises(ProfileCorrupt, match="not a newsroom database"):
        bring_up_to_date(path, tmp_path / "backups")
    assert path.is_dir()


def test_a_database_of_another_program_is_refused_and_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "newsroom.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE songs (title TEXT)")
    connection.commit()
    connection.close()
    before = _digest(path)
    with pytest.raises(ProfileCorrupt, match="another program"):
        bring_up_to_date(path, tmp_path / "b")
    assert _digest(path) == before


def _fill(path: Path) -> None:
    library = Library(Database(path))
    with library.write() as unit:
        for number in range(200):
            add_article(unit, headline=f"Ferry {number}", body="The harbour wakes. " * 60)
    library.database.close()


def _read_all(path: Path) -> int:
    bring_up_to_date(path, path.parent / "b")
    library = Library(Database(path))
    try:
        with library.read() as unit:
            rows = unit.library.rows({}, limit=-1)
            return len([unit.articles.get(row.id) for row in rows])
    finally:
        library.database.close()


def test_a_truncated_database_is_refused_with_a_sentence_and_not_touched(path: Path) -> None:
    _fill(path)
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    before = _digest(path)
    with pytest.raises(ProfileCorrupt, match="damaged"):
        _read_all(path)
    assert _digest(path) == before


def test_flipped_pages_are_reported_as_damage_and_never_as_a_traceback(path: Path) -> None:
    _fill(path)
    whole = path.read_bytes()
    chance = random.Random(11)
    sentences: list[str] = []
    for page in chance.sample(range(len(whole) // 4096), 25):
        damaged = bytearray(whole)
        damaged[page * 4096 : (page + 1) * 4096] = chance.randbytes(4096)
        path.write_bytes(damaged)
        before = _digest(path)
        assert integrity_problems(path), f"page {page}: nobody would know"
        try:
            _read_all(path)
        except EditorError as error:
            sentences.append(error.message)
        assert _digest(path) == before
    assert sentences, "no damage was met while reading"
    assert all("damaged" in sentence or "not a newsroom" in sentence for sentence in sentences)


def test_a_folder_whose_name_holds_url_characters_works(tmp_path: Path) -> None:
    path = tmp_path / "what? 100% #news" / "newsroom.db"
    bring_up_to_date(path, path.parent / "b")
    assert version_of(path) == LATEST
    bring_up_to_date(path, path.parent / "b", steps=_steps(tmp_path, _SECOND), latest=2)
    assert len(list((path.parent / "b").iterdir())) == 1


def test_two_threads_can_make_two_newsrooms(tmp_path: Path) -> None:
    paths = [tmp_path / str(number) / "newsroom.db" for number in range(6)]
    with ThreadPoolExecutor(6) as threads:
        assert list(threads.map(bring_up_to_date, paths, [tmp_path] * 6)) == [True] * 6
    for path in paths:
        check_database(path)


def test_several_processes_that_make_the_same_newsroom_at_once_all_succeed(tmp_path: Path) -> None:
    path = tmp_path / "newsroom.db"
    code = (
        "from pathlib import Path; from editor_app.storage.migrate import bring_up_to_date;"
        f"bring_up_to_date(Path({str(path)!r}), Path({str(tmp_path)!r}))"
    )
    started = [
        subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.PIPE) for _ in range(4)
    ]
    failures = [process.communicate()[1].decode() for process in started]
    assert [process.returncode for process in started] == [0] * 4, failures
    check_database(path)
