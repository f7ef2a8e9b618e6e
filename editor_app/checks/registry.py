# SPDX-License-Identifier: GPL-3.0-or-later
"""Which checks there are. A new family is one file and one line here."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from editor_app.checks.check import Check, CheckSubject
from editor_app.domain.article import ArticleContent
from editor_app.domain.finding import Finding

CHECKS: tuple[Check, ...] = ()


def run_checks(
    subject: CheckSubject, *, rules: Collection[str] | None = None
) -> tuple[Finding, ...]:
    """Return the findings of all rules, or of those named."""
    return tuple(
        finding
        for check in CHECKS
        for finding in check.check(subject)
        if rules is None or finding.rule in rules
    )


def apply_safe_fixes(content: ArticleContent, findings: Iterable[Finding]) -> ArticleContent:
    """Return the content with every safe fix applied, last place first."""
    for finding in sorted(findings, key=lambda one: one.start, reverse=True):
        safe = next((fix for fix in finding.fixes if fix.safe), None)
        if safe is not None and finding.field:
            text: str = getattr(content, finding.field)
            changed = text[: finding.start] + safe.replacement + text[finding.end :]
            content = replace(content, **{finding.field: changed})
    return content
