# SPDX-License-Identifier: GPL-3.0-or-later
"""Readers' comments: what sites with comments have brought here."""

from __future__ import annotations

from editor_app.domain.comment import Comment, CommentState
from editor_app.domain.ids import ArticleId
from editor_app.services.workplace import Workplace


class ModerateComments:
    """Reads comments."""

    def __init__(self, place: Workplace) -> None:
        """Read this newsroom."""
        self._place = place

    def rows(
        self, state: CommentState | None = None, article_id: ArticleId | None = None
    ) -> tuple[Comment, ...]:
        """Return comments, oldest first, of one state or article if asked."""
        with self._place.library.read() as unit:
            return unit.notes.comments(state, article_id)

    def any_site_has_comments(self) -> bool:
        """Tell whether a connected site has comments at all."""
        with self._place.library.read() as unit:
            return any(site.capabilities.has_comments for site in unit.sites.all())
