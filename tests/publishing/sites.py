# SPDX-License-Identifier: GPL-3.0-or-later
"""Websites to test with."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from editor_app.domain.ids import SiteId, new_id
from editor_app.domain.site import Site, SiteKind
from editor_app.publishing.endpoints.static_site.site_endpoint import StaticSite
from tests.fakes.fixed_clock import FixedClock


def make_site(tmp_path: Path, **options: str) -> Site:
    """Return a site whose folder is `website` in the given folder."""
    return Site(
        id=SiteId(new_id()),
        name="The Tide",
        kind=SiteKind.STATIC,
        url="",
        zone="Europe/Paris",
        options={"folder": str(tmp_path / "website"), **options},
    )


def open_site(
    tmp_path: Path, *, options: dict[str, str] | None = None, **settings: Any
) -> StaticSite:
    """Return the endpoint of such a site."""
    site = make_site(tmp_path, **(options or {}))
    return StaticSite(site, profile_folder=tmp_path, clock=FixedClock(), **settings)


def html(website: StaticSite, path: str) -> str:
    """Return a page as readers get it."""
    return (website.folder / path).read_text(encoding="utf-8")
