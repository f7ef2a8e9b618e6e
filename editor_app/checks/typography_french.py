# SPDX-License-Identifier: GPL-3.0-or-later
"""French typography: no-break spaces before high punctuation and in guillemets, apostrophes."""

from __future__ import annotations

import re
from collections.abc import Iterable

from editor_app.checks.article_texts import ArticleText, article_texts
from editor_app.checks.check import CheckSubject
from editor_app.domain.finding import Finding, Fix, Severity
from editor_app.domain.languages import base_language
from editor_app.text.typography.french import space_after_opening, space_before

# A plain space before the mark. Not smileys, not “![image]”, not a list or table of colons.
_BEFORE_MARK = re.compile(
    r"(?<=[^\s|]) +(?P<mark>[;:!?»])(?![-^']?[()DPp/|\\](?!\w)|!?\[|:|[\w]+:)"
)
_AFTER_OPENING = re.compile(r"« +(?=\S)")
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")


class FrenchTypography:
    """Warnings with fixes that are safe; code, addresses and times are left alone."""

    rules = ("typography.fr-space", "typography.fr-apostrophe")

    def check(self, subject: CheckSubject) -> Iterable[Finding]:
        """Yield nothing for other languages."""
        if base_language(subject.language) != "fr":
            return
        for text in article_texts(subject.content):
            for match in _BEFORE_MARK.finditer(text.prose):
                place = (match.start(), match.start("mark"))
                yield _space(text, place, space_before(match["mark"], subject.language))
            for match in _AFTER_OPENING.finditer(text.prose):
                place = (match.start() + 1, match.end())
                yield _space(text, place, space_after_opening(subject.language))
            for match in _APOSTROPHE.finditer(text.prose):
                yield _apostrophe(text, match)


def _space(text: ArticleText, place: tuple[int, int], replacement: str) -> Finding:
    label = "Use a no-break space" if replacement else "Remove the space"
    return Finding(
        "typography.fr-space", Severity.WARNING, text.field, *place, text.text[slice(*place)],
        "A line could break at this space.", (Fix(label, replacement, safe=True),),
    )  # fmt: skip


def _apostrophe(text: ArticleText, match: re.Match[str]) -> Finding:
    return Finding(
        "typography.fr-apostrophe", Severity.WARNING, text.field, *match.span(), "'",
        "This is a straight apostrophe.", (Fix("Use ’", "’", safe=True),),
    )  # fmt: skip
