# SPDX-License-Identifier: GPL-3.0-or-later
"""The planner of the pull decides every combination the way the table says."""

import itertools

import pytest

from editor_app.sync.pull_plan import Here, PullStep, Told, plan_pull

BASE, MINE, THEIRS, FLIGHT = "base", "mine", "theirs", "in flight"


def told(text: str, *, token: str = "2", state: str = "live", deleted: bool = False) -> Told:
    return Told(token, state, f"there:{text}", text, deleted)


def here(head: str = BASE, *, token: str = "1", state: str = "live", base: str = BASE) -> Here:
    return Here(head, base, token, state, f"there:{base}", {FLIGHT})


NEVER_SEEN = Here(MINE, "", "", "", "", {FLIGHT})
GONE_ALREADY = Here(BASE, BASE, "gone:1", "withdrawn", f"there:{BASE}")

TABLE = [
    (told(THEIRS), None, PullStep.ADOPT, "made there"),
    (told("", deleted=True), None, PullStep.NOTHING, "deleted there and never known here"),
    (told(THEIRS, token="1"), here(), PullStep.NOTHING, "told of twice: the token is known"),
    (told(BASE, token="1"), here(MINE), PullStep.NOTHING, "told of twice, edited here since"),
    (told(BASE, token="1"), here(state="scheduled"), PullStep.MOVE, "it went live by itself"),
    (told(BASE), here(), PullStep.MOVE, "only the token moved"),
    (told(BASE), here(MINE), PullStep.MOVE, "only the token moved, edited here: nothing to merge"),
    (told(MINE), here(MINE), PullStep.MOVE, "both made the same edit"),
    (told(FLIGHT), here(MINE), PullStep.MOVE, "ours arrived and the reply was lost"),
    (told(FLIGHT), NEVER_SEEN, PullStep.MOVE, "our create arrived and the reply was lost"),
    (told(MINE), NEVER_SEEN, PullStep.MOVE, "there as here, and we lost our notes"),
    (told(THEIRS), here(), PullStep.TAKE, "only they changed it"),
    (told(THEIRS, state="withdrawn"), here(), PullStep.TAKE, "changed there and taken off"),
    (told(THEIRS), here(MINE), PullStep.MERGE, "both changed it"),
    (told(THEIRS), NEVER_SEEN, PullStep.MERGE, "our create arrived and they changed it already"),
    (told("", deleted=True), here(), PullStep.GONE, "deleted there"),
    (told("", deleted=True), here(MINE), PullStep.GONE, "deleted there, edited here"),
    (told("", deleted=True), NEVER_SEEN, PullStep.NOTHING, "deleted before we ever saw it there"),
    (told("", token="gone:1", deleted=True), GONE_ALREADY, PullStep.NOTHING, "deleted, told twice"),
    (told(BASE), GONE_ALREADY, PullStep.MOVE, "it came back there as it was"),
    (told(THEIRS), GONE_ALREADY, PullStep.TAKE, "it came back there with other words"),
]


@pytest.mark.parametrize(("said", "known", "step", "why"), TABLE, ids=[row[3] for row in TABLE])
def test_the_pull_takes_the_step_of_the_table(
    said: Told, known: Here | None, step: PullStep, why: str
) -> None:
    assert plan_pull(said, known) is step, why


EVERY_HERE = [
    Here(head, base, token, state, returned, flight)
    for head, base, token, state, returned, flight in itertools.product(
        (BASE, MINE),
        (BASE, ""),
        ("1", "2", ""),
        ("live", "scheduled", "withdrawn"),
        ("there:base", ""),
        ({FLIGHT}, frozenset[str]()),
    )
]
EVERY_TOLD = [
    told(text, token=token, state=state, deleted=deleted)
    for text, token, state, deleted in itertools.product(
        (BASE, MINE, THEIRS, FLIGHT), "12", ("live", "withdrawn"), (False, True)
    )
]


def test_no_combination_lets_their_text_replace_an_edit_of_ours():
    for said, known in itertools.product(EVERY_TOLD, EVERY_HERE):
        if known.head_hash != known.base_hash:
            assert plan_pull(said, known) is not PullStep.TAKE


def test_no_combination_forgets_a_text_of_theirs_with_a_new_token():
    for said, known in itertools.product(EVERY_TOLD, EVERY_HERE):
        if said.content_hash == THEIRS and not said.deleted and said.token != known.token:
            assert plan_pull(said, known) in (PullStep.TAKE, PullStep.MERGE)


def test_an_article_that_is_known_here_is_never_adopted_a_second_time():
    for said, known in itertools.product(EVERY_TOLD, EVERY_HERE):
        assert plan_pull(said, known) is not PullStep.ADOPT


def test_what_is_not_said_to_be_deleted_is_never_gone():
    for said, known in itertools.product(EVERY_TOLD, [*EVERY_HERE, None]):
        if not said.deleted:
            assert plan_pull(said, known) is not PullStep.GONE
