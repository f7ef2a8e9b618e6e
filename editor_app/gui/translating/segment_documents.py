# SPDX-License-Identifier: GPL-3.0-or-later
"""One document for each segment that was visited, so that each keeps its own undo."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextDocument

from editor_app.domain.translation import Segment
from editor_app.gui.translating.segment_look import SegmentLook
from editor_app.gui.translating.target_edit import segment_document
from editor_app.gui.writing.documents import text_of


class SegmentDocuments:
    """Makes documents when they are first wanted and keeps them."""

    def __init__(self, parent: QObject) -> None:
        """Keep none yet; `parent` owns them."""
        self._parent = parent
        self._kept: dict[str, QTextDocument] = {}

    def of(self, segment: Segment, look: SegmentLook, language: str) -> QTextDocument:
        """Return the segment's document; a new one if its text came from elsewhere."""
        kept = self._kept.get(segment.key)
        if kept is not None and text_of(kept) == segment.target:
            return kept
        if kept is not None:
            kept.deleteLater()
        made = segment_document(
            segment.target,
            language=language,
            font=look.font(segment.kind, current=True),
            tokens=look.tokens,
            parent=self._parent,
        )
        self._kept[segment.key] = made
        return made

    def clear(self) -> None:
        """Drop all documents with their undo."""
        for document in self._kept.values():
            document.deleteLater()
        self._kept.clear()
