# SPDX-License-Identifier: GPL-3.0-or-later
"""Every test in this folder runs against each real WordPress, or says loudly why it did not."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator

import pytest

from tests.servers.debian_packages import ServersUnavailable
from tests.servers.wordpress_server import CACHE, SUITES, WordPressServer


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark all tests of this folder; those of one server run one after the other."""
    for item in items:
        if "tests/servers/" in item.nodeid.replace("\\", "/"):
            item.add_marker(pytest.mark.server)


@pytest.fixture(scope="session", params=SUITES)
def server(request: pytest.FixtureRequest) -> Iterator[WordPressServer]:
    """A private WordPress of one version; its content is that of the tests before."""
    required = bool(os.environ.get("EDITOR_APP_REQUIRE_SERVERS"))
    suite = str(request.param)
    prepared = (CACHE / f"wordpress-{suite}" / "template" / "credentials.json").is_file()
    if not prepared and not required:
        can = shutil.which("apt-get") and shutil.which("dpkg-deb")
        how = "`make servers` fetches it" if can else "its packages need a Debian system"
        pytest.skip(f"NOT TESTED ON A REAL SERVER: WordPress of {suite} is not here; {how}.")
    try:
        running = WordPressServer(suite)
    except ServersUnavailable as problem:
        if required:
            pytest.fail(str(problem))
        pytest.skip(f"NOT TESTED ON A REAL SERVER: {problem}")
    yield running
    running.stop()
