# SPDX-License-Identifier: GPL-3.0-or-later
"""What went wrong in other newsroom tools, each as a test that it cannot happen here.

The number is the failure's in our list of lessons; the site is the one in memory.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor_app.domain.errors import EditorError, StaleRevision
from editor_app.domain.site import RemoteState
from tests.fakes.desks import MemoryDesk, open_memory_desk
from tests.fakes.memory_site import Fault
from tests.sync.steps import (
    BODY,
    copy_of,
    edit,
    edit_there,
    kept,
    library,
    published,
    there,
    writes,
)


def test_01_a_refresh_after_working_offline_does_not_overwrite_what_was_written(
    listening: MemoryDesk,
) -> None:
    article = published(listening)
    listening.line.offline = True
    edit(listening, article.id, "forty", "fifty")
    listening.publish.confirm(article.id, listening.site.id)
    assert listening.run() == ["retry"]
    assert len(listening.outbox.rows()) == 1
    listening.line.offline = False
    listening.sync.network_is_back()
    assert listening.run() == ["published"], "it pulls first, and finds nothing to ask about"
    assert listening.write.open(article.id).content.body == BODY.replace("forty", "fifty")
    assert there(listening, article.id).body == BODY.replace("forty", "fifty")


_STEPS = st.lists(
    st.sampled_from(["type", "autosave", "pull", "push", "colleague", "lost reply", "busy"]),
    min_size=1,
    max_size=14,
)


@settings(max_examples=25)
@given(steps=_STEPS)
def test_02_no_order_of_typing_saving_pulling_and_pushing_drops_a_word(
    steps: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    desk = open_memory_desk(tmp_path_factory.mktemp("typing"), listens=True)
    try:
        article = published(desk)
        window, base = article.content.body, article.head
        saved: list[str] = []
        for number, step in enumerate(steps):
            if step == "type":
                window += f" word{number}"
            elif step == "autosave":
                refused = ""
                try:
                    content = replace(desk.write.open(article.id).content, body=window)
                    base = desk.write.save(article.id, content, base=base).value.head
                    saved.append(window)
                except StaleRevision as error:
                    refused = error.kept
                    # What the window then does: it shows both, and the person goes on from there.
                    head = desk.write.open(article.id)
                    base, window = head.head, f"{head.content.body}\n\n{window}"
                assert window.endswith(refused)
            elif step == "colleague" and article.id in desk.server.held:
                desk.line.change_there(article.id, standfirst=f"Standfirst {number}")
            else:
                _line_step(desk, article.id, step)
        if saved:
            assert saved[-1] in [one.body for one in kept(desk, article.id)]
    finally:
        desk.place.library.database.close()


def _line_step(desk: MemoryDesk, article_id: object, step: str) -> None:
    if step == "push":
        try:
            desk.publish.confirm(article_id, desk.site.id)  # type: ignore[arg-type]
        except EditorError:
            pass  # being sent right now
    elif step == "lost reply":
        desk.line.fail_next(None, None, None, Fault.DROP_AFTER_COMMIT)
    elif step == "busy":
        desk.line.fail_next(Fault.SERVER_ERROR)
    desk.clock.advance(minutes=20)
    desk.run()


def test_03_an_open_editor_does_not_write_over_what_was_pulled_meanwhile(
    listening: MemoryDesk,
) -> None:
    article = published(listening)
    edit_there(listening, article.id, "forty", "fifty")
    assert listening.run() == ["pulled"]
    typed = replace(article.content, body=BODY.replace("dawn", "noon"))
    with pytest.raises(StaleRevision) as refused:
        listening.write.save(article.id, typed, base=article.head)
    assert refused.value.kept == typed.body
    assert listening.write.open(article.id).content.body == BODY.replace("forty", "fifty")


def test_03_a_dirty_editor_and_a_colleague_end_in_a_conflict_with_both_texts_kept(
    listening: MemoryDesk,
) -> None:
    article = published(listening)
    edit(listening, article.id, "forty", "sixty")
    edit_there(listening, article.id, "forty", "fifty")
    before = writes(listening)
    assert listening.run() == ["conflict"]
    assert writes(listening) == before
    texts = [one.body for one in kept(listening, article.id)]
    assert BODY.replace("forty", "sixty") in texts
    assert BODY.replace("forty", "fifty") in texts


@pytest.mark.parametrize("hours", [0, -3, 3], ids=["right clock", "3 h slow", "3 h fast"])
def test_04_05_a_stale_copy_is_not_pushed_over_a_newer_edit_whatever_the_clock_says(
    listening: MemoryDesk, hours: int
) -> None:
    article = published(listening)
    edit(listening, article.id, "forty", "sixty")
    edit_there(listening, article.id, "forty", "fifty")
    listening.clock.advance(hours=hours)
    before = writes(listening)
    listening.publish.confirm(article.id, listening.site.id)
    listening.run()
    assert writes(listening) == before
    (view,) = listening.conflicts.all()
    assert (view.theirs.revision.author, view.site_name) == ("Noor", "Memory")
    assert there(listening, article.id).body == BODY.replace("forty", "fifty")


@pytest.mark.parametrize("hours", [-3, 3])
def test_05_two_edits_apart_are_merged_whatever_the_sites_clock_says(
    listening: MemoryDesk, hours: int
) -> None:
    listening.server.clock_skew = timedelta(hours=hours)
    article = published(listening)
    edit(listening, article.id, "waved", "sang")
    edit_there(listening, article.id, "forty", "fifty")
    assert listening.run() == ["merged"]


def test_13_the_same_revision_is_not_queued_twice_for_one_site(listening: MemoryDesk) -> None:
    article = listening.article()
    listening.publish.confirm(article.id, listening.site.id)
    (row,) = listening.outbox.rows()
    with listening.place.library.write() as unit:
        again = unit.outbox.enqueue(replace(row.item, id="another-id"))
    assert again == row.item, "the persisted row comes back"
    assert listening.run() == ["published"]
    assert listening.server.creates == 1


def test_18_an_edit_after_confirming_is_not_published_by_leaving_the_editor(
    listening: MemoryDesk,
) -> None:
    article = published(listening)
    listening.publish.confirm(article.id, listening.site.id)
    edit(listening, article.id, "forty", "fifty")
    listening.run()
    assert there(listening, article.id).body == BODY
    assert listening.publish.needs_confirming_again(article.id)


def test_18_a_merge_after_confirming_is_not_published_unconfirmed(listening: MemoryDesk) -> None:
    article = published(listening)
    edit(listening, article.id, "waved", "sang")
    listening.publish.confirm(article.id, listening.site.id)
    edit_there(listening, article.id, "forty", "fifty")
    assert listening.run() == ["merged"]
    listening.clock.advance(days=1)
    listening.run()
    assert there(listening, article.id).body == BODY.replace("forty", "fifty")


def test_27_our_own_save_is_not_taken_for_somebody_else(listening: MemoryDesk) -> None:
    article = published(listening)
    edit(listening, article.id, "forty", "fifty")
    listening.publish.confirm(article.id, listening.site.id)
    listening.line.fail_next(None, None, None, Fault.DROP_AFTER_COMMIT)  # the reply of our put
    assert listening.run() == ["unknown"]
    listening.clock.advance(hours=1)
    assert listening.run() == ["already_there"]
    assert listening.conflicts.all() == ()


@pytest.mark.parametrize("same", ["as it was", "as mine"])
def test_27_a_moved_token_with_the_same_text_is_no_conflict(
    listening: MemoryDesk, same: str
) -> None:
    article = published(listening)
    mine = edit(listening, article.id, "forty", "fifty").content.body
    listening.line.change_there(article.id, body=BODY if same == "as it was" else mine)
    assert listening.run() == []
    listening.publish.confirm(article.id, listening.site.id)
    assert listening.run() == ["published" if same == "as it was" else "already_there"]
    assert listening.conflicts.all() == ()


def test_27_a_schedule_that_went_live_is_no_change_by_somebody_else(
    scheduling: MemoryDesk,
) -> None:
    from tests.sync.test_watch import in_an_hour

    article = scheduling.article(body=BODY)
    scheduling.publish.confirm(article.id, scheduling.site.id, at=in_an_hour(scheduling))
    scheduling.run()
    edit(scheduling, article.id, "forty", "fifty")
    scheduling.clock.advance(hours=2)
    scheduling.run()
    scheduling.publish.confirm(article.id, scheduling.site.id)
    assert scheduling.run() == ["published"]
    assert scheduling.conflicts.all() == ()


def test_28_another_site_at_the_same_address_deletes_nothing_and_gets_nothing(
    listening: MemoryDesk,
) -> None:
    article = published(listening)
    edit(listening, article.id, "forty", "fifty")
    listening.publish.confirm(article.id, listening.site.id)
    before, sent = library(listening), writes(listening)
    copy = copy_of(listening, article.id)
    listening.server.identity = "memory:2"
    listening.server.held.clear()
    (line,) = [outcome.value for outcome in listening.sync.run()]
    assert line.action == "paused"
    assert "looks different" in line.detail
    assert (library(listening), copy_of(listening, article.id)) == (before, copy)
    assert writes(listening) == sent
    assert listening.run() == []


def test_28_an_empty_listing_deletes_nothing(listening: MemoryDesk) -> None:
    article = published(listening)
    copy = copy_of(listening, article.id)
    listening.server.held.clear()
    listening.server.changes = 0
    assert listening.run() == []
    assert copy_of(listening, article.id) == copy
    assert listening.write.open(article.id) == article


def test_28_a_deletion_there_does_not_touch_work_that_was_not_sent(
    listening: MemoryDesk,
) -> None:
    article = published(listening)
    edit(listening, article.id, "forty", "fifty")
    listening.publish.confirm(article.id, listening.site.id)
    listening.line.delete_there(article.id)
    assert listening.run() == ["deleted_there"]
    assert listening.write.open(article.id).content.body == BODY.replace("forty", "fifty")
    assert copy_of(listening, article.id).state is RemoteState.CHANGED_THERE
    assert listening.server.held == {}, "it is not put back by itself"
    listening.outbox.retry(listening.outbox.rows()[0].item.id)
    assert listening.run() == ["published"]
    assert there(listening, article.id).body == BODY.replace("forty", "fifty")


def test_28_a_site_that_was_set_up_anew_starts_from_its_own_cursor(
    listening: MemoryDesk, tmp_path: Path
) -> None:
    published(listening)
    again = open_memory_desk(tmp_path, server=listening.server, listens=True)
    listening.server.identity = "memory:2"
    assert again.run() == ["paused"]
    listening.server.identity = "memory:1"
    again.sync.resume_site(again.site.id)
    assert again.run() == []
    assert len(library(again)) == 1
    again.place.library.database.close()
