# SPDX-License-Identifier: GPL-3.0-or-later
"""The texts of an article that checks look through, with what is not prose hidden."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from editor_app.domain.article import ArticleContent
from editor_app.text.markdown_prose import prose_only, without_code

PLAIN_FIELDS = (
    "headline", "standfirst", "lead_alt", "lead_caption", "lead_credit", "search_description",
    "correction_note", "translator_credit",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ArticleText:
    """One field: as it is, without code, and without anything but prose. All of one length."""

    field: str  # of ArticleContent
    text: str
    no_code: str
    prose: str


def article_texts(content: ArticleContent) -> Iterator[ArticleText]:
    """Yield every text field that is not empty, the body last."""
    for field in PLAIN_FIELDS:
        text: str = getattr(content, field)
        if text:
            yield ArticleText(field, text, text, text)
    if content.body:
        yield _body_text(content.body)


@lru_cache(maxsize=4)  # every family looks at the same body
def _body_text(body: str) -> ArticleText:
    return ArticleText("body", body, without_code(body), prose_only(body))
