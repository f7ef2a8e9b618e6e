# SPDX-License-Identifier: GPL-3.0-or-later
"""Dates and schedules on a real WordPress: the planned instant, by the site's clock, never early."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from editor_app.domain.errors import (
    EndpointBusy,
)
from editor_app.domain.site import RemoteState
from tests.fakes.fixed_clock import FixedClock
from tests.fakes.pages import changed, make_page
from tests.servers.fault_proxy import FaultProxy
from tests.servers.wordpress.desk import open_wordpress, there
from tests.servers.wordpress_server import WordPressServer


def test_a_scheduled_article_published_now_is_live_at_once(server: WordPressServer) -> None:
    endpoint = open_wordpress(server)
    page = make_page(publish_at=datetime.now(UTC).replace(microsecond=0) + timedelta(days=2))
    waiting = endpoint.put(page, token="")
    assert waiting.state is RemoteState.SCHEDULED
    live = endpoint.put(replace(page, publish_at=None), token=waiting.token)
    assert live.state is RemoteState.LIVE
    stored = datetime.fromisoformat(there(server, live.remote_id)["date_gmt"]).replace(tzinfo=UTC)
    assert abs(stored - datetime.now(UTC)) < timedelta(minutes=1)


def test_a_schedule_can_be_moved_and_sends_nothing_but_the_time(
    server: WordPressServer, proxy: FaultProxy
) -> None:
    endpoint = open_wordpress(server, url=proxy.url)
    at = datetime.now(UTC).replace(microsecond=0) + timedelta(days=2)
    page = make_page(publish_at=at)
    first = endpoint.put(page, token="")
    moved = endpoint.put(replace(page, publish_at=at + timedelta(hours=1)), token=first.token)
    assert moved.state is RemoteState.SCHEDULED
    assert set(json.loads(proxy.writes("posts/")[-1].body)) == {"status", "date_gmt"}
    stored = datetime.fromisoformat(there(server, moved.remote_id)["date_gmt"]).replace(tzinfo=UTC)
    assert stored == at + timedelta(hours=1)


def test_less_than_a_minute_ahead_nothing_goes_out_early(server: WordPressServer) -> None:
    endpoint = open_wordpress(server)
    page = make_page(publish_at=datetime.now(UTC) + timedelta(seconds=40))
    with pytest.raises(EndpointBusy) as wait:
        endpoint.put(page, token="")
    assert wait.value.retry_after_s is not None
    assert 0 < wait.value.retry_after_s <= 42
    assert endpoint.find(page.article_id) is None


@pytest.mark.parametrize("hours", [-3, 3], ids=["our clock slow", "our clock fast"])
def test_a_schedule_is_kept_by_the_sites_clock_however_wrong_ours_is(
    server: WordPressServer, hours: int
) -> None:
    clock = FixedClock(datetime.now(UTC) + timedelta(hours=hours))
    endpoint = open_wordpress(server, clock=clock)
    at = datetime.now(UTC).replace(microsecond=0) + timedelta(hours=1)
    waiting = endpoint.put(make_page(publish_at=at), token="")
    assert waiting.state is RemoteState.SCHEDULED
    stored = datetime.fromisoformat(there(server, waiting.remote_id)["date_gmt"])
    assert stored.replace(tzinfo=UTC) == at
    past = make_page(publish_at=datetime.now(UTC) - timedelta(hours=1))
    assert endpoint.put(past, token="").state is RemoteState.LIVE


def test_an_imported_piece_keeps_the_date_it_bears_and_its_next_version_sends_none(
    server: WordPressServer, proxy: FaultProxy
) -> None:
    endpoint = open_wordpress(server, url=proxy.url)
    noon = datetime(2020, 3, 1, 12, tzinfo=UTC)
    page = make_page(published_on=noon.date(), first_published=noon)
    first = endpoint.put(page, token="")
    assert there(server, first.remote_id)["date_gmt"] == "2020-03-01T12:00:00"
    endpoint.put(changed(page, headline="Corrected"), token=first.token)
    assert set(json.loads(proxy.writes("posts/")[-1].body)) == {"title", "content"}


def test_a_live_article_is_not_taken_offline_for_a_later_change(server: WordPressServer) -> None:
    endpoint = open_wordpress(server)
    page = make_page()
    first = endpoint.put(page, token="")
    later = replace(
        changed(page, headline="Later"), publish_at=datetime.now(UTC) + timedelta(days=1)
    )
    with pytest.raises(EndpointBusy, match="public already"):
        endpoint.put(later, token=first.token)
    assert endpoint.find(page.article_id) == replace(first, warnings=())


def test_a_withdrawn_schedule_published_later_is_live_and_not_scheduled_again(
    server: WordPressServer,
) -> None:
    endpoint = open_wordpress(server)
    page = make_page(publish_at=datetime.now(UTC) + timedelta(days=2))
    gone = endpoint.withdraw(page.article_id, token=endpoint.put(page, token="").token)
    assert gone.state is RemoteState.WITHDRAWN
    back = endpoint.put(replace(page, publish_at=None), token=gone.token)
    assert back.state is RemoteState.LIVE


ZONES = {
    "Paris": "update_option('timezone_string', 'Europe/Paris');",
    "fixed +5:30": "update_option('timezone_string', ''); update_option('gmt_offset', '5.5');",
    "UTC": "update_option('timezone_string', 'UTC');",
}


@pytest.fixture(params=ZONES)
def zoned(server: WordPressServer, request: pytest.FixtureRequest) -> Iterator[WordPressServer]:
    server.php(ZONES[request.param])
    yield server
    server.php(f"update_option('gmt_offset', ''); {ZONES['Paris']}")


@pytest.mark.parametrize("device", ["Asia/Tokyo", "America/New_York", "UTC"])
def test_row_21_the_stored_instant_is_the_planned_one_in_every_pair_of_zones(
    zoned: WordPressServer, proxy: FaultProxy, device: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", device)
    time.tzset()
    try:
        endpoint = open_wordpress(zoned, url=proxy.url)
        midnight = datetime.now(UTC).replace(hour=0, minute=30, second=0, microsecond=0)
        page, token = make_page(), ""
        for hour in (24 + 1, 48 + 13, 48 + 23):
            at = midnight + timedelta(hours=hour)
            receipt = endpoint.put(replace(page, publish_at=at), token=token)
            token = receipt.token
            assert receipt.state is RemoteState.SCHEDULED
            sent = json.loads(proxy.writes("posts")[-1].body)
            assert "date" not in sent
            stored = there(zoned, receipt.remote_id)["date_gmt"]
            assert datetime.fromisoformat(stored).replace(tzinfo=UTC) == at
    finally:
        monkeypatch.delenv("TZ")
        time.tzset()


def test_the_zone_of_a_site_with_a_fixed_offset_comes_with_a_warning(
    server: WordPressServer,
) -> None:
    assert open_wordpress(server).identify().zone == "Europe/Paris"
    server.php(ZONES["fixed +5:30"])
    try:
        identity = open_wordpress(server).identify()
    finally:
        server.php(f"update_option('gmt_offset', ''); {ZONES['Paris']}")
    assert identity.zone == "UTC"
    assert any("+5:30" in note for note in identity.notes)
