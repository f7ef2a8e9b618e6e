# SPDX-License-Identifier: GPL-3.0-or-later
"""The interface's language: our own catalogues and Qt's, from the compiled files."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

LANGUAGES = ("en", "fr")
_COMPILED = Path(__file__).parent / "forms"


def interface_language(wanted: str) -> str:
    """Return the language to use: the wanted one, else the system's if there is a catalogue."""
    if wanted in LANGUAGES:
        return wanted
    for tag in QLocale.system().uiLanguages():
        if tag.split("-")[0] in LANGUAGES:
            return tag.split("-")[0]
    return "en"


def install(app: QApplication, wanted: str) -> list[QTranslator]:
    """Install translators and the locale; keep what is returned as long as the application."""
    language = interface_language(wanted)
    system = QLocale.system()
    # The person's own date and number habits stay if the language is the system's.
    same = system.name().split("_")[0] == language
    QLocale.setDefault(system if same else QLocale(language))
    installed: list[QTranslator] = []
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in ((f"qtbase_{language}", qt_folder), (f"editor_app_{language}", _COMPILED)):
        translator = QTranslator(app)
        if translator.load(name, str(folder)):
            QCoreApplication.installTranslator(translator)
            installed.append(translator)
    app.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    return installed


def remove(installed: list[QTranslator]) -> None:
    """Take translators out again."""
    for translator in installed:
        QCoreApplication.removeTranslator(translator)
