# SPDX-License-Identifier: GPL-3.0-or-later
"""Exporting: one article, or the whole library as files that import again without loss."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from editor_app.documents import registry
from editor_app.domain.article import Article
from editor_app.domain.errors import BadInput, CannotSave
from editor_app.domain.ids import ArticleId
from editor_app.domain.progress import NoProgress, Progress
from editor_app.services.workplace import Workplace
from editor_app.text.slug import slugify


class ExportArticles:
    """Writes articles into files."""

    def __init__(self, place: Workplace) -> None:
        """Read this newsroom."""
        self._place = place

    def formats(self) -> tuple[str, ...]:
        """Return the names of the formats."""
        return tuple(exporter.name for exporter in registry.EXPORTERS)

    def to_file(self, article_id: ArticleId, format_name: str, path: Path) -> Path:
        """Write one article; raises BadInput for an unknown format, CannotSave."""
        exporter = next((one for one in registry.EXPORTERS if one.name == format_name), None)
        if exporter is None:
            raise BadInput(f"There is no export format “{format_name}”.")
        with self._place.library.read() as unit:
            article = unit.articles.get(article_id)
            story = unit.stories.get(article.story_id)
        _write(path, exporter.write(article, story))
        return path

    def all_to(self, folder: Path, progress: Progress | None = None) -> tuple[Path, ...]:
        """Write every article, archived ones too, as Markdown in a folder for each language."""
        watcher = progress or NoProgress()
        with self._place.library.read() as unit:
            ids = [
                row.id
                for archived in (False, True)
                for row in unit.library.rows({"archived": archived}, limit=-1)
            ]
        written: list[Path] = []
        taken: set[Path] = set()
        for done, article_id in enumerate(ids):
            watcher.report(done, len(ids), "")
            with self._place.library.read() as unit:
                article = unit.articles.get(article_id)
            path = _free(folder / article.language / f"{_name(article)}.md", taken)
            written.append(self.to_file(article_id, "md", path))
        return tuple(written)


def _name(article: Article) -> str:
    return article.content.slug or slugify(
        article.content.headline, fallback=f"article-{article.id[-8:]}", language=article.language
    )


def _free(path: Path, taken: set[Path]) -> Path:
    candidate, number = path, 2
    while candidate in taken:
        candidate, number = path.with_stem(f"{path.stem}-{number}"), number + 1
    taken.add(candidate)
    return candidate


def _write(path: Path, data: bytes) -> None:
    fresh = path.with_name(path.name + ".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with fresh.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except OSError as error:
        with suppress(OSError):  # the folder may be what failed
            fresh.unlink()
        raise CannotSave(f"{path} cannot be written.") from error
