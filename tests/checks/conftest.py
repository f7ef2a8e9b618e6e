# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tables of the checks share."""

from collections.abc import Callable

import pytest

from editor_app.checks.check import Check, CheckSubject
from editor_app.domain.article import ArticleContent
from editor_app.domain.finding import Finding


@pytest.fixture
def found() -> Callable[..., list[tuple[str, str]]]:
    """Run one family over a content; give (rule, what stands there), offsets verified."""

    def run(
        check: Check, content: ArticleContent, language: str = "en", **more
    ) -> list[tuple[str, str]]:
        findings = list(check.check(CheckSubject(content, language, **more)))
        for finding in findings:
            verify(content, finding)
            assert finding.rule in check.rules
        return [(finding.rule, finding.text) for finding in findings]

    return run


def verify(content: ArticleContent, finding: Finding) -> None:
    assert finding.message.endswith(".")
    text = getattr(content, finding.field, "") if finding.field else ""
    if isinstance(text, str) and finding.field != "lead_image" and finding.text:
        assert text[finding.start : finding.end] == finding.text
