# SPDX-License-Identifier: GPL-3.0-or-later
"""Comments as a list in reading order: each reply below what it answers, one step further in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from editor_app.domain.comment import Comment, CommentState
from editor_app.gui.labels import Label
from editor_app.gui.marking import QT_TRANSLATE_NOOP

LINE_ROLE = Qt.ItemDataRole.UserRole
DEEPEST = 4  # further replies stand as deep as this
Index = QModelIndex | QPersistentModelIndex

COMMENT_STATES: dict[CommentState, Label] = {
    CommentState.PENDING: Label(QT_TRANSLATE_NOOP("Labels", "To moderate"), "waiting", "review"),
    CommentState.APPROVED: Label(QT_TRANSLATE_NOOP("Labels", "Approved"), "approved", "live"),
    CommentState.SPAM: Label(QT_TRANSLATE_NOOP("Labels", "Spam"), "spam", "attention"),
    CommentState.TRASH: Label(QT_TRANSLATE_NOOP("Labels", "In the bin"), "trash", "draft"),
}


@dataclass(frozen=True, slots=True)
class CommentLine:
    """A comment and how deep it stands in its thread."""

    comment: Comment
    depth: int


def threaded(comments: tuple[Comment, ...]) -> tuple[CommentLine, ...]:
    """Return the comments in reading order; a reply to nothing known stands at the top level."""
    known = {one.id for one in comments}
    replies: dict[str | None, list[Comment]] = {}
    for one in sorted(comments, key=lambda comment: comment.created):
        parent = one.parent_id if one.parent_id in known and one.parent_id != one.id else None
        replies.setdefault(parent, []).append(one)
    lines: list[CommentLine] = []
    placed: set[str] = set()
    waiting = [(one, 0) for one in reversed(replies.get(None, []))]
    while waiting:
        one, depth = waiting.pop()
        placed.add(one.id)
        lines.append(CommentLine(one, min(depth, DEEPEST)))
        waiting += [(reply, depth + 1) for reply in reversed(replies.get(one.id, []))]
    # Comments that answer each other in a circle have no top: show them all the same.
    lines += [CommentLine(one, 0) for one in comments if one.id not in placed]
    return tuple(lines)


class CommentModel(QAbstractListModel):
    """Comments, threaded."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._lines: tuple[CommentLine, ...] = ()

    def show(self, comments: tuple[Comment, ...]) -> None:
        """Show these comments."""
        self.beginResetModel()
        self._lines = threaded(comments)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of comments."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the line, its plain text, or what a screen reader says."""
        line = self._lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.comment.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            text = QCoreApplication.translate(
                "CommentModel", "{author}, {state}, level {level}. {text}"
            )
            return text.format(
                author=line.comment.author,
                state=COMMENT_STATES[line.comment.state].word,
                level=line.depth + 1,
                text=line.comment.text,
            )
        return None
