# SPDX-License-Identifier: GPL-3.0-or-later
"""Passwords, roles and addresses of a real WordPress: what is read from each."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from editor_app.domain.clock import SystemClock
from editor_app.domain.errors import (
    AuthRefused,
    EndpointRefused,
)
from editor_app.domain.site import RemoteState
from editor_app.publishing.endpoint import Page
from editor_app.publishing.endpoints.wordpress.wordpress_endpoint import WordPress
from tests.fakes.pages import make_image, make_page
from tests.servers.wordpress.desk import found_anew, open_wordpress, site_of, there
from tests.servers.wordpress_server import WordPressServer


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
    assert found is not None
    assert found == replace(receipt, warnings=())
    assert found.returned_hash == page.content.hash


def test_a_contributors_picture_is_refused_with_a_sentence(
    server: WordPressServer, tmp_path: Path
) -> None:
    with pytest.raises(EndpointRefused, match="may not upload"):
        open_wordpress(server, user="contributor").upload_media(
            make_image(tmp_path, size=(31, 17), colour="#0f1e2d")
        )


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
