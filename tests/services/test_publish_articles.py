# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing becomes public that was not confirmed, is embargoed, or has no clear time."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from editor_app.domain.errors import BadTime, RuleRefused, TimeAmbiguous, TimeInGap
from editor_app.domain.schedule import resolve
from editor_app.domain.workflow import Stage
from editor_app.services.keep_embargoes import KeepEmbargoes
from editor_app.services.move_stages import MoveStages
from editor_app.services.read_calendar import ReadCalendar
from tests.fakes.desks import MemoryDesk, open_memory_desk
from tests.fakes.memory_site import headlines


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[MemoryDesk]:
    desk = open_memory_desk(tmp_path)
    yield desk
    desk.place.library.database.close()


def test_a_time_in_the_gap_is_refused_with_a_suggestion(desk: MemoryDesk) -> None:
    with pytest.raises(TimeInGap) as refused:
        desk.publish.resolve_time("2027-03-28 02:30", "Europe/Paris")
    assert refused.value.suggestion == "2027-03-28 03:30"


def test_a_time_that_happens_twice_is_asked_about_and_the_answer_decides_the_instant(
    desk: MemoryDesk,
) -> None:
    with pytest.raises(TimeAmbiguous):
        desk.publish.resolve_time("2027-10-31 02:30", "Europe/Paris")
    first = desk.publish.resolve_time("2027-10-31 02:30", "Europe/Paris", 0)
    second = desk.publish.resolve_time("2027-10-31 02:30", "Europe/Paris", 1)
    assert second.utc - first.utc == timedelta(hours=1)


def test_a_past_time_is_refused(desk: MemoryDesk) -> None:
    article = desk.article()
    past = resolve((desk.clock.now() - timedelta(minutes=1)).replace(tzinfo=None), "UTC")
    with pytest.raises(BadTime, match="is past"):
        desk.publish.confirm(article.id, desk.site.id, at=past)


def test_an_embargo_holds_publishing_until_its_instant_and_a_reason_lifts_it(
    desk: MemoryDesk,
) -> None:
    article = desk.article()
    embargoes = KeepEmbargoes(desk.place)
    until = resolve((desk.clock.now() + timedelta(days=1)).replace(tzinfo=None), "UTC")
    embargoes.set(article.story_id, until)
    with pytest.raises(RuleRefused) as refused:
        desk.publish.confirm(article.id, desk.site.id)
    assert refused.value.rule == "embargo"
    early = resolve((desk.clock.now() + timedelta(hours=23)).replace(tzinfo=None), "UTC")
    with pytest.raises(RuleRefused):
        desk.publish.confirm(article.id, desk.site.id, at=early)
    desk.publish.confirm(article.id, desk.site.id, at=until)
    with pytest.raises(RuleRefused, match="Say why"):
        embargoes.lift(article.story_id, " ")
    embargoes.lift(article.story_id, "The agency released it early")
    desk.publish.confirm(article.id, desk.site.id)
    assert desk.run() == ["published"]


def test_an_idea_is_not_published(desk: MemoryDesk) -> None:
    article = desk.article()
    MoveStages(desk.place).move(article.id, Stage.IDEA)
    with pytest.raises(RuleRefused, match="idea"):
        desk.publish.confirm(article.id, desk.site.id)


def test_stages_reached_by_publishing_cannot_be_named(desk: MemoryDesk) -> None:
    article = desk.article()
    stages = MoveStages(desk.place)
    for stage in (Stage.LIVE, Stage.SCHEDULED):
        with pytest.raises(RuleRefused) as refused:
            stages.move(article.id, stage)
        assert refused.value.rule == "stage.only-by-publishing"


def test_rescheduling_keeps_the_confirmed_text_and_leaves_one_plan(desk: MemoryDesk) -> None:
    article = desk.article("Confirmed")
    first = resolve((desk.clock.now() + timedelta(days=1)).replace(tzinfo=None), "UTC")
    later = resolve((desk.clock.now() + timedelta(days=6)).replace(tzinfo=None), "UTC")
    desk.publish.confirm(article.id, desk.site.id, at=first)
    head = desk.write.open(article.id)
    desk.write.save(article.id, replace(head.content, headline="Edited"), base=head.head)
    desk.publish.reschedule(article.id, desk.site.id, later)
    start = desk.clock.now().date()
    items = ReadCalendar(desk.place).items(start, start + timedelta(days=10))
    assert [item.plan.at for item in items] == [later]
    desk.clock.advance(days=1)
    assert desk.run() == []
    desk.clock.advance(days=5)
    assert desk.run() == ["published"]
    assert list(headlines(desk.server)) == ["Confirmed"]


def test_unscheduling_leaves_the_article_approved_and_nothing_fires(desk: MemoryDesk) -> None:
    article = desk.article()
    at = resolve((desk.clock.now() + timedelta(days=1)).replace(tzinfo=None), "UTC")
    desk.publish.confirm(article.id, desk.site.id, at=at)
    assert desk.write.open(article.id).stage is Stage.SCHEDULED
    desk.publish.unschedule(article.id, desk.site.id)
    desk.clock.advance(days=1)
    assert desk.run() == []
    assert desk.write.open(article.id).stage is Stage.APPROVED


def test_a_calendar_day_is_the_day_on_the_clock_of_the_plans_own_zone(desk: MemoryDesk) -> None:
    article = desk.article()
    at = resolve(datetime(2026, 12, 5, 0, 30), "Asia/Tokyo")  # noqa: DTZ001 - wall time
    desk.publish.confirm(article.id, desk.site.id, at=at)
    (item,) = ReadCalendar(desk.place).items(at.wall.date(), at.wall.date())
    assert item.day == at.wall.date()
    assert item.plan.due_utc == datetime(2026, 12, 4, 15, 30, tzinfo=UTC)


def test_the_calendar_file_is_valid_and_names_the_instant_in_utc(desk: MemoryDesk) -> None:
    import icalendar

    article = desk.article("Ferry; back, again")
    at = resolve(datetime(2026, 12, 5, 9, 0), "Europe/Paris")  # noqa: DTZ001 - wall time
    desk.publish.confirm(article.id, desk.site.id, at=at)
    text = ReadCalendar(desk.place).ics(at.wall.date(), at.wall.date())
    (event,) = icalendar.Calendar.from_ical(text).walk("VEVENT")
    assert event.decoded("DTSTART") == at.utc
    assert "Ferry; back, again" in str(event["SUMMARY"])


def test_an_article_on_its_way_cannot_be_put_away(desk: MemoryDesk) -> None:
    article = desk.article()
    desk.publish.confirm(article.id, desk.site.id)
    with pytest.raises(RuleRefused, match="on its way"):
        desk.write.archive(article.id)


def test_publishing_gives_the_article_a_slug_from_its_headline(desk: MemoryDesk) -> None:
    article = desk.article("Élection à Łódź !")
    desk.publish.confirm(article.id, desk.site.id)
    assert desk.write.open(article.id).content.slug == "election-a-lodz"
