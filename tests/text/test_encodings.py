"""Bytes become exactly the text they were, or a sentence says why not."""

from __future__ import annotations

import pytest

from editor_app.domain.errors import UnreadableFile
from editor_app.text.encodings import decode, refuse_binary

FRENCH = (
    "L’été dernier, la mairie a fermé la piscine ; les élèves protestèrent. Où nager ? À la mer."
)
RUSSIAN = "Вчера в городе открылась новая библиотека. Читатели пришли с самого утра."
UKRAINIAN = "Учора в місті відкрили нову бібліотеку. Читачі прийшли зранку, і черга тягнулася."
POLISH = "Wczoraj w mieście otwarto nową bibliotekę. Czytelnicy przyszli już rano, a kolejka rosła."
JAPANESE = "昨日、町に新しい図書館が開きました。朝から多くの人が並びました。" * 3


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (FRENCH, "utf-8"),
        (FRENCH, "utf-8-sig"),
        (FRENCH, "utf-16"),
        (FRENCH, "utf-16-le"),
        (FRENCH, "utf-16-be"),
        (FRENCH, "utf-32"),
        (FRENCH, "cp1252"),
        (FRENCH, "mac-roman"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "utf-16-le"),
        (UKRAINIAN, "cp1251"),
        (POLISH, "cp1250"),
        (POLISH, "iso8859-2"),
        (JAPANESE, "cp932"),
        (JAPANESE, "euc-jp"),
    ],
)
def test_text_in_a_usual_encoding_is_read_exactly(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


def test_a_true_declaration_decides_between_encodings_that_look_alike() -> None:
    data = "Straße für alle Bürger der Stadt Köln".encode("cp1252")
    assert decode(data, declared="iso-8859-1").encoding == "cp1252"


def test_a_declaration_that_makes_nonsense_of_the_bytes_is_not_believed() -> None:
    found = decode(RUSSIAN.encode("cp1251") * 3, declared="windows-1252")
    assert found.text == RUSSIAN * 3


def test_a_page_that_claims_another_encoding_but_is_utf8_is_read_as_utf8() -> None:
    assert decode(FRENCH.encode(), declared="windows-1251").text == FRENCH


@pytest.mark.parametrize("declared", ["no-such-encoding", "base64", "hex", "utf-7x", "idna"])
def test_an_unknown_or_unsuitable_declaration_is_passed_over(declared: str) -> None:
    assert decode(FRENCH.encode("cp1252"), declared=declared).text == FRENCH


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"   \r\n\t\n", "empty"),
        ("\u00a0\u2003\n".encode(), "white space"),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), "PNG image"),
        (b"PK\x03\x04" + bytes(50), "ZIP archive"),
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        (b"some text\x00 and more", "NUL"),
        (bytes(range(1, 32)) * 20, "control characters"),
        (FRENCH.encode() * 4 + FRENCH.encode("cp1252")[:40], "mixes encodings"),
        (
            b"\xff\xfe" + FRENCH.encode("utf-16-le") + b"\x00\xd8\x41",
            "mixes encodings or is damaged",
        ),
        (bytes((i * 7919 + i * i) % 255 + 1 for i in range(4000)), "file.txt"),
    ],
)
def test_what_is_no_text_is_refused_with_a_sentence_that_says_why(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableFile) as refused:
        decode(data, name="file.txt")
    assert words in refused.value.message
    assert refused.value.message.endswith(".")


def test_half_a_character_is_named_with_its_place() -> None:
    with pytest.raises(UnreadableFile, match=r"U\+D83D.*position 4"):
        refuse_binary("abc\ud83d")
