# SPDX-License-Identifier: GPL-3.0-or-later
"""What an article must have before it is published, and what it should have."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from editor_app.checks.check import CheckSubject
from editor_app.domain.finding import Finding, Severity
from editor_app.domain.languages import UNDETERMINED, base_language

_INVISIBLE = frozenset({"Cc", "Cf", "Cn", "Cs"})


class RequiredFields:
    """Blockers: headline, body, language. Warnings: byline, tags, description, translator."""

    rules = (
        "required.headline",
        "required.body",
        "required.language",
        "required.byline",
        "required.tags",
        "required.description",
        "required.translator",
    )

    def check(self, subject: CheckSubject) -> Iterable[Finding]:
        """Yield one finding per missing part."""
        content = subject.content
        language = base_language(subject.language)
        blocker, warning = Severity.BLOCKER, Severity.WARNING
        translated = subject.source is not None
        cases = (
            (_is_visible(content.headline), "headline", blocker, "headline",
             "The headline is empty."),
            (_is_visible(content.body), "body", blocker, "body", "The article has no text."),
            (
                language not in ("", UNDETERMINED), "language", blocker, "language",
                "The language of the article is not set.",
            ),
            (any(name.strip() for name in content.bylines), "byline", warning, "bylines",
             "The article names no author."),
            (any(tag.strip() for tag in content.tags), "tags", warning, "tags",
             "The article has no tags."),
            (content.search_description.strip(), "description", warning, "search_description",
             "The description for search engines is empty."),
            (not translated or content.translator_credit.strip(), "translator", warning,
             "translator_credit", "The translation does not name its translator."),
        )  # fmt: skip
        for there, rule, severity, field, message in cases:
            if not there:
                yield Finding(f"required.{rule}", severity, field, 0, 0, "", message)


def _is_visible(text: str) -> bool:
    """Tell whether a reader sees something: zero-width marks and the like are nothing."""
    return any(
        not character.isspace() and unicodedata.category(character) not in _INVISIBLE
        for character in text
    )
