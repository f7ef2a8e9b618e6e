# SPDX-License-Identifier: GPL-3.0-or-later
"""What an import format is: a file in importers/ with a class that follows this protocol."""

from __future__ import annotations

from typing import Protocol

from editor_app.domain.imported import ImportedPage
from editor_app.domain.progress import Progress


class Importer(Protocol):
    """Reads one format."""

    @property
    def name(self) -> str:
        """Return the format's short name, as in "md"."""
        ...

    @property
    def suffixes(self) -> tuple[str, ...]:
        """Return the file name endings of the format, lower case, with the dot."""
        ...

    def can_read(self, data: bytes, name: str) -> bool:
        """Tell whether the file is of this format, by its name first, then by its content."""
        ...

    def read(
        self, data: bytes, name: str, *, language: str | None, progress: Progress
    ) -> ImportedPage:
        """Return what the file would become.

        The parts of the result account for everything that a reader of the file sees. Raises
        UnreadableFile with a sentence for the person, and Cancelled.
        """
        ...
