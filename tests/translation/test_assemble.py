# SPDX-License-Identifier: GPL-3.0-or-later
"""The target is built from the source's structure, whatever the translator did."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor_app.domain.article import ArticleContent
from editor_app.domain.ids import MediaId
from editor_app.domain.translation import Segment, SegmentKind
from editor_app.text.markdown import render_html
from editor_app.translation.assemble import assemble
from editor_app.translation.placeholders import placeholder_findings
from editor_app.translation.segments import extract_segments


def translated(body, *targets, language="en"):
    content = ArticleContent(body=body)
    segments = extract_segments(content, language)
    pairs = zip(segments, targets, strict=True)
    by_key = {segment.key: replace(segment, target=target) for segment, target in pairs}
    return assemble(content, language, by_key, base=ArticleContent()).body


@pytest.mark.parametrize(
    ("body", "targets", "result"),
    [
        ("# One\n\nTwo. Three.\n", ("Un", "Deux.", "Trois."), "# Un\n\nDeux. Trois.\n"),
        ("The [X](u) website", ("Die Website ⟦1⟧X⟦/1⟧",), "Die Website [X](u)"),
        ("> aa\n> bb. Cc\n", ("d.", "E"), "> d. E\n"),
        ("- a\n  - *b*\n", ("c", "d"), "- c\n  - *d*\n"),
        ("| a | b |\n|---|---|\n| c |\n", ("1|2", "x", "y"), "| 1\\|2 | x |\n|---|---|\n| y |\n"),
        ("One  \ntwo.", ("Un⟦1/⟧deux.",), "Un  \ndeux."),
        ("See [plan][].\n\n[plan]: x", ("Voir le ⟦1⟧projet⟦/1⟧.",), "Voir le [projet][plan].\n\n[plan]: x"),
        ('![a](media:m "b")', ('⟦1⟧c⟦/1⟧⟦2⟧d "e"⟦/2⟧',), '![c](media:m "d &quot;e&quot;")'),
        ("Now *here* we", ("Jetzt⟦1⟧ hier ⟦/1⟧wir",), "Jetzt *hier* wir"),
        ("a _b_ c", ("re⟦1⟧b⟦/1⟧s",), "re*b*s"),
        ("a [b](c)", ("Hey!⟦1⟧b⟦/1⟧",), "Hey\\![b](c)"),
        ("a[^1] b\n\n[^1]: x", ("⟦1/⟧: b", "x"), "[^1]&#58; b\n\n[^1]: x"),
        ("One. Two.", ("", "Deux."), "One. Deux."),
        ("# C", ("C#",), "# C\\#"),
    ],
)  # fmt: skip
def test_structure_comes_from_the_source(body, targets, result):
    assert translated(body, *targets) == result


def test_chinese_and_latin_sentences_are_spaced_their_own_way():
    assert (
        translated("今天好。我们去。", "Nice day.", "We go.", language="zh") == "Nice day. We go."
    )
    assert translated("Nice day. We go.", "今天好。", "我们去。") == "今天好。我们去。"


def test_a_segment_without_target_keeps_the_source_text():
    assert translated("One. Two.\n\n*Three.*", "", "", " \n") == "One. Two.\n\n*Three.*"


@pytest.mark.parametrize(
    ("target", "rules", "shown"),
    [
        ("un ⟦1⟧deux⟦/1⟧ ⟦2⟧trois⟦/2⟧", [], "un *deux* [trois](u)"),
        ("un deux ⟦2⟧trois⟦/2⟧", ["missing", "missing"], "un deux [trois](u)"),
        ("⟦9/⟧ ⟦1⟧a⟦/1⟧ ⟦2⟧b⟦/2⟧", ["unknown"], "⟦9/⟧ *a* [b](u)"),
        ("⟦1⟧a⟦2⟧b⟦/1⟧c⟦/2⟧", ["crossed", "crossed"], "*a⟦2⟧b*c⟦/2⟧"),
        ("⟦/1⟧a⟦1⟧ ⟦2⟧b⟦/2⟧", ["crossed", "crossed"], "⟦/1⟧a⟦1⟧ [b](u)"),
        ("⟦1⟧a⟦/1⟧ ⟦1⟧b⟦/1⟧ ⟦2⟧c⟦/2⟧", ["repeated"] * 4, "*a* *b* [c](u)"),
        ("⟦1/⟧ a ⟦x⟧ ⟦", ["unknown"] + ["missing"] * 4, "⟦1/⟧ a ⟦x⟧ ⟦"),
    ],
)
def test_wrong_placeholders_are_reported_and_lose_no_text(target, rules, shown):
    body = "one *two* [three](u)"
    (segment,) = extract_segments(ArticleContent(body=body), "en")
    findings = placeholder_findings(replace(segment, target=target))
    assert [finding.rule.removeprefix("placeholder.") for finding in findings] == rules
    assert translated(body, target) == shown
    for finding in findings:
        assert target[finding.start : finding.end] == finding.text


def test_an_empty_target_has_no_findings():
    assert placeholder_findings(Segment("k", SegmentKind.PARAGRAPH, 0, "⟦1/⟧ a")) == ()


@given(
    st.lists(
        st.sampled_from(
            ["⟦1⟧", "⟦/1⟧", "⟦2⟧", "⟦/2⟧", "⟦3/⟧", "⟦4/⟧", "⟦", "⟧", " ", "*", "word", "été", "\n"]
        ),
        max_size=15,
    )
)
@settings(max_examples=300, deadline=None)
def test_no_placeholder_mix_loses_a_typed_word(parts):
    body = translated("one *two* [three](u) `four`", "".join(parts))
    if "".join(parts).strip():
        for word in ("word", "été"):
            assert body.count(word) == parts.count(word)
            assert render_html(body).count(word) == parts.count(word)


def test_other_fields_are_translated_and_the_base_keeps_its_own():
    source = ArticleContent(
        headline="Head", standfirst="One.\nTwo.", slug="head", tags=("a", "b"), lead_alt="Alt",
        lead_image=MediaId("m1"), lead_credit="Someone", bylines=("Ana",), search_description="D.",
    )  # fmt: skip
    words = {
        "Head": "Tête",
        "One.": "Un.",
        "Two.": "Deux * deux.",
        "a": "x",
        "b": "x",
        "Alt": "Autre",
    }
    targets = {
        segment.key: replace(segment, target=words.get(segment.source, ""))
        for segment in extract_segments(source, "en")
    }
    base = ArticleContent(
        slug="tete", bylines=("Ana",), translator_credit="Bo", correction_note="C"
    )
    assert assemble(source, "en", targets, base=base) == ArticleContent(
        headline="Tête", standfirst="Un.\nDeux * deux.", slug="tete", tags=("x",), lead_alt="Autre",
        lead_image=MediaId("m1"), lead_credit="Someone", bylines=("Ana",), translator_credit="Bo",
        correction_note="C", search_description="D.",
    )  # fmt: skip


def test_a_long_article_is_rebuilt_completely():
    body = "\n\n".join(
        f"Sentence *{number}* of the text. And [another](u)." for number in range(2000)
    )
    result = translated(body, *["Ein Satz."] * 4000)
    assert result.count("Ein Satz.") == 4000
