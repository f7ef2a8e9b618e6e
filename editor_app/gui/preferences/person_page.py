# SPDX-License-Identifier: GPL-3.0-or-later
"""Preferences: who sits here, on which clock, in which newsroom."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Slot

from editor_app.domain.errors import EditorError
from editor_app.domain.languages import UNDETERMINED
from editor_app.domain.person import Person
from editor_app.gui.desk import Shell
from editor_app.gui.forms.ui_preferences_person import Ui_PreferencesPerson
from editor_app.gui.languages_combo import chosen_language, fill_languages
from editor_app.gui.preferences.page import PreferencesPage
from editor_app.gui.publishing.zones_combo import chosen_zone, fill_zones


class PersonPage(PreferencesPage):
    """Name, zone, newsroom and the language of new articles."""

    def __init__(self, shell: Shell) -> None:
        """Make the form."""
        super().__init__(shell)
        self.form = Ui_PreferencesPerson()
        self.form.setupUi(self)  # pyright: ignore[reportUnknownMemberType]
        self.dress(self.form.title_label, self.form.problem_label, self.form.help_label)
        self.form.name_edit.editingFinished.connect(self._on_person_changed)
        self.form.zone_combo.activated.connect(self._on_person_changed)
        self.form.newsroom_edit.editingFinished.connect(self._on_newsroom_changed)
        self.form.language_combo.activated.connect(self._on_newsroom_changed)

    def title(self) -> str:
        """Return the page's name in the list."""
        return self.tr("You and your newsroom")

    def load(self) -> None:
        """Show who sits here."""
        me, settings = self.shell.me, self.shell.settings
        self.form.name_edit.setText(me.name)
        fill_zones(self.form.zone_combo, (me.zone,))
        self.form.newsroom_edit.setText(settings.newsroom_name)
        fill_languages(self.form.language_combo, settings.default_language)
        self._name_line_edits()
        self._say_problem("")

    def _name_line_edits(self) -> None:
        """Name the fields inside the editable boxes for screen readers."""
        for combo, label in (
            (self.form.zone_combo, self.form.zone_label),
            (self.form.language_combo, self.form.language_label),
        ):
            field = combo.lineEdit()
            if field is not None:
                field.setAccessibleName(label.text().replace("&", ""))

    @Slot()
    def _on_person_changed(self) -> None:
        name, zone = self.form.name_edit.text(), chosen_zone(self.form.zone_combo)
        if (name, zone) == (self.shell.me.name, self.shell.me.zone):
            return
        people = self.shell.newsroom.people
        self.shell.tasks.run(
            lambda: people.set_me(name=name, zone=zone),
            on_done=self._on_person_saved,
            on_failed=self._on_refused,
        )

    def _on_person_saved(self, me: Person) -> None:
        self.shell.change_me(me)
        self._say_problem("")
        self.apply(replace(self.shell.settings, person_name=me.name, person_zone=me.zone))

    def _on_refused(self, error: EditorError) -> None:
        self._say_problem(error.message)

    @Slot()
    def _on_newsroom_changed(self) -> None:
        try:
            language = chosen_language(self.form.language_combo)
        except EditorError as error:
            self._say_problem(error.message)
            return
        if language == UNDETERMINED:
            language = self.shell.settings.default_language
        self._say_problem("")
        name = " ".join(self.form.newsroom_edit.text().split())
        self.apply(replace(self.shell.settings, newsroom_name=name, default_language=language))

    def _say_problem(self, text: str) -> None:
        self.form.problem_label.setText(text)
        self.form.problem_label.setVisible(bool(text))
