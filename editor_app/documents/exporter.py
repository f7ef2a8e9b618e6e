# SPDX-License-Identifier: GPL-3.0-or-later
"""What an export format is: a file in exporters/ with a class that follows this protocol."""

from __future__ import annotations

from typing import Protocol

from editor_app.domain.article import Article
from editor_app.domain.story import Story


class Exporter(Protocol):
    """Writes one format."""

    @property
    def name(self) -> str:
        """Return the format's short name, as in "md"."""
        ...

    @property
    def suffix(self) -> str:
        """Return the file name ending, with the dot."""
        ...

    def write(self, article: Article, story: Story) -> bytes:
        """Return the article as a file of this format."""
        ...
