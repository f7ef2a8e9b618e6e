# SPDX-License-Identifier: GPL-3.0-or-later
"""What an empty newsroom shows: four ways to begin, one click or key each."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QCommandLinkButton, QLabel, QVBoxLayout, QWidget

from editor_app.gui.icons import Icons
from editor_app.gui.theme.tokens import (
    ICON_SIZE,
    PAGE_TEXT_PT,
    SPACE_M,
    SPACE_S,
    WORK_MINIMUM,
)


class WelcomePage(QWidget):
    """Emits what the person wants to do first."""

    new_requested = Signal()
    paste_requested = Signal()
    open_requested = Signal()
    sample_requested = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        """Make the four buttons."""
        super().__init__(parent)
        self.setObjectName("welcome_page")
        title = QLabel(self.tr("Your newsroom is empty"), self)
        font = title.font()
        font.setPointSizeF(PAGE_TEXT_PT * 1.5)
        font.setBold(True)
        title.setFont(font)
        lead = QLabel(self.tr("Everything you write stays on this computer until you publish it."))
        lead.setProperty("role", "muted")
        lead.setWordWrap(True)
        box = QWidget(self)
        box.setFixedWidth(WORK_MINIMUM + WORK_MINIMUM // 4)
        column = QVBoxLayout(box)
        column.setSpacing(SPACE_S)
        column.addWidget(title)
        column.addWidget(lead)
        column.addSpacing(SPACE_M)
        choices: tuple[tuple[str, str, str, str, SignalInstance], ...] = (
            ("new", self.tr("New article"), self.tr("Start with an empty page."),
             "welcome_new_button", self.new_requested),
            ("paste", self.tr("Paste a page"),
             self.tr("Take the article out of a copied news page; see what is left out."),
             "welcome_paste_button", self.paste_requested),
            ("open", self.tr("Import a file"), self.tr("Text, Markdown or a saved web page."),
             "welcome_open_button", self.open_requested),
            ("sample", self.tr("Open the sample newsroom"),
             self.tr("Twelve stories in three languages to try everything with."),
             "welcome_sample_button", self.sample_requested),
        )  # fmt: skip
        self.buttons: list[QCommandLinkButton] = []
        for icon, text, description, name, signal in choices:
            button = QCommandLinkButton(text, description, box)
            button.setObjectName(name)
            button.setAccessibleName(text)
            button.setAccessibleDescription(description)
            button.setIconSize(QSize(ICON_SIZE + SPACE_S, ICON_SIZE + SPACE_S))
            button.clicked.connect(signal.emit)
            icons.put_on(button, icon, "accent")
            column.addWidget(button)
            self.buttons.append(button)
        outer = QVBoxLayout(self)
        outer.addStretch(1)
        outer.addWidget(box, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(2)

    def focus_first(self) -> None:
        """Put the focus on the first choice."""
        self.buttons[0].setFocus()
