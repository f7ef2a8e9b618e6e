# SPDX-License-Identifier: GPL-3.0-or-later
"""Every word that a page says by itself is in the page's language, in every language."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import lxml.html
import pytest

from editor_app.domain.errors import EndpointRefused
from editor_app.publishing.endpoints.static_site.words import (
    own_name,
    supported_languages,
    words_for,
)
from editor_app.resources_path import resource
from tests.fakes.pages import NINE, make_page
from tests.publishing.newsroom import publish_newsroom
from tests.publishing.sites import html, open_site

LANGUAGES = supported_languages()
SHOWN_ATTRIBUTES = ("aria-label", "alt", "title", "placeholder")
_GAP = re.compile(r"\{\w+\}")
_DAYS = [NINE.date(), date(2026, 11, 1), *(NINE.date() - timedelta(days=n) for n in (3, 30))]


@cache
def plain(language: str) -> dict:
    return tomllib.loads(resource(f"templates/strings/{language}.toml").read_text("utf-8"))


@cache
def own_words(language: str) -> tuple[frozenset[str], tuple[re.Pattern[str], ...]]:
    """Return what a page in a language may say: fixed pieces, and patterns with gaps."""
    lists = plain(language)
    words = words_for(language)
    texts = [
        *lists["texts"].values(),
        *lists["sections"].values(),
        *lists["from_language"].values(),
    ]
    texts += [form for forms in lists["plurals"].values() for form in forms.values()]
    pieces = {piece.strip(" (),") for text in texts for piece in _GAP.split(text)}
    pieces |= {words.day(day) for day in _DAYS}
    pieces |= {words.moment(NINE + timedelta(hours=h), "Europe/Paris") for h in (0, 2, 5)}
    pieces |= {piece.strip() for piece in str(words.names(["\0", "\0"])).split("\0")}
    pieces.add(own_name(language))
    pieces.add(str(words("feed_title", site="The Tide", language=own_name(language))))
    credit = words(
        "translated_by", translated=words.translated_from(LANGUAGES[0]), name="Zqtranslator"
    )
    pieces.add(f"{credit} ({words('machine_assisted')}".strip())
    texts = [" ".join(text.split()) for text in texts]
    gaps = [
        re.escape(text).replace(r"\{", "{").replace(r"\}", "}")
        for text in texts
        if _GAP.search(text) and re.search(r"\w\w", _GAP.sub("", text))
    ]
    patterns = tuple(re.compile(_GAP.sub(".+?", text)) for text in gaps)
    return frozenset(" ".join(piece.split()) for piece in pieces), patterns


def said(tree: lxml.html.HtmlElement) -> Iterator[tuple[str, str]]:
    """Yield every text a reader sees or hears, with the language it claims to be in."""
    for element in tree.iter():
        if not isinstance(element.tag, str) or element.tag in ("script", "style"):
            continue
        language = element.xpath("string(ancestor-or-self::*[@lang][1]/@lang)")
        outside = element.xpath("string(ancestor::*[@lang][1]/@lang)")
        yield element.text or "", language
        yield element.tail or "", outside
        for name in SHOWN_ATTRIBUTES:
            yield element.get(name, ""), language


def is_content(text: str) -> bool:
    """Tell whether it is the newsroom's own text, a number, an address or a mark."""
    if text.startswith("http://127.0.0.1"):
        return True
    for language in LANGUAGES:
        text = re.sub(rf"(Zq\w+) {language}\b", r"\1", text)
    rest = re.sub(r"\bzq\w*\b", "", text.replace("The Tide", ""), flags=re.IGNORECASE)
    return not re.search(r"[^\W\d_]", rest)


def is_furniture(text: str, language: str) -> bool:
    pieces, patterns = own_words(language)
    bare = text.strip(" (),·…\u200f\u200e")
    parts = [part.strip() for part in re.split(r" · ", bare)]
    return all(
        is_content(part)
        or part in pieces
        or any(p.fullmatch(part) or p.fullmatch(f"{part})") for p in patterns)
        for part in parts
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    tmp_path = tmp_path_factory.mktemp("all-languages")
    website = open_site(tmp_path, options={"default_language": "en"})
    publish_newsroom(website, tmp_path, LANGUAGES)
    return website.folder


def test_the_twelve_languages_are_there():
    assert {"en", "fr", "de", "es", "it", "pt", "uk", "ru", "pl", "tr", "ar", "he"} <= set(
        LANGUAGES
    )


def test_no_page_says_a_word_in_another_language(folder: Path):
    pages = list(folder.rglob("*.html"))
    assert len(pages) > 12 * 8
    strangers: list[str] = []
    for path in pages:
        tree = lxml.html.fromstring(path.read_bytes())
        for raw, language in said(tree):
            text = " ".join(raw.split())
            if text and not is_content(text) and not is_furniture(text, language):
                strangers.append(f"{path.relative_to(folder)} [{language}]: {text}")
    assert sorted(set(strangers)) == []


def test_the_test_itself_sees_a_foreign_word():
    assert is_furniture("Partager", "fr")
    assert not is_furniture("Share", "fr")
    assert not is_furniture("Loading", "fr")
    assert not is_furniture("Aug 15, 2025", "fr")
    assert not is_furniture("2 comments", "fr")
    assert is_furniture("2 commentaires", "fr")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_list_has_every_word_and_every_plural(language: str):
    lists, english = plain(language), plain("en")
    assert set(lists["texts"]) - {"first_of_month"} == set(english["texts"])
    assert set(lists["sections"]) == set(english["sections"])
    assert set(lists["from_language"]) == set(english["from_language"]) == set(LANGUAGES)
    categories = {"other", *words_for(language).locale.plural_form.tags}
    for key, forms in lists["plurals"].items():
        assert set(forms) == categories, key
    for key, text in english["texts"].items():
        assert set(_GAP.findall(lists["texts"][key])) == set(_GAP.findall(text)), key


def test_every_word_of_the_lists_is_used():
    code = (
        Path(resource("templates/pages")).parents[2] / "editor_app/publishing/endpoints/static_site"
    )
    sources = [*resource("templates/pages").iterdir(), *code.glob("*.py")]
    text = "".join(path.read_text("utf-8") for path in sources)
    unused = [key for key in plain("en")["texts"] if not re.search(rf"[\"']{key}[\"']", text)]
    assert unused == []


@pytest.mark.parametrize(
    ("language", "number", "shown"),
    [
        ("en", 1, "1 comment"),
        ("fr", 24, "24 commentaires"),
        ("pl", 3, "3 komentarze"),
        ("pl", 5, "5 komentarzy"),
        ("uk", 21, "21 коментар"),
        ("ru", 12, "12 комментариев"),
        ("ar", 2, "تعليقان"),
        ("ar", 11, "11 تعليقًا"),
        ("he", 2, "שתי תגובות"),
        ("tr", 7, "7 yorum"),
        ("de", 1234, "1.234 Kommentare"),
    ],
)
def test_counts_follow_the_languages_plurals(language: str, number: int, shown: str):
    assert words_for(language).count("comments_count", number) == shown


@pytest.mark.parametrize(
    ("language", "day", "shown"),
    [
        ("fr", date(2026, 12, 1), "1er décembre 2026"),
        ("fr", date(2025, 8, 15), "15 août 2025"),
        ("it", date(2026, 5, 1), "1º maggio 2026"),
        ("en-GB", date(2025, 8, 15), "15 August 2025"),
        ("de", date(2026, 12, 1), "1. Dezember 2026"),
        ("uk", date(2026, 12, 2), "2 грудня 2026\u202fр."),
        ("ar", date(2026, 12, 1), "1 ديسمبر 2026"),
    ],
)
def test_dates_are_written_as_the_language_writes_them(language: str, day: date, shown: str):
    assert words_for(language).day(day).replace("\xa0", "\u202f") == shown


def test_a_translation_names_its_language_and_translator(folder: Path):
    page = (folder / "fr" / "zqferry-fr.html").read_text("utf-8")
    assert "Traduit de l’arabe par Zqtranslator (traduction assistée par ordinateur)" in page
    lonely = (folder / "fr" / "zqlonely-fr.html").read_text("utf-8")
    assert "Traduction (langue d’origine : azerbaïdjanais)" in lonely


def test_a_language_without_words_is_refused_with_the_way_out(tmp_path: Path):
    website = open_site(tmp_path)
    with pytest.raises(EndpointRefused, match=r"not available in “az” yet.*az\.toml"):
        website.put(make_page(language="az"), token="")
    assert not (website.folder / "az").exists()


def test_a_regional_edition_uses_its_languages_words(tmp_path: Path):
    website = open_site(tmp_path)
    website.put(make_page(language="pt-BR", headline="A balsa volta"), token="")
    page = html(website, "pt-BR/a-balsa-volta.html")
    assert '<html lang="pt-BR" dir="ltr">' in page
    assert "Artigos relacionados" in page
