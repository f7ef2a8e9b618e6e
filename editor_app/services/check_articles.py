# SPDX-License-Identifier: GPL-3.0-or-later
"""Checking: what the rules have to say about an article, and the fixes that are safe."""

from __future__ import annotations

from collections.abc import Collection

from editor_app.checks.check import CheckSubject
from editor_app.checks.registry import apply_safe_fixes, run_checks
from editor_app.domain.article import Article, ArticleContent
from editor_app.domain.finding import Finding
from editor_app.domain.ids import ArticleId
from editor_app.domain.revision import Reason
from editor_app.services.changes import Changes, Outcome
from editor_app.services.revising import Reviser
from editor_app.services.workplace import Workplace
from editor_app.storage.unit_of_work import UnitOfWork


class CheckArticles:
    """Runs checks and applies fixes."""

    def __init__(self, place: Workplace) -> None:
        """Work in this newsroom."""
        self._place = place

    def check(
        self, article_id: ArticleId, rules: Collection[str] | None = None
    ) -> tuple[Finding, ...]:
        """Return the findings of all rules, or of ``rules``; raises NotFound."""
        with self._place.library.read() as unit:
            return findings_of(unit, unit.articles.get(article_id), rules=rules)

    def check_content(self, article_id: ArticleId, content: ArticleContent) -> tuple[Finding, ...]:
        """Return the findings about text that is not saved yet."""
        with self._place.library.read() as unit:
            return findings_of(unit, unit.articles.get(article_id), content=content)

    def fix(self, article_id: ArticleId, rules: Collection[str] | None = None) -> Outcome[Article]:
        """Apply the safe fixes as one revision; none if there is nothing to fix."""
        with self._place.library.write() as unit:
            article = unit.articles.get(article_id)
            findings = findings_of(unit, article, rules=rules)
            fixed = apply_safe_fixes(article.content, findings)
            article = Reviser(self._place, unit).revise(article, fixed, reason=Reason.FIXED)
        return Outcome(article, Changes(articles=frozenset({article_id})))


def findings_of(
    unit: UnitOfWork,
    article: Article,
    *,
    content: ArticleContent | None = None,
    rules: Collection[str] | None = None,
) -> tuple[Finding, ...]:
    """Return the findings about an article inside a transaction."""
    translation = unit.translations.of_target(article.id)
    source = unit.articles.get(translation.source_article) if translation else None
    subject = CheckSubject(
        content=content or article.content,
        language=article.language,
        section=article.section,
        source=source.content if source else None,
        source_language=source.language if source else "",
        media={asset.id: asset for asset in unit.media.of_article(article.id)},
    )
    return run_checks(subject, rules=rules)
