# SPDX-License-Identifier: GPL-3.0-or-later
"""Placeholders of the translation desk that were left in the text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from editor_app.checks.article_texts import article_texts
from editor_app.checks.check import CheckSubject
from editor_app.domain.finding import Finding, Severity

_PLACEHOLDER = re.compile(r"⟦/?[0-9]{1,6}/?⟧")


class PlaceholdersLeft:
    """Blockers: ⟦1⟧ and its like in any text."""

    rules = ("placeholder.left",)

    def check(self, subject: CheckSubject) -> Iterable[Finding]:
        """Yield each placeholder."""
        for text in article_texts(subject.content):
            for match in _PLACEHOLDER.finditer(text.no_code):
                yield Finding(
                    "placeholder.left", Severity.BLOCKER, text.field, *match.span(), match.group(),
                    f"{match.group()} is a placeholder of the translation desk.",
                )  # fmt: skip
