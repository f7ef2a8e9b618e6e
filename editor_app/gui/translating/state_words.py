# SPDX-License-Identifier: GPL-3.0-or-later
"""The states and kinds of segments in words, and the icon and colour that go with a state."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from editor_app.domain.translation import SegmentKind, SegmentState


def state_word(state: SegmentState) -> str:
    """Return the word a person reads for a segment's state."""
    tr = QCoreApplication.translate
    words = {
        SegmentState.NEW: tr("SegmentState", "New"),
        SegmentState.DRAFT: tr("SegmentState", "Draft"),
        SegmentState.FUZZY: tr("SegmentState", "Similar"),
        SegmentState.MACHINE: tr("SegmentState", "Machine"),
        SegmentState.CONFIRMED: tr("SegmentState", "Confirmed"),
        SegmentState.REVIEWED: tr("SegmentState", "Reviewed"),
        SegmentState.LOCKED: tr("SegmentState", "Locked"),
        SegmentState.OUTDATED: tr("SegmentState", "To redo"),
    }
    return words[state]


def kind_word(kind: SegmentKind) -> str:
    """Return the word a person reads for the part of the article a segment comes from."""
    tr = QCoreApplication.translate
    words = {
        SegmentKind.HEADLINE: tr("SegmentKind", "Headline"),
        SegmentKind.STANDFIRST: tr("SegmentKind", "Standfirst"),
        SegmentKind.DESCRIPTION: tr("SegmentKind", "Search description"),
        SegmentKind.CAPTION: tr("SegmentKind", "Caption"),
        SegmentKind.ALT: tr("SegmentKind", "Image description"),
        SegmentKind.TAG: tr("SegmentKind", "Tag"),
        SegmentKind.HEADING: tr("SegmentKind", "Heading"),
        SegmentKind.PARAGRAPH: tr("SegmentKind", "Paragraph"),
        SegmentKind.LIST_ITEM: tr("SegmentKind", "List item"),
        SegmentKind.QUOTE: tr("SegmentKind", "Quote"),
        SegmentKind.CELL: tr("SegmentKind", "Table cell"),
    }
    return words[kind]
