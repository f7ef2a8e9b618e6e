# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a page comes from: pasted text, a file, or an address."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData

from editor_app.domain.imported import ImportedPage

if TYPE_CHECKING:
    from editor_app.services.import_pages import ImportPages


@dataclass(frozen=True, slots=True)
class Source:
    """One of the three; all empty: the person will paste or type an address."""

    text: str = ""
    path: Path | None = None
    url: str = ""

    @classmethod
    def from_mime(cls, mime: QMimeData) -> Source:
        """Return what the clipboard or a drop holds."""
        for url in mime.urls() if mime.hasUrls() else []:
            if url.isLocalFile():
                return cls(path=Path(url.toLocalFile()))
        return cls.from_text(mime.text()) if mime.hasText() else cls()

    @classmethod
    def from_text(cls, text: str) -> Source:
        """Return an address as an address and everything else as text."""
        line = text.strip()
        is_address = line.startswith(("http://", "https://")) and len(line.split()) == 1
        return cls(url=line) if is_address else cls(text=text)

    @property
    def is_empty(self) -> bool:
        """Tell whether there is nothing to propose from."""
        return not (self.text.strip() or self.path or self.url)

    def propose(self, imports: ImportPages) -> ImportedPage:
        """Return the proposal; runs in a worker."""
        if self.path is not None:
            return imports.propose_file(self.path)
        if self.url:
            return imports.propose_url(self.url)
        return imports.propose_text(self.text)
