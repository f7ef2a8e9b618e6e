# SPDX-License-Identifier: GPL-3.0-or-later
"""What a real WordPress does otherwise than one would think, each as a test of what we make of it."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from editor_app.domain.clock import SystemClock
from editor_app.domain.errors import (
    AuthRefused,
    EndpointBusy,
    EndpointRefused,
    EndpointUnknown,
    PreconditionFailed,
)
from editor_app.domain.site import RemoteState
from editor_app.publishing.endpoint import Page
from editor_app.publishing.endpoints.wordpress.connection import Limits
from editor_app.publishing.endpoints.wordpress.marker import uid_of
from editor_app.publishing.endpoints.wordpress.wordpress_endpoint import WordPress
from tests.fakes.pages import changed, make_image, make_page, store_image
from tests.servers.fault_proxy import FaultProxy
from tests.servers.wordpress.desk import found_anew, open_wordpress, rest, site_of
from tests.servers.wordpress_server import WordPressServer

ROLES = ("admin", "editor", "author", "contributor")


def until(found: Callable[[], Any], what: str) -> Any:
    """Return what is found as soon as it is there."""
    end = time.monotonic() + 20
    while time.monotonic() < end:
        if value := found():
            return value
        time.sleep(0.1)
    pytest.fail(f"{what} did not happen")


def there(server: WordPressServer, remote_id: str) -> dict[str, Any]:
    """Return a post as a colleague sees it."""
    post: dict[str, Any] = rest(server, f"posts/{remote_id}?context=edit")
    return post


# 2.1 ------------------------------------------------------------------- accounts


@pytest.mark.parametrize("wrong", ["abcd efgh ijkl mnop qrst uvwx", "editor-login-password"])
def test_a_wrong_password_is_refused_and_never_read_as_an_empty_site(
    server: WordPressServer, wrong: str
) -> None:
    page = make_page()
    open_wordpress(server).put(page, token="")
    locked_out = WordPress(site_of(server), secret=wrong, clock=SystemClock())
    for ask in (
        locked_out.identify,
        lambda: locked_out.find(page.article_id),
        lambda: locked_out.put(page, token=""),
    ):
        with pytest.raises(AuthRefused) as refused:
            ask()
        assert wrong not in str(refused.value)


def test_a_password_works_with_and_without_its_spaces_and_shows_in_no_repr(
    server: WordPressServer,
) -> None:
    secret = server.passwords["editor"].replace(" ", "")
    endpoint = WordPress(site_of(server), secret=secret, clock=SystemClock())
    assert endpoint.identify().capabilities.may_publish
    assert secret not in repr(vars(endpoint.rest))


def test_a_revoked_password_is_refused(server: WordPressServer) -> None:
    made = server.php(
        "[$p] = WP_Application_Passwords::create_new_application_password("
        "get_user_by('login', 'editor')->ID, ['name' => 'soon gone ' . microtime()]); echo $p;"
    )
    endpoint = WordPress(site_of(server), secret=made, clock=SystemClock())
    assert endpoint.find(make_page().article_id) is None
    server.php(
        "$u = get_user_by('login', 'editor')->ID; foreach (WP_Application_Passwords::"
        "get_user_application_passwords($u) as $p) if (strpos($p['name'], 'soon gone') === 0) "
        "WP_Application_Passwords::delete_application_password($u, $p['uuid']);"
    )
    again = WordPress(site_of(server), secret=made, clock=SystemClock())
    with pytest.raises(AuthRefused):
        again.find(make_page().article_id)


# 2.6 ------------------------------------------------------------------- roles


@pytest.mark.parametrize(
    ("user", "may"),
    [
        ("admin", {"publish", "draft", "media", "moderate", "unpublish"}),
        ("editor", {"publish", "draft", "media", "moderate", "unpublish"}),
        ("author", {"publish", "draft", "media", "unpublish"}),
        ("contributor", {"draft"}),
        ("subscriber", set()),
    ],
)
def test_each_role_is_offered_what_it_may_do(
    server: WordPressServer, user: str, may: set[str]
) -> None:
    identity = open_wordpress(server, user=user).identify()
    can = identity.capabilities
    offered = {
        "publish": can.may_publish and can.can_schedule,
        "draft": can.can_hold_drafts,
        "media": can.has_media,
        "moderate": can.can_moderate_comments,
        "unpublish": can.can_unpublish,
    }
    assert {name for name, given in offered.items() if given} == may
    assert user in can.account
    assert bool(identity.notes) is ("publish" not in may)


def test_a_contributor_submits_for_review_and_nothing_is_public(server: WordPressServer) -> None:
    page = make_page(section="")
    receipt = open_wordpress(server, user="contributor").put(page, token="")
    assert receipt.state is RemoteState.DRAFT
    assert there(server, receipt.remote_id)["status"] == "pending"
    found = open_wordpress(server, user="contributor").find(page.article_id)
    assert found == replace(receipt, warnings=())
    assert found.returned_hash == page.content.hash


def test_a_contributors_picture_is_refused_with_a_sentence(
    server: WordPressServer, tmp_path: Path
) -> None:
    with pytest.raises(EndpointRefused, match="may not upload"):
        open_wordpress(server, user="contributor").upload_media(make_image(tmp_path))


def test_a_subscriber_is_told_that_the_account_may_only_read(server: WordPressServer) -> None:
    endpoint = open_wordpress(server, user="subscriber")
    assert any("only read" in note for note in endpoint.identify().notes)
    with pytest.raises((EndpointRefused, AuthRefused)):
        endpoint.put(make_page(), token="")


def test_an_article_of_another_account_is_not_taken_for_missing(server: WordPressServer) -> None:
    page = make_page()
    open_wordpress(server, user="editor").put(page, token="")
    with pytest.raises(EndpointRefused, match="may not edit it"):
        open_wordpress(server, user="author").find(page.article_id)


def test_an_author_cannot_make_a_category_and_is_warned(server: WordPressServer) -> None:
    page = make_page(section=f"Section {make_page().article_id}")
    receipt = open_wordpress(server, user="author").put(page, token="")
    assert any(page.section in warning for warning in receipt.warnings)
    assert receipt.state is RemoteState.LIVE


# 2.2 ------------------------------------------------------------------- dates


def test_a_scheduled_article_published_now_is_live_at_once(server: WordPressServer) -> None:
    endpoint = open_wordpress(server)
    page = make_page(publish_at=datetime.now(UTC).replace(microsecond=0) + timedelta(days=2))
    waiting = endpoint.put(page, token="")
    assert waiting.state is RemoteState.SCHEDULED
    live = endpoint.put(replace(page, publish_at=None), token=waiting.token)
    assert live.state is RemoteState.LIVE
    stored = datetime.fromisoformat(there(server, live.remote_id)["date_gmt"]).replace(tzinfo=UTC)
    assert abs(stored - datetime.now(UTC)) < timedelta(minutes=1)


def test_a_schedule_can_be_moved_and_sends_nothing_but_the_time(
    server: WordPressServer, proxy: FaultProxy
) -> None:
    endpoint = open_wordpress(server, url=proxy.url)
    at = datetime.now(UTC).replace(microsecond=0) + timedelta(days=2)
    page = make_page(publish_at=at)
    first = endpoint.put(page, token="")
    moved = endpoint.put(replace(page, publish_at=at + timedelta(hours=1)), token=first.token)
    assert moved.state is RemoteState.SCHEDULED
    assert set(json.loads(proxy.writes("posts/")[-1].body)) == {"status", "date_gmt"}
    stored = datetime.fromisoformat(there(server, moved.remote_id)["date_gmt"]).replace(tzinfo=UTC)
    assert stored == at + timedelta(hours=1)


def test_less_than_a_minute_ahead_nothing_goes_out_early(server: WordPressServer) -> None:
    endpoint = open_wordpress(server)
    page = make_page(publish_at=datetime.now(UTC) + timedelta(seconds=40))
    with pytest.raises(EndpointBusy) as wait:
        endpoint.put(page, token="")
    assert wait.value.retry_after_s is not None
    assert 0 < wait.value.retry_after_s <= 42
    assert endpoint.find(page.article_id) is None


def test_a_live_article_is_not_taken_offline_for_a_later_change(server: WordPressServer) -> None:
    endpoint = open_wordpress(server)
    page = make_page()
    first = endpoint.put(page, token="")
    later = replace(
        changed(page, headline="Later"), publish_at=datetime.now(UTC) + timedelta(days=1)
    )
    with pytest.raises(EndpointBusy, match="public already"):
        endpoint.put(later, token=first.token)
    assert endpoint.find(page.article_id) == replace(first, warnings=())


def test_a_withdrawn_schedule_published_later_is_live_and_not_scheduled_again(
    server: WordPressServer,
) -> None:
    endpoint = open_wordpress(server)
    page = make_page(publish_at=datetime.now(UTC) + timedelta(days=2))
    gone = endpoint.withdraw(page.article_id, token=endpoint.put(page, token="").token)
    assert gone.state is RemoteState.WITHDRAWN
    back = endpoint.put(replace(page, publish_at=None), token=gone.token)
    assert back.state is RemoteState.LIVE


ZONES = {
    "Paris": "update_option('timezone_string', 'Europe/Paris');",
    "fixed +5:30": "update_option('timezone_string', ''); update_option('gmt_offset', '5.5');",
    "UTC": "update_option('timezone_string', 'UTC');",
}


@pytest.fixture(params=ZONES)
def zoned(server: WordPressServer, request: pytest.FixtureRequest) -> Iterator[WordPressServer]:
    server.php(ZONES[request.param])
    yield server
    server.php(f"update_option('gmt_offset', ''); {ZONES['Paris']}")


@pytest.mark.parametrize("device", ["Asia/Tokyo", "America/New_York", "UTC"])
def test_row_21_the_stored_instant_is_the_planned_one_in_every_pair_of_zones(
    zoned: WordPressServer, proxy: FaultProxy, device: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", device)
    time.tzset()
    try:
        endpoint = open_wordpress(zoned, url=proxy.url)
        midnight = datetime.now(UTC).replace(hour=0, minute=30, second=0, microsecond=0)
        page, token = make_page(), ""
        for hour in (24 + 1, 48 + 13, 48 + 23):
            at = midnight + timedelta(hours=hour)
            receipt = endpoint.put(replace(page, publish_at=at), token=token)
            token = receipt.token
            assert receipt.state is RemoteState.SCHEDULED
            sent = json.loads(proxy.writes("posts")[-1].body)
            assert "date" not in sent
            stored = there(zoned, receipt.remote_id)["date_gmt"]
            assert datetime.fromisoformat(stored).replace(tzinfo=UTC) == at
    finally:
        monkeypatch.delenv("TZ")
        time.tzset()


def test_the_zone_of_a_site_with_a_fixed_offset_comes_with_a_warning(
    server: WordPressServer,
) -> None:
    assert open_wordpress(server).identify().zone == "Europe/Paris"
    server.php(ZONES["fixed +5:30"])
    try:
        identity = open_wordpress(server).identify()
    finally:
        server.php(f"update_option('gmt_offset', ''); {ZONES['Paris']}")
    assert identity.zone == "UTC"
    assert any("+5:30" in note for note in identity.notes)


# 2.3 ------------------------------------------------------------------- changes


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Another"},
        {"slug": "another-address"},
        {"tags": []},
        {"status": "draft"},
        {"comment_status": "closed"},
        {"excerpt": "Another"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_every_change_there_changes_the_token_also_within_one_second(
    server: WordPressServer, change: dict[str, Any]
) -> None:
    endpoint = open_wordpress(server)
    page = make_page()
    first = endpoint.put(page, token="")
    rest(server, f"posts/{first.remote_id}", change)
    found = endpoint.find(page.article_id)
    assert found is not None
    assert found.token != first.token
    with pytest.raises(PreconditionFailed):
        endpoint.put(changed(page, headline="Mine"), token=first.token)


def test_only_what_changed_is_sent_and_a_colleagues_tags_and_picture_stay(
    server: WordPressServer, proxy: FaultProxy, tmp_path: Path
) -> None:
    endpoint = open_wordpress(server, url=proxy.url)
    page = make_page(tags=("Harbour", "Boats"))
    first = endpoint.put(page, token="")
    added = rest(server, "tags", {"name": f"Tag {page.article_id}"})["id"]
    picture = open_wordpress(server).upload_media(make_image(tmp_path, colour="#123"))
    lead = next(m["id"] for m in rest(server, "media?per_page=100") if m["source_url"] == picture)
    before = there(server, first.remote_id)["tags"]
    rest(server, f"posts/{first.remote_id}", {"tags": [*before, added], "featured_media": lead})
    found = endpoint.find(page.article_id)
    assert found is not None
    assert found.returned_hash == page.content.hash, "its text is still ours"
    endpoint.put(changed(page, headline="Only the headline"), token=found.token)
    assert set(json.loads(proxy.writes("posts/")[-1].body)) == {"title", "content"}
    after = there(server, first.remote_id)
    assert sorted(after["tags"]) == sorted([*before, added])
    assert after["featured_media"] == lead


def test_a_tag_taken_away_here_goes_and_one_added_there_stays(server: WordPressServer) -> None:
    endpoint = open_wordpress(server)
    page = make_page(tags=("Harbour", "Boats"))
    first = endpoint.put(page, token="")
    mine = there(server, first.remote_id)["tags"]
    added = rest(server, "tags", {"name": f"Tag {page.article_id}"})["id"]
    rest(server, f"posts/{first.remote_id}", {"tags": [*mine, added]})
    found = endpoint.find(page.article_id)
    assert found is not None
    endpoint.put(changed(page, tags=("Harbour", "Winter")), token=found.token)
    names = {tag["name"] for tag in rest(server, f"tags?post={first.remote_id}")}
    assert names == {"Harbour", "Winter", f"Tag {page.article_id}"}


# 2.4 ------------------------------------------------------------------- found again


def test_a_search_right_after_a_lost_reply_finds_nothing_and_later_the_post(
    server: WordPressServer,
) -> None:
    server.php("update_option('loopback_slow_create', 4);")
    try:
        hasty = open_wordpress(server, limits=Limits(silence_s=1.0))
        page = make_page()
        with pytest.raises(EndpointUnknown):
            hasty.put(page, token="")
        patient = open_wordpress(server)
        assert patient.find(page.article_id) is None, "not there yet: no proof of anything"
        found = until(lambda: patient.find(page.article_id), "the create")
    finally:
        server.php("delete_option('loopback_slow_create');")
    assert found.returned_hash == page.content.hash
    assert WordPress.settle_s > 4


def test_an_article_in_the_trash_is_found_and_comes_back_under_its_address(
    server: WordPressServer,
) -> None:
    endpoint = open_wordpress(server)
    slug = f"back-{make_page().article_id[-12:]}"
    page = make_page(slug=slug)
    first = endpoint.put(page, token="")
    rest(server, f"posts/{first.remote_id}", method="DELETE")
    found = endpoint.find(page.article_id)
    assert found is not None
    assert found.state is RemoteState.WITHDRAWN
    assert any("trash" in warning for warning in found.warnings)
    back = endpoint.put(page, token=found.token)
    assert (back.state, back.href) == (RemoteState.LIVE, first.href)
    rest(server, f"posts/{first.remote_id}?force=true", method="DELETE")
    assert endpoint.find(page.article_id) is None
    assert open_wordpress(server).find(page.article_id) is None


def test_an_article_that_quotes_the_id_of_another_is_not_taken_for_it(
    server: WordPressServer,
) -> None:
    wanted = make_page()
    endpoint = open_wordpress(server)
    endpoint.put(make_page(body=f"The number is {uid_of(wanted.article_id)}."), token="")
    assert endpoint.find(wanted.article_id) is None


def test_a_site_that_strips_the_marker_gets_no_second_post(server: WordPressServer) -> None:
    endpoint = open_wordpress(server)
    page = make_page(slug=f"stripped-{make_page().article_id[-12:]}")
    first = endpoint.put(page, token="")
    raw = there(server, first.remote_id)["content"]["raw"]
    rest(server, f"posts/{first.remote_id}", {"content": raw.partition("-->\n")[2]})
    with pytest.raises(PreconditionFailed, match="without the mark"):
        open_wordpress(server).put(page, token="")


# 2.5 ------------------------------------------------------------------- text


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
    assert endpoint.find(page.article_id).returned_hash == page.content.hash  # type: ignore[union-attr]
    raw = there(server, first.remote_id)["content"]["raw"]
    rest(server, f"posts/{first.remote_id}", {"content": raw.replace("dawn", "noon")})
    assert endpoint.find(page.article_id).returned_hash != page.content.hash  # type: ignore[union-attr]


# 2.7 ------------------------------------------------------------------- media


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


# 2.8 ------------------------------------------------------------------- terms


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


# 2.10 ------------------------------------------------------------------ errors


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


# discovery -------------------------------------------------------------


@pytest.mark.parametrize(
    "path", ["", "/", "/2026/11/", "/wp-json/", "/?p=1", "/wp-admin/index.php"]
)
def test_any_address_of_the_site_leads_to_its_interface(server: WordPressServer, path: str) -> None:
    site = replace(site_of(server, url=server.url), options={}, url=f"{server.url}{path}")
    endpoint = WordPress(site, secret=server.passwords["editor"], clock=SystemClock())
    assert endpoint.identify().identity == open_wordpress(server).identify().identity


def test_a_site_without_pretty_addresses_is_spoken_to_through_its_query(
    server: WordPressServer,
) -> None:
    server.php("update_option('permalink_structure', '');")
    try:
        endpoint = found_anew(server)
        page: Page = make_page()
        receipt = endpoint.put(page, token="")
        assert "rest_route=" in endpoint.rest.root
        assert endpoint.find(page.article_id) == replace(receipt, warnings=())
    finally:
        server.php(
            "update_option('permalink_structure', '/%year%/%monthnum%/%postname%/');"
            "flush_rewrite_rules(false);"
        )


def test_another_site_at_the_known_address_gets_nothing(server: WordPressServer) -> None:
    site = replace(site_of(server), identity="wordpress:http://elsewhere.example#1@2020")
    endpoint = WordPress(site, secret=server.passwords["editor"], clock=SystemClock())
    page = make_page()
    with pytest.raises(EndpointRefused, match="Another site"):
        endpoint.put(page, token="")
    assert open_wordpress(server).find(page.article_id) is None
