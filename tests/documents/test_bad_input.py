"""Pastes and files that are too large, too odd or nothing: a sentence, or all of it; no hang."""

from __future__ import annotations

import pytest

from editor_app.documents.registry import import_bytes, import_pasted_html, import_pasted_text
from editor_app.domain.errors import UnreadableFile
from editor_app.domain.imported import PartRole

SENTENCE = "The council met on Tuesday and voted to keep the old swimming pool open for a year. "


def test_a_paste_of_fifty_megabytes_is_refused_with_its_size_and_the_limit() -> None:
    with pytest.raises(UnreadableFile, match=r"50 MB.*20 MB"):
        import_pasted_text(SENTENCE * (50_000_000 // len(SENTENCE) + 1))
    with pytest.raises(UnreadableFile, match=r"50 MB.*20 MB"):
        import_pasted_html(SENTENCE * (50_000_000 // len(SENTENCE) + 1))


@pytest.mark.parametrize(
    "line",
    [
        SENTENCE * 2,
        "A title of some story here\nBy\nAnna Berg",
        "Comments\nRead more\nShare",
        "Aug 15, 2025",
        "# \n- \n1. ",
        "1 | 2 | 3",
        "word",
    ],
)
def test_a_long_paste_of_one_line_repeated_is_read_without_loss(line: str) -> None:
    text = f"{line}\n" * (200_000 // (len(line) + 1))
    found = import_pasted_text(text)
    assert sum(len(part.text) for part in found.parts) == len(text)


@pytest.mark.parametrize("text", [SENTENCE * 12_000, "x" * 1_000_000, "[" * 1_000_000,
                                  "a" + " " * 1_000_000 + "b", "*_`<&" * 200_000,
                                  "a\n" + "\n" * 1_000_000, "1." * 500_000])  # fmt: skip
def test_a_megabyte_without_structure_is_read_without_loss(text: str) -> None:
    found = import_pasted_text(text)
    assert "".join(part.text for part in found.parts) == text


@pytest.mark.parametrize(
    "source",
    [
        "<p>" + "<b>a</b><i>b</i> " * 2_000,
        "<ul>" + "<li>a b</li>" * 2_000,
        "<p>" + "<" * 200_000,
        "<ul><li>" * 300 + SENTENCE,
        "<blockquote>" * 300 + SENTENCE,
        "<table><tr><td>" * 300 + SENTENCE,
        "<b><i>" * 500 + SENTENCE,
        f"<p>{SENTENCE * 3}</p>" * 300,
    ],
)
def test_unusual_html_is_read(source: str) -> None:
    assert import_pasted_html(source).parts


@pytest.mark.parametrize("text", ["", " ", "\n\n\t", "\u200b\u2060\n", "\ufeff"])
def test_nothing_to_read_is_said_to_be_empty(text: str) -> None:
    with pytest.raises(UnreadableFile, match="empty"):
        import_pasted_text(text)


def test_nul_and_half_characters_in_a_paste_are_named() -> None:
    with pytest.raises(UnreadableFile, match="NUL"):
        import_pasted_text("before\x00after")
    with pytest.raises(UnreadableFile, match=r"U\+D83D.*position 8"):
        import_pasted_text("before \ud83d after")
    with pytest.raises(UnreadableFile, match="surrogate"):
        import_pasted_html("<p>before \udc00 after</p>")


def test_a_stray_control_character_shows_as_a_mark_in_the_body_and_is_kept_in_the_part() -> None:
    text = f"A title of some words\n\n{SENTENCE}It rang \x07 twice, and then the street was quiet."
    found = import_pasted_text(text)
    assert "It rang \ufffd twice" in found.content.body
    assert "".join(part.text for part in found.parts) == text


def test_html_named_as_text_is_shown_as_typed_and_runs_nothing() -> None:
    data = f"A title of some words\n\n{SENTENCE * 2}<script>alert(1)</script> he wrote.".encode()
    body = import_bytes(data, "a.txt").content.body
    assert "&lt;script>" in body


@pytest.mark.parametrize("name", ["a.docx", "a.pdf", "a.exe", "a.log"])
def test_a_file_of_an_unknown_kind_is_refused_with_the_known_kinds(name: str) -> None:
    with pytest.raises(UnreadableFile, match=r"\.md.*\.html.*\.txt"):
        import_bytes(b"some plain text", name)


def test_a_binary_file_of_an_unknown_kind_is_said_to_be_what_it_is() -> None:
    with pytest.raises(UnreadableFile, match="office document"):
        import_bytes(b"PK\x03\x04" + bytes(60), "a.docx")


def test_a_file_without_an_ending_is_told_by_its_content() -> None:
    page = import_bytes(f"<!DOCTYPE html><h1>A title</h1><p>{SENTENCE * 2}</p>".encode(), "page")
    assert page.content.headline == "A title"
    text = import_bytes(f"A title of words\n\n{SENTENCE * 2}".encode(), "note")
    assert text.content.headline == "A title of words"


@pytest.mark.parametrize(
    "address",
    ["https://example.org", "https://example.org/a.php?b=c.md", "https://example.org/README.md"],
)
def test_a_page_from_an_address_is_told_by_its_content(address: str) -> None:
    data = f"<!DOCTYPE html><h1>A title</h1><p>{SENTENCE * 2}<a href=/x>x</a></p>".encode()
    page = import_bytes(data, address)
    assert page.content.headline == "A title"
    assert "](https://example.org/x)" in page.content.body
    assert [part.role for part in page.parts] == [PartRole.HEADLINE, PartRole.BODY]
