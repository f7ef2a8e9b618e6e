# SPDX-License-Identifier: GPL-3.0-or-later
"""Weeks of a month and steps between months."""

from __future__ import annotations

from datetime import date

import pytest

from editor_app.gui.planning.month_model import stepped_month, weeks_of

MONDAY, SUNDAY = 0, 6


@pytest.mark.parametrize(
    ("year", "month", "first_weekday", "first", "count"),
    [
        (2026, 2, MONDAY, date(2026, 1, 26), 5),
        (2021, 2, MONDAY, date(2021, 2, 1), 4),
        (2026, 8, MONDAY, date(2026, 7, 27), 6),
        (2026, 11, SUNDAY, date(2026, 11, 1), 5),
    ],
)
def test_a_month_begins_in_the_week_of_its_first_day(
    year: int, month: int, first_weekday: int, first: date, count: int
):
    weeks = weeks_of(year, month, first_weekday)
    assert weeks[0] == first
    assert len(weeks) == count
    assert all(week.weekday() == first_weekday for week in weeks)


def test_months_are_stepped_across_years():
    assert stepped_month(2026, 12, 1) == (2027, 1)
    assert stepped_month(2026, 1, -1) == (2025, 12)
    assert stepped_month(2026, 11, -13) == (2025, 10)
