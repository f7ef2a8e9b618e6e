# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads resources/sample/newsroom.toml; its first lines say what the keys mean."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from editor_app.documents import registry
from editor_app.domain.article import ArticleContent
from editor_app.domain.schedule import WallTime, parse_wall, resolve


@dataclass(frozen=True, slots=True)
class SampleEdition:
    """One article of the sample newsroom."""

    plain: dict[str, Any]
    content: ArticleContent
    earlier: ArticleContent | None
    picture: Path | None

    @property
    def language(self) -> str:
        """Return the BCP 47 tag."""
        return self.plain["language"]


class SampleFile:
    """The sample newsroom as it stands in resources."""

    def __init__(self, folder: Path, today: date) -> None:
        """Read the table of contents; relative days count from ``today``."""
        self._folder = folder
        self._today = today
        self.plain: dict[str, Any] = tomllib.loads(
            (folder / "newsroom.toml").read_text(encoding="utf-8")
        )

    @property
    def people(self) -> list[dict[str, Any]]:
        """Return the people, as in the file."""
        return self.plain["people"]

    @property
    def stories(self) -> list[dict[str, Any]]:
        """Return the stories, as in the file."""
        return self.plain["stories"]

    @property
    def site_options(self) -> dict[str, str]:
        """Return titles and section names for the website, per language."""
        options = {
            f"title.{language}": name for language, name in self.plain["newsroom"]["names"].items()
        }
        options["title"] = self.plain["newsroom"]["name"]
        for section in self.plain["sections"]:
            for language, name in section["names"].items():
                options[f"section.{section['name']}.{language}"] = name
        return options

    def edition(self, plain: dict[str, Any]) -> SampleEdition:
        """Return an edition with its text."""
        content, picture = self._content(plain["file"])
        earlier = self._content(plain["earlier_file"])[0] if "earlier_file" in plain else None
        return SampleEdition(plain, content, earlier, picture)

    def when(self, plain: dict[str, Any]) -> WallTime:
        """Return the wall time that ``{in_days, at, zone}`` means today."""
        day = self._today + timedelta(days=plain["in_days"])
        return resolve(parse_wall(f"{day} {plain['at']}"), plain["zone"], 0)

    def _content(self, name: str) -> tuple[ArticleContent, Path | None]:
        path = self._folder / "articles" / name
        page = registry.import_bytes(path.read_bytes(), path.name)
        picture = page.content.lead_image
        content = replace(page.content, lead_image=None)
        return content, self._folder / "pictures" / picture if picture else None
