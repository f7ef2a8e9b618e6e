# SPDX-License-Identifier: GPL-3.0-or-later
"""The fake keeps the rules it is used to test others with, and fails as it is told."""

from __future__ import annotations

from datetime import timedelta

import pytest

from editor_app.domain.errors import (
    AuthRefused,
    EndpointBusy,
    EndpointError,
    EndpointRefused,
    EndpointUnknown,
    PreconditionFailed,
)
from editor_app.domain.ids import ArticleId
from editor_app.domain.site import RemoteState
from tests.conformance.endpoint_suite import EndpointSuite
from tests.conformance.pull_suite import PullSuite
from tests.fakes.fixed_clock import FixedClock
from tests.fakes.memory_endpoint import MemoryEndpoint
from tests.fakes.memory_site import Fault, MemorySite
from tests.fakes.pages import make_page


class TestMemoryEndpoint(EndpointSuite):
    @pytest.fixture
    def endpoint(self, clock: FixedClock) -> MemoryEndpoint:
        return MemoryEndpoint(MemorySite(), clock)


class TestMemoryEndpointThatSchedules(EndpointSuite):
    @pytest.fixture
    def endpoint(self, clock: FixedClock) -> MemoryEndpoint:
        return MemoryEndpoint(MemorySite(can_schedule=True), clock)


class ColleagueInMemory:
    def __init__(self, line: MemoryEndpoint) -> None:
        self._line = line

    def _key(self, remote_id: str) -> ArticleId:
        held = self._line.site.held
        return next(key for key, one in held.items() if one.remote_id == remote_id)

    def change(self, remote_id: str, headline: str) -> None:
        self._line.edit_there(self._key(remote_id), headline)

    def write(self, headline: str, body: str) -> str:
        return self._line.site.held[self._line.write_there(headline, body)].remote_id

    def delete(self, remote_id: str) -> None:
        self._line.delete_there(self._key(remote_id))


class TestMemoryEndpointTellsChanges(PullSuite):
    @pytest.fixture
    def endpoint(self) -> MemoryEndpoint:
        return MemoryEndpoint(MemorySite(), FixedClock())

    @pytest.fixture
    def colleague(self, endpoint: MemoryEndpoint) -> ColleagueInMemory:
        return ColleagueInMemory(endpoint)


def test_a_request_lost_on_its_way_leaves_nothing_there():
    endpoint = MemoryEndpoint(MemorySite(), FixedClock())
    endpoint.fail_next(Fault.DROP_BEFORE_COMMIT)
    with pytest.raises(EndpointUnknown):
        endpoint.put(make_page(), token="")
    assert endpoint.site.held == {}


def test_a_lost_reply_leaves_the_article_there():
    endpoint = MemoryEndpoint(MemorySite(), FixedClock())
    page = make_page()
    endpoint.fail_next(Fault.DROP_AFTER_COMMIT)
    with pytest.raises(EndpointUnknown):
        endpoint.put(page, token="")
    found = endpoint.find(page.article_id)
    assert found is not None
    assert found.state is RemoteState.LIVE


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (Fault.CONFLICT, PreconditionFailed),
        (Fault.TOO_MANY, EndpointBusy),
        (Fault.SERVER_ERROR, EndpointBusy),
        (Fault.REFUSED, EndpointRefused),
        (Fault.AUTH, AuthRefused),
    ],
)
def test_each_fault_is_the_error_a_real_site_would_cause(fault: Fault, error: type[EndpointError]):
    endpoint = MemoryEndpoint(MemorySite(), FixedClock())
    endpoint.fail_next(fault)
    with pytest.raises(error):
        endpoint.put(make_page(), token="")
    assert endpoint.site.held == {}
    assert endpoint.put(make_page(), token="").state is RemoteState.LIVE


def test_a_clock_ahead_of_ours_makes_a_schedule_live_early():
    clock = FixedClock()
    endpoint = MemoryEndpoint(
        MemorySite(can_schedule=True, clock_skew=timedelta(minutes=10)), clock
    )
    page = make_page(publish_at=clock.now() + timedelta(minutes=5))
    assert endpoint.put(page, token="").state is RemoteState.LIVE


def test_a_schedule_goes_live_when_the_sites_clock_says_so():
    clock = FixedClock()
    endpoint = MemoryEndpoint(MemorySite(can_schedule=True), clock)
    page = make_page(publish_at=clock.now() + timedelta(minutes=5))
    assert endpoint.put(page, token="").state is RemoteState.SCHEDULED
    clock.advance(minutes=6)
    found = endpoint.find(page.article_id)
    assert found is not None
    assert found.state is RemoteState.LIVE
