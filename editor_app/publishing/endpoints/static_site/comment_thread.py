# SPDX-License-Identifier: GPL-3.0-or-later
"""A comment thread as a flat list with depths: any depth, no recursion, nothing lost."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from editor_app.publishing.endpoints.static_site.records import RecordComment
from editor_app.publishing.endpoints.static_site.rendering import PageFrame, paragraphs

DEEPEST_INDENT = 4  # further replies stand below each other; each names whom it answers


def flatten(frame: PageFrame, comments: Sequence[RecordComment]) -> list[dict[str, Any]]:
    """Return the comments as readers see them, replies under what they answer, oldest first.

    A reply whose parent is not approved stands at the top level.
    """
    by_id = {comment.id: comment for comment in comments}
    replies: dict[str | None, list[RecordComment]] = defaultdict(list)
    for comment in sorted(comments, key=lambda c: (c.created, c.id)):
        parent = comment.parent_id if comment.parent_id in by_id else None
        replies[parent].append(comment)
    shown: list[dict[str, Any]] = []
    seen: set[str] = set()
    waiting = [(comment, 0) for comment in reversed(replies[None])]
    while waiting or len(seen) < len(by_id):
        if not waiting:  # replies that answer each other in a circle: start it somewhere
            waiting.append((next(c for c in by_id.values() if c.id not in seen), 0))
        comment, depth = waiting.pop()
        if comment.id in seen:
            continue
        seen.add(comment.id)
        shown.append(_shown(frame, comment, by_id.get(comment.parent_id or ""), depth))
        waiting += [(reply, depth + 1) for reply in reversed(replies[comment.id])]
    return shown


def _shown(
    frame: PageFrame, comment: RecordComment, parent: RecordComment | None, depth: int
) -> dict[str, Any]:
    return {
        "id": anchor(comment.id),
        "depth": min(depth, DEEPEST_INDENT),
        "author": comment.author.strip() or "—",
        "text": paragraphs(comment.text),
        "date": frame.moment(comment.created),
        "edited": frame.moment(comment.edited) if comment.edited else "",
        "moderator": comment.by_moderator,
        "parent": (parent.author.strip() or "—") if parent else "",
        "parent_id": anchor(parent.id) if parent else "",
        "language": comment.language if comment.language not in ("", "und") else "",
    }


def anchor(comment_id: str) -> str:
    """Return a comment's id as a link's target: servers' ids may hold anything."""
    return hashlib.sha256(comment_id.encode("utf-8", "surrogatepass")).hexdigest()[:12]
