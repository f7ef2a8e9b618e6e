# SPDX-License-Identifier: GPL-3.0-or-later
"""What every test gets: no window on the screen, no touch of the developer's own newsroom."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_API"] = "pyside6"

# Set before any import of ours: platformdirs and QSettings read these.
_HOME = Path(tempfile.mkdtemp(prefix="editor-app-tests-"))
atexit.register(shutil.rmtree, _HOME, ignore_errors=True)
for _name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
    os.environ[_name] = str(_HOME / _name.lower())
for _name in ("EDITOR_APP_PROFILE", "EDITOR_APP_SECRET"):
    os.environ.pop(_name, None)

# No deadline: a shared machine's pauses are no finding.
settings.register_profile(
    "editor-app", deadline=None, suppress_health_check=[HealthCheck.too_slow], database=None
)
settings.load_profile("editor-app")

PROJECT = Path(__file__).resolve().parent.parent


def _absent(what: str) -> str:
    message = f"{what} is not installed; `make browser` installs it."
    if os.environ.get("EDITOR_APP_REQUIRE_BROWSER"):
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """The machine's Chromium, for Playwright's `executable_path`."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    candidates = [os.environ.get("EDITOR_APP_CHROMIUM"), *map(shutil.which, names)]
    found = next((path for path in candidates if path and Path(path).is_file()), None)
    return found or _absent("A Chromium")


@pytest.fixture(scope="session")
def axe_script() -> Path:
    """The file of axe-core to add to a page: `page.add_script_tag(path=axe_script)`."""
    path = PROJECT / ".tools" / "npm" / "node_modules" / "axe-core" / "axe.min.js"
    return path if path.is_file() else Path(_absent("axe-core"))
