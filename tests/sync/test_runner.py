# SPDX-License-Identifier: GPL-3.0-or-later
"""The runner delivers each confirmed text once, whatever the line does meanwhile."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from editor_app.domain.outbox import OutboxState
from editor_app.domain.schedule import PlanState, resolve
from editor_app.domain.site import RemoteState
from editor_app.domain.workflow import Stage
from tests.fakes.desks import MemoryDesk, open_memory_desk
from tests.fakes.memory_site import Fault, headlines


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[MemoryDesk]:
    desk = open_memory_desk(tmp_path)
    yield desk
    desk.place.library.database.close()


def test_a_confirmed_article_is_live_verified_and_its_row_done(desk: MemoryDesk) -> None:
    article = desk.article()
    desk.publish.confirm(article.id, desk.site.id)
    assert desk.run() == ["published"]
    assert list(headlines(desk.server)) == ["The ferry comes back"]
    with desk.place.library.read() as unit:
        assert unit.articles.get(article.id).stage is Stage.LIVE
        copy = unit.sites.copy(article.id, desk.site.id)
        assert copy is not None
        assert copy.verified
        assert copy.state is RemoteState.LIVE
    assert desk.state(article.id) == "done"
    assert desk.run() == []


def test_a_lost_reply_and_ten_retries_leave_exactly_one_article(desk: MemoryDesk) -> None:
    article = desk.article()
    desk.publish.confirm(article.id, desk.site.id)
    desk.line.fail_next(None, Fault.DROP_AFTER_COMMIT)
    assert desk.run() == ["unknown"]
    item = desk.outbox.rows()[0].item
    for _ in range(10):
        desk.outbox.retry(item.id)
    assert desk.run() == ["already_there"]
    assert desk.server.creates == 1
    assert desk.state(article.id) == "done"


def test_a_request_lost_on_its_way_is_sent_again_and_only_once(desk: MemoryDesk) -> None:
    article = desk.article()
    desk.publish.confirm(article.id, desk.site.id)
    desk.line.fail_next(None, Fault.DROP_BEFORE_COMMIT)
    assert desk.run() == ["unknown"]
    desk.clock.advance(hours=1)
    assert desk.run() == ["published"]
    assert desk.server.creates == 1


def test_not_found_soon_after_a_lost_reply_does_not_make_a_second_article(
    desk: MemoryDesk,
) -> None:
    desk.line.settle_s = 60
    article = desk.article()
    desk.publish.confirm(article.id, desk.site.id)
    desk.line.fail_next(None, Fault.COMMIT_LATE)
    assert desk.run() == ["unknown"]
    for _ in range(3):
        desk.outbox.retry(desk.outbox.rows()[0].item.id)
        assert desk.run() == ["unknown"], "the site may still be at work on it"
    desk.clock.advance(hours=1)
    assert desk.run() == ["already_there"]
    assert desk.server.creates == 1


def test_what_never_arrived_is_sent_again_after_the_site_had_time_to_settle(
    desk: MemoryDesk,
) -> None:
    desk.line.settle_s = 60
    article = desk.article()
    desk.publish.confirm(article.id, desk.site.id)
    desk.line.fail_next(None, Fault.DROP_BEFORE_COMMIT)
    assert desk.run() == ["unknown"]
    desk.clock.advance(seconds=59)
    assert desk.run() == []
    desk.clock.advance(hours=1)
    assert desk.run() == ["published"]
    assert desk.server.creates == 1


def test_a_busy_server_is_asked_again_after_the_wait_it_named(desk: MemoryDesk) -> None:
    article = desk.article()
    desk.publish.confirm(article.id, desk.site.id)
    desk.line.fail_next(None, Fault.TOO_MANY)
    assert desk.run() == ["retry"]
    item = desk.outbox.rows()[0].item
    assert item.state is OutboxState.RETRY_WAIT
    assert item.next_try is not None
    assert item.next_try - desk.clock.now() >= timedelta(seconds=30)
    assert desk.run() == []
    desk.clock.advance(hours=1)
    assert desk.run() == ["published"]


def test_a_refusal_needs_attention_at_once_with_the_sites_words_and_leaves_none_after_success(
    desk: MemoryDesk,
) -> None:
    article = desk.article()
    desk.publish.confirm(article.id, desk.site.id)
    desk.line.fail_next(None, Fault.REFUSED)
    assert desk.run() == ["attention"]
    item = desk.outbox.rows()[0].item
    assert item.state is OutboxState.NEEDS_ATTENTION
    assert item.words == "422 Unprocessable"
    desk.outbox.retry(item.id)
    assert desk.run() == ["published"]
    done = desk.outbox.rows(open_only=False)[0].item
    assert (done.reason, done.words) == ("", "")


def test_a_refused_credential_pauses_the_row(desk: MemoryDesk) -> None:
    article = desk.article()
    desk.publish.confirm(article.id, desk.site.id)
    desk.line.fail_next(Fault.AUTH)
    assert desk.run() == ["paused"]
    assert desk.state(article.id) == "paused_auth"


def test_one_bad_row_does_not_hold_up_the_others(desk: MemoryDesk) -> None:
    first, second = desk.article("First"), desk.article("Second")
    desk.publish.confirm(first.id, desk.site.id)
    desk.publish.confirm(second.id, desk.site.id)
    desk.line.fail_next(None, Fault.REFUSED)
    assert desk.run() == ["attention", "published"]
    assert list(headlines(desk.server)) == ["Second"]


def test_a_colleagues_change_there_is_never_overwritten(desk: MemoryDesk) -> None:
    article = desk.article()
    desk.publish.confirm(article.id, desk.site.id)
    desk.run()
    desk.line.edit_there(article.id, "Changed by a colleague")
    newer = replace(desk.write.open(article.id).content, headline="Changed here")
    desk.write.save(article.id, newer, base=desk.write.open(article.id).head)
    desk.publish.confirm(article.id, desk.site.id)
    assert desk.run() == ["conflict"]
    assert list(headlines(desk.server)) == ["Changed by a colleague"]


def test_an_edit_after_confirming_is_not_published(desk: MemoryDesk) -> None:
    article = desk.article("Confirmed")
    desk.publish.confirm(article.id, desk.site.id)
    head = desk.write.open(article.id)
    desk.write.save(article.id, replace(head.content, headline="Edited later"), base=head.head)
    desk.run()
    assert list(headlines(desk.server)) == ["Confirmed"]
    assert desk.publish.needs_confirming_again(article.id)


def test_a_worker_that_died_while_sending_is_followed_by_a_read_not_by_a_second_create(
    desk: MemoryDesk,
) -> None:
    article = desk.article()
    desk.publish.confirm(article.id, desk.site.id)
    desk.run()
    item = desk.outbox.rows(open_only=False)[0].item
    with desk.place.library.write() as unit:  # as a worker leaves it that was killed after put
        unit.outbox.update(
            item.id,
            state="sending",
            lease_until=desk.clock.now() + timedelta(minutes=5),
            lease_owner="dead",
            finished=None,
        )
    assert desk.run() == [], "its lease still holds"
    desk.clock.advance(minutes=6)
    assert desk.run() == ["already_there"]
    assert desk.server.creates == 1


def test_a_row_leased_by_another_worker_is_left_alone(desk: MemoryDesk) -> None:
    article = desk.article()
    desk.publish.confirm(article.id, desk.site.id)
    now = desk.clock.now()
    with desk.place.library.write() as unit:
        assert unit.outbox.lease_next(now, now + timedelta(minutes=5), "other") is not None
    assert desk.run() == []


def test_confirming_the_same_text_twice_queues_one_row(desk: MemoryDesk) -> None:
    article = desk.article()
    desk.publish.confirm(article.id, desk.site.id)
    desk.publish.confirm(article.id, desk.site.id)
    assert len(desk.outbox.rows()) == 1
    assert desk.run() == ["published"]
    assert desk.server.creates == 1


def test_twenty_articles_queued_offline_are_all_delivered_after_a_restart(
    desk: MemoryDesk, tmp_path: Path
) -> None:
    desk.line.offline = True
    names = [f"Story {number}" for number in range(20)]
    for name in names:
        desk.publish.confirm(desk.article(name).id, desk.site.id)
    assert set(desk.run()) == {"retry"}
    desk.place.library.database.close()
    again = open_memory_desk(tmp_path, server=desk.server)
    again.clock.advance(hours=1)
    assert again.run() == ["published"] * 20
    assert sorted(headlines(desk.server)) == sorted(names)
    again.place.library.database.close()


def test_a_schedule_fires_when_it_is_due_and_not_before(desk: MemoryDesk) -> None:
    article = desk.article()
    at = resolve((desk.clock.now() + timedelta(hours=1)).replace(tzinfo=None), "UTC")
    desk.publish.confirm(article.id, desk.site.id, at=at)
    assert desk.run() == []
    desk.clock.advance(minutes=59)
    assert desk.run() == []
    desk.clock.advance(minutes=1)
    assert desk.run() == ["published"]


def test_a_schedule_missed_while_off_is_asked_about_and_never_fired_late_in_silence(
    desk: MemoryDesk,
) -> None:
    article = desk.article()
    at = resolve((desk.clock.now() + timedelta(hours=1)).replace(tzinfo=None), "UTC")
    desk.publish.confirm(article.id, desk.site.id, at=at)
    desk.clock.advance(hours=3)
    assert desk.run() == ["missed"]
    assert list(headlines(desk.server)) == []
    assert desk.run() == []
    (missed,) = desk.sync.missed()
    assert missed.late_minutes == 120
    desk.sync.publish_missed(missed.plan.id)
    assert desk.run() == ["published"]
    with desk.place.library.read() as unit:
        assert unit.plans.get(missed.plan.id).state is PlanState.DONE


def test_a_missed_schedule_can_be_left_unpublished(desk: MemoryDesk) -> None:
    article = desk.article()
    at = resolve((desk.clock.now() + timedelta(hours=1)).replace(tzinfo=None), "UTC")
    desk.publish.confirm(article.id, desk.site.id, at=at)
    desk.clock.advance(hours=3)
    desk.run()
    (missed,) = desk.sync.missed()
    desk.sync.drop_missed(missed.plan.id)
    assert desk.sync.missed() == ()
    assert desk.run() == []
    assert desk.write.open(article.id).stage is Stage.APPROVED


def test_a_row_gives_up_after_three_days_of_trying(desk: MemoryDesk) -> None:
    article = desk.article()
    desk.publish.confirm(article.id, desk.site.id)
    desk.line.offline = True
    desk.run()
    desk.clock.advance(days=4)
    assert desk.run() == ["attention"]
    assert desk.state(article.id) == "needs_attention"


def test_withdrawing_takes_it_off_and_publishing_again_brings_it_back_as_one_article(
    desk: MemoryDesk,
) -> None:
    article = desk.article()
    desk.publish.confirm(article.id, desk.site.id)
    desk.run()
    desk.publish.unpublish(article.id, desk.site.id)
    assert desk.run() == ["unpublished"]
    assert list(headlines(desk.server)) == []
    assert desk.write.open(article.id).stage is Stage.WITHDRAWN
    desk.publish.confirm(article.id, desk.site.id)
    assert desk.run() == ["published"]
    assert desk.server.creates == 1
