# SPDX-License-Identifier: GPL-3.0-or-later
"""What must never become public is named with its place; honest text passes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from editor_app.domain.errors import EndpointRefused
from editor_app.domain.ids import MediaId
from editor_app.publishing.payload_guard import guard_page
from tests.fakes.pages import make_image, make_page


@pytest.mark.parametrize(
    ("field", "text", "named"),
    [
        ("body", "One\n\n![quay](file:///home/ida/quay.jpg)", "line 3"),
        ("body", "See <img src='blob:https://x/1234'>", "line 1"),
        ("body", "![quay](asset://library/1)", "asset://library/1"),
        ("body", "![quay](quay.jpg)", r"lies only on this computer.*quay\.jpg"),
        ("body", "![quay](/Users/ida/quay.jpg)", "/Users/ida"),
        ("body", r"[plan](C:\Users\ida\plan.pdf)", "Users"),
        ("body", "[ref]: file:///tmp/a.png\n\n![x][ref]", "line 1"),
        ("body", "![x](data:image/png;base64,AAAA)", "local file"),
        ("body", "Look at /home/ida/notes.txt for more.", "a path on this computer"),
        ("body", "The ⟦1⟧ferry⟦/1⟧ left.", "translation placeholder"),
        ("body", "<<<<<<< mine\nA\n=======\nB\n>>>>>>> theirs", "unresolved conflict mark"),
        ("body", "Fine.\n\n<!-- check this with Bo -->", "editor’s note.*line 3"),
        ("body", "Fine.\n\n<!-- never closed", "editor’s note"),
        ("headline", "Ferry ⟦1/⟧ back", "the headline"),
        ("standfirst", "<!-- too long --> Back.", "the standfirst"),
        ("lead_caption", "file:///home/ida/x.jpg", "caption"),
        ("correction_note", ">>>>>>> theirs", "correction note"),
        ("bylines", ("Ida ⟦2⟧",), "a byline"),
        ("tags", ("⟦2⟧",), "a tag"),
        ("body", "![x](media:not-attached)", "not attached"),
    ],
)
def test_it_is_refused_and_the_place_is_named(field: str, text: object, named: str):
    with pytest.raises(EndpointRefused, match=named):
        guard_page(make_page(**{field: text}))


@pytest.mark.parametrize(
    "body",
    [
        "The file: a thick one. The asset: none.",
        "Write `![x](file:///home/me/x.jpg)` and see; `<!-- -->` is a comment.",
        "```html\n<!-- kept -->\n<img src='file:///x'>\n<<<<<<< a\n```\n",
        "[site](https://example.org/home/page) and [part](#part) and [page](/about.html)",
        "Heading\n=======\n\nA ratio of 1/2 and/or 3/4; 5 < 6 << 7.",
        "![chart](https://example.org/chart.png)",
    ],
)
def test_honest_text_passes(body: str):
    guard_page(make_page(body=body))


def test_a_lead_image_that_is_not_attached_is_refused():
    with pytest.raises(EndpointRefused, match="the lead image"):
        guard_page(make_page(lead_image=MediaId("gone")))


def test_attached_images_pass(tmp_path: Path):
    image = make_image(tmp_path, size=(40, 30))
    page = make_page(lead_image=image.asset.id, body=f"![quay](media:{image.asset.id})")
    guard_page(replace(page, media=(image,)))


def test_more_than_three_leaks_are_counted():
    with pytest.raises(EndpointRefused, match=r"And 2 more\."):
        guard_page(make_page(body="⟦1⟧ a ⟦2⟧ b ⟦3⟧ c ⟦4⟧ d ⟦5⟧"))
