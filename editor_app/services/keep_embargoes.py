# SPDX-License-Identifier: GPL-3.0-or-later
"""Embargoes: nothing of a story is public before the instant, unless somebody says why."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from editor_app.domain.errors import RuleRefused
from editor_app.domain.ids import StoryId
from editor_app.domain.schedule import WallTime
from editor_app.domain.story import Embargo, Story
from editor_app.services.changes import Changes, Outcome
from editor_app.services.workplace import Workplace
from editor_app.storage.unit_of_work import UnitOfWork


class KeepEmbargoes:
    """Sets and lifts embargoes."""

    def __init__(self, place: Workplace) -> None:
        """Work in this newsroom."""
        self._place = place

    def set(self, story_id: StoryId, until: WallTime) -> Outcome[Story]:
        """Put the story under embargo.

        Raises RuleRefused if an edition is live already or planned for an earlier instant.
        """
        with self._place.library.write() as unit:
            story = replace(unit.stories.get(story_id), embargo=Embargo(until))
            for article in unit.articles.of_story(story_id):
                for plan in unit.plans.open_plans(article.id):
                    refuse_before_embargo(story, plan.due_utc)
                if any(copy.state == "live" for copy in unit.sites.copies(article.id)):
                    raise RuleRefused(
                        f"“{article.content.headline}” is live already: an embargo comes too late.",
                        rule="embargo.live",
                    )
            unit.stories.put(story)
            self._place.log(unit, "embargoed", story_id=story_id, detail=f"Until {until}")
            changes = _changes(unit, story_id)
        return Outcome(story, changes)

    def lift(self, story_id: StoryId, reason: str) -> Outcome[Story]:
        """Override the embargo; the reason goes into the log."""
        if not reason.strip():
            raise RuleRefused("Say why the embargo is lifted.", rule="embargo.reason")
        with self._place.library.write() as unit:
            story = unit.stories.get(story_id)
            if story.embargo is None:
                raise RuleRefused("This story is under no embargo.", rule="embargo.none")
            lifted = replace(
                story.embargo, lifted_reason=reason.strip(), lifted_at=self._place.clock.now()
            )
            story = replace(story, embargo=lifted)
            unit.stories.put(story)
            self._place.log(unit, "embargo_lifted", story_id=story_id, detail=reason.strip())
            changes = _changes(unit, story_id)
        return Outcome(story, changes)


def refuse_before_embargo(story: Story, public_at: datetime) -> None:
    """Raise RuleRefused if the story may not be public at that instant."""
    embargo = story.embargo
    if embargo is None or embargo.lifted_reason:
        return
    if public_at < embargo.until.utc:
        raise RuleRefused(
            f"This story is under embargo until {embargo.until}. "
            "Plan it for later, or lift the embargo with a reason.",
            rule="embargo",
        )


def _changes(unit: UnitOfWork, story_id: StoryId) -> Changes:
    editions = frozenset(article.id for article in unit.articles.of_story(story_id))
    return Changes(articles=editions, stories=frozenset({story_id}))
