# SPDX-License-Identifier: GPL-3.0-or-later
"""Workflow steps, each by its rule and with its entry in the log."""

from __future__ import annotations

from editor_app.domain.article import Article
from editor_app.domain.errors import RuleRefused
from editor_app.domain.ids import ArticleId
from editor_app.domain.workflow import Stage, allowed_steps, require_step
from editor_app.services.changes import Changes, Outcome
from editor_app.services.workplace import Workplace


class MoveStages:
    """Moves articles along the workflow."""

    def __init__(self, place: Workplace) -> None:
        """Work in this newsroom."""
        self._place = place

    def allowed(self, article_id: ArticleId) -> tuple[Stage, ...]:
        """Return the stages a person may choose now, in workflow order."""
        with self._place.library.read() as unit:
            steps = allowed_steps(unit.articles.get(article_id).stage)
        return tuple(stage for stage in Stage if stage in steps)

    def move(self, article_id: ArticleId, stage: Stage, note: str = "") -> Outcome[Article]:
        """Take a step; raises RuleRefused naming the rule that forbids it."""
        with self._place.library.write() as unit:
            article = unit.articles.get(article_id)
            if stage is article.stage:
                return Outcome(article, Changes())
            require_step(article.stage, stage)
            if stage in (Stage.IN_REVIEW, Stage.APPROVED) and not article.content.headline.strip():
                raise RuleRefused(
                    "An article needs a headline before review.", rule="stage.needs-headline"
                )
            unit.articles.set_stage(article_id, stage)
            detail = f"{article.stage} → {stage}" + (f": {note}" if note else "")
            self._place.log(unit, "staged", article_id=article_id, detail=detail)
            moved = unit.articles.get(article_id)
        return Outcome(
            moved, Changes(articles=frozenset({article_id}), stories=frozenset({moved.story_id}))
        )
