# SPDX-License-Identifier: GPL-3.0-or-later
"""The calendar: what is planned or went out when, and what has no time yet."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from editor_app.domain.article import ArticleRow
from editor_app.domain.schedule import Plan, load_zone
from editor_app.domain.workflow import Stage
from editor_app.services.browse_library import remote_state
from editor_app.services.views import CalendarItem
from editor_app.services.workplace import Workplace
from editor_app.storage.unit_of_work import UnitOfWork

_DAY = timedelta(days=1)


class ReadCalendar:
    """Reads plans as calendar items."""

    def __init__(self, place: Workplace) -> None:
        """Read this newsroom."""
        self._place = place

    def items(self, start: date, end: date) -> tuple[CalendarItem, ...]:
        """Return what falls on the days from ``start`` to ``end`` inclusive, earliest first.

        A plan's day is the day on the clock of its own zone.
        """
        # A plan's day in its own zone may be one off in UTC; dates themselves come to an end.
        first = datetime.combine(max(start, date.min + _DAY) - _DAY, time(), UTC)
        last = datetime.combine(min(end, date.max - 2 * _DAY) + 2 * _DAY, time(), UTC)
        with self._place.library.read() as unit:
            found = [self._item(unit, plan) for plan in unit.plans.between(first, last)]
        return tuple(item for item in found if start <= item.day <= end)

    def unscheduled(self) -> tuple[ArticleRow, ...]:
        """Return articles that are ready or nearly so and have no time yet."""
        with self._place.library.read() as unit:
            rows: list[ArticleRow] = []
            for stage in (Stage.APPROVED, Stage.IN_REVIEW, Stage.DRAFT):
                rows += unit.library.rows({"stage": stage.value}, limit=200)
        return tuple(row for row in rows if row.planned_utc is None)

    def ics(self, start: date, end: date) -> str:
        """Return the items as an iCalendar file (RFC 5545), times in UTC."""
        import icalendar

        calendar: Any = icalendar.Calendar()  # the library's `add` takes anything
        calendar.add("prodid", "-//Editor App//Calendar//EN")
        calendar.add("version", "2.0")
        for item in self.items(start, end):
            event: Any = icalendar.Event()
            event.add("uid", f"{item.plan.id}@editor-app")
            event.add("dtstamp", self._place.clock.now())
            event.add("dtstart", item.plan.due_utc)
            event.add("summary", f"{item.headline} [{item.language}] – {item.site_name}")
            event.add("categories", [item.state.value])
            calendar.add_component(event)
        return calendar.to_ical().decode("utf-8")

    def _item(self, unit: UnitOfWork, plan: Plan) -> CalendarItem:
        article = unit.articles.get(plan.article_id)
        site = unit.sites.get(plan.site_id)
        copy = unit.sites.copy(plan.article_id, plan.site_id)
        waiting = next(iter(unit.outbox.open_items(plan.article_id, plan.site_id)), None)
        me = unit.people.me()
        zone = plan.at.zone if plan.at else (me.zone if me else "UTC")
        day = plan.at.wall.date() if plan.at else plan.due_utc.astimezone(load_zone(zone)).date()
        return CalendarItem(
            article_id=article.id,
            story_id=article.story_id,
            headline=article.content.headline,
            language=article.language,
            stage=article.stage,
            site_id=site.id,
            site_name=site.name,
            day=day,
            plan=plan,
            state=remote_state(copy, plan, waiting),
            fired_by_this_computer=not site.capabilities.can_schedule,
            verified=bool(copy and copy.verified),
        )
