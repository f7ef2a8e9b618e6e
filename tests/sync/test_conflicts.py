# SPDX-License-Identifier: GPL-3.0-or-later
"""What both sides changed waits for a person, who may decide in any way and loses nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from editor_app.domain.errors import RuleRefused, StaleRevision
from editor_app.services.resolve_conflicts import Taken
from tests.fakes.desks import MemoryDesk
from tests.sync.steps import BODY, edit, edit_there, kept, published, there, writes


@pytest.fixture
def conflict(listening: MemoryDesk) -> str:
    """A conflict about one word; mine was confirmed. Returns its id."""
    article = published(listening)
    edit(listening, article.id, "forty", "sixty")
    listening.publish.confirm(article.id, listening.site.id)
    edit_there(listening, article.id, "forty", "fifty")
    assert listening.run() == ["conflict"]
    (view,) = listening.conflicts.all()
    return view.conflict.id


def test_an_overlap_keeps_all_three_texts_and_sends_nothing(
    listening: MemoryDesk, conflict: str
) -> None:
    view = listening.conflicts.show(conflict)
    bodies = [side.content.body for side in (view.base, view.mine, view.theirs)]
    assert bodies == [BODY, BODY.replace("forty", "sixty"), BODY.replace("forty", "fifty")]
    assert [one.field for one in view.merged.conflicts] == ["body"]
    assert view.theirs.revision.author == "Noor"
    assert listening.state(view.conflict.article_id) == "conflict"
    assert there(listening, view.conflict.article_id).body == bodies[2]
    assert listening.run() == []


def test_taking_mine_sends_what_was_confirmed_and_keeps_theirs(
    listening: MemoryDesk, conflict: str
) -> None:
    listening.conflicts.resolve(conflict, Taken.MINE)
    assert listening.run() == ["published"]
    article_id = listening.conflicts.show(conflict).conflict.article_id
    assert there(listening, article_id).body == BODY.replace("forty", "sixty")
    assert BODY.replace("forty", "fifty") in [one.body for one in kept(listening, article_id)]
    assert listening.conflicts.all() == ()
    with pytest.raises(RuleRefused):
        listening.conflicts.resolve(conflict, Taken.MINE)


def test_taking_theirs_sends_nothing_and_keeps_mine(listening: MemoryDesk, conflict: str) -> None:
    sent = writes(listening)
    article = listening.conflicts.resolve(conflict, Taken.THEIRS).value
    assert article.content.body == BODY.replace("forty", "fifty")
    assert listening.run() == []
    assert writes(listening) == sent
    assert listening.outbox.rows() == ()
    assert BODY.replace("forty", "sixty") in [one.body for one in kept(listening, article.id)]
    assert not listening.publish.needs_confirming_again(article.id)


def test_a_merged_text_waits_to_be_confirmed(listening: MemoryDesk, conflict: str) -> None:
    view = listening.conflicts.show(conflict)
    content = replace(view.mine.content, body=BODY.replace("forty", "fifty or sixty"))
    article = listening.conflicts.resolve(
        conflict, Taken.MERGED, content=content, seen=view.mine.revision.id
    ).value
    assert listening.run() == []
    assert listening.publish.needs_confirming_again(article.id)
    listening.publish.confirm(article.id, listening.site.id)
    assert listening.run() == ["published"]
    assert there(listening, article.id).body == content.body


def test_resolving_with_a_text_older_than_the_newest_here_is_refused(
    listening: MemoryDesk, conflict: str
) -> None:
    view = listening.conflicts.show(conflict)
    edit(listening, view.conflict.article_id, "waved", "sang")
    with pytest.raises(StaleRevision):
        listening.conflicts.resolve(conflict, Taken.MINE, seen=view.mine.revision.id)


def test_a_further_edit_there_joins_the_conflict_and_making_peace_there_ends_it(
    listening: MemoryDesk, conflict: str
) -> None:
    article_id = listening.conflicts.show(conflict).conflict.article_id
    edit_there(listening, article_id, "fifty", "seventy")
    assert listening.run() == ["conflict"]
    (view,) = listening.conflicts.all()
    assert view.conflict.id == conflict
    assert "seventy" in view.theirs.content.body
    edit_there(listening, article_id, "seventy", "forty")
    assert listening.run() == ["merged"]
    assert listening.conflicts.all() == ()
    assert "sixty" in listening.write.open(article_id).content.body
