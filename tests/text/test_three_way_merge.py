# SPDX-License-Identifier: GPL-3.0-or-later
"""Two versions of an article become one, and nothing that either side wrote is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from editor_app.domain.article import ArticleContent
from editor_app.domain.ids import MediaId
from editor_app.text.block_merge import merge_bodies
from editor_app.text.three_way_merge import FieldConflict, merge_contents
from editor_app.text.word_merge import merge_words

ONE = "The ferry left at dawn with forty people on board."
TWO = "The harbour master waved from the quay."
THREE = "Nobody had seen a boat for two winters."
BASE = f"{ONE}\n\n{TWO}\n\n{THREE}"


def _content(**values: object) -> ArticleContent:
    return replace(ArticleContent(headline="The ferry comes back", body=BASE), **values)  # type: ignore[arg-type]


def test_paragraphs_that_one_side_each_changed_are_both_in_the_merge():
    mine = BASE.replace("forty", "fifty")
    theirs = BASE.replace("waved", "sang")
    body, overlaps = merge_bodies(BASE, mine, theirs)
    assert not overlaps
    assert body == BASE.replace("forty", "fifty").replace("waved", "sang")


def test_one_side_edits_the_last_paragraph_while_the_other_adds_one_after_it():
    theirs = f"{BASE}\n\nThe mayor was late."
    body, overlaps = merge_bodies(BASE, BASE.replace("two winters", "three winters"), theirs)
    assert not overlaps
    assert body == f"{BASE.replace('two winters', 'three winters')}\n\nThe mayor was late."


def test_edits_apart_in_one_paragraph_are_merged_word_by_word():
    body, overlaps = merge_bodies(
        BASE, BASE.replace("forty", "fifty"), BASE.replace("dawn", "noon")
    )
    assert not overlaps
    assert ONE.replace("forty", "fifty").replace("dawn", "noon") in body


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ("one two X four", "one two Y four"),
        ("one X three four", "one two Y four"),
        ("one two four", "one two Y four"),
        ("one two three four five", "one two three four six"),
    ],
    ids=["the same word", "side by side", "deleted and changed", "both at the end"],
)
def test_edits_that_overlap_or_touch_are_not_merged(mine: str, theirs: str):
    assert merge_words("one two three four", mine, theirs) is None


def test_two_new_paragraphs_at_one_place_are_a_conflict_with_both_of_them():
    mine, theirs = f"{BASE}\n\nMine is new.", f"{BASE}\n\nTheirs is new."
    body, overlaps = merge_bodies(BASE, mine, theirs)
    assert overlaps == (("", "Mine is new.", "Theirs is new."),)
    assert body == mine


def test_a_paragraph_deleted_here_and_changed_there_is_a_conflict():
    mine = f"{ONE}\n\n{THREE}"
    body, overlaps = merge_bodies(BASE, mine, BASE.replace("waved", "sang"))
    assert overlaps == ((TWO, "", TWO.replace("waved", "sang")),)
    assert body == mine


def test_the_same_edit_on_both_sides_is_one():
    same = BASE.replace("forty", "fifty")
    body, overlaps = merge_bodies(BASE, same, f"{same}\n\nThe mayor was late.")
    assert not overlaps
    assert body == f"{same}\n\nThe mayor was late."


def test_untouched_blocks_keep_every_byte():
    odd = (
        "*  a list\n*  with   spaces\n\n\n\n| a |\n|---|\n| b |\n\n[home]: https://example.org  \n"
    )
    base = f"{ONE}\r\n\r\n{odd}\n{TWO}\n"
    body, overlaps = merge_bodies(
        base, base.replace("forty", "fifty"), base.replace("waved", "sang")
    )
    assert not overlaps
    assert body == base.replace("forty", "fifty").replace("waved", "sang")


def test_code_that_both_sides_changed_is_never_mixed():
    base = "```\na = 1\nb = 2\nc = 3\n```"
    body, overlaps = merge_bodies(base, base.replace("1", "9"), base.replace("3", "8"))
    assert len(overlaps) == 1
    assert body == base.replace("1", "9")


def test_fields_that_different_sides_changed_are_merged_and_a_headline_is_never_mixed():
    base = _content(tags=("Sea", "Port"))
    mine = replace(base, headline="The ferry is back", tags=("Sea", "Port", "Winter"))
    theirs = replace(base, standfirst="Two winters are over.", tags=("Port", "Ice"))
    merged = merge_contents(base, mine, theirs)
    assert merged.clean
    assert merged.content == replace(
        mine, standfirst="Two winters are over.", tags=("Port", "Ice", "Winter")
    )
    conflict = merge_contents(base, mine, replace(base, headline="The boat comes back"))
    assert conflict.conflicts == (
        FieldConflict("headline", base.headline, mine.headline, "The boat comes back"),
    )


def test_the_words_of_one_picture_are_never_put_under_another():
    base = _content(lead_image=MediaId("a"), lead_alt="A quay")
    mine = replace(base, lead_image=MediaId("b"), lead_alt="A boat")
    merged = merge_contents(base, mine, replace(base, lead_alt="A grey quay"))
    assert {found.field for found in merged.conflicts} == {"lead_image", "lead_alt"}
    assert merge_contents(base, base, mine).content == mine


# Few words, so that sides often change the same place; marks, so that a loss is seen.
_WORDS = st.sampled_from(["sea", "ice", "boat", "the", "-", "é", "海", "# Head", "- item", "| a |"])
_BLOCK = st.lists(_WORDS, min_size=1, max_size=8).map(" ".join)
_BODY = st.lists(_BLOCK, max_size=6).map("\n\n".join)
_TAGS = st.lists(st.sampled_from(["Sea", "Ice", "Port"]), unique=True, max_size=3).map(tuple)
_CONTENT = st.builds(
    ArticleContent,
    headline=_BLOCK,
    standfirst=_BLOCK,
    body=_BODY,
    tags=_TAGS,
    bylines=_TAGS,
    lead_image=st.sampled_from([None, MediaId("a"), MediaId("b")]),
    lead_alt=st.sampled_from(["", "a quay", "a boat"]),
    published_on=st.sampled_from([None, date(2026, 12, 1)]),
)


@st.composite
def _edited(draw: st.DrawFn, body: str, mark: str) -> str:
    """The body as one side left it: words changed, added and taken away, each new one marked."""
    parts = body.split("\n\n")
    for number in range(draw(st.integers(0, 4))):
        index = draw(st.integers(0, len(parts) - 1))
        words = parts[index].split(" ")
        place = draw(st.integers(0, len(words) - 1))
        new = f"{mark}{number}"
        match draw(st.sampled_from(["change", "add", "remove", "paragraph", "drop"])):
            case "change":
                words[place] = new
            case "add":
                words.insert(place, new)
            case "remove":
                words.pop(place)
            case "paragraph":
                parts.insert(index, new)
                continue
            case _:
                parts[index] = ""
                continue
        parts[index] = " ".join(words)
    return "\n\n".join(parts)


@st.composite
def _three(draw: st.DrawFn) -> tuple[ArticleContent, ArticleContent, ArticleContent]:
    base = draw(_CONTENT)
    sides = [
        replace(draw(st.sampled_from([base, draw(_CONTENT)])), body=draw(_edited(base.body, mark)))
        for mark in ("mine", "theirs")
    ]
    return base, sides[0], sides[1]


@given(_CONTENT, _CONTENT)
def test_a_side_that_changed_nothing_decides_nothing(base: ArticleContent, other: ArticleContent):
    for merged in (
        merge_contents(base, base, other),
        merge_contents(base, other, base),
        merge_contents(base, other, other),
    ):
        assert merged.clean
        assert merged.content == other


@given(st.data(), _BODY)
def test_a_body_alone_obeys_the_same(data: st.DataObject, base: str):
    other = data.draw(_edited(base, "mine"))
    assert merge_bodies(base, base, other) == (other, ())
    assert merge_bodies(base, other, base) == (other, ())


_PARTS = [
    "# h",
    "- a",
    "\n",
    "\n\n",
    "\r\n",
    "> q",
    "```",
    "    code",
    "[x]: /y",
    "[^1]: n",
    "<div>",
]
_MORE = ["| a |\n|---|\n| b |", " ", "\t", "text", "\x0c", "***", "term\n: def", "</div>"]
_SOURCE = st.lists(st.sampled_from([*_PARTS, *_MORE]), max_size=14).map("".join)


@given(_SOURCE)
def test_whatever_stands_between_two_edits_apart_stays_byte_for_byte(middle: str):
    base = f"First here.\n\n{middle}\n\nLast here."
    mine, theirs = base.replace("First", "Mine"), base.replace("Last", "Theirs")
    body, overlaps = merge_bodies(base, mine, theirs)
    if not overlaps:  # an open fence may make one block of it all
        assert body == mine.replace("Last", "Theirs")


def _all_words(content: ArticleContent) -> set[str]:
    text = " ".join(str(value) for value in content.to_json().values() if value)
    return set(regex.findall(r"[\p{L}\p{N}]+", text))


@given(_three())
def test_no_new_word_of_either_side_is_lost_outside_a_reported_conflict(
    three: tuple[ArticleContent, ArticleContent, ArticleContent],
):
    base, mine, theirs = three
    merged = merge_contents(base, mine, theirs)
    kept = _all_words(merged.content)
    for conflict in merged.conflicts:
        for side in (conflict.base, conflict.mine, conflict.theirs):
            kept |= set(regex.findall(r"[\p{L}\p{N}]+", side))
    for side in (mine, theirs):
        assert _all_words(side) - _all_words(base) <= kept


@given(st.data(), st.lists(st.integers(1, 6), min_size=1, max_size=5))
def test_a_word_that_both_sides_kept_is_in_the_merge_once(data: st.DataObject, lengths: list[int]):
    base = "\n\n".join(
        " ".join(f"w{block}x{word}" for word in range(length))
        for block, length in enumerate(lengths)
    )
    mine, theirs = (data.draw(_edited(base, mark)) for mark in ("mine", "theirs"))
    body, overlaps = merge_bodies(base, mine, theirs)
    merged = body.split()
    if not overlaps:
        assert len(merged) == len(set(merged))
        assert set(mine.split()) & set(theirs.split()) <= set(merged)


@given(_three())
def test_swapping_the_sides_swaps_the_conflicts_and_nothing_else(
    three: tuple[ArticleContent, ArticleContent, ArticleContent],
):
    base, mine, theirs = three
    one, other = merge_contents(base, mine, theirs), merge_contents(base, theirs, mine)
    assert [
        FieldConflict(found.field, found.base, found.theirs, found.mine) for found in one.conflicts
    ] == list(other.conflicts)
    if one.clean:
        assert one.content == other.content
