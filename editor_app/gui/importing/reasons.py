# SPDX-License-Identifier: GPL-3.0-or-later
"""Why a piece of a page was left out, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from editor_app.domain.imported import LeftOutReason
from editor_app.gui.marking import QT_TRANSLATE_NOOP

_REASONS = {
    LeftOutReason.DATE: QT_TRANSLATE_NOOP("Reasons", "read as the date"),
    LeftOutReason.SHARE: QT_TRANSLATE_NOOP("Reasons", "share button"),
    LeftOutReason.COMMENT_COUNT: QT_TRANSLATE_NOOP("Reasons", "number of comments"),
    LeftOutReason.COMMENT_FORM: QT_TRANSLATE_NOOP("Reasons", "comment form"),
    LeftOutReason.COMMENTS: QT_TRANSLATE_NOOP("Reasons", "readers’ comments"),
    LeftOutReason.FORM_MESSAGE: QT_TRANSLATE_NOOP("Reasons", "message of a form"),
    LeftOutReason.RELATED: QT_TRANSLATE_NOOP("Reasons", "another story"),
    LeftOutReason.EMPTY_LIST: QT_TRANSLATE_NOOP("Reasons", "message of an empty list"),
    LeftOutReason.LOADER: QT_TRANSLATE_NOOP("Reasons", "loading message"),
    LeftOutReason.NAVIGATION: QT_TRANSLATE_NOOP("Reasons", "navigation"),
    LeftOutReason.MARKUP: QT_TRANSLATE_NOOP("Reasons", "invisible to readers"),
    LeftOutReason.METADATA: QT_TRANSLATE_NOOP("Reasons", "data without a field here"),
    LeftOutReason.REPEATED: QT_TRANSLATE_NOOP("Reasons", "repeated"),
    LeftOutReason.OTHER: QT_TRANSLATE_NOOP("Reasons", "not part of the article"),
}


def reason_text(reason: LeftOutReason | None) -> str:
    """Return the reason in the interface language; you took it out yourself if there is none."""
    if reason is None:
        return QCoreApplication.translate("Reasons", "you left it out")
    return QCoreApplication.translate("Reasons", _REASONS[reason])
