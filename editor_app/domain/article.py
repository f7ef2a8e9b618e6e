# SPDX-License-Identifier: GPL-3.0-or-later
"""An article: one language edition of a story, and the content that a revision freezes."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, fields
from datetime import date, datetime
from typing import Any

from editor_app.domain.ids import ArticleId, MediaId, PersonId, RevisionId, StoryId
from editor_app.domain.workflow import Stage


@dataclass(frozen=True, slots=True)
class ArticleContent:
    """Everything a reader will see of an article; what a revision keeps and a site gets."""

    headline: str = ""
    standfirst: str = ""
    body: str = ""  # Markdown, the only master
    slug: str = ""
    bylines: tuple[str, ...] = ()
    translator_credit: str = ""
    tags: tuple[str, ...] = ()
    lead_image: MediaId | None = None
    lead_alt: str = ""
    lead_caption: str = ""
    lead_credit: str = ""
    search_description: str = ""
    correction_note: str = ""
    published_on: date | None = None  # the date an imported page bears; new pieces get the site's

    @property
    def hash(self) -> str:
        """Return the SHA-256 (hex) of the canonical JSON of all fields that say something.

        Empty fields are left out, so that a field added later changes no hash of today.
        """
        filled = {key: value for key, value in self.to_json().items() if value}
        text = json.dumps(filled, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()

    def to_json(self) -> dict[str, Any]:
        """Return plain JSON values, one per field."""
        plain = asdict(self)
        plain["published_on"] = self.published_on.isoformat() if self.published_on else None
        plain["bylines"] = list(self.bylines)
        plain["tags"] = list(self.tags)
        return plain

    @classmethod
    def from_json(cls, plain: dict[str, Any]) -> ArticleContent:
        """Return the content that `to_json` wrote; fields it does not know are left out."""
        known = {field.name for field in fields(cls)}
        values = {key: value for key, value in plain.items() if key in known}
        values["bylines"] = tuple(values.get("bylines") or ())
        values["tags"] = tuple(values.get("tags") or ())
        if values.get("published_on"):
            values["published_on"] = date.fromisoformat(values["published_on"])
        return cls(**values)


@dataclass(frozen=True, slots=True)
class Article:
    """The head of an article: where it stands now. The text lives in its newest revision."""

    id: ArticleId
    story_id: StoryId
    language: str  # BCP 47
    stage: Stage
    head: RevisionId
    counter: int  # of the head revision: 1, 2, 3 … per article
    content: ArticleContent
    section: str  # the story's, repeated here because every list and page shows it
    created: datetime
    changed: datetime
    assignee: PersonId | None = None
    due: datetime | None = None
    archived: bool = False


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """What a list shows of an article: no body, cheap to load by the hundred."""

    id: ArticleId
    story_id: StoryId
    language: str
    headline: str
    stage: Stage
    section: str
    words: int
    changed: datetime
    due: datetime | None = None
    planned_utc: datetime | None = None  # when its next plan is due
    remote_state: str = ""  # most urgent state over all sites: see site.RemoteState
    slugline: str = ""
    snippet: str = ""  # where a search found its words, plain text
