# SPDX-License-Identifier: GPL-3.0-or-later
"""When a save does not work: a bar that stays, a copy elsewhere, and both texts side by side."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QWidget,
)

from editor_app.domain.article import ArticleContent
from editor_app.domain.errors import CannotSave, EditorError
from editor_app.gui.desk import Shell
from editor_app.gui.forms.ui_stale_dialog import Ui_StaleDialog
from editor_app.gui.message_bars import announce
from editor_app.gui.theme.tokens import SPACE_M, SPACE_S, SPACE_XS
from editor_app.gui.writing.history_panel import compared_text, marked_html
from editor_app.text.word_diff import Change, word_diff


class SaveTroubleBar(QFrame):
    """Stays until the text is on a disk; typing goes on meanwhile."""

    retry_requested = Signal()
    copy_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start hidden."""
        super().__init__(parent)
        self.setProperty("role", "failure")
        self.label = QLabel(self)
        self.label.setWordWrap(True)
        self.retry_button = QPushButton(self.tr("Try again"), self)
        self.retry_button.setObjectName("retry_save_button")
        self.copy_button = QPushButton(self.tr("Save a copy as…"), self)
        self.copy_button.setObjectName("save_copy_button")
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_M, SPACE_XS, SPACE_M, SPACE_XS)
        row.setSpacing(SPACE_S)
        row.addWidget(self.label, 1)
        row.addWidget(self.retry_button)
        row.addWidget(self.copy_button)
        self.retry_button.clicked.connect(self.retry_requested.emit)
        self.copy_button.clicked.connect(self.copy_requested.emit)
        self.hide()

    def tell(self, error: EditorError) -> None:
        """Say what happened and that the text is still here."""
        text = self.tr("Not saved: %1 Your text is still here.").replace("%1", error.message)
        self.label.setText(text)
        self.show()
        announce(self, text)


class StaleDialog(QDialog):
    """Mine and theirs; whichever loses stays in the history."""

    mine_chosen = Signal()
    theirs_chosen = Signal()

    def __init__(self, shell: Shell, mine: ArticleContent, theirs: ArticleContent) -> None:
        """Show both with what differs marked."""
        super().__init__(shell.window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.form = Ui_StaleDialog()
        self.form.setupUi(self)  # pyright: ignore[reportUnknownMemberType]
        tokens = shell.appearance.tokens
        spans = word_diff(compared_text(theirs), compared_text(mine))
        ours = [span for span in spans if span.change is not Change.REMOVED]
        others = [span for span in spans if span.change is not Change.ADDED]
        self.form.mine_text.setHtml(marked_html(tuple(ours), tokens))
        self.form.theirs_text.setHtml(marked_html(tuple(others), tokens))
        self.form.mine_button.setProperty("role", "primary")
        self.form.mine_button.clicked.connect(self._on_mine_clicked)
        self.form.theirs_button.clicked.connect(self._on_theirs_clicked)

    @Slot()
    def _on_mine_clicked(self) -> None:
        self.mine_chosen.emit()
        self.accept()

    @Slot()
    def _on_theirs_clicked(self) -> None:
        self.theirs_chosen.emit()
        self.accept()


def save_copy(parent: QWidget, content: ArticleContent) -> Path | None:
    """Ask for a file and write the text there; raises CannotSave, returns None if given up."""
    title = QCoreApplication.translate("SaveTrouble", "Save a copy")
    name, _ = QFileDialog.getSaveFileName(parent, title, "article.md", "Markdown (*.md)")
    if not name:
        return None
    path = Path(name)
    try:
        path.write_text(f"# {content.headline}\n\n{content.standfirst}\n\n{content.body}", "utf-8")
    except OSError as error:
        raise CannotSave(f"{path} cannot be written.", kept=content.body) from error
    return path


def ask_to_leave(parent: QWidget) -> bool:
    """Ask whether to close although text is not saved; return True for yes."""
    box = QMessageBox(parent)
    box.setObjectName("leave_unsaved_box")
    box.setIcon(QMessageBox.Icon.Warning)
    translate = QCoreApplication.translate
    box.setText(
        translate("SaveTrouble", "Some text could not be saved. It is lost if you close now.")
    )
    stay = box.addButton(
        translate("SaveTrouble", "Keep the window open"), QMessageBox.ButtonRole.RejectRole
    )
    leave = box.addButton(
        translate("SaveTrouble", "Close and lose it"), QMessageBox.ButtonRole.DestructiveRole
    )
    box.setDefaultButton(stay)
    box.exec()
    return box.clickedButton() is leave
