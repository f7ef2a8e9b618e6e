# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks: what the rules have to say about the text; Enter leads to the place."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor_app.domain.finding import Finding, Severity
from editor_app.gui.icons import Icons
from editor_app.gui.theme.tokens import SPACE_S

_ICONS = {
    Severity.BLOCKER: ("error", "attention"),
    Severity.WARNING: ("warning", "review"),
    Severity.HINT: ("info", "muted"),
}


class ChecksPanel(QWidget):
    """Emits the finding whose place is wanted, and the wish to apply safe fixes."""

    finding_chosen = Signal(object)  # Finding
    fix_requested = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        """Make the list and the button."""
        super().__init__(parent)
        self._icons = icons
        self.list = QListWidget(self)
        self.list.setObjectName("checks_list")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Findings"))
        self._empty = QLabel(self.tr("The checks found nothing."), self)
        self._empty.setProperty("role", "muted")
        self.fix_button = QPushButton(self.tr("Apply the safe corrections"), self)
        self.fix_button.setObjectName("fix_button")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, SPACE_S, SPACE_S)
        column.addWidget(self._empty)
        column.addWidget(self.list, 1)
        column.addWidget(self.fix_button)
        column.addStretch(0)
        self.list.itemActivated.connect(self._on_item_chosen)
        self.list.itemClicked.connect(self._on_item_chosen)
        self.fix_button.clicked.connect(self.fix_requested.emit)
        self.show_findings(())

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """List the findings, blockers first."""
        words = {
            Severity.BLOCKER: self.tr("Stops publishing"),
            Severity.WARNING: self.tr("Warning"),
            Severity.HINT: self.tr("Hint"),
        }
        order = list(Severity)
        row = self.list.currentRow()
        self.list.clear()
        for finding in sorted(findings, key=lambda one: order.index(one.severity)):
            icon, colour = _ICONS[finding.severity]
            shown = f"{words[finding.severity]}: {finding.message}"
            item = QListWidgetItem(self._icons.icon(icon, colour), shown)
            item.setData(Qt.ItemDataRole.UserRole, finding)
            self.list.addItem(item)
        self.list.setCurrentRow(min(row, self.list.count() - 1))
        self.list.setVisible(bool(findings))
        self._empty.setVisible(not findings)
        self.fix_button.setVisible(any(fix.safe for one in findings for fix in one.fixes))

    @Slot(QListWidgetItem)
    def _on_item_chosen(self, item: QListWidgetItem) -> None:
        self.finding_chosen.emit(item.data(Qt.ItemDataRole.UserRole))
