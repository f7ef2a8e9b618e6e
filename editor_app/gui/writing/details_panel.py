# SPDX-License-Identifier: GPL-3.0-or-later
"""Details: stage, section, slug, bylines, tags, descriptions and the lead image's words."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from editor_app.domain.article import ArticleContent
from editor_app.domain.person import Person
from editor_app.domain.schedule import WALL_FORMAT, load_zone
from editor_app.domain.workflow import Stage, allowed_steps
from editor_app.gui.labels import language_name, stage_label
from editor_app.gui.theme import fonts
from editor_app.gui.theme.tokens import SPACE_M, SPACE_XS
from editor_app.gui.writing.inspector import Panel
from editor_app.gui.writing.lead_image_box import LeadImageBox
from editor_app.services.views import ArticleView

LINES_SHOWN = 4
_LISTS = ("bylines", "tags")
WALL_EXAMPLE = "2026-12-01 18:00"


class DetailsPanel(Panel):
    """Emits every change at once: fields are saved like typed text."""

    fields_edited = Signal(object)  # dict of ArticleContent fields
    stage_chosen = Signal(object)  # Stage
    section_edited = Signal(str)
    slugline_edited = Signal(str)
    assignee_chosen = Signal(str)  # a person's id, "" for nobody
    due_edited = Signal(str)  # a wall time on the person's own clock, "" for none

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make one labelled field below the other: the pane is narrow."""
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, SPACE_M, SPACE_M)
        self._column.setSpacing(SPACE_XS)
        self.language_label = QLabel(self)
        # The name stands where the others stand, whatever its script.
        self.language_label.setAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
        )
        self._add(self.tr("Language"), self.language_label)
        self.stage_combo = QComboBox(self)
        self._add(self.tr("Stage"), self.stage_combo)
        self.assignee_combo = QComboBox(self)
        self._add(self.tr("Assigned to"), self.assignee_combo)
        self.due_edit = self._line("due_edit", self.tr("Due (your time)"))
        self.due_edit.setPlaceholderText(self.tr("for example %1").replace("%1", WALL_EXAMPLE))
        self.section_edit = self._line("section_edit", self.tr("Section"))
        self.slugline_edit = self._line("slugline_edit", self.tr("Slugline (within the newsroom)"))
        self._lines = {
            "bylines": self._line("bylines_edit", self.tr("By, separated by commas")),
            "translator_credit": self._line("translator_edit", self.tr("Translated by")),
            "tags": self._line("tags_edit", self.tr("Tags, separated by commas")),
            "slug": self._line("slug_edit", self.tr("Address of the page (slug)")),
        }
        self._texts = {
            "search_description": self._text(
                "description_edit", self.tr("Description for searches")
            ),
            "correction_note": self._text(
                "correction_edit", self.tr("Correction note for readers")
            ),
        }
        self.lead_image = LeadImageBox(self)
        self._add(self.tr("Lead image"), self.lead_image)
        alt = self._line("lead_alt_edit", self.tr("What the image shows (alt text)"))
        self._alt_hint = self._hint(
            self.tr("Without it, people who cannot see the image are told nothing.")
        )
        self._lines |= {
            "lead_alt": alt,
            "lead_caption": self._line("lead_caption_edit", self.tr("Caption")),
            "lead_credit": self._line("lead_credit_edit", self.tr("Credit")),
        }
        alt.textChanged.connect(self._on_alt_changed)
        # Fields of a language with tall letters are no taller than the others.
        for edit in self._lines.values():
            edit.setFixedHeight(self.section_edit.sizeHint().height())
        self._column.addStretch(1)
        for edit in self._lines.values():
            edit.textEdited.connect(self._on_edited)
        for text in self._texts.values():
            text.textChanged.connect(self._on_edited)
        self.assignee_combo.activated.connect(self._on_assignee_activated)
        self.due_edit.editingFinished.connect(self._on_due_finished)
        self.section_edit.editingFinished.connect(self._on_section_finished)
        self.slugline_edit.editingFinished.connect(self._on_slugline_finished)
        self.stage_combo.activated.connect(self._on_stage_activated)
        self._view: ArticleView | None = None
        self._my_zone = "UTC"
        self._has_image = False
        self._showing = False

    def show_view(self, view: ArticleView) -> None:
        """Show what all editions share and where the article is."""
        self._view = view
        self.language_label.setText(language_name(view.article.language))
        for edit in self._lines.values():
            edit.setFont(fonts.chrome_font(view.article.language))
        stage = view.article.stage
        self.stage_combo.clear()
        steps = [one for one in Stage if one is stage or one in allowed_steps(stage)]
        for step in steps:
            self.stage_combo.addItem(stage_label(step).word, step.value)
        self.stage_combo.setCurrentIndex(steps.index(stage))
        self.stage_combo.setEnabled(len(steps) > 1)
        assignee = self.assignee_combo.findData(view.article.assignee or "")
        self.assignee_combo.setCurrentIndex(max(0, assignee))
        if not self.due_edit.hasFocus():
            self.due_edit.setText(self._due_text(view))
        if not self.section_edit.hasFocus():
            self.section_edit.setText(view.story.section)
        if not self.slugline_edit.hasFocus():
            self.slugline_edit.setText(view.story.slugline)

    def show_people(self, people: tuple[Person, ...], my_zone: str) -> None:
        """Offer the people of the newsroom; `show_view` chooses among them."""
        self._my_zone = my_zone
        self.assignee_combo.clear()
        self.assignee_combo.addItem(self.tr("Nobody"), "")
        for person in people:
            self.assignee_combo.addItem(person.name, person.id)

    def show_content(self, content: ArticleContent) -> None:
        """Show the fields of the open article; a field that is being typed in stays."""
        self._showing = True
        for name, edit in self._lines.items():
            value = getattr(content, name)
            text = ", ".join(value) if name in _LISTS else value
            if not edit.hasFocus():
                edit.setText(text)
                edit.setCursorPosition(0)
        for name, edit in self._texts.items():
            if not edit.hasFocus() and edit.toPlainText() != getattr(content, name):
                edit.setPlainText(getattr(content, name))
        self.lead_image.show_content(content)
        self._has_image = content.lead_image is not None
        self._on_alt_changed(content.lead_alt)
        self._showing = False

    def _add(self, text: str, field: QWidget) -> None:
        label = QLabel(text, self)
        label.setProperty("role", "small")
        label.setBuddy(field)
        field.setAccessibleName(text)
        self._column.addWidget(label)
        self._column.addWidget(field)
        self._column.addSpacing(SPACE_XS)

    def _line(self, name: str, text: str) -> QLineEdit:
        edit = QLineEdit(self)
        edit.setObjectName(name)
        self._add(text, edit)
        return edit

    def _hint(self, text: str) -> QLabel:
        """Add a line that says what is missing, below the last field."""
        hint = QLabel(text, self)
        hint.setWordWrap(True)
        hint.setProperty("state", "review")
        hint.hide()
        self._column.addWidget(hint)
        return hint

    @Slot(str)
    def _on_alt_changed(self, alt: str) -> None:
        self._alt_hint.setVisible(self._has_image and not alt.strip())
        self.lead_image.show_alt(alt)

    def _text(self, name: str, text: str) -> QPlainTextEdit:
        edit = QPlainTextEdit(self)
        edit.setObjectName(name)
        edit.setTabChangesFocus(True)
        edit.setFixedHeight(LINES_SHOWN * edit.fontMetrics().lineSpacing() + SPACE_M)
        self._add(text, edit)
        return edit

    @Slot()
    def _on_edited(self) -> None:
        if self._showing:
            return
        fields: dict[str, object] = {}
        for name, edit in self._lines.items():
            text = edit.text()
            parts = tuple(part.strip() for part in text.split(",") if part.strip())
            fields[name] = parts if name in _LISTS else text
        for name, edit in self._texts.items():
            fields[name] = edit.toPlainText()
        self.fields_edited.emit(fields)

    def _due_text(self, view: ArticleView) -> str:
        due = view.article.due
        return due.astimezone(load_zone(self._my_zone)).strftime(WALL_FORMAT) if due else ""

    @Slot()
    def _on_due_finished(self) -> None:
        if self._view is not None and self.due_edit.text().strip() != self._due_text(self._view):
            self.due_edited.emit(self.due_edit.text())

    @Slot(int)
    def _on_assignee_activated(self, place: int) -> None:
        person = str(self.assignee_combo.itemData(place))
        if self._view is not None and person != (self._view.article.assignee or ""):
            self.assignee_chosen.emit(person)

    @Slot()
    def _on_section_finished(self) -> None:
        if self._view is not None and self.section_edit.text() != self._view.story.section:
            self.section_edited.emit(self.section_edit.text())

    @Slot()
    def _on_slugline_finished(self) -> None:
        if self._view is not None and self.slugline_edit.text() != self._view.story.slugline:
            self.slugline_edited.emit(self.slugline_edit.text())

    @Slot(int)
    def _on_stage_activated(self, place: int) -> None:
        stage = Stage(self.stage_combo.itemData(place))
        if self._view is not None and stage is not self._view.article.stage:
            self.stage_chosen.emit(stage)
