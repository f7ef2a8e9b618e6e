# SPDX-License-Identifier: GPL-3.0-or-later
"""Every pair of stages: allowed, or refused by a named rule."""

import pytest

from editor_app.domain.errors import RuleRefused
from editor_app.domain.workflow import Stage, allowed_steps, require_step

_BY_PUBLISHING = (Stage.SCHEDULED, Stage.LIVE)
_ALLOWED = {
    "idea": "draft withdrawn",
    "draft": "idea in_review approved withdrawn",
    "in_review": "draft approved withdrawn",
    "approved": "draft in_review withdrawn",
    "scheduled": "",
    "live": "",
    "withdrawn": "draft",
}


@pytest.mark.parametrize("old", list(Stage))
@pytest.mark.parametrize("new", list(Stage))
def test_a_step_is_allowed_exactly_if_the_table_says_so(old: Stage, new: Stage) -> None:
    if new in _ALLOWED[old].split():
        require_step(old, new)
        assert new in allowed_steps(old)
        return
    with pytest.raises(RuleRefused) as refused:
        require_step(old, new)
    assert new not in allowed_steps(old)
    assert refused.value.message.endswith(".")
    if new in _BY_PUBLISHING:
        assert refused.value.rule == "stage.only-by-publishing"
    elif old in _BY_PUBLISHING:
        assert refused.value.rule == "stage.leave-by-publishing"
    else:
        assert refused.value.rule == "stage.order"


def test_from_every_stage_a_person_finds_a_way_back_to_draft() -> None:
    for stage in Stage:
        if stage not in (*_BY_PUBLISHING, Stage.DRAFT):
            assert Stage.DRAFT in allowed_steps(stage)
