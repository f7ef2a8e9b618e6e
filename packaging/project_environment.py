# SPDX-License-Identifier: GPL-3.0-or-later
"""Create .venv from the committed lock, and leave it alone while nothing has changed."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Generator
from pathlib import Path

import compile_qt
import system_libraries
from get_uv import TOOLS, find_or_get_uv, uv_environment
from system_libraries import SetupProblem, say

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements-dev.txt"
STAMP = VENV / "set-up.json"
DECIDING_FILES = ("pyproject.toml", "requirements-dev.txt", "packaging/hatch_build.py")


def venv_python() -> Path:
    """Return the path of the environment's Python, whether or not it exists yet."""
    return VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def set_up() -> None:
    """Make .venv, the installed project and the compiled forms what the sources ask for."""
    if not _is_current():
        with _one_at_a_time():
            if not _is_current():
                _install()
    pyside = pyside_folder()
    try:
        compile_qt.compile_all(ROOT, pyside)
    except compile_qt.QtToolError as error:
        raise SetupProblem(str(error)) from error


def run_uv(*arguments: str) -> None:
    """Run uv in the project's folder; its failure ends the set-up."""
    command = [find_or_get_uv(), *arguments]
    finished = subprocess.run(command, cwd=ROOT, env=uv_environment(), check=False)
    if finished.returncode != 0:
        raise SetupProblem(f"uv failed, see above: uv {' '.join(arguments)}")


def _install() -> None:
    state = _wanted_state()
    found = _read_stamp()
    # A folder that was moved or a Python that was replaced leaves broken paths in .venv.
    same_base = all(found.get(key) == state[key] for key in ("root", "python"))
    if not same_base or not venv_python().exists():
        say("Creating .venv …")
        run_uv("venv", "--quiet", "--clear", "--no-project", "--python", sys.executable, str(VENV))
    STAMP.unlink(missing_ok=True)
    say("Installing the locked dependencies …")
    python = ("--python", str(venv_python()))
    run_uv("pip", "sync", "--quiet", "--require-hashes", *python, str(LOCK))
    # Before the build hook: Qt's compilers need some of these libraries as well.
    system_libraries.provide_qt_libraries()
    say("Installing the project …")
    editable = ("--no-deps", "--no-build-isolation", "--editable", str(ROOT))
    run_uv("pip", "install", "--quiet", *python, *editable)
    STAMP.write_text(json.dumps(state, indent=1), encoding="utf-8")


def _is_current() -> bool:
    return venv_python().exists() and _read_stamp() == _wanted_state()


def _wanted_state() -> dict[str, str]:
    digest = hashlib.sha256()
    for name in DECIDING_FILES:
        digest.update((ROOT / name).read_bytes() + b"\0")
    python = f"{sys.base_prefix} {sys.version_info.major}.{sys.version_info.minor}"
    return {"root": str(ROOT), "python": python, "sources": digest.hexdigest()}


def _read_stamp() -> dict[str, str]:
    try:
        return json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}


def pyside_folder() -> Path:
    """Return the folder of the environment's PySide6."""
    for pattern in ("lib/python3*/site-packages/PySide6", "Lib/site-packages/PySide6"):
        for folder in VENV.glob(pattern):
            return folder
    raise SetupProblem(f"PySide6 is not in {VENV}; remove that folder and try again.")


@contextlib.contextmanager
def _one_at_a_time() -> Generator[None]:
    """Keep two set-ups in the same checkout from writing .venv at once."""
    TOOLS.mkdir(exist_ok=True)
    with open(TOOLS / "set-up.lock", "a+b") as handle:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle.fileno(), msvcrt.LK_LOCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX)
        # Closing the file gives the lock back.
        yield


def child_environment() -> dict[str, str]:
    """Return the environment for programs of .venv: its scripts first, Qt's binding named."""
    scripts = venv_python().parent
    path = os.pathsep.join([str(scripts), os.environ.get("PATH", os.defpath)])
    return {**os.environ, "PATH": path, "VIRTUAL_ENV": str(VENV), "QT_API": "pyside6"}
