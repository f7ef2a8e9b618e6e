# SPDX-License-Identifier: GPL-3.0-or-later
"""Articles are cut into segments with stable keys and inline codes."""

from dataclasses import replace

from editor_app.domain.article import ArticleContent
from editor_app.domain.translation import SegmentKind, SegmentState
from editor_app.translation.placeholders import code_parts
from editor_app.translation.segments import extract_segments, progress_of


def segments_of(body, language="en"):
    return extract_segments(ArticleContent(body=body), language)


def sources(body, language="en"):
    return [segment.source for segment in segments_of(body, language)]


def test_every_part_of_an_article_gives_its_kind_in_reading_order():
    content = ArticleContent(
        headline="A headline. Not cut",
        standfirst="One. Two.",
        body="## Heading\n\nText.\n\n- Item\n\n> Quote\n\n| A |\n|---|\n| B |\n",
        lead_alt="Alt. Not cut",
        lead_caption="Caption. Cut.",
        search_description="Description.",
        tags=("tag",),
    )
    kinds = SegmentKind
    assert [(segment.kind, segment.source) for segment in extract_segments(content, "en")] == [
        (kinds.HEADLINE, "A headline. Not cut"),
        (kinds.STANDFIRST, "One."),
        (kinds.STANDFIRST, "Two."),
        (kinds.HEADING, "Heading"),
        (kinds.PARAGRAPH, "Text."),
        (kinds.LIST_ITEM, "Item"),
        (kinds.QUOTE, "Quote"),
        (kinds.CELL, "A"),
        (kinds.CELL, "B"),
        (kinds.ALT, "Alt. Not cut"),
        (kinds.CAPTION, "Caption."),
        (kinds.CAPTION, "Cut."),
        (kinds.DESCRIPTION, "Description."),
        (kinds.TAG, "tag"),
    ]


def test_positions_count_from_zero():
    assert [segment.position for segment in segments_of("One. Two.\n\nThree.")] == [0, 1, 2]


def test_inline_markup_becomes_placeholders_with_its_own_characters():
    (segment,) = segments_of("See **the [plan](http://a.b 'T')** and `x`[^1], *or* not.")
    assert segment.source == "See ⟦1⟧the ⟦2⟧plan⟦/2⟧⟦/1⟧ and ⟦3/⟧⟦4/⟧, ⟦5⟧or⟦/5⟧ not."
    assert [code_parts(code) for code in segment.codes] == [
        ("**", "**"),
        ("[", "](http://a.b 'T')"),
        ("`x`", ""),
        ("[^1]", ""),
        ("*", "*"),
    ]


def test_numbers_begin_anew_in_each_segment():
    assert sources("*One* here. *Two* there.") == ["⟦1⟧One⟦/1⟧ here.", "⟦1⟧Two⟦/1⟧ there."]


def test_a_pair_is_never_cut_but_a_pair_around_everything_is_left_out():
    assert sources("Now **one. Two**. End.") == ["Now ⟦1⟧one. Two⟦/1⟧.", "End."]
    assert sources("*One sentence. Two sentences.*") == ["One sentence.", "Two sentences."]


def test_an_image_gives_its_alt_text_and_its_caption():
    assert sources('![A view](media:a "The caption. Two")') == [
        "⟦1⟧A view⟦/1⟧⟦2⟧The caption. Two⟦/2⟧"
    ]
    assert sources("![A view](media:a)") == ["A view"]
    assert sources("![](media:a)") == []


def test_code_and_html_blocks_definitions_and_rules_are_not_segments():
    body = "```\ncode\n```\n\n    more\n\n<div>x</div>\n\n***\n\n[a]: http://b\n\n<!-- c -->\n"
    assert sources(body) == []


def test_brackets_that_look_like_placeholders_are_codes_themselves():
    (segment,) = segments_of("A ⟦1⟧ b")
    assert segment.source == "A ⟦1/⟧1⟦2/⟧ b"
    assert segment.codes == ("⟦", "⟧")


def test_lines_of_a_paragraph_are_one_text():
    assert sources("> One goes\n> on.\n> Two.") == ["One goes on.", "Two."]


def test_a_key_stays_when_the_sentence_moves():
    before = {segment.source: segment.key for segment in segments_of("One.\n\nTwo. Three.")}
    after = {segment.source: segment.key for segment in segments_of("New.\n\nThree. One.\n\nTwo.")}
    assert {source: after[source] for source in before} == before


def test_equal_sentences_have_keys_of_their_own():
    first, second = segments_of("Same.\n\nSame.")
    assert first.key != second.key
    assert [segment.key for segment in segments_of("Same.\n\nX.\n\nSame.")][::2] == [
        first.key,
        second.key,
    ]


def test_progress_counts_confirmed_segments_and_their_words():
    one, two = segments_of("One two three. Four *five*.")
    done = replace(one, target="x", state=SegmentState.CONFIRMED)
    draft = replace(two, target="x", state=SegmentState.DRAFT)
    progress = progress_of([done, draft])
    assert (progress.total, progress.finished) == (2, 1)
    assert (progress.words, progress.finished_words) == (5, 3)


def test_a_hostile_paragraph_is_one_plain_segment():
    (segment,) = segments_of("[" * 50_000 + "a")
    assert segment.codes == ()
