# SPDX-License-Identifier: GPL-3.0-or-later
"""Headlines in capitals, with sentence case as a suggestion."""

from __future__ import annotations

from collections.abc import Iterable

from editor_app.checks.check import CheckSubject
from editor_app.domain.finding import Finding, Fix, Severity
from editor_app.text.markdown import plain_text
from editor_app.text.sentence_case import is_in_capitals, suggest_sentence_case


class HeadlineCapitals:
    """A hint on a headline in capitals."""

    rules = ("headline.capitals",)

    def check(self, subject: CheckSubject) -> Iterable[Finding]:
        """Yield a finding with a fix where the right case of every word can be told."""
        headline = subject.content.headline
        if not is_in_capitals(headline):
            return
        body = plain_text(subject.content.body)
        suggestion = suggest_sentence_case(headline, body, subject.language)
        fixes = (Fix(f"Write “{suggestion}”", suggestion),) if suggestion else ()
        yield Finding(
            "headline.capitals", Severity.HINT, "headline", 0, len(headline), headline,
            "The headline is in capitals.", fixes,
        )  # fmt: skip
