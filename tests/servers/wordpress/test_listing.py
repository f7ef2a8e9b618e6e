# SPDX-License-Identifier: GPL-3.0-or-later
"""Pulling changes from a real site misses none, though its timestamps are no change counter."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from editor_app.publishing.endpoints.wordpress.listing import (
    changed_posts,
    every_post,
    posts_by_id,
    published_since,
)
from editor_app.publishing.endpoints.wordpress.marker import uid_of
from editor_app.publishing.endpoints.wordpress.posts import Post
from editor_app.publishing.endpoints.wordpress.wordpress_endpoint import WordPress
from tests.fakes.pages import make_page
from tests.servers.wordpress.desk import open_wordpress, rest
from tests.servers.wordpress_server import WordPressServer


def bulk(server: WordPressServer, count: int, *, modified: str = "") -> None:
    """Make many posts at once, all of one second."""
    when = f"'{modified}'" if modified else "gmdate('Y-m-d H:i:s')"
    server.php(
        "global $wpdb; wp_defer_term_counting(true);"
        f"for ($i = 0; $i < {count}; $i++) $wpdb->insert($wpdb->posts, ['post_title' => \"Bulk $i\","
        " 'post_content' => 'x', 'post_status' => 'publish', 'post_author' => 2,"
        f" 'post_date' => {when}, 'post_date_gmt' => {when}, 'post_modified' => {when},"
        f" 'post_modified_gmt' => {when}, 'post_name' => \"bulk-$i\"]);"
    )


def pulled(endpoint: WordPress, since: datetime | None = None) -> list[Post]:
    """Return all posts of a pull."""
    return [post for page in changed_posts(endpoint.rest, since) for post in page.posts]


def test_every_status_comes_and_the_next_pull_brings_only_what_changed(
    server: WordPressServer,
) -> None:
    server.reset()
    server.php("update_option('timezone_string', 'Asia/Tokyo');")
    endpoint = open_wordpress(server)
    made: dict[str, int] = {}
    for status in ("publish", "draft", "pending", "private", "future"):
        body = {"title": status, "content": "x", "status": status}
        if status == "future":
            body["date_gmt"] = (datetime.now(UTC) + timedelta(days=3)).strftime("%Y-%m-%dT%H:%M:%S")
        made[status] = rest(server, "posts", body)["id"]
    made["trash"] = rest(server, "posts", {"title": "t", "content": "x", "status": "publish"})["id"]
    rest(server, f"posts/{made['trash']}", method="DELETE")
    (first,) = changed_posts(endpoint.rest, None)
    assert {post.id: post.status for post in first.posts} == {v: k for k, v in made.items()}
    cursor = first.site_time
    assert cursor is not None
    # The overlap repeats what changed within two seconds of the cursor: let them pass.
    server.php("sleep(3);")
    rest(server, f"posts/{made['draft']}", {"title": "changed"})
    changed = {post.id for post in pulled(endpoint, cursor + timedelta(seconds=3))}
    assert made["draft"] in changed
    assert made["publish"] not in changed


def test_more_posts_than_a_page_of_one_second_all_come(server: WordPressServer) -> None:
    server.reset()
    bulk(server, 230, modified="2026-01-01 00:00:00")
    bulk(server, 20)
    endpoint = open_wordpress(server)
    posts = pulled(endpoint)
    assert len(posts) == 250
    assert len({post.id for post in posts}) == 250
    assert len(list(every_post(endpoint.rest))) == 250


def test_a_post_changed_while_the_list_is_read_makes_none_disappear(
    server: WordPressServer,
) -> None:
    server.reset()
    bulk(server, 120, modified="2026-01-01 00:00:00")
    bulk(server, 60, modified="2026-01-02 00:00:00")
    endpoint = open_wordpress(server)
    seen: set[int] = set()
    for page in changed_posts(endpoint.rest, None):
        seen |= {post.id for post in page.posts}
        if page.number == 1 and page.total == 180:
            rest(server, f"posts/{page.posts[50].id}", {"title": "changed"})
            rest(server, f"posts/{page.posts[60].id}?force=true", method="DELETE")
    assert len(seen) == 180


def test_what_no_change_is_noted_for_is_found_by_its_date_or_its_number(
    server: WordPressServer,
) -> None:
    server.reset()
    endpoint = open_wordpress(server)
    article = make_page(publish_at=datetime.now(UTC) + timedelta(days=1))
    scheduled = endpoint.put(article, token="")
    number = int(scheduled.remote_id)
    # As wp-cron does it: published, and `modified` untouched.
    server.php(
        "global $wpdb; $d = gmdate('Y-m-d H:i:s', time() - 60); $wpdb->update($wpdb->posts,"
        f"['post_date_gmt' => $d, 'post_date' => get_date_from_gmt($d)], ['ID' => {number}]);"
        f"clean_post_cache({number}); wp_publish_post({number});"
    )
    assert [post.status for post in posts_by_id(endpoint.rest, (number, 999_999))] == ["publish"]
    since = datetime.now(UTC) - timedelta(hours=1)
    (page,) = published_since(endpoint.rest, since)
    assert [post.id for post in page.posts] == [number]


def test_a_post_the_account_may_not_edit_is_left_out_and_ends_nothing(
    server: WordPressServer,
) -> None:
    server.reset()
    bulk(server, 150)
    own = open_wordpress(server, user="author")
    page = make_page()
    own.put(page, token="")
    found = pulled(own)
    assert [post.marker.uid for post in found if post.marker] == [uid_of(page.article_id)]


@pytest.mark.parametrize("size", [40])
def test_posts_too_large_for_one_answer_come_in_smaller_ones(
    server: WordPressServer, size: int
) -> None:
    server.reset()
    bulk(server, size)
    server.php(
        "global $wpdb; $wpdb->query(\"UPDATE wp_posts SET post_content = REPEAT('x ', 400000)\");"
    )
    endpoint = open_wordpress(server)
    assert len({post.id for post in pulled(endpoint)}) == size
