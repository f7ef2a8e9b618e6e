# SPDX-License-Identifier: GPL-3.0-or-later
"""Find uv, or fetch the pinned one into the project's own .tools/ folder.

Nothing outside the project is touched, except that a Python without pip and venv (Debian's
bare python3) gets its python3-venv package where that needs no question.
"""

from __future__ import annotations

import os
import shutil
import ssl
import subprocess
import sys
from pathlib import Path

from system_libraries import SetupProblem, install_debian_packages, say

ROOT = Path(__file__).resolve().parent.parent
PIN = ROOT / "packaging" / "requirements-uv.txt"
TOOLS = ROOT / ".tools"


def uv_environment() -> dict[str, str]:
    """Return this process's environment, with the system's certificates for uv where it has any."""
    environment = dict(os.environ)
    authorities = ssl.get_default_verify_paths().cafile
    if authorities and Path(authorities).is_file():
        environment.setdefault("UV_SYSTEM_CERTS", "1")
    # Another active environment must not be the one that gets our packages.
    environment.pop("VIRTUAL_ENV", None)
    return environment


def find_or_get_uv() -> str:
    """Return the path of a uv that runs; fetch one if there is none."""
    folder = TOOLS / f"uv-{_pinned_version()}"
    own = _uv_in(folder)
    if own is None:
        for candidate in (os.environ.get("UV"), shutil.which("uv")):
            if candidate and _runs(candidate):
                return candidate
        say("Fetching uv into .tools/ …")
        _fetch(folder)
        own = _uv_in(folder)
    if own is None:
        raise SetupProblem(f"uv could not be put into {folder}.")
    return own


def _pinned_version() -> str:
    for line in PIN.read_text(encoding="utf-8").splitlines():
        if line.startswith("uv=="):
            return line.split()[0].removeprefix("uv==")
    raise SetupProblem(f"{PIN.name} names no version of uv.")


def _uv_in(folder: Path) -> str | None:
    for relative in ("bin/uv", "bin/uv.exe", "Scripts/uv.exe"):
        if (folder / relative).is_file():
            return str(folder / relative)
    return None


def _runs(uv: str) -> bool:
    """Tell whether this uv runs and is new enough for hash-checked syncs and dependency groups."""
    try:
        finished = subprocess.run([uv, "--version"], capture_output=True, text=True, check=True)
        major, minor = finished.stdout.split()[1].split(".")[:2]
        return (int(major), int(minor)) >= (0, 8)
    except (OSError, subprocess.CalledProcessError, ValueError, IndexError):
        return False


def _fetch(folder: Path) -> None:
    pip = _pip(Path(sys.executable))
    environment = {**os.environ, "PIP_USER": "0", "PIP_REQUIRE_VIRTUALENV": "0"}
    options = ["--quiet", "--disable-pip-version-check", "--root-user-action", "ignore"]
    command = [*pip, "install", *options, "--require-hashes", "--no-deps"]
    finished = subprocess.run(
        [*command, "--target", str(folder), "-r", str(PIN)], env=environment, check=False
    )
    if finished.returncode != 0:
        raise SetupProblem(
            "pip could not fetch uv (see above). With a uv of your own on PATH none is fetched."
        )


def _pip(python: Path) -> list[str]:
    """Return a command that is pip: this Python's, or that of a small environment in .tools/."""
    if _has_modules("pip"):
        return [str(python), "-m", "pip"]
    if not _has_modules("venv", "ensurepip"):
        packages = ["python3-venv"]
        install_debian_packages(packages, why="python3 has neither pip nor venv")
    folder = TOOLS / "pip"
    subprocess.run([str(python), "-m", "venv", "--clear", str(folder)], check=True)
    inside = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    return [str(inside), "-m", "pip"]


def _has_modules(*names: str) -> bool:
    # In a fresh process: Debian's python3 has an `ensurepip` only after python3-venv came.
    statement = "; ".join(f"import {name}" for name in names)
    command = [sys.executable, "-c", statement]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0
