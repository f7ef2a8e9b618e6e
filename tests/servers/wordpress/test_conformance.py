# SPDX-License-Identifier: GPL-3.0-or-later
"""A real WordPress keeps the rules of every endpoint, as an editor and as an author."""

from __future__ import annotations

import pytest

from editor_app.domain.clock import SystemClock
from editor_app.publishing.endpoints.wordpress.wordpress_endpoint import WordPress
from tests.conformance.endpoint_suite import EndpointSuite
from tests.conformance.pull_suite import PullSuite
from tests.servers.wordpress.desk import open_wordpress, rest
from tests.servers.wordpress_server import WordPressServer


class TestWordPressAsAnEditor(EndpointSuite):
    @pytest.fixture
    def clock(self) -> SystemClock:
        return SystemClock()

    @pytest.fixture
    def endpoint(self, server: WordPressServer) -> WordPress:
        return open_wordpress(server)


class TestWordPressAsAnAuthor(EndpointSuite):
    @pytest.fixture
    def clock(self) -> SystemClock:
        return SystemClock()

    @pytest.fixture
    def endpoint(self, server: WordPressServer) -> WordPress:
        return open_wordpress(server, user="author")


class ColleagueThere:
    """Somebody who works in WordPress itself."""

    def __init__(self, server: WordPressServer) -> None:
        self._server = server

    def change(self, remote_id: str, headline: str) -> None:
        rest(self._server, f"posts/{remote_id}", {"title": headline})

    def write(self, headline: str, body: str) -> str:
        post = {"title": headline, "content": f"<p>{body}</p>", "status": "publish"}
        return str(rest(self._server, "posts", post)["id"])

    def delete(self, remote_id: str) -> None:
        rest(self._server, f"posts/{remote_id}", method="DELETE")


class ColleagueWhoDeletesForGood(ColleagueThere):
    def delete(self, remote_id: str) -> None:
        rest(self._server, f"posts/{remote_id}?force=true", method="DELETE")


class TestWordPressTellsChanges(PullSuite):
    @pytest.fixture
    def endpoint(self, server: WordPressServer) -> WordPress:
        server.reset()
        return open_wordpress(server)

    @pytest.fixture
    def colleague(self, server: WordPressServer, endpoint: WordPress) -> ColleagueThere:
        return ColleagueThere(server)


class TestWordPressTellsDeletionsForGood(TestWordPressTellsChanges):
    @pytest.fixture
    def colleague(self, server: WordPressServer, endpoint: WordPress) -> ColleagueThere:
        return ColleagueWhoDeletesForGood(server)
