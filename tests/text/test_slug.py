# SPDX-License-Identifier: GPL-3.0-or-later
"""Slugs: ASCII, short, never empty."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.text.slug import slugify


@pytest.mark.parametrize(
    ("text", "language", "slug"),
    [
        ("L’été à la plage !", "fr", "l-ete-a-la-plage"),
        ("Über Öl & Äpfel", "de", "ueber-oel-aepfel"),
        ("Über", "fr", "uber"),
        ("Київ сьогодні", "uk", "kyiv-sohodni"),
        ("Москва", "ru", "moskva"),
        ("مرحبا بالعالم", "ar", "mrhba-balaalm"),
        ("北京", "zh", "bei-jing"),
        ("10 000 euros", "fr", "10-000-euros"),
    ],
)
def test_headlines_become_readable_ascii(text, language, slug):
    assert slugify(text, language=language, fallback="x") == slug


def test_a_text_without_letters_gives_the_fallback():
    assert slugify(" … !", fallback="article-1") == "article-1"


@given(st.text())
def test_any_text_gives_a_short_clean_slug(text):
    slug = slugify(text, fallback="x")
    assert 1 <= len(slug) <= 80
    assert set(slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert not slug.startswith("-")
    assert not slug.endswith("-")
