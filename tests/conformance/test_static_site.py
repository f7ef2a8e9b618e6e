# SPDX-License-Identifier: GPL-3.0-or-later
"""The website in a folder keeps the protocol's rules, whichever way it is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from editor_app.publishing.endpoints.static_site.site_endpoint import StaticSite
from tests.conformance.endpoint_suite import EndpointSuite
from tests.fakes.fixed_clock import FixedClock
from tests.publishing.sites import make_site


class TestStaticSite(EndpointSuite):
    @pytest.fixture
    def endpoint(self, clock: FixedClock, tmp_path: Path) -> StaticSite:
        return StaticSite(make_site(tmp_path), profile_folder=tmp_path, clock=clock)


class TestStaticSiteWrittenInOrder(EndpointSuite):
    @pytest.fixture
    def endpoint(self, clock: FixedClock, tmp_path: Path) -> StaticSite:
        return StaticSite(make_site(tmp_path), profile_folder=tmp_path, clock=clock, in_order=True)
