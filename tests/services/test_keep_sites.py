# SPDX-License-Identifier: GPL-3.0-or-later
"""What may be the address of a website that lies in a folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from editor_app.bootstrap import Newsroom
from editor_app.domain.errors import BadInput
from editor_app.domain.site import SiteKind


@pytest.mark.parametrize(
    "url",
    [
        "javascript:1",
        " JavaScript:alert(1)",
        "java\nscript:1",
        "data:text/html,x",
        "ftp://127.0.0.1/",
        "mailto:a@b",
        "file:",
        "http://[",
    ],
)
def test_an_address_of_another_kind_is_refused_and_nothing_is_added(
    newsroom: Newsroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    monkeypatch.chdir(tmp_path)
    before = newsroom.sites.all()
    with pytest.raises(BadInput, match="address"):
        newsroom.sites.add("Town", SiteKind.STATIC, url)
    assert newsroom.sites.all() == before


def test_web_addresses_file_addresses_and_paths_are_taken(
    newsroom: Newsroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    places = {
        "https://town.example/": None,
        "HTTP://town.example:8080/news": None,
        (tmp_path / "one").as_uri(): tmp_path / "one",
        str(tmp_path / "two: of it"): tmp_path / "two: of it",
        "three": tmp_path / "three",
        "./notes:2026": tmp_path / "notes:2026",
    }
    for number, (url, expected) in enumerate(places.items()):
        site = newsroom.sites.add(f"Site {number}", SiteKind.STATIC, url).value
        if expected is None:
            assert site.options["folder"] == f"sites/site-{number}"
        else:
            assert newsroom.sites.folder(site) == expected


@pytest.mark.parametrize("path", ["C:\\site", "d:/site"])
def test_a_windows_drive_path_is_a_path(
    newsroom: Newsroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    monkeypatch.chdir(tmp_path)
    site = newsroom.sites.add("Town", SiteKind.STATIC, path).value
    assert site.options["folder"] == str(Path(path).absolute())
