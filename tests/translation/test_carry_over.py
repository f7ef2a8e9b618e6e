# SPDX-License-Identifier: GPL-3.0-or-later
"""A new revision of the source marks exactly the segments that changed."""

from dataclasses import replace

from editor_app.domain.article import ArticleContent
from editor_app.domain.translation import SegmentState
from editor_app.translation.carry_over import carry_over
from editor_app.translation.segments import extract_segments

BEFORE = "The mayor opened the new bridge. It rained all day.\n\nNobody came to see it."


def segments_of(body):
    return extract_segments(ArticleContent(body=body), "en")


def translated(body):
    return [
        replace(segment, target=f"T({segment.source})", state=SegmentState.CONFIRMED, author="Ana")
        for segment in segments_of(body)
    ]


def states(result):
    return [segment.state.value for segment in result.segments]


def test_an_unchanged_source_keeps_everything():
    result = carry_over(translated(BEFORE), segments_of(BEFORE))
    assert list(result.segments) == translated(BEFORE)
    assert result.dropped == ()


def test_moved_and_inserted_sentences_leave_the_others_confirmed():
    result = carry_over(
        translated(BEFORE),
        segments_of(
            "Nobody came to see it.\n\nQuite another thing.\n\nThe mayor opened the new bridge. It rained all day."
        ),
    )
    assert states(result) == ["confirmed", "new", "confirmed", "confirmed"]
    assert [segment.position for segment in result.segments] == [0, 1, 2, 3]


def test_a_changed_sentence_is_outdated_and_keeps_its_old_target():
    result = carry_over(translated(BEFORE), segments_of(BEFORE.replace("new bridge", "old bridge")))
    changed = result.segments[0]
    assert states(result) == ["outdated", "confirmed", "confirmed"]
    assert changed.source == "The mayor opened the old bridge."
    assert changed.earlier_source == "The mayor opened the new bridge."
    assert changed.target == "T(The mayor opened the new bridge.)"
    assert changed.author == "Ana"


def test_a_second_change_remembers_what_the_target_was_made_from():
    once = carry_over(translated(BEFORE), segments_of(BEFORE.replace("new", "old"))).segments
    twice = carry_over(once, segments_of(BEFORE.replace("new", "wooden"))).segments
    assert twice[0].earlier_source == "The mayor opened the new bridge."


def test_a_change_taken_back_is_no_longer_outdated():
    once = carry_over(translated(BEFORE), segments_of(BEFORE.replace("new", "old"))).segments
    back = carry_over(once, segments_of(BEFORE)).segments
    assert back[0].state is SegmentState.DRAFT
    assert back[0].earlier_source == ""


def test_gone_sentences_are_reported_with_their_targets():
    result = carry_over(translated(BEFORE), segments_of("Nobody came to see it."))
    assert states(result) == ["confirmed"]
    assert [segment.source for segment in result.dropped] == [
        "The mayor opened the new bridge.",
        "It rained all day.",
    ]


def test_a_gone_sentence_without_target_is_not_reported():
    assert carry_over(segments_of(BEFORE), segments_of("Nobody came.")).dropped == ()


def test_a_changed_sentence_that_had_no_target_is_new():
    result = carry_over(segments_of(BEFORE), segments_of(BEFORE.replace("new", "old")))
    assert states(result) == ["new", "new", "new"]


def test_a_paragraph_that_becomes_a_list_item_keeps_its_translation():
    result = carry_over(translated("Just one line."), segments_of("- Just one line."))
    assert states(result) == ["confirmed"]


def test_of_two_similar_sentences_the_nearer_is_taken():
    old = translated("Rain fell on Monday.\n\nA.\n\nB.\n\nC.\n\nRain fell on Friday.")
    result = carry_over(
        old, segments_of("Rain fell on Xonday.\n\nA.\n\nB.\n\nC.\n\nRain fell on Xriday.")
    )
    assert result.segments[0].earlier_source == "Rain fell on Monday."
    assert result.segments[-1].earlier_source == "Rain fell on Friday."
