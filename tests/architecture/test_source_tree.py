# SPDX-License-Identifier: GPL-3.0-or-later
"""The source tree keeps its shape: module size, first lines, layers, no forbidden names."""

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MAX_LINES = 300
EMPTY_WORDS = {"utils", "util", "misc", "helpers", "helper", "manager", "common", "stuff"}


def _own_modules(*folders: str) -> list[Path]:
    return [
        path
        for folder in folders
        for path in sorted((ROOT / folder).rglob("*.py"))
        if not path.is_relative_to(ROOT / "editor_app/gui/forms")
    ]


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_no_module_is_longer_than_300_lines() -> None:
    lengths = {
        _name(path): len(path.read_text(encoding="utf-8").splitlines())
        for path in _own_modules("editor_app", "packaging", "tests")
    }
    assert lengths, "no module was found: the test looks at the wrong folder"
    assert {name: length for name, length in lengths.items() if length > MAX_LINES} == {}


def test_every_module_says_first_what_it_is_for() -> None:
    silent = [
        _name(path)
        for path in _own_modules("editor_app", "packaging")
        if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert silent == []


def test_no_module_has_a_name_that_says_nothing() -> None:
    nameless = [
        _name(path)
        for path in _own_modules("editor_app", "packaging")
        if EMPTY_WORDS & set(path.stem.split("_"))
    ]
    assert nameless == []


def test_packaging_is_no_package_for_it_would_hide_the_library_of_that_name() -> None:
    assert not (ROOT / "packaging" / "__init__.py").exists()


def test_the_rooms_only_call_downwards() -> None:
    program = Path(sys.executable).with_name("lint-imports")
    finished = subprocess.run([program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert finished.returncode == 0, finished.stdout + finished.stderr


@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-dev.txt"])
def test_the_lock_holds_every_dependency_and_names_no_registry(lock: str) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = list(project["project"]["dependencies"])
    if lock == "requirements-dev.txt":
        wanted += project["dependency-groups"]["dev"]
    text = (ROOT / lock).read_text(encoding="utf-8")
    locked = set(re.findall(r"^([a-z0-9-]+)(?:\[[^\]]+\])?==", text, flags=re.MULTILINE))
    names = {
        re.sub(r"[-_.]+", "-", re.split(r"[\s\[<>=!~;]", one, maxsplit=1)[0]).lower()
        for one in wanted
    }
    assert names - locked == set(), "run `make lock`"
    assert "://" not in text


def test_users_and_developers_run_the_same_versions() -> None:
    pins = [
        dict(re.findall(r"^([a-z0-9-]+)(?:\[[^\]]+\])?==(\S+)", text, flags=re.MULTILINE))
        for text in (
            (ROOT / name).read_text(encoding="utf-8")
            for name in ("requirements.txt", "requirements-dev.txt")
        )
    ]
    for_users, for_developers = pins
    assert for_users
    assert {name: for_developers.get(name) for name in for_users} == for_users
