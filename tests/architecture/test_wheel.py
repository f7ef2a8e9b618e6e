# SPDX-License-Identifier: GPL-3.0-or-later
"""The wheel holds all that an installed Editor App needs, and nothing else."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

SAY_WHERE = """
import sys
sys.path[:] = [p for p in sys.path if p != sys.argv[2]]
sys.path.insert(0, sys.argv[1])
import editor_app
from editor_app.resources_path import resource
assert editor_app.__file__.startswith(sys.argv[1]), editor_app.__file__
assert resource("fonts/inter/Inter-Regular.otf").is_file()
print(editor_app.__version__)
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    finished = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert finished.returncode == 0, finished.stdout + finished.stderr
    [path] = folder.glob("*.whl")
    return path


@pytest.mark.slow
def test_the_wheel_holds_code_forms_and_resources(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    sources = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "editor_app").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    resources = {
        f"editor_app/{path.relative_to(ROOT).as_posix()}"
        for path in (ROOT / "resources").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    hidden = {name for name in sources | resources if "/." in name}
    assert (sources | resources) - hidden - names == set()
    compiled = {f"editor_app/gui/forms/ui_{form.stem}.py" for form in (ROOT / "ui").glob("*.ui")}
    assert compiled - names == set()


@pytest.mark.slow
def test_the_wheel_holds_nothing_of_the_workshop(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"editor_app"}


@pytest.mark.slow
def test_an_unpacked_wheel_finds_its_resources_inside_itself(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path)
    finished = subprocess.run(
        [sys.executable, "-c", SAY_WHERE, str(tmp_path), str(ROOT)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert finished.returncode == 0, finished.stderr
    assert finished.stdout.strip().count(".") >= 1
