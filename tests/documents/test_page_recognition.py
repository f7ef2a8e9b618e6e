"""Small pages: what must be kept, what must be left out, and what must not be guessed."""

from __future__ import annotations

from datetime import date

import pytest

from editor_app.documents.registry import import_pasted_text
from editor_app.domain.imported import ImportedPage, LeftOutReason, PartRole

HEADLINE = "Harbour reopens after eleven quiet years"
FIRST = (
    "The harbour of Saltmouth reopened on Tuesday, eleven years after the last ferry had left it. "
    "Some two hundred people stood on the quay, and a brass band played."
)
SECOND = (
    "The new pier is made of oak and recycled steel. It will carry four crossings a day, and the "
    "council hopes that the market will follow, because the old hall still stands."
)


def article(*lines: str) -> ImportedPage:
    return import_pasted_text("\n\n".join(lines))


def reason_of(page: ImportedPage, line: str) -> LeftOutReason | None:
    return next(part.reason for part in page.parts if part.text.strip() == line)


def test_a_page_without_furniture_is_headline_and_body() -> None:
    page = article(HEADLINE, FIRST, SECOND)
    assert page.content.headline == HEADLINE
    assert page.content.body == f"{FIRST}\n\n{SECOND}"
    assert page.left_out == ()


def test_a_text_without_a_headline_is_all_body() -> None:
    page = article(FIRST, SECOND)
    assert page.content.headline == ""
    assert page.content.body == f"{FIRST}\n\n{SECOND}"


def test_a_headline_alone_is_kept() -> None:
    page = article(HEADLINE)
    assert page.content.headline == HEADLINE
    assert page.content.body == ""


@pytest.mark.parametrize(
    "closing",
    [
        "Nobody asked why.",
        "The market opens on Saturday",
        "There are no plans to rebuild it.",
        "Read more than once, the letter says nothing.",
        "“We will see,” he said.",
        "And the cat?",
        "Save for later storms, the sea was calm.",
        "— Anna Berg, in Saltmouth",
    ],
)
def test_a_short_closing_paragraph_is_kept(closing: str) -> None:
    page = article(HEADLINE, FIRST, SECOND, closing, "Share", "Comments", "Be the first to comment")
    assert page.content.body == f"{FIRST}\n\n{SECOND}\n\n{closing}"


@pytest.mark.parametrize(
    "line",
    [
        "A pier of oak",
        "“It is a good day,” said the mayor.",
        "Why now?",
        "• four crossings a day",
        "1889",
        "The comments of the mayor",
        "Home at last",
    ],
)
def test_a_short_line_between_paragraphs_is_kept(line: str) -> None:
    page = article(HEADLINE, FIRST, line, SECOND)
    assert page.content.body == f"{FIRST}\n\n{line}\n\n{SECOND}"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Advertisement", LeftOutReason.NAVIGATION),
        ("Publicité", LeftOutReason.NAVIGATION),
        ("Anzeige", LeftOutReason.NAVIGATION),
        ("Read also: Ferry pilots vote", LeftOutReason.RELATED),
        ("À lire aussi : Les pilotes ont voté", LeftOutReason.RELATED),
        ("Читайте також: Пілоти проголосували", LeftOutReason.RELATED),
        ("اقرأ أيضًا: صوّت الطيارون", LeftOutReason.RELATED),
        ("Partager cet article", LeftOutReason.SHARE),
    ],
)
def test_a_button_or_pointer_between_paragraphs_is_left_out(
    line: str, reason: LeftOutReason
) -> None:
    page = article(HEADLINE, FIRST, line, SECOND)
    assert page.content.body == f"{FIRST}\n\n{SECOND}"
    assert reason_of(page, line) is reason


def test_a_box_of_titles_between_paragraphs_is_left_out_and_the_text_goes_on() -> None:
    page = import_pasted_text(
        f"{HEADLINE}\n\n{FIRST}\n\nRelated stories\nFerry pilots vote\nA bridge too late\n\n{SECOND}"
    )
    assert page.content.body == f"{FIRST}\n\n{SECOND}"
    assert reason_of(page, "A bridge too late") is LeftOutReason.RELATED


def test_two_lines_of_names_and_dates_are_cut_into_their_parts() -> None:
    page = article(HEADLINE, "By Anna Berg and Luc Moreau | Aug 15, 2025 | 5 min read", FIRST)
    assert page.content.bylines == ("Anna Berg", "Luc Moreau")
    assert page.published == date(2025, 8, 15)
    assert page.content.body == FIRST


def test_a_date_and_a_name_in_one_sentence_are_cut_apart() -> None:
    page = article(
        HEADLINE, "Posted on August 15, 2025 at 5:45 pm by Anna Berg", FIRST, SECOND, "Nobody left."
    )
    assert page.published == date(2025, 8, 15)
    assert page.content.bylines == ("Anna Berg",)
    assert page.content.body == f"{FIRST}\n\n{SECOND}\n\nNobody left."


def test_a_poem_keeps_its_verses_and_its_short_title() -> None:
    verses = ("Low the water", "slow the oar", "Who will pay me?", "None, said he.", "Row me over.")
    page = article("The Ferryman’s Song", "By Anna Berg", "15 August 2025", *verses)
    assert page.content.headline == "The Ferryman’s Song"
    assert page.content.body == "\n\n".join(verses)


@pytest.mark.parametrize("line", ["Read more: How to moor a boat", "Advertisement"])
def test_a_sentence_after_a_pointer_or_an_advertisement_is_still_the_article(line: str) -> None:
    asked, went = "Nobody on the quay asked why.", "They went home"
    page = article(HEADLINE, FIRST, SECOND, line, asked, went)
    assert page.content.body == f"{FIRST}\n\n{SECOND}\n\n{asked}\n\n{went}"
    assert [part.text.strip() for part in page.left_out] == [line]


@pytest.mark.parametrize("button", ["Reply", ""])
def test_long_comments_under_their_count_are_not_the_article(button: str) -> None:
    said = (f"I crossed that harbour for years. {SECOND}", f"The roof leaks, I say. {FIRST}")
    comments = [
        line
        for name, text in zip(("Jim", "Olga K."), said, strict=True)
        for line in (name, "3 hours ago", text, button)
        if line
    ]
    page = article(HEADLINE, FIRST, SECOND, "Comments (2)", *comments)
    assert page.content.body == f"{FIRST}\n\n{SECOND}"


def test_a_name_on_the_line_after_by_is_the_byline() -> None:
    page = import_pasted_text(f"{HEADLINE}\nPar\nAnna Berg\n15 août 2025\n\n{FIRST}")
    assert page.content.bylines == ("Anna Berg",)
    assert [part.role for part in page.parts[1:3]] == [PartRole.BYLINE, PartRole.BYLINE]


def test_the_byline_after_the_text_is_found_too() -> None:
    page = article(HEADLINE, FIRST, SECOND, "By Anna Berg", "Share")
    assert page.content.bylines == ("Anna Berg",)
    assert page.content.body == f"{FIRST}\n\n{SECOND}"


def test_a_date_inside_the_text_is_never_the_publication_date() -> None:
    page = article(HEADLINE, FIRST, "It had closed on 3 May 2014, in the rain.", SECOND)
    assert page.published is None
    assert "3 May 2014" in page.content.body


def test_the_date_of_a_comment_or_a_related_story_is_not_the_publication_date() -> None:
    page = article(HEADLINE, FIRST, SECOND, "Comments", "Elke", "Aug 15, 2025", "Lovely.")
    assert page.published is None


def test_of_published_and_updated_the_page_takes_published() -> None:
    page = article(HEADLINE, "Updated: 17 August 2025", "Published: 15 August 2025", FIRST)
    assert page.published == date(2025, 8, 15)


def test_an_updated_date_alone_is_better_than_none() -> None:
    assert article(HEADLINE, "Updated: 17 August 2025", FIRST).published == date(2025, 8, 17)


def test_a_headline_said_twice_is_kept_once() -> None:
    page = article("Home > Harbour", HEADLINE, HEADLINE, "Aug 15, 2025", FIRST)
    assert page.content.headline == HEADLINE
    assert [part.reason for part in page.parts[:3]] == [
        LeftOutReason.NAVIGATION,
        None,
        LeftOutReason.REPEATED,
    ]


def test_stories_without_a_heading_are_known_by_their_bylines() -> None:
    page = article(HEADLINE, FIRST, SECOND, "A bridge comes too late", "By Tom Reed")
    assert page.content.body == f"{FIRST}\n\n{SECOND}"
    assert reason_of(page, "A bridge comes too late") is LeftOutReason.RELATED
    assert page.content.bylines == ()


def test_a_title_in_another_language_after_the_text_is_left_out() -> None:
    french = (
        "Le port a rouvert mardi, onze ans après le départ du dernier bateau de la compagnie. Deux "
        "cents personnes attendaient sur le quai, et une fanfare jouait."
    )
    title = "Mayor throws a fit after reporters ask about the price of the new harbour bridge"
    page = article("Le port rouvre après onze ans de silence", french, title)
    assert page.content.body == french
    assert reason_of(page, title) is LeftOutReason.OTHER


def test_long_comments_of_readers_are_not_the_article() -> None:
    comment = (
        "I have waited for this boat since I was a child, and I cannot say how happy I am. The "
        "coffee on the old one was terrible, though, and I do hope that somebody noticed."
    )
    page = article(HEADLINE, FIRST, SECOND, "Comments", "Elke", "2 days ago", comment, "Reply",
                   "Jo", "3 days ago", comment, "Reply", "Load more comments")  # fmt: skip
    assert page.content.body == f"{FIRST}\n\n{SECOND}"
    assert reason_of(page, comment) is LeftOutReason.COMMENTS


def test_a_request_for_consent_before_the_headline_is_left_out() -> None:
    consent = (
        "We use cookies and similar methods to recognise visitors and remember what they prefer. "
        "Our partners do so as well. You may accept them all or manage your choices."
    )
    page = article(consent, "Accept all", HEADLINE, FIRST, SECOND)
    assert page.content.headline == HEADLINE
    assert reason_of(page, consent) is LeftOutReason.NAVIGATION


def test_an_article_about_cookies_keeps_its_paragraphs() -> None:
    law = (
        "The court ruled that cookie banners must have a button to refuse them as large as the one "
        "to accept. Sites have three months, and the fine is a share of their income."
    )
    page = article("Court sets size of cookie buttons", law, SECOND)
    assert page.content.body == f"{law}\n\n{SECOND}"


def test_paragraphs_of_one_line_without_empty_lines_stay_apart() -> None:
    page = import_pasted_text(f"{HEADLINE}\n{FIRST}\n{SECOND}\nNobody asked why.")
    assert page.content.body == f"{FIRST}\n\n{SECOND}\n\nNobody asked why."


def test_line_ends_of_all_kinds_are_kept_in_the_parts_and_plain_in_the_body() -> None:
    text = f"{HEADLINE}\r\n\r\n{FIRST}\r\rNobody asked why.\u2028And so it was.\r\n"
    page = import_pasted_text(text)
    assert "".join(part.text for part in page.parts) == text
    assert page.content.body == f"{FIRST}\n\nNobody asked why.\n\nAnd so it was."


def test_a_page_in_japanese_is_read_without_spaces_between_words() -> None:
    body = (
        "港は火曜日に再開した。最後の船が出てから十一年になる。埠頭には二百人が集まり、楽団が演奏した。"
        "新しい桟橋は樫と再生鋼でできている。"
    )
    page = article("十一年ぶりに港が再開", "2025年8月15日", body, "© 2025")
    assert page.content.headline == "十一年ぶりに港が再開"
    assert page.published == date(2025, 8, 15)
    assert page.content.body == body
    assert page.language == "ja"
