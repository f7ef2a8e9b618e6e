# SPDX-License-Identifier: GPL-3.0-or-later
"""Text, pictures and names on a real WordPress, and its failures."""

from __future__ import annotations

import urllib.request
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from editor_app.domain.errors import (
    EndpointBusy,
    EndpointRefused,
    EndpointUnknown,
)
from editor_app.domain.site import RemoteState
from tests.fakes.pages import changed, make_image, make_page, store_image
from tests.servers.wordpress.desk import open_wordpress, rest, there, until
from tests.servers.wordpress_server import WordPressServer

ROLES = ("admin", "editor", "author", "contributor")


@pytest.mark.parametrize("user", ROLES)
def test_every_character_survives_for_every_role_and_the_hash_says_so(
    server: WordPressServer, user: str
) -> None:
    page = make_page(
        headline='Fish & chips <b>"now"</b> — Été à Łódź 日本 🚢',
        standfirst="Less < more & \\backslash\\ 'quotes'",
        body="A & B < C > D -- E --> F \\ \u00a0nbsp\n\n`<script>` [gallery] &amp; é é 🚢\n\n---\n\n- a\n    - b",
        section="",
    )
    receipt = open_wordpress(server, user=user).put(page, token="")
    assert receipt.warnings == ()
    assert receipt.returned_hash == page.content.hash
    raw = there(server, receipt.remote_id)
    assert raw["title"]["raw"].startswith("Fish &amp; chips &lt;b&gt;")


def test_a_colleagues_edit_of_the_text_changes_the_hash_and_one_of_the_tags_does_not(
    server: WordPressServer,
) -> None:
    endpoint = open_wordpress(server)
    page = make_page()
    first = endpoint.put(page, token="")
    rest(server, f"posts/{first.remote_id}", {"tags": []})
    found = endpoint.find(page.article_id)
    assert found is not None
    assert found.returned_hash == page.content.hash
    raw = there(server, first.remote_id)["content"]["raw"]
    rest(server, f"posts/{first.remote_id}", {"content": raw.replace("dawn", "noon")})
    found = endpoint.find(page.article_id)
    assert found is not None
    assert found.returned_hash != page.content.hash


def test_a_picture_is_stored_once_with_its_words_whatever_its_name(
    server: WordPressServer, tmp_path: Path
) -> None:
    image = make_image(tmp_path, colour="#789")
    asset = replace(image.asset, filename="Été à la plage №1.JPEG", caption="Sand", credit="Noor")
    image = replace(image, asset=asset)
    first = open_wordpress(server).upload_media(image)
    assert open_wordpress(server).upload_media(image) == first
    stored = [
        m for m in rest(server, "media?context=edit&per_page=100") if m["source_url"] == first
    ]
    assert [m["alt_text"] for m in stored] == ["A grey quay"]
    assert stored[0]["caption"]["raw"] == "Sand — Noor"
    assert first.rpartition("/")[2].startswith("ete-a-la-plage")


def test_what_a_camera_wrote_beside_a_picture_never_reaches_the_site(
    server: WordPressServer, tmp_path: Path
) -> None:
    notes = Image.Exif()
    notes[0x010E] = "taken at home"
    image = make_image(tmp_path, colour="#97b", exif=notes, comment=b"back door of the source")
    address = open_wordpress(server).upload_media(image)
    assert open_wordpress(server).upload_media(image) == address
    with urllib.request.urlopen(address, timeout=60) as reply:
        stored = reply.read()
    assert b"back door" in image.path.read_bytes()
    assert b"back door" not in stored
    assert b"taken at home" not in stored
    (item,) = [m for m in rest(server, "media?per_page=100") if m["source_url"] == address]
    assert item["slug"] == f"asset-{image.asset.sha256[:24]}"  # of the original


def test_a_very_large_picture_that_wordpress_scales_down_is_found_again(
    server: WordPressServer, tmp_path: Path
) -> None:
    image = make_image(tmp_path, size=(3200, 2000), colour="#246")
    first = open_wordpress(server).upload_media(image)
    assert open_wordpress(server).upload_media(image) == first


@pytest.mark.parametrize("name", ["run.exe", "drawing.svg"])
def test_a_file_the_site_never_takes_is_refused_at_once(
    server: WordPressServer, tmp_path: Path, name: str
) -> None:
    image = store_image(
        tmp_path, b"<svg xmlns='http://www.w3.org/2000/svg'/>" + name.encode(), name
    )
    image = replace(image, asset=replace(image.asset, mime_type="image/svg+xml"))
    with pytest.raises(EndpointRefused):
        open_wordpress(server).upload_media(image)


def test_the_lead_picture_and_the_pictures_of_the_text_are_the_sites_own(
    server: WordPressServer, tmp_path: Path
) -> None:
    lead, inside = make_image(tmp_path, colour="#abc"), make_image(tmp_path, colour="#cba")
    page = make_page(
        body=f'Words.\n\n![A quay](media:{inside.asset.id} "Cap & tion")',
        lead_image=lead.asset.id,
        lead_alt="The lead",
        lead_caption="Under it",
        lead_credit="Ida",
        media=(lead, inside),
    )
    receipt = open_wordpress(server).put(page, token="")
    post = there(server, receipt.remote_id)
    media = rest(server, f"media/{post['featured_media']}?context=edit")
    assert (media["alt_text"], media["caption"]["raw"]) == ("The lead", "Under it — Ida")
    assert "media:" not in post["content"]["raw"]
    assert f"{server.url}/wp-content/uploads/" in post["content"]["raw"]
    taken_away = changed(page, lead_image=None, lead_alt="", lead_caption="", lead_credit="")
    open_wordpress(server).put(taken_away, token=receipt.token)
    assert there(server, receipt.remote_id)["featured_media"] == 0


def test_names_with_marks_accents_and_other_case_are_found_and_never_doubled(
    server: WordPressServer,
) -> None:
    unique = make_page().article_id[-12:]
    names = (f'Politics & "War" {unique}', f"Été {unique}", f"<b> {unique}")
    for _ in range(2):
        open_wordpress(server).put(make_page(tags=names, section=f"Land & Sea {unique}"), token="")
    lower = tuple(name.lower() for name in names)
    page = make_page(tags=lower, section=f"land & sea {unique}")
    receipt = open_wordpress(server).put(page, token="")
    assert receipt.warnings == ()
    assert len(rest(server, f"tags?search={unique}&per_page=100")) == 3
    assert len(rest(server, f"categories?search={unique}")) == 1


def test_maintenance_is_waited_out_for_as_long_as_it_asks(server: WordPressServer) -> None:
    flag = server.documents / ".maintenance"
    flag.write_text("<?php $upgrading = time();", encoding="utf-8")
    try:
        with pytest.raises(EndpointBusy) as busy:
            open_wordpress(server).find(make_page().article_id)
    finally:
        flag.unlink()
    assert busy.value.retry_after_s == 600


def test_a_fatal_error_after_the_post_was_saved_is_unknown_and_then_found(
    server: WordPressServer,
) -> None:
    plugin = server.documents / "wp-content/mu-plugins/breaks.php"
    plugin.write_text(
        "<?php add_action('rest_after_insert_post', function () { exit('<br/>Fatal error'); });",
        encoding="utf-8",
    )
    page = make_page()
    try:
        with pytest.raises(EndpointUnknown):
            open_wordpress(server).put(page, token="")
    finally:
        plugin.unlink()
    found = until(lambda: open_wordpress(server).find(page.article_id), "the read")
    assert found.state is RemoteState.LIVE
