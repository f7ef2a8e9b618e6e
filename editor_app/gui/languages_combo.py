# SPDX-License-Identifier: GPL-3.0-or-later
"""A combo box to choose a language in: a list of names, or any BCP 47 tag typed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter

from editor_app.domain.languages import UNDETERMINED, normalise_tag
from editor_app.gui.labels import language_name

# Languages offered by name; any other can be typed by its tag.
OFFERED = (
    "ar", "bg", "ca", "cs", "da", "de", "el", "en", "es", "et", "eu", "fa", "fi", "fr", "ga", "gl",
    "he", "hi", "hr", "hu", "id", "is", "it", "ja", "ko", "lt", "lv", "nb", "nl", "pl", "pt", "ro",
    "ru", "sk", "sl", "sq", "sr", "sv", "th", "tr", "uk", "ur", "vi", "zh",
)  # fmt: skip


def fill_languages(combo: QComboBox, chosen: str, without: tuple[str, ...] = ()) -> None:
    """Offer the languages by their own names and choose one."""
    combo.clear()
    combo.setEditable(True)
    tags = [tag for tag in OFFERED if tag not in without]
    if chosen and chosen not in (*tags, UNDETERMINED):
        tags.insert(0, chosen)
    for tag in sorted(tags, key=language_name):
        combo.addItem(f"{language_name(tag)} ({tag})", tag)
    place = combo.findData(chosen)
    combo.setCurrentIndex(place)
    if place < 0:
        combo.setEditText("")
    completer = combo.completer()
    assert completer is not None, "an editable combo box has one"
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)


def chosen_language(combo: QComboBox) -> str:
    """Return the chosen tag, und for none; raises BadInput for what is no language tag."""
    typed = combo.currentText().strip()
    place = combo.findText(typed, Qt.MatchFlag.MatchFixedString)
    if place >= 0:
        return str(combo.itemData(place))
    return normalise_tag(typed) if typed else UNDETERMINED
