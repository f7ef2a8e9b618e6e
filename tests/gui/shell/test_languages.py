# SPDX-License-Identifier: GPL-3.0-or-later
"""The window in French: nothing is left in English, plurals are right."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import Any

from editor_app.gui.labels import language_name, words_text
from editor_app.resources_path import resource
from editor_app.settings.settings import Settings
from editor_app.settings.settings_file import SettingsFile

Start = Callable[..., Any]
Settle = Callable[[Any], None]


def test_no_string_of_the_window_lacks_its_french():
    catalogue = ET.parse(resource("translations/editor_app_fr.ts")).getroot()
    lacking = [
        message.findtext("source")
        for message in catalogue.iter("message")
        if (translation := message.find("translation")) is None
        or translation.get("type") == "unfinished"
    ]
    assert lacking == []


def test_the_window_speaks_french_when_the_settings_say_so(
    start: Start, settle: Settle, sample: Path
):
    SettingsFile(sample / "settings.toml").save(Settings(language="fr"))
    session = start(sample)
    settle(session)
    menus = [action.text() for action in session.window.menuBar().actions()]
    assert menus[0] == "&Rédaction"
    assert words_text(1) == "1 mot"
    assert words_text(2) == "2 mots"


def test_english_counts_have_a_singular(start: Start, settle: Settle, sample: Path):
    SettingsFile(sample / "settings.toml").save(Settings(language="en"))
    session = start(sample)
    settle(session)
    assert words_text(1) == "1 word"
    assert words_text(2) == "2 words"


def test_languages_are_called_by_their_own_names():
    names = [language_name(tag) for tag in ("fr", "en", "ar", "pt-BR", "es")]
    assert names == ["Français", "English", "العربية", "Português (Brasil)", "Español"]
