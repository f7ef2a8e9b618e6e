# SPDX-License-Identifier: GPL-3.0-or-later
"""The lead image of an article: a small preview, and what is missing for its readers."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from editor_app.domain.article import ArticleContent
from editor_app.domain.ids import MediaId
from editor_app.gui.theme.tokens import PREVIEW_HEIGHT, PREVIEW_WIDTH, SPACE_XS


class LeadImageBox(QWidget):
    """Asks for the picture when there is another one; shows it when it has come."""

    image_requested = Signal()  # the person wants to choose a file
    remove_requested = Signal()
    preview_wanted = Signal(object)  # MediaId

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without an image."""
        super().__init__(parent)
        self._media_id: MediaId | None = None
        self.preview = QLabel(self)
        self.preview.setObjectName("lead_preview")
        self.preview.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        # A narrow inspector cuts the picture, not the fields below it.
        self.preview.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.preview.hide()
        self.choose_button = QPushButton(self)
        self.choose_button.setObjectName("lead_image_button")
        self.remove_button = QPushButton(self.tr("Remove the lead image"), self)
        self.remove_button.setObjectName("remove_image_button")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_XS)
        for widget in (self.preview, self.choose_button, self.remove_button):
            column.addWidget(widget)
        self.setFocusProxy(self.choose_button)
        self.choose_button.clicked.connect(self.image_requested.emit)
        self.remove_button.clicked.connect(self.remove_requested.emit)

    def show_content(self, content: ArticleContent) -> None:
        """Show whether there is an image, and ask for it if it is another one."""
        media_id = content.lead_image
        has_image = media_id is not None
        label = self.tr("Change the lead image…") if has_image else self.tr("Choose a lead image…")
        self.choose_button.setText(label)
        self.choose_button.setAccessibleName(label)
        self.remove_button.setVisible(has_image)
        self.show_alt(content.lead_alt)
        if media_id == self._media_id:
            return
        self._media_id = media_id
        self.preview.clear()
        self.preview.setVisible(has_image)
        if has_image:
            self.preview.setFixedHeight(PREVIEW_HEIGHT)
            self.preview_wanted.emit(media_id)

    @Slot(str)
    def show_alt(self, alt: str) -> None:
        """Let a screen reader say what the readers' screen readers will."""
        self.preview.setAccessibleName(alt or self.tr("Lead image without a description"))
        self.preview.setToolTip(alt)

    def show_preview(self, media_id: MediaId, image: QImage) -> None:
        """Show the picture, unless another one has been chosen since."""
        if media_id != self._media_id:
            return
        if image.isNull():
            self.preview.setText(self.tr("The image cannot be shown."))
            return
        pixmap = QPixmap.fromImage(image)
        pixmap.setDevicePixelRatio(self.devicePixelRatioF())
        self.preview.setPixmap(pixmap)
        self.preview.setFixedHeight(int(pixmap.deviceIndependentSize().height()))

    def preview_size(self) -> QSize:
        """Return how many pixels the preview may have on this screen."""
        return QSize(PREVIEW_WIDTH, PREVIEW_HEIGHT) * self.devicePixelRatioF()
