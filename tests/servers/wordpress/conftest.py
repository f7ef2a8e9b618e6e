# SPDX-License-Identifier: GPL-3.0-or-later
"""Every test in this folder runs against each real WordPress, or says loudly why it did not."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from tests.servers.debian_packages import ServersUnavailable
from tests.servers.fault_proxy import FaultProxy
from tests.servers.wordpress.desk import WordPressDesk, open_wordpress_desk
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


@pytest.fixture
def proxy(server: WordPressServer) -> Iterator[FaultProxy]:
    """A line to the server that can be broken."""
    line = FaultProxy("127.0.0.1", server.port)
    yield line
    line.close()


@pytest.fixture
def desk(server: WordPressServer, proxy: FaultProxy, tmp_path: Path) -> Iterator[WordPressDesk]:
    """A newsroom whose site is the real WordPress, behind the proxy."""
    opened = open_wordpress_desk(tmp_path, proxy.url, server.passwords["editor"])
    yield opened
    opened.close()


@pytest.fixture
def headline() -> str:
    """A headline no other test uses: the site keeps what earlier tests left."""
    return f"Ferry-{uuid4().hex[:12]}"
