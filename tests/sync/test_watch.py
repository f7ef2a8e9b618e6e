# SPDX-License-Identifier: GPL-3.0-or-later
"""A schedule that a site keeps is done when it was seen live, and never published twice."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from editor_app.domain.article import Article
from editor_app.domain.schedule import PlanState, WallTime, resolve
from editor_app.domain.site import RemoteState
from editor_app.domain.workflow import Stage
from tests.fakes.desks import MemoryDesk, open_memory_desk
from tests.sync.steps import copy_of, edit_there, writes


def in_an_hour(desk: MemoryDesk) -> WallTime:
    return resolve((desk.clock.now() + timedelta(hours=1)).replace(tzinfo=None), "UTC")


def states(desk: MemoryDesk) -> list[PlanState]:
    with desk.place.library.read() as unit:
        return [state for state in PlanState for _ in unit.plans.in_state(state)]


@pytest.fixture
def scheduled(scheduling: MemoryDesk) -> Article:
    """An article that the site has and publishes in an hour."""
    article = scheduling.article()
    scheduling.publish.confirm(article.id, scheduling.site.id, at=in_an_hour(scheduling))
    assert scheduling.run() == ["scheduled"]
    return article


def test_the_site_holds_the_article_back_and_the_plan_stays_open(
    scheduling: MemoryDesk, scheduled: Article
) -> None:
    assert scheduling.server.live() == []
    assert states(scheduling) == [PlanState.CONFIRMED]
    assert copy_of(scheduling, scheduled.id).state is RemoteState.SCHEDULED
    assert scheduling.write.open(scheduled.id).stage is Stage.SCHEDULED
    assert scheduling.run() == []


def test_it_is_done_only_after_a_read_shows_it_live(
    scheduling: MemoryDesk, scheduled: Article
) -> None:
    scheduling.clock.advance(minutes=59)
    assert scheduling.run() == []
    scheduling.clock.advance(minutes=3)
    assert scheduling.run() == ["verified"]
    assert states(scheduling) == [PlanState.DONE]
    assert scheduling.write.open(scheduled.id).stage is Stage.LIVE
    assert copy_of(scheduling, scheduled.id).verified
    assert scheduling.run() == []


def test_a_schedule_that_the_site_forgot_is_missed_and_never_sent_again_by_itself(
    scheduling: MemoryDesk, scheduled: Article
) -> None:
    scheduling.server.publishes_schedules = False
    before = writes(scheduling)
    scheduling.clock.advance(minutes=60)
    assert scheduling.run() == [], "the first read only wakes the site"
    scheduling.clock.advance(minutes=2)
    assert scheduling.run() == ["missed"]
    scheduling.clock.advance(minutes=30)
    assert scheduling.run() == []
    assert writes(scheduling) == before
    (missed,) = scheduling.sync.missed()
    scheduling.sync.publish_missed(missed.plan.id)
    assert scheduling.run() == ["published"]
    assert scheduling.server.creates == 1
    assert states(scheduling) == [PlanState.DONE]


def test_a_missed_schedule_that_went_live_after_all_is_done(
    scheduling: MemoryDesk, scheduled: Article
) -> None:
    scheduling.server.publishes_schedules = False
    scheduling.clock.advance(minutes=62)
    assert scheduling.run() == ["missed"]
    scheduling.server.publishes_schedules = True
    scheduling.clock.advance(minutes=13)
    assert scheduling.run() == ["verified"]
    assert scheduling.sync.missed() == ()


def test_a_schedule_that_passed_while_this_computer_was_off_is_looked_at_after_the_start(
    scheduling: MemoryDesk, scheduled: Article, tmp_path: Path
) -> None:
    scheduling.place.library.database.close()
    again = open_memory_desk(tmp_path, server=scheduling.server, listens=True)
    again.clock.advance(days=3)
    assert again.run() == ["verified"]
    again.place.library.database.close()


def test_a_missed_schedule_that_is_dropped_can_not_go_live_later(
    scheduling: MemoryDesk, scheduled: Article
) -> None:
    scheduling.server.publishes_schedules = False
    scheduling.clock.advance(minutes=62)
    scheduling.run()
    (missed,) = scheduling.sync.missed()
    scheduling.sync.drop_missed(missed.plan.id)
    assert scheduling.run() == ["unpublished"]
    scheduling.server.publishes_schedules = True
    assert scheduling.server.live() == []


def test_a_schedule_that_is_taken_back_is_taken_off_the_site(
    scheduling: MemoryDesk, scheduled: Article
) -> None:
    scheduling.publish.unschedule(scheduled.id, scheduling.site.id)
    assert scheduling.run() == ["unpublished"]
    assert scheduling.write.open(scheduled.id).stage is Stage.APPROVED
    scheduling.clock.advance(hours=2)
    assert scheduling.run() == []
    assert scheduling.server.live() == []


def test_moving_a_schedule_moves_it_on_the_site(scheduling: MemoryDesk, scheduled: Article) -> None:
    later = resolve((scheduling.clock.now() + timedelta(hours=5)).replace(tzinfo=None), "UTC")
    scheduling.publish.reschedule(scheduled.id, scheduling.site.id, later)
    assert scheduling.run() == ["scheduled"]
    assert scheduling.server.held[scheduled.id].published_at == later.utc


def test_publishing_now_what_is_scheduled_there_makes_it_live(
    scheduling: MemoryDesk, scheduled: Article
) -> None:
    scheduling.publish.confirm(scheduled.id, scheduling.site.id)
    assert scheduling.run() == ["published"]
    assert len(scheduling.server.live()) == 1


def test_a_colleagues_change_of_a_scheduled_article_does_not_hide_that_it_went_live(
    scheduling: MemoryDesk, scheduled: Article
) -> None:
    edit_there(scheduling, scheduled.id, "dawn", "noon")
    assert scheduling.run() == ["pulled"]
    scheduling.clock.advance(minutes=62)
    assert scheduling.run() == ["verified"]


def test_the_next_look_is_told_so_that_nothing_has_to_be_asked_all_the_time(
    scheduling: MemoryDesk, scheduled: Article
) -> None:
    due = scheduling.clock.now() + timedelta(hours=1)
    assert scheduling.sync._watcher is not None  # pyright: ignore[reportPrivateUsage]
    watcher = scheduling.sync._watcher  # pyright: ignore[reportPrivateUsage]
    assert watcher.next_look() == due
    scheduling.server.publishes_schedules = False
    scheduling.clock.advance(hours=1)
    scheduling.run()
    assert watcher.next_look() == due + timedelta(minutes=2)
