# SPDX-License-Identifier: GPL-3.0-or-later
"""Importing: a proposal first, then an article that still knows what was left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from editor_app.documents import registry
from editor_app.documents.page_parts import with_part_moved
from editor_app.domain.article import Article
from editor_app.domain.errors import BadInput, UnreadableFile
from editor_app.domain.ids import StoryId, new_id
from editor_app.domain.imported import ImportedPage, Part, PartRole
from editor_app.domain.languages import UNDETERMINED, normalise_tag
from editor_app.domain.progress import NoProgress, Progress
from editor_app.domain.revision import Reason
from editor_app.domain.story import Story
from editor_app.services.changes import Changes, Outcome
from editor_app.services.revising import Reviser
from editor_app.services.workplace import Workplace

LARGEST_FILE = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class FileImport:
    """What became of one file: an article, or a sentence about why not."""

    path: Path
    article: Article | None
    page: ImportedPage | None
    error: str = ""


class ImportPages:
    """Use cases of importing and pasting."""

    def __init__(self, place: Workplace) -> None:
        """Work in this newsroom."""
        self._place = place

    def propose_text(self, text: str, language: str | None = None) -> ImportedPage:
        """Return what a pasted page would become; raises UnreadableFile."""
        return registry.import_pasted_text(text, language=language)

    def propose_html(
        self, html: str, language: str | None = None, *, base_url: str = ""
    ) -> ImportedPage:
        """Return what pasted HTML would become; raises UnreadableFile."""
        return registry.import_pasted_html(html, base_url=base_url, language=language)

    def propose_file(
        self, path: Path, language: str | None = None, progress: Progress | None = None
    ) -> ImportedPage:
        """Return what a file would become; raises UnreadableFile."""
        name = _readable_name(path)
        if path.exists() and not path.is_file():  # a pipe may never end, nor even begin
            raise UnreadableFile(f"{name} is neither a file nor a folder. Nothing was imported.")
        try:
            with path.open("rb") as file:
                data = file.read(LARGEST_FILE + 1)
        except OSError as error:
            raise UnreadableFile(f"{name} cannot be read.") from error
        if len(data) > LARGEST_FILE:
            raise UnreadableFile(f"{name} is larger than 64 MB. Nothing was imported.")
        return registry.import_bytes(data, name, language=language, progress=progress)

    def propose_url(self, url: str, progress: Progress | None = None) -> ImportedPage:
        """Fetch a page and return what it would become; raises BadInput or EndpointBusy."""
        from editor_app.documents.fetch_page import fetch_page

        data, name = fetch_page(url, progress=progress or NoProgress())
        return registry.import_bytes(data, name)

    def move_part(self, page: ImportedPage, index: int, role: PartRole) -> ImportedPage:
        """Bring a left-out part back, or take a kept one out."""
        return with_part_moved(page, index, role)

    def keep(
        self,
        page: ImportedPage,
        *,
        headline: str | None = None,
        language: str | None = None,
        section: str = "",
        story_id: StoryId | None = None,
    ) -> Outcome[Article]:
        """Store the proposal as an article; every part of the input is kept beside it.

        Raises BadInput if the language could not be told and is not given.
        """
        tag = language or page.language
        if tag == UNDETERMINED:
            raise BadInput("The language could not be told from the text. Say which it is.")
        content = page.content
        if headline is not None:
            content = replace(content, headline=headline.strip())
        if page.published and content.published_on is None:
            content = replace(content, published_on=page.published)
        with self._place.library.write(kept=content.body) as unit:
            now = self._place.clock.now()
            if story_id is None:
                slugline = page.slugline or content.headline[:80]
                story = Story(StoryId(new_id()), slugline, section or page.section, (), now)
                unit.stories.put(story)
                story_id = story.id
            article = Reviser(self._place, unit).add(
                story_id=story_id,
                language=normalise_tag(tag),
                content=content,
                reason=Reason.IMPORTED,
            )
            unit.notes.put_import(article.id, page.source_name, page.parts, now)
            self._place.log(
                unit, "imported", article_id=article.id, story_id=story_id, detail=page.source_name
            )
        changes = Changes(
            articles=frozenset({article.id}), stories=frozenset({story_id}), library=True
        )
        return Outcome(article, changes)

    def import_files(
        self,
        paths: list[Path],
        *,
        language: str | None = None,
        as_story: bool = False,
        progress: Progress | None = None,
    ) -> Iterator[FileImport]:
        """Import files and folders of them, one result for each; a bad file stops nothing.

        ``as_story``: all of them are editions of one story.
        """
        watcher = progress or NoProgress()
        files = list(_files(paths))
        story_id: StoryId | None = None
        for done, path in enumerate(files):
            watcher.report(done, len(files), path.name)
            try:
                page = self.propose_file(path, language)
                article = self.keep(page, story_id=story_id).value
            except (BadInput, UnreadableFile) as error:
                yield FileImport(path, None, None, error.message)
                continue
            if as_story:
                story_id = article.story_id
            yield FileImport(path, article, page)

    def left_out(self, article: Article) -> tuple[Part, ...]:
        """Return the parts of the article's import that are not in its text."""
        with self._place.library.read() as unit:
            parts = unit.notes.import_parts(article.id)
        return tuple(part for part in parts if part.role is PartRole.LEFT_OUT)

    def parts(self, article: Article) -> tuple[Part, ...]:
        """Return every part of the article's import: joined, they are the input."""
        with self._place.library.read() as unit:
            return unit.notes.import_parts(article.id)


def _readable_name(path: Path) -> str:
    """Return the file's name as text that can be stored; on Linux any bytes may be a name."""
    return path.name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _files(paths: list[Path]) -> Iterator[Path]:
    known = {suffix for importer in registry.IMPORTERS for suffix in importer.suffixes}
    for path in paths:
        if path.is_dir():
            yield from sorted(
                file for file in path.rglob("*") if file.is_file() and file.suffix.lower() in known
            )
        else:
            yield path
