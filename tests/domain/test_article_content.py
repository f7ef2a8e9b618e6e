# SPDX-License-Identifier: GPL-3.0-or-later
"""The hash of a content changes with every field, and content survives its JSON."""

import json
from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.domain.article import ArticleContent
from editor_app.domain.ids import MediaId

_OTHER: dict[str, Any] = {
    "bylines": ("Ada Ferry",),
    "tags": ("harbour",),
    "lead_image": MediaId("m"),
    "published_on": date(2026, 12, 1),
}
_TEXT = st.text(max_size=30)
_CONTENTS = st.builds(
    ArticleContent,
    headline=_TEXT,
    body=_TEXT,
    bylines=st.lists(_TEXT, max_size=3).map(tuple),
    tags=st.lists(_TEXT, max_size=3).map(tuple),
    published_on=st.none() | st.dates(),
)


@pytest.mark.parametrize("name", [field.name for field in fields(ArticleContent)])
def test_every_field_counts(name: str) -> None:
    changed = replace(ArticleContent(), **{name: _OTHER.get(name, "x")})
    assert changed.hash != ArticleContent().hash


def test_text_moved_to_the_next_field_is_another_content() -> None:
    assert ArticleContent(headline="a", body="b").hash != ArticleContent(headline="ab").hash
    assert ArticleContent(tags=("a", "b")).hash != ArticleContent(tags=("a b",)).hash


def test_the_hash_never_changes_from_version_to_version() -> None:
    # What sites were sent is remembered by this number.
    content = ArticleContent(
        headline="Été", body="Corps", tags=("a",), published_on=date(2026, 1, 2)
    )
    assert content.hash == "e67c0d704a01e3193c1fb7f8735def153856658d06421f19ab4a6ff4adccbe41"


@given(_CONTENTS)
def test_content_survives_its_json(content: ArticleContent) -> None:
    through = ArticleContent.from_json(json.loads(json.dumps(content.to_json())))
    assert through == content
    assert through.hash == content.hash


def test_fields_of_a_newer_version_are_left_out() -> None:
    assert ArticleContent.from_json({"headline": "A", "hologram": "?"}) == ArticleContent(
        headline="A"
    )


def test_a_lone_surrogate_does_not_stop_the_hash() -> None:
    assert len(ArticleContent(body="\ud83d").hash) == 64
