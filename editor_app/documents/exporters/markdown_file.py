# SPDX-License-Identifier: GPL-3.0-or-later
"""Markdown with YAML front matter, which `importers/markdown_file.py` reads back without loss."""

from __future__ import annotations

from typing import Any

from editor_app.documents.front_matter import write_front_matter
from editor_app.domain.article import Article
from editor_app.domain.story import Story


class MarkdownExporter:
    """Writes every field of the article, its language, section and the story's slugline."""

    name = "md"
    suffix = ".md"

    def write(self, article: Article, story: Story) -> bytes:
        """Return UTF-8; empty fields are not written."""
        content = article.content
        values: dict[str, Any] = {
            "headline": content.headline,
            "language": article.language,
            "standfirst": content.standfirst,
            "slug": content.slug,
            "bylines": list(content.bylines),
            "translator_credit": content.translator_credit,
            "tags": list(content.tags),
            "section": story.section or article.section,
            "slugline": story.slugline,
            "published_on": content.published_on,
            "lead_image": content.lead_image,
            "lead_alt": content.lead_alt,
            "lead_caption": content.lead_caption,
            "lead_credit": content.lead_credit,
            "search_description": content.search_description,
            "correction_note": content.correction_note,
        }
        filled = {key: value for key, value in values.items() if value}
        text = f"{write_front_matter(filled)}\n{content.body}\n"
        return text.encode("utf-8")
