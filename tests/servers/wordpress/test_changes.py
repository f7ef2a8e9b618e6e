# SPDX-License-Identifier: GPL-3.0-or-later
"""What changed on a real WordPress, and finding our articles there again."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from editor_app.domain.errors import (
    EndpointUnknown,
    PreconditionFailed,
)
from editor_app.domain.site import RemoteState
from editor_app.publishing.endpoints.wordpress.connection import Limits
from editor_app.publishing.endpoints.wordpress.marker import uid_of
from editor_app.publishing.endpoints.wordpress.wordpress_endpoint import WordPress
from tests.fakes.pages import changed, make_image, make_page
from tests.servers.fault_proxy import FaultProxy
from tests.servers.wordpress.desk import open_wordpress, rest, there, until
from tests.servers.wordpress_server import WordPressServer


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
