# SPDX-License-Identifier: GPL-3.0-or-later
"""Attaches, shows and removes the lead image of the article on the page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt, Slot
from PySide6.QtGui import QImage, QImageReader
from PySide6.QtWidgets import QFileDialog

from editor_app.domain.errors import EditorError
from editor_app.domain.ids import MediaId
from editor_app.gui.desk import Shell
from editor_app.gui.writing.lead_image_box import LeadImageBox
from editor_app.gui.writing.open_article import OpenArticle
from editor_app.gui.writing.sessions import Sessions


class LeadImageControl(QObject):
    """Carries out what the box asks."""

    def __init__(
        self,
        shell: Shell,
        sessions: Sessions,
        box: LeadImageBox,
        opened: Callable[[], OpenArticle | None],
        parent: QObject,
    ) -> None:
        """Listen to the box."""
        super().__init__(parent)
        self._shell, self._sessions, self._box, self._opened = shell, sessions, box, opened
        box.image_requested.connect(self._on_image_requested)
        box.remove_requested.connect(self._on_remove_requested)
        box.preview_wanted.connect(self._on_preview_wanted)

    @Slot()
    def _on_image_requested(self) -> None:
        kinds = self.tr("Images (*.jpg *.jpeg *.png *.webp *.gif)")
        dialog = QFileDialog(self._shell.window, self.tr("Choose a lead image"), "", kinds)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._on_image_selected)
        dialog.open()

    @Slot(str)
    def _on_image_selected(self, name: str) -> None:
        opened = self._opened()
        if opened is None:
            return
        media, article_id, path = self._shell.newsroom.media, opened.article.id, Path(name)

        def add() -> None:
            self._shell.tasks.run(lambda: media.add(article_id, path, lead=True))

        self._sessions.after_saving(article_id, add)

    @Slot()
    def _on_remove_requested(self) -> None:
        opened = self._opened()
        if opened is None:
            return
        before = opened.content().lead_image

        def back() -> None:
            opened.set_fields(lead_image=before)
            self._box.show_content(opened.content())

        opened.set_fields(lead_image=None)
        self._box.show_content(opened.content())
        self._shell.say(self.tr("The lead image is removed."), undo=back)

    @Slot(object)
    def _on_preview_wanted(self, media_id: MediaId) -> None:
        media, size = self._shell.newsroom.media, self._box.preview_size()

        def done(image: QImage) -> None:
            self._box.show_preview(media_id, image)

        def failed(_error: EditorError) -> None:
            self._box.show_preview(media_id, QImage())

        self._shell.tasks.run(
            lambda: read_scaled(media.path(media_id), size),
            pool="background",
            on_done=done,
            on_failed=failed,
            newest="writing.preview",
        )


def read_scaled(path: Path, room: QSize) -> QImage:
    """Read an image as large as fits into the room, turned the right way up."""
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and (size.width() > room.width() or size.height() > room.height()):
        reader.setScaledSize(size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()
