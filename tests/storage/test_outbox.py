# SPDX-License-Identifier: GPL-3.0-or-later
"""One thing to do is one row, and one worker at a time does it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from editor_app.domain.article import Article
from editor_app.domain.outbox import IN_FLIGHT_STATES, Action, OutboxItem, OutboxState
from editor_app.domain.site import Site
from editor_app.storage.unit_of_work import Library, UnitOfWork
from tests.storage.values import NOW, add_article, add_site, queued

MINUTE = timedelta(minutes=1)


@pytest.fixture
def unit(library: Library) -> Iterator[UnitOfWork]:
    with library.write() as unit:
        yield unit


@pytest.fixture
def article(unit: UnitOfWork) -> Article:
    return add_article(unit)


@pytest.fixture
def site(unit: UnitOfWork) -> Site:
    return add_site(unit)


def _lease(unit: UnitOfWork, minutes: int = 0, owner: str = "one") -> OutboxItem | None:
    now = NOW + minutes * MINUTE
    return unit.outbox.lease_next(now, now + 5 * MINUTE, owner)


def test_queuing_the_same_thing_again_returns_the_row_that_is_there(
    unit: UnitOfWork, article: Article, site: Site
) -> None:
    first = unit.outbox.enqueue(queued(article, site))
    again = unit.outbox.enqueue(queued(article, site))
    assert again == first
    assert len(unit.outbox.rows(open_only=False)) == 1


def test_another_action_or_site_is_another_row(
    unit: UnitOfWork, article: Article, site: Site
) -> None:
    unit.outbox.enqueue(queued(article, site))
    unit.outbox.enqueue(queued(article, site, Action.UNPUBLISH))
    unit.outbox.enqueue(queued(article, add_site(unit, "Elsewhere")))
    assert len(unit.outbox.rows(open_only=True)) == 3


def test_a_finished_row_is_opened_again_and_starts_afresh(
    unit: UnitOfWork, article: Article, site: Site
) -> None:
    first = unit.outbox.enqueue(queued(article, site))
    unit.outbox.update(first.id, state=OutboxState.DONE, attempts=4, words="ok", finished=NOW)
    again = unit.outbox.enqueue(queued(article, site))
    assert again.id == first.id
    assert (again.state, again.attempts, again.words, again.finished) == (
        OutboxState.QUEUED,
        0,
        "",
        None,
    )


def test_a_row_is_leased_once(unit: UnitOfWork, article: Article, site: Site) -> None:
    unit.outbox.enqueue(queued(article, site))
    leased = _lease(unit)
    assert leased is not None
    assert leased.lease_owner == "one"
    assert _lease(unit, owner="two") is None


@pytest.mark.parametrize("state", sorted(IN_FLIGHT_STATES))
def test_a_dead_workers_row_comes_back_as_unknown_after_the_lease(
    unit: UnitOfWork, article: Article, site: Site, state: OutboxState
) -> None:
    unit.outbox.enqueue(queued(article, site))
    leased = _lease(unit)
    assert leased is not None
    unit.outbox.update(leased.id, state=state)
    assert _lease(unit, 4, "two") is None
    found = _lease(unit, 5, "two")
    assert found is not None
    assert found.state is OutboxState.UNKNOWN
    assert found.lease_owner == "two"


def test_a_row_that_was_leased_but_not_begun_stays_queued(
    unit: UnitOfWork, article: Article, site: Site
) -> None:
    unit.outbox.enqueue(queued(article, site))
    assert _lease(unit) is not None
    again = _lease(unit, 5)
    assert again is not None
    assert again.state is OutboxState.QUEUED


def test_one_article_has_one_writer_at_a_time(
    unit: UnitOfWork, article: Article, site: Site
) -> None:
    unit.outbox.enqueue(queued(article, site))
    unit.outbox.enqueue(queued(article, add_site(unit, "Elsewhere")))
    other = unit.outbox.enqueue(queued(add_article(unit, headline="Other"), site))
    first, second = _lease(unit), _lease(unit, owner="two")
    assert first is not None
    assert first.article_id == article.id
    assert second == replace(other, lease_owner="two", lease_until=NOW + 5 * MINUTE)
    assert _lease(unit, owner="three") is None
    unit.outbox.update(first.id, state=OutboxState.DONE, lease_until=None)
    third = _lease(unit, owner="three")
    assert third is not None
    assert third.article_id == article.id


def test_nothing_is_leased_before_its_time(unit: UnitOfWork, article: Article, site: Site) -> None:
    item = unit.outbox.enqueue(replace(queued(article, site), not_before=NOW + 10 * MINUTE))
    assert _lease(unit, 9) is None
    assert unit.outbox.next_due() == NOW + 10 * MINUTE
    assert _lease(unit, 10) is not None
    unit.outbox.update(
        item.id, state=OutboxState.RETRY_WAIT, lease_until=None, next_try=NOW + 20 * MINUTE
    )
    assert unit.outbox.next_due() == NOW + 20 * MINUTE
    assert _lease(unit, 19) is None
    assert _lease(unit, 20) is not None


@pytest.mark.parametrize(
    "state",
    [
        OutboxState.DONE,
        OutboxState.CANCELLED,
        OutboxState.CONFLICT,
        OutboxState.NEEDS_ATTENTION,
        OutboxState.PAUSED_AUTH,
    ],
)
def test_what_is_finished_or_waits_for_a_person_is_never_leased(
    unit: UnitOfWork, article: Article, site: Site, state: OutboxState
) -> None:
    item = unit.outbox.enqueue(queued(article, site))
    unit.outbox.update(item.id, state=state)
    assert _lease(unit, 600) is None
    assert unit.outbox.next_due() is None


def test_only_the_asked_site_is_worked_on(unit: UnitOfWork, article: Article, site: Site) -> None:
    unit.outbox.enqueue(queued(article, site))
    elsewhere = add_site(unit, "Elsewhere")
    assert unit.outbox.lease_next(NOW, NOW + MINUTE, "one", site_id=elsewhere.id) is None
    assert unit.outbox.lease_next(NOW, NOW + MINUTE, "one", site_id=site.id) is not None
