# SPDX-License-Identifier: GPL-3.0-or-later
"""Stages of an article and which step may follow which."""

from __future__ import annotations

from enum import StrEnum

from editor_app.domain.errors import RuleRefused


class Stage(StrEnum):
    """Where an article is on its way to readers."""

    IDEA = "idea"
    DRAFT = "draft"
    IN_REVIEW = "in_review"
    APPROVED = "approved"
    SCHEDULED = "scheduled"
    LIVE = "live"
    WITHDRAWN = "withdrawn"


# Steps a person may take by name. SCHEDULED and LIVE are reached by confirming a plan
# and by a receipt from a site, never by naming them.
_STEPS: dict[Stage, frozenset[Stage]] = {
    Stage.IDEA: frozenset({Stage.DRAFT, Stage.WITHDRAWN}),
    Stage.DRAFT: frozenset({Stage.IDEA, Stage.IN_REVIEW, Stage.APPROVED, Stage.WITHDRAWN}),
    Stage.IN_REVIEW: frozenset({Stage.DRAFT, Stage.APPROVED, Stage.WITHDRAWN}),
    Stage.APPROVED: frozenset({Stage.DRAFT, Stage.IN_REVIEW, Stage.WITHDRAWN}),
    Stage.SCHEDULED: frozenset(),
    Stage.LIVE: frozenset(),
    Stage.WITHDRAWN: frozenset({Stage.DRAFT}),
}


def allowed_steps(stage: Stage) -> frozenset[Stage]:
    """Return the stages a person may move an article to from ``stage``."""
    return _STEPS[stage]


def require_step(old: Stage, new: Stage) -> None:
    """Raise RuleRefused, naming the rule, if a person may not go from ``old`` to ``new``."""
    if new in (Stage.SCHEDULED, Stage.LIVE):
        raise RuleRefused(
            "An article becomes scheduled or live by publishing it, not by naming the stage.",
            rule="stage.only-by-publishing",
        )
    if old in (Stage.SCHEDULED, Stage.LIVE):
        verb = "Unschedule" if old is Stage.SCHEDULED else "Unpublish"
        raise RuleRefused(
            f"The article is {old}. {verb} it first.", rule="stage.leave-by-publishing"
        )
    if new not in _STEPS[old]:
        raise RuleRefused(f"An article cannot go from {old} to {new}.", rule="stage.order")
