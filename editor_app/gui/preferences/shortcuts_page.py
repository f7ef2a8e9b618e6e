# SPDX-License-Identifier: GPL-3.0-or-later
"""Preferences: the shortcut of every command; two commands never share one."""

from __future__ import annotations

from PySide6.QtCore import QSortFilterProxyModel, Qt, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView

from editor_app.gui.actions import Command, change_shortcut, command_text, shortcut_of
from editor_app.gui.desk import Shell
from editor_app.gui.forms.ui_preferences_shortcuts import Ui_PreferencesShortcuts
from editor_app.gui.preferences.page import PreferencesPage
from editor_app.gui.preferences.shortcut_model import COMMAND_ROLE, ShortcutModel, in_the_way
from editor_app.gui.theme.tokens import LIST_WIDTH


class ShortcutsPage(PreferencesPage):
    """A table of commands, and a field that takes keys."""

    def __init__(self, shell: Shell) -> None:
        """Make the form."""
        super().__init__(shell)
        form = self.form = Ui_PreferencesShortcuts()
        form.setupUi(self)  # pyright: ignore[reportUnknownMemberType]
        self.dress(form.title_label, form.problem_label)
        form.filter_edit.setAccessibleName(self.tr("Find a command"))
        form.command_table.setAccessibleName(self.title())
        form.key_edit.setMaximumSequenceLength(1)
        self._shown = QSortFilterProxyModel(self)
        self._shown.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._shown.setFilterKeyColumn(-1)
        table = form.command_table
        table.setModel(self._shown)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        table.horizontalHeader().setHighlightSections(False)
        table.selectionModel().currentRowChanged.connect(self._on_current_changed)
        table.activated.connect(form.key_edit.setFocus)
        form.filter_edit.textChanged.connect(self._shown.setFilterFixedString)
        form.use_button.clicked.connect(self._on_use_clicked)
        form.clear_button.clicked.connect(self._on_clear_clicked)
        form.reset_button.clicked.connect(self._on_reset_clicked)
        form.key_edit.editingFinished.connect(self._say_conflict)

    def title(self) -> str:
        """Return the page's name in the list."""
        return self.tr("Shortcuts")

    def load(self) -> None:
        """List the commands of the window and all desks."""
        chosen = self.chosen()
        self._model = ShortcutModel(self.shell.commands, self.shell.state, self)
        self._shown.setSourceModel(self._model)
        header = self.form.command_table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(1, LIST_WIDTH // 2)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        rows = range(self._shown.rowCount())
        ids = [self._shown.index(row, 0).data(COMMAND_ROLE).id for row in rows]
        row = ids.index(chosen.id) if chosen is not None and chosen.id in ids else 0
        self.form.command_table.selectRow(row)
        self._on_current_changed()

    def chosen(self) -> Command | None:
        """Return the chosen command."""
        index = self.form.command_table.currentIndex()
        return index.data(COMMAND_ROLE) if index.isValid() else None

    @Slot()
    def _on_current_changed(self) -> None:
        command = self.chosen()
        buttons = (self.form.use_button, self.form.clear_button, self.form.reset_button)
        for widget in (self.form.key_edit, *buttons):
            widget.setEnabled(command is not None)
        self.form.problem_label.hide()
        if command is not None:
            self.form.key_edit.setKeySequence(QKeySequence(shortcut_of(command, self.shell.state)))

    def _typed(self) -> str:
        keys = self.form.key_edit.keySequence()
        return keys.toString(QKeySequence.SequenceFormat.PortableText)

    @Slot()
    def _say_conflict(self) -> bool:
        """Say who has the typed keys already; return whether somebody has."""
        command = self.chosen()
        typed = self._typed()
        other = None
        if command is not None:
            other = in_the_way(command, typed, self.shell.commands, self.shell.state)
        if other is not None:
            text = self.tr("%1 is taken by “%2”. Choose other keys, or free it there first.")
            native = QKeySequence(typed).toString(QKeySequence.SequenceFormat.NativeText)
            words = command_text(other).rstrip("…")
            self.form.problem_label.setText(text.replace("%1", native).replace("%2", words))
        self.form.problem_label.setVisible(other is not None)
        return other is not None

    @Slot()
    def _on_use_clicked(self) -> None:
        if not self._say_conflict():
            self._change(self._typed())

    @Slot()
    def _on_clear_clicked(self) -> None:
        self._change("")

    @Slot()
    def _on_reset_clicked(self) -> None:
        command = self.chosen()
        if command is not None:
            self.form.key_edit.setKeySequence(QKeySequence(command.shortcut))
            self._on_use_clicked()

    def _change(self, shortcut: str) -> None:
        command = self.chosen()
        if command is None:
            return
        old = shortcut_of(command, self.shell.state)
        if old == shortcut:
            return

        def undo() -> None:
            self._set(command, old)

        self._set(command, shortcut)
        words = command_text(command).rstrip("…")
        self.shell.say(self.tr("The shortcut of “%1” is changed.").replace("%1", words), undo=undo)

    def _set(self, command: Command, shortcut: str) -> None:
        change_shortcut(command, shortcut, self.shell.state)
        self.shell.reload_shortcuts()
        self._model.refresh()
        self._on_current_changed()
