# SPDX-License-Identifier: GPL-3.0-or-later
"""One transaction with every store in it: all that a service writes happens, or nothing."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager

from sqlalchemy import Connection

from editor_app.storage.article_store import ArticleStore
from editor_app.storage.conflict_store import ConflictStore, CursorStore
from editor_app.storage.database import Database
from editor_app.storage.library_store import LibraryStore
from editor_app.storage.log_store import LogStore, NoteStore
from editor_app.storage.media_store import MediaStore
from editor_app.storage.outbox_store import OutboxStore
from editor_app.storage.plan_store import PlanStore
from editor_app.storage.revision_store import RevisionStore
from editor_app.storage.site_store import SiteStore
from editor_app.storage.story_store import PersonStore, StoryStore
from editor_app.storage.translation_store import TranslationStore


class UnitOfWork:
    """The stores, all inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        """Open every store on the connection."""
        self.articles = ArticleStore(connection)
        self.conflicts = ConflictStore(connection)
        self.cursors = CursorStore(connection)
        self.library = LibraryStore(connection)
        self.log = LogStore(connection)
        self.media = MediaStore(connection)
        self.notes = NoteStore(connection)
        self.outbox = OutboxStore(connection)
        self.people = PersonStore(connection)
        self.plans = PlanStore(connection)
        self.revisions = RevisionStore(connection)
        self.sites = SiteStore(connection)
        self.stories = StoryStore(connection)
        self.translations = TranslationStore(connection)


class Library:
    """The newsroom's data: gives units of work to services and sync."""

    def __init__(self, database: Database) -> None:
        """Use this database."""
        self.database = database

    @contextmanager
    def write(self, *, kept: str = "") -> Generator[UnitOfWork]:
        """Give a unit of work that is committed at the end, or undone by any exception.

        Raises CannotSave, ProfileCorrupt or StorageError, each carrying ``kept``.
        """
        with self.database.write(kept=kept) as connection:
            yield UnitOfWork(connection)

    @contextmanager
    def read(self) -> Generator[UnitOfWork]:
        """Give a unit of work for reading one consistent state."""
        with self.database.read() as connection:
            yield UnitOfWork(connection)
