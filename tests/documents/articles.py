"""Articles and stories to export."""

from __future__ import annotations

from datetime import UTC, date, datetime

from editor_app.domain.article import Article, ArticleContent
from editor_app.domain.ids import ArticleId, MediaId, RevisionId, StoryId
from editor_app.domain.story import Story
from editor_app.domain.workflow import Stage

_NOW = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
FULL = ArticleContent(
    headline="Yes: “007” & co.",
    standfirst="# not a comment",
    body="First *line*.\n\n- a\n- b\n\n---\n\nLast.",
    slug="yes-007",
    bylines=("Anna Berg", "O'Neil, Pat"),
    translator_credit="null",
    tags=("2026", "on", "a: b", "- c"),
    lead_image=MediaId("0190-abc"),
    lead_alt="alt",
    lead_caption="two\nlines",
    lead_credit="{credit}",
    search_description="[desc]",
    correction_note="> noted",
    published_on=date(2025, 8, 15),
)


def make_article(
    content: ArticleContent = FULL, *, language: str = "en-GB", section: str = "World"
) -> tuple[Article, Story]:
    story = Story(StoryId("s"), "slug: line", section, (language,), _NOW)
    article = Article(
        id=ArticleId("a"),
        story_id=story.id,
        language=language,
        stage=Stage.DRAFT,
        head=RevisionId("r"),
        counter=1,
        content=content,
        section=section,
        created=_NOW,
        changed=_NOW,
    )
    return article, story
