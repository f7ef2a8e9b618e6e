# SPDX-License-Identifier: GPL-3.0-or-later
"""What a check is, and what it is given to look at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from editor_app.domain.article import ArticleContent
from editor_app.domain.finding import Finding
from editor_app.domain.ids import MediaId
from editor_app.domain.media import MediaAsset


@dataclass(frozen=True, slots=True)
class CheckSubject:
    """An article as checks see it; `source` is set for translations."""

    content: ArticleContent
    language: str
    section: str = ""
    source: ArticleContent | None = None
    source_language: str = ""
    media: Mapping[MediaId, MediaAsset] = field(default_factory=lambda: dict[MediaId, MediaAsset]())


class Check(Protocol):
    """One family of rules."""

    @property
    def rules(self) -> tuple[str, ...]:
        """Return the ids of all its rules."""
        ...

    def check(self, subject: CheckSubject) -> Iterable[Finding]:
        """Yield what these rules have to say."""
        ...
