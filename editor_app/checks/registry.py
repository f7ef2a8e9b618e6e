# SPDX-License-Identifier: GPL-3.0-or-later
"""Which checks there are. A new family is one file and one line here."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from editor_app.checks.check import Check, CheckSubject
from editor_app.checks.headline_capitals import HeadlineCapitals
from editor_app.checks.images import Images
from editor_app.checks.language_mismatch import LanguageMismatch
from editor_app.checks.local_links import LocalLinks
from editor_app.checks.note_marks import NoteMarks
from editor_app.checks.placeholders_left import PlaceholdersLeft
from editor_app.checks.required_fields import RequiredFields
from editor_app.checks.spaces import Spaces
from editor_app.checks.typography_french import FrenchTypography
from editor_app.domain.article import ArticleContent
from editor_app.domain.finding import Finding

CHECKS: tuple[Check, ...] = (
    RequiredFields(),
    Images(),
    PlaceholdersLeft(),
    NoteMarks(),
    LocalLinks(),
    LanguageMismatch(),
    HeadlineCapitals(),
    FrenchTypography(),
    Spaces(),
)


def run_checks(
    subject: CheckSubject, *, rules: Collection[str] | None = None
) -> tuple[Finding, ...]:
    """Return the findings of all rules, or of those named. Families not asked for do not run."""
    return tuple(
        finding
        for check in CHECKS
        if rules is None or any(rule in rules for rule in check.rules)
        for finding in check.check(subject)
        if rules is None or finding.rule in rules
    )


def apply_safe_fixes(content: ArticleContent, findings: Iterable[Finding]) -> ArticleContent:
    """Return the content with every safe fix applied.

    A finding that no longer fits the text, or overlaps one already applied, is passed over.
    """
    untouched: dict[str, int] = {}  # per field: where the fixes applied so far begin
    for finding in sorted(findings, key=lambda one: (one.start, one.end), reverse=True):
        fix = next((fix for fix in finding.fixes if fix.safe), None)
        text = getattr(content, finding.field, None) if finding.field else None
        if fix is None or not isinstance(text, str):
            continue
        fits = text[finding.start : finding.end] == finding.text
        if fits and finding.end <= untouched.get(finding.field, len(text)):
            changed = text[: finding.start] + fix.replacement + text[finding.end :]
            content = replace(content, **{finding.field: changed})
            untouched[finding.field] = finding.start
    return content
