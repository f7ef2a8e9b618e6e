# SPDX-License-Identifier: GPL-3.0-or-later
"""The planner decides every combination of (last, there, wished) the way the table says."""

import itertools

import pytest

from editor_app.sync.plan import LastSeen, Step, ThereNow, plan_publish, plan_withdraw

MINE, OLD, THEIRS = "mine", "old", "theirs"
OWN = {MINE, OLD}

PUBLISH = [
    # last, there, step, why
    (None, None, Step.CREATE, "nothing is there and we never were"),
    (LastSeen("1", OLD), None, Step.CREATE, "it is gone there and the editor confirmed it anew"),
    (None, ThereNow("1", MINE, True), Step.ADOPT, "the reply of our create was lost"),
    (None, ThereNow("1", MINE, False), Step.UPDATE, "there as wished, but not public"),
    (None, ThereNow("1", OLD, True), Step.UPDATE, "an earlier revision of ours is there"),
    (None, ThereNow("1", THEIRS, True), Step.CONFLICT, "somebody else's text is there"),
    (LastSeen("1", OLD), ThereNow("1", OLD, True), Step.UPDATE, "unchanged since we last saw it"),
    (LastSeen("1", OLD), ThereNow("2", OLD, True), Step.UPDATE, "only the token moved"),
    (LastSeen("1", OLD), ThereNow("2", MINE, True), Step.ADOPT, "our update's reply was lost"),
    (LastSeen("1", OLD), ThereNow("2", THEIRS, True), Step.CONFLICT, "a colleague changed it"),
    (LastSeen("1", OLD), ThereNow("2", THEIRS, False), Step.CONFLICT, "changed and withdrawn"),
    (LastSeen("1", OLD), ThereNow("2", OLD, False), Step.UPDATE, "withdrawn by us before"),
    (LastSeen("1", THEIRS), ThereNow("2", THEIRS, True), Step.UPDATE, "what the site made of ours"),
    (LastSeen("1", THEIRS), ThereNow("1", THEIRS, True), Step.UPDATE, "the same, same token"),
]


@pytest.mark.parametrize(("last", "there", "step", "why"), PUBLISH, ids=[row[3] for row in PUBLISH])
def test_publishing_takes_the_step_of_the_table(
    last: LastSeen | None, there: ThereNow | None, step: Step, why: str
) -> None:
    assert plan_publish(MINE, last, there, OWN) is step, why


WITHDRAW = [
    (None, None, Step.ADOPT, "nothing is there"),
    (LastSeen("1", OLD), None, Step.ADOPT, "somebody deleted it already"),
    (LastSeen("1", OLD), ThereNow("1", OLD, True), Step.WITHDRAW, "as we left it"),
    (LastSeen("1", OLD), ThereNow("2", OLD, False), Step.ADOPT, "not public any more"),
    (LastSeen("1", OLD), ThereNow("2", THEIRS, True), Step.CONFLICT, "a colleague changed it"),
    (None, ThereNow("1", THEIRS, True), Step.CONFLICT, "not ours"),
]


@pytest.mark.parametrize(
    ("last", "there", "step", "why"), WITHDRAW, ids=[row[3] for row in WITHDRAW]
)
def test_withdrawing_takes_the_step_of_the_table(
    last: LastSeen | None, there: ThereNow | None, step: Step, why: str
) -> None:
    assert plan_withdraw(last, there, OWN) is step, why


def test_no_combination_ever_writes_over_a_text_that_is_not_ours() -> None:
    lasts = [None, *(LastSeen(token, text) for token in "12" for text in (MINE, OLD))]
    theres = [ThereNow(token, THEIRS, public) for token in "34" for public in (True, False)]
    for last, there in itertools.product(lasts, theres):
        assert plan_publish(MINE, last, there, OWN) is Step.CONFLICT
