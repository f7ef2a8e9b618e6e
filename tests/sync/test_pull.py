# SPDX-License-Identifier: GPL-3.0-or-later
"""What colleagues do on the site arrives here, and never costs a word of ours."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from editor_app.domain.errors import Cancelled
from editor_app.domain.outbox import OutboxState
from editor_app.domain.revision import Reason
from editor_app.domain.site import RemoteState
from editor_app.domain.workflow import Stage
from tests.fakes.desks import MemoryDesk, open_memory_desk
from tests.fakes.memory_site import Fault
from tests.sync.steps import (
    BODY,
    copy_of,
    edit,
    edit_there,
    library,
    published,
    there,
    writes,
)


def test_a_pull_that_finds_what_we_sent_changes_not_one_byte(listening: MemoryDesk) -> None:
    article = published(listening)
    before = listening.write.open(article.id)
    assert listening.run() == []
    assert listening.run() == []
    assert listening.write.open(article.id) == before


def test_a_colleagues_edit_becomes_the_newest_revision_under_their_name(
    listening: MemoryDesk,
) -> None:
    article = published(listening)
    edit_there(listening, article.id, "forty", "fifty")
    assert listening.run() == ["pulled"]
    now = listening.write.open(article.id)
    assert now.content.body == BODY.replace("forty", "fifty")
    with listening.place.library.read() as unit:
        newest = unit.revisions.of_article(article.id)[0]
    assert (newest.reason, newest.author, newest.parents) == (
        Reason.PULLED,
        "Noor",
        (article.head,),
    )
    assert not listening.publish.needs_confirming_again(article.id)
    assert listening.run() == []


def test_after_a_pull_the_next_publication_goes_through(listening: MemoryDesk) -> None:
    article = published(listening)
    edit_there(listening, article.id, "forty", "fifty")
    listening.run()
    edit(listening, article.id, "dawn", "noon")
    listening.publish.confirm(article.id, listening.site.id)
    assert listening.run() == ["published"]
    assert there(listening, article.id).body == BODY.replace("forty", "fifty").replace(
        "dawn", "noon"
    )


def test_edits_apart_are_merged_and_nothing_is_sent_before_somebody_confirms(
    listening: MemoryDesk,
) -> None:
    article = published(listening)
    edit(listening, article.id, "waved", "sang")
    edit_there(listening, article.id, "forty", "fifty")
    sent = writes(listening)
    assert listening.run() == ["merged"]
    merged = listening.write.open(article.id)
    assert merged.content.body == BODY.replace("forty", "fifty").replace("waved", "sang")
    with listening.place.library.read() as unit:
        newest, theirs, mine = unit.revisions.of_article(article.id)[:3]
    assert (newest.reason, newest.parents) == (Reason.MERGED, (mine.id, theirs.id))
    assert writes(listening) == sent
    assert listening.publish.needs_confirming_again(article.id)
    listening.publish.confirm(article.id, listening.site.id)
    assert listening.run() == ["published"]
    assert there(listening, article.id).body == merged.content.body


def test_what_was_confirmed_before_a_merge_is_not_sent_over_the_colleagues_text(
    listening: MemoryDesk,
) -> None:
    article = published(listening)
    edit(listening, article.id, "waved", "sang")
    listening.publish.confirm(article.id, listening.site.id)
    edit_there(listening, article.id, "forty", "fifty")
    assert listening.run() == ["merged"]
    assert listening.state(article.id) == "conflict"
    listening.outbox.retry(listening.outbox.rows()[0].item.id)
    assert listening.run() == ["conflict"], "trying again is not confirming again"
    assert there(listening, article.id).body == BODY.replace("forty", "fifty")


def test_articles_made_there_are_adopted_in_pages_and_only_once(listening: MemoryDesk) -> None:
    for number in range(8):
        listening.line.write_there(f"Made there {number}", "By somebody else.")
    listening.line.write_there("A draft", state=RemoteState.WITHDRAWN)
    assert listening.run() == ["adopted"] * 9
    assert listening.run() == []
    found = library(listening)
    assert len(found) == 9
    article = listening.write.open(found["Made there 0"])
    assert (article.stage, article.language, article.section) == (Stage.LIVE, "en", "World")
    assert listening.write.open(found["A draft"]).stage is Stage.DRAFT


def test_an_adopted_article_is_updated_in_its_place(listening: MemoryDesk) -> None:
    listening.line.write_there("Made there", "By somebody else.")
    listening.run()
    article_id = library(listening)["Made there"]
    edit(listening, article_id, "somebody", "Noor and somebody")
    listening.publish.confirm(article_id, listening.site.id)
    assert listening.run() == ["published"]
    assert len(listening.server.held) == 1
    assert listening.run() == []


def test_a_copy_of_ours_that_a_colleague_made_there_is_another_article(
    listening: MemoryDesk,
) -> None:
    article = published(listening)
    copy_key = listening.line.write_there("The ferry, copied", BODY)
    held = listening.server.held[copy_key]
    held.page, held.carries_key = replace(held.page, article_id=article.id), True
    assert listening.run() == ["adopted"]
    assert set(library(listening)) == {"The ferry comes back", "The ferry, copied"}


class StopAfter:
    """A person who stops long work after some reports."""

    def __init__(self, reports: int) -> None:
        self.left = reports

    def report(self, done: int, total: int, text: str) -> None:
        self.left -= 1
        if self.left < 0:
            raise Cancelled("Stopped.")


def test_adopting_can_be_stopped_and_goes_on_after_the_pages_that_were_done(
    listening: MemoryDesk, tmp_path: Path
) -> None:
    for number in range(10):
        listening.line.write_there(f"Made there {number}")
    with pytest.raises(Cancelled):
        list(listening.sync.run(progress=StopAfter(6)))
    some = len(library(listening))
    assert 0 < some < 10
    again = open_memory_desk(tmp_path, server=listening.server, listens=True)
    again.run()
    assert len(library(again)) == 10
    asked = [one for one in listening.server.requests if one.startswith("changes")]
    assert asked.count("changes ") == 1, "it does not begin anew"
    again.place.library.database.close()


def test_a_listing_older_than_our_own_last_write_changes_nothing(
    listening: MemoryDesk, tmp_path: Path
) -> None:
    article = published(listening)
    edit(listening, article.id, "waved", "sang")
    edit_there(listening, article.id, "waved", "waved")  # only the token moves
    other = open_memory_desk(tmp_path, server=listening.server)
    other.publish.confirm(article.id, other.site.id)
    listening.server.meanwhile = other.run
    assert listening.run() == []
    assert "sang" in listening.write.open(article.id).content.body
    assert "sang" in there(listening, article.id).body
    other.place.library.database.close()


def test_a_deletion_there_leaves_the_article_here(listening: MemoryDesk) -> None:
    article = published(listening)
    listening.line.delete_there(article.id)
    assert listening.run() == ["deleted_there"]
    assert listening.run() == []
    now = listening.write.open(article.id)
    assert (now.content, now.stage) == (article.content, Stage.WITHDRAWN)
    assert copy_of(listening, article.id).state is RemoteState.WITHDRAWN
    listening.publish.confirm(article.id, listening.site.id)
    assert listening.run() == ["published"]


def test_a_deletion_is_only_believed_if_a_second_look_finds_nothing(listening: MemoryDesk) -> None:
    article = published(listening)
    held = listening.server.held[article.id]
    listening.line.delete_there(article.id)
    listening.server.held[article.id] = held
    assert listening.run() == []
    assert copy_of(listening, article.id).state is RemoteState.LIVE


def test_an_expired_credential_pauses_the_site_in_order_until_it_is_resumed(
    listening: MemoryDesk,
) -> None:
    for name in ("First", "Second"):
        listening.publish.confirm(listening.article(name).id, listening.site.id)
    listening.line.fail_next(Fault.AUTH)
    assert listening.run() == ["paused"]
    asked = list(listening.server.requests)
    assert listening.run() == []
    assert listening.server.requests == asked
    assert listening.sync.next_due() is None
    listening.sync.resume_site(listening.site.id)
    assert listening.run() == ["published", "published"]
    live = [held.page.content.headline for held in listening.server.live()]
    assert live == ["First", "Second"]


def test_a_credential_refused_while_sending_pauses_the_others_too(listening: MemoryDesk) -> None:
    for name in ("First", "Second"):
        listening.publish.confirm(listening.article(name).id, listening.site.id)
    listening.line.fail_next(None, None, Fault.AUTH)  # identify, changes, find
    assert listening.run() == ["paused"]
    states = [row.item.state for row in listening.outbox.rows()]
    assert states == [OutboxState.PAUSED_AUTH, OutboxState.QUEUED]
    listening.outbox.retry(listening.outbox.rows()[0].item.id)
    assert listening.run() == ["published", "published"]


def test_when_the_network_returns_nothing_waits_for_its_next_try(listening: MemoryDesk) -> None:
    article = listening.article()
    listening.publish.confirm(article.id, listening.site.id)
    listening.line.offline = True
    assert listening.run() == ["retry"]
    listening.line.offline = False
    assert listening.run() == []
    assert listening.sync.network_is_back().value == 1
    assert listening.run() == ["published"]
