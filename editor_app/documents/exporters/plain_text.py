# SPDX-License-Identifier: GPL-3.0-or-later
"""Plain text: what a reader sees of the article, without marks."""

from __future__ import annotations

from editor_app.domain.article import Article
from editor_app.domain.story import Story
from editor_app.text.markdown import plain_text


class PlainTextExporter:
    """Writes headline, standfirst, bylines, date and body, an empty line between paragraphs."""

    name = "txt"
    suffix = ".txt"

    def write(self, article: Article, story: Story) -> bytes:
        """Return UTF-8."""
        content = article.content
        date = content.published_on.isoformat() if content.published_on else ""
        pieces = (
            content.headline,
            content.standfirst,
            ", ".join(content.bylines),
            content.translator_credit,
            date,
            plain_text(content.body),
            content.correction_note,
        )
        return ("\n\n".join(piece for piece in pieces if piece) + "\n").encode("utf-8")
