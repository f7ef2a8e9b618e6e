# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job: a pasted page becomes two language editions on a website, on time."""

from datetime import timedelta
from pathlib import Path

from editor_app.bootstrap import Newsroom
from editor_app.domain.article import Article
from editor_app.domain.schedule import resolve
from editor_app.domain.workflow import Stage
from tests.fakes.fixed_clock import FixedClock

SAMPLE = Path(__file__).parents[1] / "samples" / "news-page-fr.txt"


def _imported(newsroom: Newsroom) -> Article:
    page = newsroom.imports.propose_file(SAMPLE)
    return newsroom.imports.keep(page, headline=page.headline_suggestion).value


def test_the_pasted_page_keeps_its_nine_paragraphs_and_loses_nothing(newsroom: Newsroom) -> None:
    raw = SAMPLE.read_text(encoding="utf-8")
    article = _imported(newsroom)
    assert article.language == "fr"
    assert str(article.content.published_on) == "2025-08-15"
    paragraphs = article.content.body.split("\n\n")
    assert len(paragraphs) == 9
    assert all(paragraph in raw for paragraph in paragraphs)
    parts = newsroom.imports.parts(article)
    assert "".join(part.text for part in parts) == raw
    assert len(newsroom.imports.left_out(article)) > 20
    assert parts == newsroom.imports.propose_file(SAMPLE).parts


def test_both_editions_are_published_at_their_minute_and_know_each_other(
    newsroom: Newsroom, clock: FixedClock
) -> None:
    french = _imported(newsroom)
    view = newsroom.translate.start(french.id, "en").value
    changes = {one.key: (f"English sentence {one.position}", True) for one in view.segments}
    english = newsroom.translate.set_segments(view.target.id, changes).value.target
    site = newsroom.sites.default()
    at = resolve((clock.now() + timedelta(hours=2)).replace(tzinfo=None), "UTC")
    for article in (french, english):
        newsroom.publish.confirm(article.id, site.id, at=at)
    assert list(newsroom.sync.run()) == []
    clock.advance(hours=2)
    done = [outcome.value for outcome in newsroom.sync.run()]
    assert [line.action for line in done] == ["published", "published"]
    assert newsroom.write.open(french.id).stage is Stage.LIVE
    folder = newsroom.sites.folder(site)
    assert folder is not None
    slug = newsroom.write.open(french.id).content.slug
    french_page = (folder / "fr" / f"{slug}.html").read_text(encoding="utf-8")
    for paragraph in french.content.body.split("\n\n"):
        assert paragraph[:60] in french_page
    assert 'hreflang="en"' in french_page
    assert "15 août 2025" in french_page
    assert "Aug 15" not in french_page


def test_the_sample_newsroom_opens_with_every_stage_and_a_website(newsroom: Newsroom) -> None:
    count = newsroom.sample.open().value
    assert count >= 24
    from editor_app.services.views import LibraryQuery

    rows = newsroom.browse.rows(LibraryQuery())
    assert {row.stage for row in rows} == set(Stage)
    assert {row.language for row in rows} == {"en", "fr", "ar"}
    assert len({row.story_id for row in rows}) == 12
    live = [row for row in rows if row.stage is Stage.LIVE]
    folder = newsroom.sites.folder(newsroom.sites.default())
    assert folder is not None
    pages = [page for page in folder.rglob("*.html") if ".editor-app" not in page.parts]
    assert len(pages) > len(live)
    waiting = newsroom.outbox.rows()
    assert {row.item.state.value for row in waiting} == {"queued"}
    assert [line.what for line in newsroom.health.report() if not line.ok] == []


def test_the_sample_opens_only_in_an_empty_newsroom(newsroom: Newsroom) -> None:
    import pytest

    from editor_app.domain.errors import RuleRefused

    newsroom.write.create(language="en", headline="Mine")
    with pytest.raises(RuleRefused, match="has articles already"):
        newsroom.sample.open()


def test_readers_are_told_of_an_update_only_after_a_first_publication(
    newsroom: Newsroom, clock: FixedClock
) -> None:
    from dataclasses import replace

    article = _imported(newsroom)
    site = newsroom.sites.default()
    newsroom.publish.confirm(article.id, site.id)
    list(newsroom.sync.run())
    folder = newsroom.sites.folder(site)
    assert folder is not None
    page = next(folder.glob("fr/la-turquie*.html"))
    assert "Mis à jour" not in page.read_text(encoding="utf-8")
    clock.advance(hours=3)
    head = newsroom.write.open(article.id)
    corrected = replace(head.content, correction_note="Un nom a été corrigé.")
    newsroom.write.save(article.id, corrected, base=head.head)
    newsroom.publish.confirm(article.id, site.id)
    list(newsroom.sync.run())
    text = page.read_text(encoding="utf-8")
    assert "Mis à jour" in text or "mis à jour" in text
    assert "Un nom a été corrigé." in text
