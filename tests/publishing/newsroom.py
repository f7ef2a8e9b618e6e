# SPDX-License-Identifier: GPL-3.0-or-later
"""A small newsroom to publish in tests: every part a page can have, in any languages.

Its words are made of tokens with `Zq`, so that a test can tell them from the page's own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from editor_app.domain.ids import StoryId, new_id
from editor_app.publishing.endpoint import Credit, Page
from editor_app.publishing.endpoints.static_site.site_endpoint import StaticSite
from tests.fakes.pages import NINE, changed, make_comment, make_image, make_page


def publish_newsroom(website: StaticSite, tmp_path: Path, languages: Sequence[str]) -> list[Page]:
    """Publish four stories in each language: rich, plain, lonely and one with an old address."""
    pages = [page for build in (_rich, _plain, _lonely) for page in build(tmp_path, languages)]
    for page in pages:
        website.put(page, token="")
    for language in languages:
        moved = make_page(
            headline=f"Zqmoved {language}",
            standfirst="",
            body="Zqmoved.",
            slug=f"zq-old-{language}",
            language=language,
            bylines=("Zqida Zqholm",),
            tags=("Zqother",),
            section="World",
            first_published=NINE - timedelta(days=3),
        )
        token = website.put(moved, token="").token
        renamed = changed(moved, slug=f"zq-new-{language}")
        website.put(renamed, token=token)
        pages.append(renamed)
    return pages


def _rich(tmp_path: Path, languages: Sequence[str]) -> list[Page]:
    story, pages = StoryId(new_id()), list[Page]()
    lead = make_image(tmp_path, size=(1300, 900), colour="#8a5a44")
    inner = make_image(tmp_path, size=(700, 400), colour="#335577", kind="PNG", mode="RGBA")
    for language in languages:
        first = make_comment(
            "Zqfirst zqcomment.\n\nZqsecond zqparagraph.",
            id="1",
            author="Zqnoor",
            edited=NINE + timedelta(hours=2),
        )
        reply = make_comment("Zqreply.", id="2", parent_id="1", author="Zqida", by_moderator=True)
        page = make_page(
            headline=f"Zqferry {language}",
            standfirst="Zqtwo zqwinters zqwithout zqboat.",
            body=(
                "Zqfirst zqparagraph with-zq **zqbold** [zqlink](https://example.org/).\n\n"
                f'## Zqheading\n\n![Zqquay](media:{inner.asset.id} "Zqcaption")\n\n'
                "> Zqquote.\n\n- zqone\n- zqtwo\n\n| Zqa | Zqb |\n|---|---|\n| 1 | 2 |\n\n"
                + "Zqlast zqparagraph. "
                * 40
            ).replace("with-zq", "zqwith"),
            bylines=("Zqida Zqholm", "Zqbo Zqlund"),
            tags=("Zqharbour",),
            lead_image=lead.asset.id,
            lead_alt="Zqa zqferry",
            lead_caption="Zqlead zqcaption.",
            lead_credit="Zqphoto",
            correction_note="Zqcorrected zqnote.",
            language=language,
            section="World",
            story_id=story,
            media=(lead, inner),
            updated=NINE + timedelta(hours=5),
            comments_open=True,
            comments=(first, reply),
        )
        original = language == languages[0]
        credit = None if original else Credit(languages[0], "Zqtranslator", machine_assisted=True)
        pages.append(replace(page, credit=credit))
    return pages


def _plain(tmp_path: Path, languages: Sequence[str]) -> list[Page]:
    return [
        make_page(
            headline=f"Zqplain {language}",
            standfirst="",
            bylines=("Zqida Zqholm",),
            tags=("Zqharbour", "Zqother"),
            body="Zqonly zqparagraph.",
            language=language,
            section="Culture",
            published_on=date(2026, 11, 1),
            comments_open=True,
        )
        for language in languages
    ]


def _lonely(tmp_path: Path, languages: Sequence[str]) -> list[Page]:
    return [
        make_page(
            headline=f"Zqlonely {language}",
            standfirst="",
            body="Zqlonely.",
            bylines=(),
            tags=(),
            section="",
            language=language,
            credit=Credit("az"),
            first_published=NINE - timedelta(days=30),
        )
        for language in languages
    ]
