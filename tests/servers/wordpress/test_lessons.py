# SPDX-License-Identifier: GPL-3.0-or-later
"""Failures known from other apps, through the whole runner, on a real site behind a bad line."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from editor_app.domain.article import Article
from editor_app.domain.errors import RuleRefused
from editor_app.domain.media import MediaAsset
from editor_app.services.attach_media import AttachMedia
from tests.fakes.fixed_clock import FixedClock
from tests.servers.fault_proxy import Fault, FaultProxy
from tests.servers.wordpress.desk import WordPressDesk, open_wordpress_desk, rest
from tests.servers.wordpress_server import WordPressServer

POSTS = "/wp/v2/posts"
MEDIA = "/wp/v2/media"


def posts_called(server: WordPressServer, words: str) -> list[dict[str, Any]]:
    """Return every post with these words, drafts and trash too, as a colleague sees them."""
    found: list[dict[str, Any]] = rest(
        server, f"posts?search={words}&status=any,trash&context=edit"
    )
    return found


def picture(colour: str) -> bytes:
    out = BytesIO()
    Image.new("RGB", (80, 60), colour).save(out, format="PNG")
    return out.getvalue()


def illustrated(desk: WordPressDesk, headline: str, *colours: str) -> Article:
    article = desk.article(headline)
    attach = AttachMedia(desk.place)
    pictures: list[MediaAsset] = []
    for colour in colours:
        path = desk.place.folder / f"{colour}.png"
        path.write_bytes(picture(colour))
        pictures.append(attach.add(article.id, path, alt=f"A {colour} sea").value)
    body = "\n\n".join(["Words.", *(f"![A sea](media:{asset.id})" for asset in pictures)])
    return desk.revise(article, body=body, lead_image=pictures[0].id, lead_alt=pictures[0].alt)


def reopened(desk: WordPressDesk, proxy: FaultProxy, server: WordPressServer) -> WordPressDesk:
    """Close the newsroom and open it again, later, as after a restart."""
    desk.close()
    desk.clock.advance(hours=1)
    password = server.passwords["editor"]
    return open_wordpress_desk(desk.place.folder, proxy.url, password, clock=desk.clock)


@pytest.mark.parametrize(
    "hours", [0, -3, 3], ids=["clock right", "clock 3 h slow", "clock 3 h fast"]
)
def test_row_04_and_05_a_newer_edit_there_is_never_overwritten_whatever_our_clock_says(
    server: WordPressServer, proxy: FaultProxy, tmp_path: Path, headline: str, hours: int
) -> None:
    clock = FixedClock(datetime.now(UTC) + timedelta(hours=hours))
    desk = open_wordpress_desk(tmp_path, proxy.url, server.passwords["editor"], clock=clock)
    article = desk.article(headline)
    desk.confirm(article)
    assert desk.run() == ["published"]
    post = posts_called(server, headline)[0]
    theirs = post["content"]["raw"].replace("Forty people", "Four hundred people")
    rest(server, f"posts/{post['id']}", {"content": theirs})
    article = desk.revise(article, body="The first ferry left at noon.")
    desk.confirm(article)
    before = len(proxy.writes(POSTS))
    assert desk.run() == ["conflict"]
    assert len(proxy.writes(POSTS)) == before, "nothing was sent"
    assert posts_called(server, headline)[0]["content"]["raw"] == theirs
    desk.close()


def test_row_06_a_lost_reply_ten_retries_and_two_restarts_leave_one_post(
    server: WordPressServer, proxy: FaultProxy, desk: WordPressDesk, headline: str
) -> None:
    article = desk.article(headline)
    desk.confirm(article)
    proxy.fail(Fault.DROP_AFTER_COMMIT, method="POST", path=POSTS)
    assert desk.run() == ["unknown"]
    for _ in range(10):
        desk.retry(article)
    desk = reopened(desk, proxy, server)
    assert desk.run() == ["already_there"]
    desk = reopened(desk, proxy, server)
    assert desk.run() == []
    found = posts_called(server, headline)
    assert len(found) == 1
    assert desk.copy(article).remote_id == str(found[0]["id"])
    assert desk.state(article) == "done"
    desk.close()


def test_row_06_a_request_lost_on_its_way_is_sent_again_and_only_once(
    server: WordPressServer, proxy: FaultProxy, desk: WordPressDesk, headline: str
) -> None:
    article = desk.article(headline)
    desk.confirm(article)
    proxy.fail(Fault.DROP_BEFORE_COMMIT, method="POST", path=POSTS)
    assert desk.run() == ["unknown"]
    desk.clock.advance(hours=1)
    assert desk.run() == ["published"]
    assert len(posts_called(server, headline)) == 1


def test_row_07_with_pictures_a_line_that_dies_everywhere_leaves_one_post_and_each_picture_once(
    server: WordPressServer, proxy: FaultProxy, desk: WordPressDesk, headline: str
) -> None:
    server.reset()
    article = illustrated(desk, headline, "navy", "teal")
    desk.confirm(article)
    proxy.fail(
        Fault.DROP_AFTER_COMMIT,
        Fault.DROP_BEFORE_COMMIT,
        Fault.DROP_AFTER_COMMIT,
        method="POST",
        path=MEDIA,
    )
    proxy.fail(Fault.DROP_AFTER_COMMIT, method="POST", path=POSTS)
    done: list[str] = []
    for _ in range(6):
        done += desk.run()
        desk.clock.advance(hours=1)
    reasons = [row.item.reason for row in desk.outbox.rows()]
    assert done == ["unknown"] * 4 + ["already_there"], reasons
    assert len(posts_called(server, headline)) == 1
    stored = rest(server, "media?context=edit")
    assert sorted(item["alt_text"] for item in stored) == ["A navy sea", "A teal sea"]


def test_row_08_editing_while_the_first_create_runs_makes_one_post_create_then_update(
    server: WordPressServer, proxy: FaultProxy, desk: WordPressDesk, headline: str
) -> None:
    article = desk.article(headline)
    desk.confirm(article)
    proxy.fail(Fault.HOLD_REPLY, method="POST", path=POSTS)
    outcome: list[str] = []
    pass_in_the_background = threading.Thread(target=lambda: outcome.extend(desk.run()))
    pass_in_the_background.start()
    assert proxy.held.wait(20)
    article = desk.revise(article, body="The first ferry left at noon.")
    with pytest.raises(RuleRefused) as refused:
        desk.confirm(article)
    assert refused.value.rule == "publish.in-flight"
    proxy.release()
    pass_in_the_background.join(20)
    assert outcome == ["published"]
    desk.confirm(article)
    assert desk.run() == ["published"]
    found = posts_called(server, headline)
    assert len(found) == 1
    targets = [seen.target.partition("/wp/v2/")[2] for seen in proxy.writes(POSTS)]
    assert targets == ["posts", f"posts/{found[0]['id']}"]


def test_row_12_a_process_killed_after_sending_is_followed_by_a_read_and_is_done(
    server: WordPressServer, proxy: FaultProxy, desk: WordPressDesk, headline: str, tmp_path: Path
) -> None:
    article = desk.article(headline)
    desk.confirm(article)
    proxy.fail(Fault.HOLD_REPLY, method="POST", path=POSTS)
    script = Path(__file__).with_name("one_pass.py")
    worker = subprocess.Popen(
        [sys.executable, str(script), str(tmp_path), proxy.url], stdin=subprocess.PIPE
    )
    assert worker.stdin is not None
    worker.stdin.write(server.passwords["editor"].encode())
    worker.stdin.close()
    assert proxy.held.wait(60)
    os.kill(worker.pid, signal.SIGKILL)
    worker.wait()
    proxy.release()
    assert desk.state(article) == "sending"
    assert desk.run() == [], "its lease still holds"
    desk.clock.advance(minutes=6)
    assert desk.run() == ["already_there"]
    assert desk.state(article) == "done"
    assert len(posts_called(server, headline)) == 1


def test_row_13_the_same_text_confirmed_three_times_is_one_row_and_one_post(
    server: WordPressServer, proxy: FaultProxy, desk: WordPressDesk, headline: str
) -> None:
    article = desk.article(headline)
    for _ in range(3):
        desk.confirm(article)
    assert len(desk.outbox.rows()) == 1
    assert desk.run() == ["published"]
    desk.confirm(article)
    assert desk.run() == ["already_there"]
    assert len(proxy.writes(POSTS)) == 1
    assert len(posts_called(server, headline)) == 1


def test_row_14_a_picture_whose_reply_is_lost_three_times_is_in_the_library_once(
    server: WordPressServer, proxy: FaultProxy, desk: WordPressDesk, headline: str
) -> None:
    server.reset()
    article = illustrated(desk, headline, "maroon")
    desk.confirm(article)
    proxy.fail(Fault.DROP_AFTER_COMMIT, method="POST", path=MEDIA)
    assert desk.run() == ["unknown"]
    proxy.fail(Fault.DROP_AFTER_COMMIT, Fault.DROP_AFTER_COMMIT, method="GET", path=MEDIA)
    for expected in ("unknown", "unknown", "published"):
        desk.clock.advance(hours=1)
        assert desk.run() == [expected]
    assert len(rest(server, "media?context=edit")) == 1
    assert len(proxy.writes(MEDIA + "?")) == 1


def test_row_20_publish_now_with_a_clock_ten_minutes_fast_sends_no_date_and_is_live_now(
    server: WordPressServer, proxy: FaultProxy, tmp_path: Path, headline: str
) -> None:
    clock = FixedClock(datetime.now(UTC) + timedelta(minutes=10))
    desk = open_wordpress_desk(tmp_path, proxy.url, server.passwords["editor"], clock=clock)
    desk.confirm(desk.article(headline))
    before = datetime.now(UTC) - timedelta(seconds=2)
    assert desk.run() == ["published"]
    sent = json.loads(proxy.writes(POSTS)[0].body)
    assert not {"date", "date_gmt"} & set(sent)
    post = posts_called(server, headline)[0]
    published = datetime.fromisoformat(post["date_gmt"]).replace(tzinfo=UTC)
    assert post["status"] == "publish"
    assert before <= published <= datetime.now(UTC)
    desk.close()


def test_an_expired_password_pauses_the_row_and_a_good_one_goes_on(
    server: WordPressServer, proxy: FaultProxy, tmp_path: Path, headline: str
) -> None:
    desk = open_wordpress_desk(tmp_path, proxy.url, "abcd efgh ijkl mnop qrst uvwx")
    article = desk.article(headline)
    desk.confirm(article)
    assert desk.run() == ["paused"]
    assert desk.state(article) == "paused_auth"
    assert proxy.writes() == []
    desk.close()
    again = open_wordpress_desk(tmp_path, proxy.url, server.passwords["editor"])
    again.retry(article)
    assert again.run() == ["published"]
    again.close()


BROKEN = [
    *((method, fault) for method in ("GET", "POST") for fault in Fault),
]
WRITES_THAT_WAIT = (Fault.HTML_503, Fault.TOO_MANY, Fault.OTHER_HOST)
LEFT_OUT = (Fault.HOLD_REPLY, Fault.SLOW_LORIS, Fault.SLOW_BODY, Fault.MOVED, Fault.CIRCLE)
NOT_WRITTEN = (Fault.HUGE, Fault.WRONG_SHAPE)


@pytest.mark.parametrize(
    ("method", "fault"),
    [pair for pair in BROKEN if pair[1] not in (*LEFT_OUT, *NOT_WRITTEN)],
)
def test_whatever_breaks_on_the_line_the_article_is_there_once_in_the_end(
    server: WordPressServer,
    proxy: FaultProxy,
    desk: WordPressDesk,
    headline: str,
    method: str,
    fault: Fault,
) -> None:
    article = desk.article(headline)
    desk.confirm(article)
    proxy.fail(fault, method=method, path=POSTS)
    waits = method == "GET" or fault in WRITES_THAT_WAIT
    assert desk.run() == ["retry" if waits else "unknown"]
    row = desk.outbox.rows()[0].item
    assert server.passwords["editor"] not in f"{row.reason} {row.words}"
    desk.clock.advance(hours=1)
    assert desk.run() in (["published"], ["already_there"])
    assert len(posts_called(server, headline)) == 1
    assert desk.state(article) == "done"
