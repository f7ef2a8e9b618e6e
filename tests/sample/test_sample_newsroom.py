# SPDX-License-Identifier: GPL-3.0-or-later
"""The sample newsroom is complete, consistent, invented and correctly typeset."""

from __future__ import annotations

import re
import tomllib
import zoneinfo
from dataclasses import fields
from datetime import time
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from PIL import Image

from editor_app.domain.article import ArticleContent
from editor_app.domain.languages import is_right_to_left
from editor_app.domain.person import Role
from editor_app.domain.workflow import Stage

SAMPLE = Path(__file__).parents[2] / "resources" / "sample"
NARROW, NO_BREAK = "\u202f", "\u00a0"
STORY_KEYS = {
    "slugline", "section", "planned_languages", "priority", "note", "embargo", "editions",
}  # fmt: skip
EDITION_KEYS = {
    "language", "file", "earlier_file", "stage", "assignee", "due", "published", "schedule",
    "translation_of", "translator", "machine_assisted", "confirmed_segments", "outdated", "note",
}  # fmt: skip
BLOCK_STARTS = {
    "#": "heading",
    ">": "quote",
    "-": "list",
    "|": "table",
    "[^": "footnote",
    "1.": "numbered",
}


@cache
def newsroom() -> dict[str, Any]:
    return tomllib.loads((SAMPLE / "newsroom.toml").read_text(encoding="utf-8"))


def stories() -> list[dict[str, Any]]:
    return newsroom()["stories"]


def editions() -> list[tuple[dict[str, Any], dict[str, Any]]]:
    return [(story, edition) for story in stories() for edition in story["editions"]]


@cache
def article(name: str) -> tuple[dict[str, Any], str]:
    text = (SAMPLE / "articles" / name).read_text(encoding="utf-8")
    _, front, body = text.split("---\n", 2)
    return yaml.safe_load(front), body.strip()


def whens() -> list[dict[str, Any]]:
    found = [story["embargo"] for story in stories() if "embargo" in story]
    for _, edition in editions():
        found += [edition[key] for key in ("due", "published", "schedule") if key in edition]
    return found


def blocks(body: str) -> list[str]:
    return [block.strip() for block in re.split(r"\n{2,}", body)]


def shape(block: str) -> tuple[str, int]:
    """Return what kind of block it is and how many rows, items or sentences it has."""
    kind = next((kind for start, kind in BLOCK_STARTS.items() if block.startswith(start)), "text")
    if kind in ("list", "table", "numbered"):
        return kind, len(block.splitlines())
    if kind == "heading":
        return kind, 1
    ends = re.findall(rf"[.!?؟][»”*]?(?=[\s{NARROW}»”]|$)", block)
    return kind, len(ends)


def prose(text: str) -> str:
    """Return the text without addresses, which have punctuation of their own."""
    return re.sub(r"\]\(\S+\)", "]", text)


ARTICLE_FILES = sorted(path.name for path in (SAMPLE / "articles").glob("*"))
FRENCH = [name for name in ARTICLE_FILES if ".fr." in name]
ARABIC = [name for name in ARTICLE_FILES if ".ar." in name]
ENGLISH = [name for name in ARTICLE_FILES if ".en." in name]


def readable_text(name: str) -> str:
    front, body = article(name)
    values: list[str] = []
    for key, value in front.items():
        if key not in ("slug", "lead_image"):
            values += value if isinstance(value, list) else [value]
    return prose("\n".join([*values, body]))


def test_every_article_file_is_named_once_and_exists() -> None:
    named = [edition["file"] for _, edition in editions()]
    named += [edition["earlier_file"] for _, edition in editions() if "earlier_file" in edition]
    assert sorted(named) == ARTICLE_FILES


def test_every_picture_is_used_and_exists() -> None:
    used = {article(name)[0].get("lead_image") for name in ARTICLE_FILES} - {None}
    assert used == {path.name for path in (SAMPLE / "pictures").iterdir()}
    assert len(used) >= 8


@pytest.mark.parametrize("path", sorted((SAMPLE / "pictures").iterdir()), ids=lambda p: p.name)
def test_a_picture_is_large_enough_and_light_enough(path: Path) -> None:
    with Image.open(path) as picture:
        assert picture.size == (1600, 1000)
    assert path.stat().st_size <= 200_000


@pytest.mark.parametrize("name", ARTICLE_FILES)
def test_front_matter_has_only_fields_of_an_article(name: str) -> None:
    front, body = article(name)
    assert set(front) <= {field.name for field in fields(ArticleContent)} - {"body"}
    assert body
    assert front["headline"]
    assert front["bylines"]
    assert front["tags"]


@pytest.mark.parametrize("name", ARTICLE_FILES)
def test_every_image_says_what_it_shows_and_whose_it_is(name: str) -> None:
    front, body = article(name)
    if "lead_image" in front:
        assert front["lead_alt"]
        assert front["lead_caption"]
        assert front["lead_credit"]
    assert "![" not in body


def test_twelve_stories_in_three_languages_through_all_stages() -> None:
    assert len(stories()) == 12
    assert len({story["slugline"] for story in stories()}) == 12
    languages = {edition["language"] for _, edition in editions()}
    assert languages == set(newsroom()["newsroom"]["languages"]) == {"en", "fr", "ar"}
    assert any(is_right_to_left(language) for language in languages)
    assert {edition["stage"] for _, edition in editions()} == set(Stage)
    assert 24 <= len(editions()) <= 30


def test_the_coverage_has_gaps() -> None:
    planned = sum(len(story["planned_languages"]) for story in stories())
    assert planned > len(editions())


@pytest.mark.parametrize("story", stories(), ids=lambda s: s["slugline"])
def test_a_story_names_only_known_keys_sections_and_languages(story: dict[str, Any]) -> None:
    assert set(story) <= STORY_KEYS
    assert story["section"] in {section["name"] for section in newsroom()["sections"]}
    assert set(story["planned_languages"]) <= set(newsroom()["newsroom"]["languages"])
    made = [edition["language"] for edition in story["editions"]]
    assert len(made) == len(set(made))
    assert set(made) <= set(story["planned_languages"])


@pytest.mark.parametrize(("story", "edition"), editions(), ids=lambda v: v.get("file", ""))
def test_an_edition_is_consistent(story: dict[str, Any], edition: dict[str, Any]) -> None:
    people = {person["key"] for person in newsroom()["people"]}
    assert set(edition) <= EDITION_KEYS
    assert edition["file"] == f"{story['slugline']}.{edition['language']}.md"
    assert {edition["assignee"], edition.get("translator", edition["assignee"])} <= people
    assert edition.get("note", {"by": "odile"})["by"] in people
    assert ("schedule" in edition) == (edition["stage"] == Stage.SCHEDULED)
    assert ("published" in edition) == (edition["stage"] in (Stage.LIVE, Stage.WITHDRAWN))
    assert ("translation_of" in edition) == ("translator" in edition)
    assert ("translator" in edition) == bool(article(edition["file"])[0].get("translator_credit"))


def test_people_and_sections_are_well_formed() -> None:
    for person in newsroom()["people"]:
        assert person["role"] in set(Role)
        assert zoneinfo.ZoneInfo(person["zone"])
    assert {person["role"] for person in newsroom()["people"]} == set(Role)
    assert sum(person.get("me", False) for person in newsroom()["people"]) == 1
    for section in newsroom()["sections"]:
        assert set(section["names"]) == set(newsroom()["newsroom"]["languages"])


def test_every_time_is_relative_to_today_and_in_a_real_zone() -> None:
    for when in whens():
        assert set(when) == {"in_days", "at", "zone"}
        assert isinstance(when["in_days"], int)
        assert time.fromisoformat(when["at"]).strftime("%H:%M") == when["at"]
        assert zoneinfo.ZoneInfo(when["zone"])
    assert all(
        edition["schedule"]["in_days"] > 0 for _, edition in editions() if "schedule" in edition
    )
    assert all(
        edition["published"]["in_days"] < 0 for _, edition in editions() if "published" in edition
    )
    assert len({when["zone"] for when in whens()}) >= 3


def test_the_special_cases_are_there() -> None:
    made = [edition for _, edition in editions()]
    assert sum(edition.get("machine_assisted", False) for edition in made) == 1
    assert sum(edition.get("outdated", False) for edition in made) == 1
    assert [
        edition["confirmed_segments"] for edition in made if "confirmed_segments" in edition
    ] == [0.5]
    assert [story["embargo"]["in_days"] > 0 for story in stories() if "embargo" in story] == [True]
    assert sum("correction_note" in article(edition["file"])[0] for edition in made) == 1


def test_nothing_under_embargo_is_public_or_planned_before_it() -> None:
    for story, edition in editions():
        if "embargo" in story:
            assert edition["stage"] not in (Stage.SCHEDULED, Stage.LIVE)


@pytest.mark.parametrize(
    ("story", "edition"),
    [pair for pair in editions() if "translation_of" in pair[1]],
    ids=lambda v: v.get("file", ""),
)
def test_a_translation_follows_its_source_block_by_block(
    story: dict[str, Any], edition: dict[str, Any]
) -> None:
    made = story["editions"]
    source = next(one for one in made if one["language"] == edition["translation_of"])
    assert made.index(source) < made.index(edition)
    source_file = source.get("earlier_file") if edition.get("outdated") else source["file"]
    source_shapes = [shape(block) for block in blocks(article(source_file)[1])]
    shapes = [shape(block) for block in blocks(article(edition["file"])[1])]
    if edition.get("confirmed_segments", 1) == 1:
        assert shapes == source_shapes
    else:
        assert shapes == source_shapes[: len(shapes)]
        assert len(shapes) < len(source_shapes)


def test_the_outdated_translation_was_made_from_an_earlier_source() -> None:
    story, edition = next(pair for pair in editions() if pair[1].get("outdated"))
    source = next(one for one in story["editions"] if one["language"] == edition["translation_of"])
    _, before = article(source["earlier_file"])
    _, after = article(source["file"])
    changed = [old for old, new in zip(blocks(before), blocks(after), strict=True) if old != new]
    assert 1 <= len(changed) <= 3


@pytest.mark.parametrize("name", FRENCH)
def test_french_typography(name: str) -> None:
    text = readable_text(name)
    assert not re.findall(r".{8} [;:!?»%€]", text)
    assert not re.findall(r"« .{8}", text)
    assert not re.findall(rf".{{8}}[^{NARROW}][;!?»]", text)
    assert not re.findall(rf"«[^{NARROW}].{{8}}", text)
    assert not re.findall(rf".{{8}}[^{NO_BREAK}\d]:(?=\s|$)", text)
    assert not re.findall(r"['“”]", text)
    assert text.count("«") == text.count("»")


@pytest.mark.parametrize("name", ARABIC)
def test_arabic_punctuation(name: str) -> None:
    text = readable_text(name)
    assert not re.findall(r"[,;?'\"“”]", text)
    assert not re.findall(r"\s[،؛؟:.]", text)
    assert text.count("«") == text.count("»")
    letters = re.findall(r"[^\W\d_]", text)
    assert sum("\u0600" <= letter <= "\u06ff" for letter in letters) / len(letters) > 0.99


@pytest.mark.parametrize("name", ENGLISH)
def test_english_quotes_are_curly(name: str) -> None:
    text = readable_text(name)
    assert not re.findall(r".{0,8}['\"]", text)
    assert text.count("“") == text.count("”")


@pytest.mark.parametrize("name", ARTICLE_FILES)
def test_no_text_reaches_a_real_person_or_place_on_the_net(name: str) -> None:
    text = (SAMPLE / "articles" / name).read_text(encoding="utf-8")
    assert not re.findall(r"\S+@\S+", text)
    assert not re.findall(r"(?:\+|\b00)\d[\d .-]{6,}|\b0\d(?:[ .-]?\d\d){4}\b", text)
    assert set(re.findall(r"https?://([^/\s)]+)", text)) <= {"example.org"}


def test_a_quote_a_list_a_table_and_a_footnote_can_be_seen() -> None:
    kinds = {shape(block)[0] for name in ARTICLE_FILES for block in blocks(article(name)[1])}
    assert kinds == {"heading", "quote", "list", "table", "footnote", "numbered", "text"}
