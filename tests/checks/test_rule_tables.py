# SPDX-License-Identifier: GPL-3.0-or-later
"""Each family of rules: what it finds, and what it must leave alone."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from editor_app.checks.headline_capitals import HeadlineCapitals
from editor_app.checks.images import Images
from editor_app.checks.language_mismatch import LanguageMismatch
from editor_app.checks.local_links import LocalLinks
from editor_app.checks.note_marks import NoteMarks
from editor_app.checks.placeholders_left import PlaceholdersLeft
from editor_app.checks.required_fields import RequiredFields
from editor_app.checks.spaces import Spaces
from editor_app.checks.typography_french import FrenchTypography
from editor_app.domain.article import ArticleContent
from editor_app.domain.ids import MediaId
from editor_app.domain.media import MediaAsset

FULL = ArticleContent(headline="H", body="B", bylines=("Ana",), tags=("t",), search_description="D")
FRENCH = (
    "Le conseil municipal a voté hier soir le budget de la nouvelle école, après une longue"
    " discussion avec les parents et les enseignants du quartier."
)
ENGLISH = (
    "The city council voted last night on the budget of the new school, after a long discussion"
    " with the parents and the teachers of the neighbourhood."
)


@pytest.mark.parametrize(
    ("content", "language", "rules"),
    [
        (FULL, "fr", []),
        (
            ArticleContent(),
            "und",
            ["headline", "body", "language", "byline", "tags", "description"],
        ),
        (replace(FULL, headline=" \n", tags=("",)), "fr", ["headline", "tags"]),
        (replace(FULL, headline="\u200b\u202e", body="\ufeff\n"), "fr", ["headline", "body"]),
        (FULL, "", ["language"]),
    ],
)
def test_required_fields(found, content, language, rules):
    assert found(RequiredFields(), content, language) == [
        (f"required.{rule}", "") for rule in rules
    ]


def test_a_translation_names_its_translator(found):
    translator = [("required.translator", "")]
    assert found(RequiredFields(), FULL, "fr", source=FULL, source_language="en") == translator
    credited = replace(FULL, translator_credit="Bo")
    assert found(RequiredFields(), credited, "fr", source=FULL, source_language="en") == []


@pytest.mark.parametrize(
    ("headline", "hint"),
    [
        ("THE MAYOR OPENS A BRIDGE", True),
        ("The mayor opens a bridge", False),
        ("NATO", False),
        ("", False),
    ],
)
def test_headline_capitals(found, headline, hint):
    expected = [("headline.capitals", headline)] if hint else []
    assert found(HeadlineCapitals(), ArticleContent(headline=headline)) == expected


def test_a_headline_in_capitals_is_offered_in_sentence_case():
    from editor_app.checks.check import CheckSubject

    body = f"{ENGLISH} Then the mayor of Paris opened a bridge, and Paris was glad. " * 2
    subject = CheckSubject(
        ArticleContent(headline="MAYOR OF PARIS OPENED A BRIDGE", body=body), "en"
    )
    (finding,) = HeadlineCapitals().check(subject)
    assert [fix.replacement for fix in finding.fixes] == ["Mayor of Paris opened a bridge"]
    assert not finding.fixes[0].safe


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("![a](media:x)", []),
        ("![](media:x)", [("image.body-alt", "![](media:x)")]),
        ("![ ](media:x 'T')", [("image.body-alt", "![ ](media:x 'T')")]),
        ("a ![][ref]", [("image.body-alt", "![][")]),
        ("<img src='media:x'>", [("image.body-alt", "<img src='media:x'>")]),
        ('<img alt="" src="media:x">', [("image.body-alt", '<img alt="" src="media:x">')]),
        ('<img alt="a view" src="media:x">', []),
        ("![a](https://x.org/i.png)", [("image.remote", "https://x.org/i.png")]),
        ("`![](media:x)`\n\n```\n![](media:x)\n```\n\n    ![](media:x)\n", []),
        ("Wow![1] and [](x)", []),
    ],
)
def test_images_in_the_body(found, body, expected):
    assert found(Images(), ArticleContent(body=body)) == expected


def test_the_lead_image_needs_alt_text_and_must_be_there(found):
    lead = ArticleContent(lead_image=MediaId("m1"))
    assert found(Images(), lead) == [("image.lead-alt", "")]
    assert found(Images(), replace(lead, lead_alt="A view")) == []
    assert found(Images(), ArticleContent(lead_alt="")) == []
    asset = MediaAsset(
        MediaId("m2"), "", "a.png", "image/png", 1, 1, 1, datetime(2026, 1, 1, tzinfo=UTC)
    )
    missing = found(
        Images(),
        replace(lead, lead_alt="A", body="![a](media:m2) ![b](media:m3)"),
        media={asset.id: asset},
    )
    assert missing == [("image.unknown", "m1"), ("image.unknown", "media:m3")]


@pytest.mark.parametrize(
    ("content", "language", "rules"),
    [
        (ArticleContent(body=FRENCH), "fr", []),
        (ArticleContent(body=FRENCH), "fr-CA", []),
        (ArticleContent(body=FRENCH), "en", ["language.body"]),
        (ArticleContent(body=FRENCH), "und", []),
        (
            ArticleContent(body=f"{FRENCH}\n\n{FRENCH}\n\n{FRENCH}\n\n{ENGLISH}"),
            "fr",
            ["language.paragraph"],
        ),
        (ArticleContent(body=f"{FRENCH}\n\n{FRENCH}\n\n> {ENGLISH}"), "fr", []),
        (ArticleContent(body=FRENCH, standfirst=ENGLISH), "fr", ["language.field"]),
        (ArticleContent(body="Share", headline="OK"), "fr", []),
    ],
)
def test_language_mismatch(found, content, language, rules):
    assert [rule for rule, _ in found(LanguageMismatch(), content, language)] == rules


def test_a_paragraph_left_in_the_source_language_is_named(found):
    source = ArticleContent(
        body=f"{ENGLISH}\n\nShort one.\n\nA second paragraph of the source text."
    )
    target = ArticleContent(
        body=f"{FRENCH}\n\nShort one.\n\nA second paragraph of the source text."
    )
    assert found(LanguageMismatch(), target, "fr", source=source, source_language="en") == [
        ("language.untranslated", "A second paragraph of the source text.")
    ]
    assert found(LanguageMismatch(), source, "en-US", source=source, source_language="en-GB") == []


SPACE, APOSTROPHE = "typography.fr-space", "typography.fr-apostrophe"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Quoi ? Oui ! Non ; si : là.", [(SPACE, " ")] * 4),
        ("Il dit « oui » puis", [(SPACE, " "), (SPACE, " ")]),
        ("l'été d'Ana", [(APOSTROPHE, "'"), (APOSTROPHE, "'")]),
        ("Quoi\u202f? «\u202foui\u00a0» l’été à 12:30", []),
        ("https://x.org/a?b=l'x !important `a ; b 'c'`", [(SPACE, " ")]),
        ("```\na ; l'b\n```\n\n    c ; d'e\n", []),
        ("Un smiley :) ou ;-) ou :'( ici", []),
        ("Voir ![l’image](media:x) et std::vec", []),
        ("| a | b |\n| :-- | --: |\n| c | d |", []),
        ("[a](http://b 'l'été')\n\n[r]: http://c 'd'", []),
        ("<span title='l'>x</span> {: .c }", []),
        ("Terme\n:   Définition", []),
        ("'cité' et rock 'n' roll", []),
        ("fin :\n\n- a", [(SPACE, " ")]),
    ],
)
def test_french_typography(found, body, expected):
    assert sorted(found(FrenchTypography(), ArticleContent(body=body), "fr")) == sorted(expected)
    assert found(FrenchTypography(), ArticleContent(body=body), "en") == []


@pytest.mark.parametrize(
    ("language", "fixed"),
    [
        ("fr", "«\u202foui\u202f»\u00a0: quoi\u202f?"),
        ("fr-CH", "«\u202foui\u202f»\u202f: quoi\u202f?"),
        ("fr-CA", "«\u00a0oui\u00a0»\u00a0: quoi?"),
    ],
)
def test_french_spaces_follow_the_country(language, fixed):
    from editor_app.checks.check import CheckSubject
    from editor_app.checks.registry import apply_safe_fixes, run_checks

    content = ArticleContent(headline="« oui » : quoi ?")
    findings = run_checks(CheckSubject(content, language), rules={SPACE})
    assert apply_safe_fixes(content, findings).headline == fixed


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (ArticleContent(body="a  b"), [("spaces.double", "  ")]),
        (
            ArticleContent(body="a b \nc\t\nd"),
            [("spaces.trailing", " "), ("spaces.trailing", "\t")],
        ),
        (ArticleContent(body="hard  \nbreak"), []),
        (ArticleContent(body="end  \n\nnext"), [("spaces.trailing", "  ")]),
        (ArticleContent(body="-   item\n\n1.  item\n\n> -  x\n\nT\n:   D"), []),
        (ArticleContent(body="| a   | b |\n|---|---|\n| c |   d  |"), []),
        (ArticleContent(body="    code  x\n\n`a  b`\n\n```\na  b \n```"), []),
        (ArticleContent(body="  indented\n   more"), []),
        (
            ArticleContent(headline=" H  h "),
            [("spaces.double", "  "), ("spaces.trailing", " "), ("spaces.trailing", " ")],
        ),
    ],
)
def test_spaces(found, content, expected):
    assert sorted(found(Spaces(), content)) == sorted(expected)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (ArticleContent(body="a ⟦1⟧b⟦/1⟧ ⟦2/⟧"), ["⟦1⟧", "⟦/1⟧", "⟦2/⟧"]),
        (ArticleContent(headline="⟦3⟧"), ["⟦3⟧"]),
        (ArticleContent(body="set ⟦x⟧ and [1]; `⟦1⟧`"), []),
    ],
)
def test_placeholders_left(found, content, expected):
    assert found(PlaceholdersLeft(), content) == [("placeholder.left", text) for text in expected]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("a <!-- ask her --> b", [("note.comment", "<!-- ask her -->")]),
        ("<!-- two\nlines -->\n\ntext", [("note.comment", "<!-- two\nlines -->")]),
        ("text <!-- not closed", [("note.comment", "<!-- not closed")]),
        ("TK people came, TKTK", [("note.mark", "TK"), ("note.mark", "TKTK")]),
        ("Minister XXX said ???", [("note.mark", "XXX"), ("note.mark", "???")]),
        ("TODO: check", [("note.mark", "TODO")]),
        ("Flight TK 1923 and TK-7 to ATK, Bowl XXX, size XXXL, XXXe, todo", []),
        ("`<!-- code -->` and `TK`\n\n```\n<!-- x --> TODO\n```", []),
        ("Really?? http://x.org/TK/TODO", []),
    ],
)
def test_note_marks(found, body, expected):
    assert found(NoteMarks(), ArticleContent(body=body)) == expected


@pytest.mark.parametrize(
    ("body", "addresses"),
    [
        ("![a](file:///home/ana/a.png)", ["file:///home/ana/a.png"]),
        ("![a](pictures/a.png)", ["pictures/a.png"]),
        ("![a](<C:\\pics\\a.png>)", ["C:\\pics\\a.png"]),
        ("[a](/home/ana/a.pdf) [b](blob:x-1) [c](~/x)", ["/home/ana/a.pdf", "blob:x-1", "~/x"]),
        ("[a][r]\n\n[r]: file:///tmp/x", ["file:///tmp/x"]),
        ("<img src='a.png'> <a href='file:///x'>x</a>", ["a.png", "file:///x"]),
        ("<file:///x/y> or file:///z", ["file:///x/y", "file:///z"]),
        (
            "[a](http://localhost:8000/x) [b](http://127.0.0.1/)",
            ["http://localhost:8000/x", "http://127.0.0.1/"],
        ),
        ("[a](/about) [b](#top) [c](media:m) ![d](media:m) [e](mailto:a@b.c)", []),
        ("![a](https://x.org/home/a.png) [b](https://localhost.example.org/)", []),
        ("`file:///etc/x`\n\n```\n![a](b.png)\n```", []),
        ("profile: yes, [a](b/c.html), the file: here", []),
    ],
)
def test_local_links(found, body, addresses):
    assert found(LocalLinks(), ArticleContent(body=body)) == [
        ("link.local", one) for one in addresses
    ]
