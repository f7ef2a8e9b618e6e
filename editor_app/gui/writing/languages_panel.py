# SPDX-License-Identifier: GPL-3.0-or-later
"""Languages: the other editions of the story, and the way to a new one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor_app.gui.icons import Icons
from editor_app.gui.labels import language_name, stage_label
from editor_app.gui.theme.tokens import SPACE_M, SPACE_S
from editor_app.gui.writing.inspector import Panel
from editor_app.services.views import ArticleView, EditionRow


class LanguagesPanel(Panel):
    """Emits which edition to open and the wish to translate."""

    edition_chosen = Signal(object)  # ArticleId
    translation_requested = Signal()  # open this article's own translation grid
    translate_requested = Signal()
    planned_edited = Signal(str)  # language tags, separated by commas

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        """Make the list and the button."""
        super().__init__(parent)
        self._icons = icons
        self._none = QLabel(self.tr("There is no other edition of this story yet."), self)
        self._none.setWordWrap(True)
        self._none.setProperty("role", "muted")
        self.list = QListWidget(self)
        self.list.setObjectName("editions_list")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Editions in other languages"))
        self.grid_button = QPushButton(self.tr("Translate sentence by sentence"), self)
        self.grid_button.setObjectName("open_translation_button")
        self.translate_button = QPushButton(self.tr("Translate into…"), self)
        self.translate_button.setObjectName("translate_button")
        planned = QLabel(self.tr("Planned languages, as in fr, en, ar"), self)
        planned.setProperty("role", "small")
        self.planned_edit = QLineEdit(self)
        self.planned_edit.setObjectName("planned_edit")
        planned.setBuddy(self.planned_edit)
        self.planned_edit.setAccessibleName(planned.text())
        self._planned = ""
        icons.put_on(self.translate_button, "translations")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, SPACE_S, SPACE_S)
        for widget in (self._none, self.list, self.grid_button, self.translate_button):
            column.addWidget(widget)
        column.addSpacing(SPACE_M)
        column.addWidget(planned)
        column.addWidget(self.planned_edit)
        column.addStretch(1)
        self.planned_edit.editingFinished.connect(self._on_planned_finished)
        self.list.itemActivated.connect(self._on_item_chosen)
        self.grid_button.clicked.connect(self.translation_requested.emit)
        self.translate_button.clicked.connect(self.translate_requested.emit)

    def show_view(self, view: ArticleView) -> None:
        """List the editions."""
        self._planned = ", ".join(view.story.planned_languages)
        if not self.planned_edit.hasFocus():
            self.planned_edit.setText(self._planned)
        self.list.clear()
        for edition in view.editions:
            item = QListWidgetItem(self._text(edition))
            label = stage_label(edition.stage)
            item.setIcon(self._icons.icon(label.icon, label.colour))
            item.setData(Qt.ItemDataRole.UserRole, edition.article_id)
            self.list.addItem(item)
        self._none.setVisible(not view.editions)
        self.list.setVisible(bool(view.editions))
        self.grid_button.setVisible(view.translation is not None)

    @Slot()
    def _on_planned_finished(self) -> None:
        if self.planned_edit.text().strip() != self._planned:
            self.planned_edited.emit(self.planned_edit.text())

    def _text(self, edition: EditionRow) -> str:
        parts = [language_name(edition.language), stage_label(edition.stage).word]
        if edition.is_source:
            parts.append(self.tr("source of this translation"))
        return f"{edition.headline or self.tr('Untitled')}\n" + " · ".join(parts)

    @Slot(QListWidgetItem)
    def _on_item_chosen(self, item: QListWidgetItem) -> None:
        self.edition_chosen.emit(item.data(Qt.ItemDataRole.UserRole))
