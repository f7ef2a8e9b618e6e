# SPDX-License-Identifier: GPL-3.0-or-later
"""Shows the proposal for a page: left what is kept, right what is left out and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem

from editor_app.domain.article import Article
from editor_app.domain.errors import BadInput, EditorError
from editor_app.domain.imported import ImportedPage, Part, PartRole
from editor_app.domain.languages import UNDETERMINED
from editor_app.gui.desk import Shell
from editor_app.gui.forms.ui_import_dialog import Ui_ImportDialog
from editor_app.gui.importing.import_source import Source
from editor_app.gui.importing.reasons import reason_text
from editor_app.gui.languages_combo import chosen_language, fill_languages
from editor_app.services.changes import Outcome

SOURCE, WAITING, PROPOSAL = 0, 1, 2
LONGEST_SHOWN = 300  # characters of a piece in a list
PartIndexRole = Qt.ItemDataRole.UserRole


class ImportDialog(QDialog):
    """Nothing is made before Keep; Cancel loses nothing that was not on the clipboard."""

    kept = Signal(object)  # Outcome[Article]

    def __init__(self, shell: Shell, source: Source) -> None:
        """Propose from the source, or ask for one if it is empty."""
        super().__init__(shell.window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._shell = shell
        self._page: ImportedPage | None = None
        self.form = Ui_ImportDialog()
        self.form.setupUi(self)  # pyright: ignore[reportUnknownMemberType]
        form = self.form
        form.keep_button.setProperty("role", "primary")
        form.source_problem_label.setProperty("role", "attention")
        form.date_edit.setPlaceholderText(self.tr("2026-12-01"))
        shell.icons.put_on(form.take_out_button, "take_out")
        shell.icons.put_on(form.bring_back_button, "bring_back")
        for lines in (form.kept_list, form.left_out_list):
            lines.setWordWrap(True)
            lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            lines.setSpacing(2)
        form.cancel_button.clicked.connect(self.reject)
        form.keep_button.clicked.connect(self._on_keep_clicked)
        form.suggestion_button.clicked.connect(self._on_suggestion_clicked)
        form.bring_back_button.clicked.connect(self._on_bring_back_clicked)
        form.take_out_button.clicked.connect(self._on_take_out_clicked)
        form.left_out_list.itemActivated.connect(self._on_bring_back_clicked)
        form.kept_list.itemActivated.connect(self._on_take_out_clicked)
        form.headline_edit.textChanged.connect(self._on_headline_changed)
        if source.is_empty:
            self._ask()
        else:
            self._propose(source)

    @property
    def page(self) -> ImportedPage | None:
        """Return the proposal as it stands."""
        return self._page

    def _ask(self, problem: str = "") -> None:
        self.form.pages.setCurrentIndex(SOURCE)
        self.form.source_problem_label.setText(problem)
        self.form.keep_button.setText(self.tr("Read the page"))
        self.form.keep_button.setEnabled(True)
        self.form.source_edit.setFocus()

    def _propose(self, source: Source) -> None:
        self.form.pages.setCurrentIndex(WAITING)
        self.form.keep_button.setEnabled(False)
        imports = self._shell.newsroom.imports
        self._shell.tasks.run(
            lambda: source.propose(imports),
            pool="background",
            on_done=self._on_proposed,
            on_failed=self._on_failed,
            newest="import.propose",
        )

    def _on_proposed(self, page: ImportedPage) -> None:
        self.form.pages.setCurrentIndex(PROPOSAL)
        self.form.keep_button.setEnabled(True)
        self.form.keep_button.setText(self.tr("Keep as an article"))
        self.form.headline_edit.setText(page.content.headline)
        self.form.date_edit.setText(page.published.isoformat() if page.published else "")
        fill_languages(self.form.language_combo, page.language)
        self._show(page)
        self.form.headline_edit.setFocus()
        self.form.headline_edit.setCursorPosition(0)

    def _show(self, page: ImportedPage) -> None:
        self._page = page
        form = self.form
        kept = [(at, part) for at, part in enumerate(page.parts) if part.role is PartRole.BODY]
        out = [(at, part) for at, part in enumerate(page.parts) if part.role is PartRole.LEFT_OUT]
        out = [(at, part) for at, part in out if part.text.strip()]
        _fill(form.kept_list, [(at, _shown(part)) for at, part in kept])
        _fill(
            form.left_out_list,
            [(at, f"{_shown(part)}\n— {reason_text(part.reason)}") for at, part in out],
        )
        form.bring_back_button.setEnabled(bool(out))
        form.take_out_button.setEnabled(bool(kept))
        paragraphs = self.tr("%n paragraphs kept", None, len(kept))
        pieces = self.tr("%n pieces left out", None, len(out))
        form.counts_label.setText(f"{paragraphs} · {pieces}")
        self._on_headline_changed()

    @Slot()
    def _on_headline_changed(self) -> None:
        suggestion = self._page.headline_suggestion if self._page else ""
        wanted = bool(suggestion) and suggestion != self.form.headline_edit.text()
        self.form.suggestion_button.setVisible(wanted)
        use = self.tr("Use “%1”").replace("%1", suggestion)
        self.form.suggestion_button.setText(use.replace("&", "&&"))

    @Slot()
    def _on_suggestion_clicked(self) -> None:
        if self._page is not None:
            self.form.headline_edit.setText(self._page.headline_suggestion)
            self.form.headline_edit.setFocus()

    @Slot()
    def _on_bring_back_clicked(self) -> None:
        self._move(self.form.left_out_list, PartRole.BODY)

    @Slot()
    def _on_take_out_clicked(self) -> None:
        self._move(self.form.kept_list, PartRole.LEFT_OUT)

    def _move(self, lines: QListWidget, role: PartRole) -> None:
        row = lines.currentRow()
        if row < 0 or self._page is None:
            return
        index = lines.item(row).data(PartIndexRole)
        moved = self._shell.newsroom.imports.move_part(self._page, index, role)
        self._show(moved)
        lines.setCurrentRow(min(row, lines.count() - 1))

    @Slot()
    def _on_keep_clicked(self) -> None:
        if self._page is None:
            source = Source.from_text(self.form.source_edit.toPlainText())
            if source.is_empty:
                self._ask(self.tr("There is nothing here yet."))
            else:
                self._propose(source)
            return
        try:
            published = _date(self.form.date_edit.text())
            language = chosen_language(self.form.language_combo)
            if language == UNDETERMINED:
                raise BadInput(self.tr("Say in which language the text is."))
        except BadInput as error:
            self.form.counts_label.setText(error.message)
            return
        page = replace(self._page, published=published)
        page = replace(page, content=replace(page.content, published_on=published))
        imports, headline = self._shell.newsroom.imports, self.form.headline_edit.text()
        self.form.keep_button.setEnabled(False)
        self._shell.tasks.run(
            lambda: imports.keep(page, headline=headline, language=language),
            on_done=self._on_kept,
            on_failed=self._on_failed,
        )

    def _on_kept(self, outcome: Outcome[Article]) -> None:
        self.kept.emit(outcome)
        self.accept()

    def _on_failed(self, error: EditorError) -> None:
        if self._page is None:
            self._ask(error.message)
        else:
            self.form.keep_button.setEnabled(True)
            self.form.counts_label.setText(error.message)


def _shown(part: Part) -> str:
    text = " ".join(part.text.split())
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"


def _fill(lines: QListWidget, pieces: list[tuple[int, str]]) -> None:
    lines.clear()
    for index, text in pieces:
        item = QListWidgetItem(text)
        item.setData(PartIndexRole, index)
        lines.addItem(item)
    lines.setCurrentRow(0)


def _date(text: str) -> date | None:
    if not text.strip():
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise BadInput(f"“{text}” is not a date such as 2026-12-01.") from error
