# SPDX-License-Identifier: GPL-3.0-or-later
"""What readers find on the pages, and what they never find there."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import lxml.html
import pytest

from editor_app.domain.errors import EndpointRefused
from editor_app.domain.ids import StoryId, new_id
from editor_app.domain.site import RemoteState
from editor_app.publishing.endpoint import Credit
from editor_app.publishing.endpoints.static_site.site_endpoint import StaticSite
from tests.fakes.fixed_clock import FixedClock
from tests.fakes.pages import NINE, changed, make_comment, make_image, make_page
from tests.publishing.sites import html, make_site, open_site


def text_of(page: str, selector: str) -> list[str]:
    tree = lxml.html.fromstring(page.encode())
    return [" ".join(found.text_content().split()) for found in tree.xpath(selector)]


def test_an_article_says_everything_it_has(tmp_path: Path):
    website = open_site(tmp_path)
    page = make_page(
        language="fr",
        headline="Le ferry revient",
        standfirst="Deux hivers sans bateau.",
        bylines=("Ida Holm", "Bo Lund"),
        published_on=date(2025, 8, 1),
        correction_note="Le ferry part à 6 h.",
        tags=("Port",),
    )
    website.put(replace(page, credit=Credit("en", "Ana Sá")), token="")
    shown = html(website, "fr/le-ferry-revient.html")
    assert text_of(shown, "//*[@class='kicker']")[0] == "Monde"
    assert text_of(shown, "//h1") == ["Le ferry revient"]
    assert text_of(shown, "//*[@class='standfirst']") == ["Deux hivers sans bateau."]
    assert text_of(shown, "//*[@class='byline']") == ["Par Ida Holm et Bo Lund"]
    assert text_of(shown, "//*[@class='credit']") == ["Traduit de l’anglais par Ana Sá"]
    assert "1er août 2025" in shown
    assert text_of(shown, "//aside") == ["Rectificatif Le ferry part à 6 h."]
    assert text_of(shown, "//*[@class='topics']//li") == ["Port"]
    assert "Mis à jour" not in shown


def test_a_change_after_publication_is_marked(tmp_path: Path):
    website = open_site(tmp_path)
    page = make_page()
    token = website.put(page, token="").token
    later = replace(changed(page, body="New."), updated=NINE + timedelta(hours=2))
    website.put(later, token=token)
    shown = html(website, "en/the-ferry-comes-back.html")
    assert "Updated" in shown
    assert "11:00" in shown  # in the site's zone


def test_the_first_publication_is_remembered(tmp_path: Path):
    website = open_site(tmp_path)
    page = make_page()
    token = website.put(page, token="").token
    website.put(
        replace(changed(page, body="New."), first_published=NINE + timedelta(days=3)), token=token
    )
    assert "December 1, 2026" in html(website, "en/the-ferry-comes-back.html")


def test_markup_in_any_field_stays_text(tmp_path: Path):
    website = open_site(tmp_path)
    evil = "<script>alert(1)</script>\"'>&"
    page = make_page(
        headline=evil, standfirst=evil, bylines=(evil,), tags=(evil,), correction_note=evil,
        search_description=evil, slug="evil", body=f"{evil}\n\n<img src=x onerror=alert(1)>",
    )  # fmt: skip
    comment = make_comment(evil, author=evil, id="<b>")
    page = replace(page, section=evil, comments=(comment,), credit=Credit("fr", evil))
    website.put(page, token="")
    for path in website.folder.rglob("*.html"):
        shown = path.read_text("utf-8")
        assert set(re.findall(r"<script[^>]*>", shown)) <= {'<script type="application/ld+json">'}
        assert not re.search(r"<[^>]*\sonerror=", shown)
    data = re.search(r"ld\+json\">(.*?)</script>", html(website, "en/evil.html"), re.DOTALL)
    assert data
    assert json.loads(data[1])["headline"] == evil


def test_an_article_without_comments_has_no_empty_furniture(tmp_path: Path):
    website = open_site(tmp_path)
    website.put(make_page(bylines=(), tags=(), standfirst=""), token="")
    shown = html(website, "en/the-ferry-comes-back.html")
    for missing in ("comment", "byline", "credit", "topics", "correction", "<figure", "editions"):
        assert f'class="{missing}' not in shown
    assert "omment" not in shown
    assert text_of(shown, "//*[@class='empty']") == [
        "No other story on this subject has been published yet. See the front page"
    ]


def test_a_thread_is_nested_and_its_count_is_true(tmp_path: Path):
    website = open_site(tmp_path)
    comments = [make_comment("Root", id="0", author="A0")]
    comments += [
        make_comment(f"R{n}", id=str(n), parent_id=str(n - 1), author=f"A{n}")
        for n in range(1, 200)
    ]
    orphan = make_comment("Orphan", id="x", parent_id="never-approved", author="Ox")
    circle = [
        make_comment("C1", id="c1", parent_id="c2"),
        make_comment("C2", id="c2", parent_id="c1"),
    ]
    website.put(make_page(comments=(*comments, orphan, *circle), comments_open=True), token="")
    shown = html(website, "en/the-ferry-comes-back.html")
    items = text_of(shown, "//*[@class='comments']//li")
    assert len(items) == 203
    assert text_of(shown, "//*[@id='comments-title']") == ["203 comments"]
    assert "in reply to A198" in next(item for item in items if item.startswith("A199"))


def test_comments_are_isolated_and_flag_edits_and_moderators(tmp_path: Path):
    website = open_site(tmp_path)
    override = "\u202egnihton"
    comment = make_comment(
        override, author=override, by_moderator=True, edited=NINE + timedelta(hours=1)
    )
    website.put(make_page(comments=(comment,)), token="")
    shown = html(website, "en/the-ferry-comes-back.html")
    assert '<bdi class="comment-author">' in shown
    assert '<p dir="auto">' in shown
    assert "Moderator" in shown
    assert "edited December 1, 2026" in text_of(shown, "//*[@class='comment-edited']")[0]


def test_editions_know_each_other_and_the_original_is_the_default(tmp_path: Path):
    website = open_site(tmp_path)
    story = StoryId(new_id())
    french = replace(make_page(headline="Le ferry", language="fr"), story_id=story)
    arabic = replace(
        make_page(headline="العبارة", language="ar", slug="ferry"),
        story_id=story,
        credit=Credit("fr"),
    )
    website.put(french, token="")
    website.put(arabic, token="")
    shown = html(website, "fr/le-ferry.html")
    assert text_of(shown, "//*[@class='editions']//a") == ["العربية"]
    assert 'hreflang="x-default" href="http://127.0.0.1:8797/fr/le-ferry.html"' in shown
    assert 'hreflang="x-default" href="http://127.0.0.1:8797/fr/le-ferry.html"' in html(
        website, "ar/ferry.html"
    )
    assert '<html lang="ar" dir="rtl">' in html(website, "ar/ferry.html")


def test_related_stories_have_their_byline_once_and_never_the_same_story(tmp_path: Path):
    website = open_site(tmp_path)
    for number in range(3):
        website.put(make_page(headline=f"Other {number}", bylines=("Ida Holm",)), token="")
    page = make_page(headline="This one")
    website.put(page, token="")
    website.put(replace(make_page(headline="Same story"), story_id=page.story_id), token="")
    shown = html(website, "en/this-one.html")
    related = text_of(shown, "//*[@class='related']//article")
    assert len(related) == 3
    assert all(item.count("Ida Holm") == 1 for item in related)
    assert not any("Same story" in item for item in related)


def test_equal_slugs_are_numbered_and_remembered(tmp_path: Path):
    website = open_site(tmp_path)
    one, two = make_page(slug="news"), make_page(slug="news")
    first, second = website.put(one, token=""), website.put(two, token="")
    assert second.href.endswith("/en/news-2.html")
    website.withdraw(one.article_id, token=first.token)
    again = website.put(changed(two, body="New."), token=second.token)
    assert again.href == second.href


def test_a_new_slug_leaves_a_way_from_the_old_address(tmp_path: Path):
    website = open_site(tmp_path)
    page = make_page(slug="old")
    token = website.put(page, token="").token
    website.put(changed(page, slug="new"), token=token)
    old = html(website, "en/old.html")
    assert 'content="0; url=new.html"' in old
    assert 'rel="canonical" href="http://127.0.0.1:8797/en/new.html"' in old
    assert "old.html" not in html(website, "sitemap.xml")


def test_a_withdrawn_article_leaves_no_trace_for_readers(tmp_path: Path):
    website = open_site(tmp_path)
    image, shared = make_image(tmp_path), make_image(tmp_path, colour="#900")
    page = make_page(headline="Gone", slug="gone", media=(image, shared), lead_image=image.asset.id)
    other = make_page(headline="Stays", media=(shared,), lead_image=shared.asset.id)
    token = website.put(page, token="").token
    website.put(other, token="")
    receipt = website.withdraw(page.article_id, token=token)
    assert receipt.state is RemoteState.WITHDRAWN
    assert not (website.folder / "en/gone.html").exists()
    for path in website.folder.rglob("*"):
        if path.suffix in (".html", ".xml", ".json"):
            assert "Gone" not in path.read_text("utf-8"), path
    left = {path.name[:20] for path in (website.folder / "media").iterdir()}
    assert left == {shared.asset.sha256[:20]}


def test_the_last_article_withdrawn_leaves_an_honest_empty_site(tmp_path: Path):
    website = open_site(tmp_path)
    page = make_page()
    website.withdraw(page.article_id, token=website.put(page, token="").token)
    assert "Nothing has been published here yet." in html(website, "index.html")
    assert not (website.folder / "en").exists()


def test_long_lists_are_split_into_blocks_that_stay(tmp_path: Path):
    from editor_app.publishing.endpoints.static_site.list_pages import split_list
    from editor_app.publishing.endpoints.static_site.records import record_of

    def record(number: int):
        page = make_page(headline=f"S{number}", first_published=NINE + timedelta(hours=number))
        return record_of(page, slug=f"s{number}", earlier=None)

    records = [record(number) for number in reversed(range(95))]
    pages = split_list("en", "front", "", "x", records)
    assert [page.number for page in pages] == [0, 2, 1]
    assert [len(page.articles) for page in pages] == [35, 30, 30]
    assert [r for page in pages for r in page.articles] == records
    longer = split_list("en", "front", "", "x", [record(95), *records])
    assert longer[1:] == pages[1:]
    assert (pages[0].older, pages[1].newer, pages[1].older, pages[2].newer) == (
        "en/older/2.html", "en/index.html", "en/older/1.html", "en/older/2.html",
    )  # fmt: skip


def test_one_more_article_rewrites_few_of_many_pages(tmp_path: Path):
    website = open_site(tmp_path)
    for number in range(40):
        page = make_page(
            headline=f"Story {number}", tags=(f"t{number % 8}",), bylines=(f"W{number % 5}",)
        )
        website.put(replace(page, first_published=NINE + timedelta(hours=number)), token="")
    before = {path: path.stat().st_ino for path in website.folder.glob("en/*.html")}
    website.put(
        replace(
            make_page(headline="Fresh", tags=("t1",)), first_published=NINE + timedelta(hours=99)
        ),
        token="",
    )
    rewritten = [path.name for path, inode in before.items() if path.stat().st_ino != inode]
    assert "index.html" in rewritten
    assert len(rewritten) <= 10


def test_a_folder_that_was_wiped_or_exchanged_is_recognised(tmp_path: Path):
    import shutil

    site = make_site(tmp_path)
    first = StaticSite(site, profile_folder=tmp_path, clock=FixedClock())
    known = replace(site, identity=first.identify().identity)
    shutil.rmtree(first.folder)
    again = StaticSite(known, profile_folder=tmp_path, clock=FixedClock())
    page = make_page()
    with pytest.raises(EndpointRefused, match="is empty now"):
        again.find(page.article_id)
    StaticSite(site, profile_folder=tmp_path, clock=FixedClock()).identify()
    with pytest.raises(EndpointRefused, match="holds another website now"):
        again.put(page, token="")


def test_social_networks_are_offered_only_for_a_public_address(tmp_path: Path):
    local = open_site(tmp_path)
    local.put(make_page(), token="")
    assert "bsky.app" not in html(local, "en/the-ferry-comes-back.html")
    public = open_site(tmp_path / "public", options={"base_url": "https://tide.example/news"})
    public.put(make_page(), token="")
    shown = html(public, "en/the-ferry-comes-back.html")
    assert "https://bsky.app/intent/compose" in shown
    assert 'rel="canonical" href="https://tide.example/news/en/the-ferry-comes-back.html"' in shown
    assert 'href="/news/assets/' in html(public, "404.html")
