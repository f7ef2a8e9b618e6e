# SPDX-License-Identifier: GPL-3.0-or-later
"""What readers find on the pages, and what they never find there."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import lxml.html
import pytest
from PIL import Image

from editor_app.domain.errors import EndpointRefused
from editor_app.domain.ids import MediaId, StoryId, new_id
from editor_app.domain.site import RemoteState
from editor_app.publishing.endpoint import Credit
from editor_app.publishing.endpoints.static_site.site_endpoint import StaticSite
from tests.fakes.fixed_clock import FixedClock
from tests.fakes.pages import NINE, changed, make_comment, make_image, make_page, store_image
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


def test_images_come_in_three_widths_without_metadata(tmp_path: Path):
    website = open_site(tmp_path)
    exif = Image.Exif()
    exif[0x010E] = "taken at home"
    exif[0x0112] = 6  # turned
    image = make_image(tmp_path, size=(2000, 1000), exif=exif)
    website.put(make_page(lead_image=image.asset.id, lead_alt="A quay", media=(image,)), token="")
    files = sorted((website.folder / "media").iterdir())
    assert sorted(p.name[21:] for p in files) == sorted(
        f"{width}.{kind}" for width in (480, 960, 1000) for kind in ("jpg", "webp")
    )
    for path in files:
        with Image.open(path) as shown:
            assert not shown.getexif()
            assert shown.height == shown.width * 2  # turned upright
        assert b"taken at home" not in path.read_bytes()
    shown = html(website, "en/the-ferry-comes-back.html")
    assert 'width="1000" height="2000" alt="A quay"' in shown
    assert re.search(r'srcset="\.\./media/\w+-480\.webp 480w, ', shown)


def test_what_a_camera_wrote_beside_the_picture_is_never_published(tmp_path: Path):
    website = open_site(tmp_path)
    photo = make_image(
        tmp_path,
        size=(600, 400),
        comment=b"back door of the source",
        xmp=b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>48.85,2.35</x:xmpmeta>",
        dpi=(72, 72),
    )
    website.put(make_page(lead_image=photo.asset.id, media=(photo,)), token="")
    assert b"back door" in photo.path.read_bytes()
    assert b"48.85" in photo.path.read_bytes()
    for path in (website.folder / "media").iterdir():
        assert b"back door" not in path.read_bytes()
        assert b"48.85" not in path.read_bytes()


def test_an_unchanged_image_is_not_made_again(tmp_path: Path):
    website = open_site(tmp_path)
    image = make_image(tmp_path)
    page = make_page(lead_image=image.asset.id, media=(image,))
    token = website.put(page, token="").token
    before = {path.name: path.stat().st_ino for path in (website.folder / "media").iterdir()}
    image.path.unlink()  # not even read again
    website.put(changed(page, body="New."), token=token)
    assert {
        path.name: path.stat().st_ino for path in (website.folder / "media").iterdir()
    } == before


def png_that_claims(width: int, height: int) -> bytes:
    out = BytesIO()
    Image.new("L", (1, 1)).save(out, "PNG")
    raw = bytearray(out.getvalue())
    raw[16:24] = width.to_bytes(4, "big") + height.to_bytes(4, "big")
    import zlib

    raw[29:33] = zlib.crc32(bytes(raw[12:29])).to_bytes(4, "big")
    return bytes(raw)


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (png_that_claims(12_000, 9_000), "too large"),
        (png_that_claims(60_000, 60_000), "more pixels"),
        (png_that_claims(400, 300), "damaged"),
        (b"%PDF-1.7 no picture", "is not an image"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "is not an image"),
        (b"", "is not an image"),
    ],
)
def test_what_is_no_good_image_is_refused(tmp_path: Path, raw: bytes, said: str):
    website = open_site(tmp_path)
    image = store_image(tmp_path, raw, "holiday.png")
    with pytest.raises(EndpointRefused, match=said):
        website.put(make_page(lead_image=image.asset.id, media=(image,)), token="")
    with pytest.raises(EndpointRefused, match=r"holiday\.png"):
        website.upload_media(image)


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


def test_an_image_that_the_page_does_not_have_is_never_a_broken_one(tmp_path: Path):
    website = open_site(tmp_path)
    with pytest.raises(EndpointRefused, match="not attached"):
        website.put(make_page(lead_image=MediaId(new_id())), token="")
