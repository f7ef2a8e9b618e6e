# SPDX-License-Identifier: GPL-3.0-or-later
"""A real WordPress keeps the rules of every endpoint, as an editor and as an author."""

from __future__ import annotations

import pytest

from editor_app.domain.clock import SystemClock
from editor_app.publishing.endpoints.wordpress.wordpress_endpoint import WordPress
from tests.conformance.endpoint_suite import EndpointSuite
from tests.servers.wordpress.desk import open_wordpress
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
