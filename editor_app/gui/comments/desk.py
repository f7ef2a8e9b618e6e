# SPDX-License-Identifier: GPL-3.0-or-later
"""The Comments desk: what readers wrote, or why there is nothing to read."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QModelIndex, Slot
from PySide6.QtWidgets import QAbstractItemView, QListView, QStackedWidget, QWidget

from editor_app.domain.comment import Comment
from editor_app.gui.comments.model import LINE_ROLE, CommentModel
from editor_app.gui.comments.row_delegate import CommentDelegate
from editor_app.gui.desk import Desk
from editor_app.gui.empty_state import EmptyState
from editor_app.services.changes import Changes


class CommentsDesk(Desk):
    """Controller of the desk."""

    id = "comments"
    icon = "comments"

    def title(self) -> str:
        """Return the desk's name."""
        return QCoreApplication.translate("CommentsDesk", "Comments")

    def build_work(self) -> QWidget:
        """Make the list and what stands in its place."""
        self._pages = QStackedWidget()
        self.model = CommentModel(self._pages)
        self.view = QListView(self._pages)
        self.view.setAccessibleName(self.title())
        self.view.setModel(self.model)
        self.view.setItemDelegate(CommentDelegate(self.shell, self.view))
        self.view.setResizeMode(QListView.ResizeMode.Adjust)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.activated.connect(self._on_activated)
        self.empty = EmptyState("", "")
        self.empty.action_requested.connect(self._on_action_requested)
        self._pages.addWidget(self.empty)
        self._pages.addWidget(self.view)
        self.shell.bus.changed.connect(self._on_changed)
        self.shell.icons.changed.connect(self.view.viewport().update)
        return self._pages

    def activate(self) -> None:
        """Load the comments."""
        self._load()
        self.view.setFocus()

    def _load(self) -> None:
        comments = self.shell.newsroom.comments
        self.shell.tasks.run(
            lambda: (comments.rows(), comments.any_site_has_comments()),
            on_done=self._on_loaded,
            newest="comments.rows",
        )

    def _on_loaded(self, found: tuple[tuple[Comment, ...], bool]) -> None:
        comments, connected = found
        self.model.show(comments)
        if connected:
            self.empty.say(
                self.tr("No comments yet"),
                self.tr("What readers write on your sites appears here after each sync."),
            )
        else:
            self.empty.say(
                self.tr("No connected site has comments"),
                self.tr(
                    "The website on this computer is made without comments. "
                    "When a site that has them is connected, its threads appear here."
                ),
                self.tr("See the sites"),
            )
        self._pages.setCurrentIndex(1 if comments else 0)

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes.sites or changes.articles:
            self._load()

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        article_id = index.data(LINE_ROLE).comment.article_id
        if article_id is not None:
            self.shell.open_article(article_id)

    @Slot()
    def _on_action_requested(self) -> None:
        self.shell.go_to("preferences")
