# SPDX-License-Identifier: GPL-3.0-or-later
"""The states and kinds of segments in words, with the icon and colour of each state."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from editor_app.domain.translation import SegmentKind, SegmentState
from editor_app.gui.labels import Label
from editor_app.gui.marking import QT_TRANSLATE_NOOP

SEGMENT_STATES: dict[SegmentState, Label] = {
    SegmentState.NEW: Label(QT_TRANSLATE_NOOP("Labels", "New"), "segment_new", "draft"),
    SegmentState.DRAFT: Label(QT_TRANSLATE_NOOP("Labels", "Draft"), "draft", "draft"),
    SegmentState.FUZZY: Label(QT_TRANSLATE_NOOP("Labels", "Similar"), "fuzzy", "review"),
    SegmentState.MACHINE: Label(QT_TRANSLATE_NOOP("Labels", "Machine"), "machine", "review"),
    SegmentState.CONFIRMED: Label(QT_TRANSLATE_NOOP("Labels", "Confirmed"), "confirm", "live"),
    SegmentState.REVIEWED: Label(QT_TRANSLATE_NOOP("Labels", "Reviewed"), "checks", "live"),
    SegmentState.LOCKED: Label(QT_TRANSLATE_NOOP("Labels", "Locked"), "lock", "ready"),
    SegmentState.OUTDATED: Label(QT_TRANSLATE_NOOP("Labels", "To redo"), "outdated", "attention"),
}
_KINDS: dict[SegmentKind, str] = {
    SegmentKind.HEADLINE: QT_TRANSLATE_NOOP("SegmentKind", "Headline"),
    SegmentKind.STANDFIRST: QT_TRANSLATE_NOOP("SegmentKind", "Standfirst"),
    SegmentKind.DESCRIPTION: QT_TRANSLATE_NOOP("SegmentKind", "Search description"),
    SegmentKind.CAPTION: QT_TRANSLATE_NOOP("SegmentKind", "Caption"),
    SegmentKind.ALT: QT_TRANSLATE_NOOP("SegmentKind", "Image description"),
    SegmentKind.TAG: QT_TRANSLATE_NOOP("SegmentKind", "Tag"),
    SegmentKind.HEADING: QT_TRANSLATE_NOOP("SegmentKind", "Heading"),
    SegmentKind.PARAGRAPH: QT_TRANSLATE_NOOP("SegmentKind", "Paragraph"),
    SegmentKind.LIST_ITEM: QT_TRANSLATE_NOOP("SegmentKind", "List item"),
    SegmentKind.QUOTE: QT_TRANSLATE_NOOP("SegmentKind", "Quote"),
    SegmentKind.CELL: QT_TRANSLATE_NOOP("SegmentKind", "Table cell"),
}


def state_label(state: SegmentState) -> Label:
    """Return how a segment's state is shown."""
    return SEGMENT_STATES[state]


def kind_word(kind: SegmentKind) -> str:
    """Return the word a person reads for the part of the article a segment comes from."""
    return QCoreApplication.translate("SegmentKind", _KINDS[kind])
