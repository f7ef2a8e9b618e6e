# SPDX-License-Identifier: GPL-3.0-or-later
"""Wall times against the zone rules themselves: gaps refused, overlaps asked, the rest exact."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.domain.errors import BadTime, TimeAmbiguous, TimeInGap
from editor_app.domain.schedule import WallTime, load_zone, parse_wall, resolve, shift_days

ZONES = ("Europe/Paris", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC")
# Changes of the clock in 2026: first wall minute that is missing or doubled, and how many.
GAPS = [
    ("Europe/Paris", "2026-03-29 02:00", 60),
    ("America/New_York", "2026-03-08 02:00", 60),
    ("Australia/Lord_Howe", "2026-10-04 02:00", 30),
]
OVERLAPS = [
    ("Europe/Paris", "2026-10-25 02:00", 60),
    ("America/New_York", "2026-11-01 01:00", 60),
    ("Australia/Lord_Howe", "2026-04-05 01:30", 30),
]


def _minutes(first: str, count: int) -> list[datetime]:
    return [parse_wall(first) + timedelta(minutes=number) for number in range(count)]


@pytest.mark.parametrize(("zone", "first", "length"), GAPS)
def test_every_minute_of_a_gap_is_refused_with_the_minute_as_far_behind_it(
    zone: str, first: str, length: int
) -> None:
    for wall in _minutes(first, length):
        for fold in (None, 0, 1):
            with pytest.raises(TimeInGap) as refused:
                resolve(wall, zone, fold)
            suggested = parse_wall(refused.value.suggestion)
            assert suggested == wall + timedelta(minutes=length)
            assert resolve(suggested, zone).wall == suggested


@pytest.mark.parametrize(("zone", "first", "length"), GAPS)
def test_the_minutes_around_a_gap_are_fine_and_next_to_each_other(
    zone: str, first: str, length: int
) -> None:
    before = resolve(parse_wall(first) - timedelta(minutes=1), zone)
    after = resolve(parse_wall(first) + timedelta(minutes=length), zone)
    assert after.utc - before.utc == timedelta(minutes=1)


@pytest.mark.parametrize(("zone", "first", "length"), OVERLAPS)
def test_every_minute_that_happens_twice_is_asked_and_the_fold_decides(
    zone: str, first: str, length: int
) -> None:
    for wall in _minutes(first, length):
        with pytest.raises(TimeAmbiguous):
            resolve(wall, zone)
        earlier, later = resolve(wall, zone, 0), resolve(wall, zone, 1)
        assert later.utc - earlier.utc == timedelta(minutes=length)
        assert (earlier.fold, later.fold) == (0, 1)
        for moment in (earlier, later):
            assert moment.utc.astimezone(ZoneInfo(zone)).replace(tzinfo=None) == wall


@pytest.mark.parametrize(("zone", "first", "length"), OVERLAPS)
def test_the_minutes_around_an_overlap_need_no_fold(zone: str, first: str, length: int) -> None:
    before = resolve(parse_wall(first) - timedelta(minutes=1), zone)
    after = resolve(parse_wall(first) + timedelta(minutes=length), zone)
    assert (before.fold, after.fold) == (0, 0)
    assert after.utc - before.utc == timedelta(minutes=1 + 2 * length)


@given(
    zone=st.sampled_from(ZONES),
    wall=st.datetimes(datetime(2020, 1, 1), datetime(2037, 12, 31)),  # noqa: DTZ001 - wall times
    fold=st.sampled_from([None, 0, 1]),
)
def test_any_minute_is_exact_refused_or_asked(zone: str, wall: datetime, fold: int | None) -> None:
    wall = wall.replace(second=0, microsecond=0)
    place = ZoneInfo(zone)
    instants = {wall.replace(tzinfo=place, fold=one).astimezone(UTC) for one in (0, 1)}
    real = {one for one in instants if one.astimezone(place).replace(tzinfo=None) == wall}
    try:
        found = resolve(wall, zone, fold)
    except TimeInGap:
        assert not real
    except TimeAmbiguous:
        assert len(real) == 2
        assert fold is None
    else:
        assert found.utc in real
        assert found.fold in (0, fold)


def test_a_quarter_hour_zone_is_exact() -> None:
    assert resolve(parse_wall("2026-12-01 09:00"), "Asia/Kathmandu").utc == datetime(
        2026, 12, 1, 3, 15, tzinfo=UTC
    )


def test_moving_a_plan_by_days_keeps_the_wall_time_across_a_change() -> None:
    before = resolve(parse_wall("2026-03-28 09:00"), "Europe/Paris")
    after = shift_days(before, 1)
    assert after.wall.strftime("%H:%M") == "09:00"
    assert after.utc - before.utc == timedelta(hours=23)


def test_moving_a_plan_into_the_gap_is_refused() -> None:
    with pytest.raises(TimeInGap):
        shift_days(resolve(parse_wall("2026-03-28 02:30"), "Europe/Paris"), 1)


def test_moving_a_second_time_to_an_ordinary_day_forgets_the_fold() -> None:
    second = resolve(parse_wall("2026-10-25 02:30"), "Europe/Paris", 1)
    assert shift_days(second, 1) == WallTime(parse_wall("2026-10-26 02:30"), "Europe/Paris", 0)


@pytest.mark.parametrize(
    "text",
    ["", "tomorrow", "2026-13-01 09:00", "2026-02-30 09:00", "2026-12-01", "2026-12-01 24:00",
     "01/12/2026 09:00", "1969-12-31 23:59", "2201-01-01 00:00", "2026-12-01 09:00:30"],
)  # fmt: skip
def test_what_is_no_date_and_time_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(BadTime) as refused:
        parse_wall(text)
    assert refused.value.message.endswith(".")


def test_the_t_between_date_and_time_is_accepted() -> None:
    assert parse_wall(" 2026-12-01T09:00 ") == parse_wall("2026-12-01 09:00")


@pytest.mark.parametrize(
    "name",
    ["", "Paris", "Europe/Atlantis", "../../etc/passwd", "Europe/", "x\0y"],
)
def test_a_zone_that_is_none_is_refused(name: str) -> None:
    with pytest.raises(BadTime, match="time zone"):
        load_zone(name)


@pytest.mark.parametrize("name", ["localtime", "right/Europe/Paris", "posix/Europe/Paris"])
def test_a_zone_that_another_computer_would_not_know_is_refused(name: str) -> None:
    with pytest.raises(BadTime, match="time zone"):
        load_zone(name)
