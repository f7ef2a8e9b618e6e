# SPDX-License-Identifier: GPL-3.0-or-later
"""Words, icons and colours for stages, site states and languages: the same everywhere."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale, QObject

from editor_app.domain.languages import base_language
from editor_app.domain.site import RemoteState
from editor_app.domain.translation import TranslationState
from editor_app.domain.workflow import Stage
from editor_app.gui.marking import QT_TRANSLATE_NOOP
from editor_app.gui.theme.tokens import StateColour

# Names in other scripts would be boxes on a machine without fonts for them.
_SCRIPTS_WE_BRING = frozenset({"LATIN", "GREEK", "CYRILLIC", "ARABIC", "HEBREW"})
# Qt's own names for these say the country too: "American English", "español de España".
_PLAIN_NAMES = {"en": "English", "es": "Español"}


@dataclass(frozen=True, slots=True)
class Label:
    """A state as a person sees it: never by colour alone."""

    text: str  # English, context "Labels"
    icon: str
    colour: StateColour

    @property
    def word(self) -> str:
        """Return the text in the interface language."""
        return QCoreApplication.translate("Labels", self.text)


STAGES: dict[Stage, Label] = {
    Stage.IDEA: Label(QT_TRANSLATE_NOOP("Labels", "Idea"), "idea", "draft"),
    Stage.DRAFT: Label(QT_TRANSLATE_NOOP("Labels", "Draft"), "draft", "draft"),
    Stage.IN_REVIEW: Label(QT_TRANSLATE_NOOP("Labels", "In review"), "in_review", "review"),
    Stage.APPROVED: Label(QT_TRANSLATE_NOOP("Labels", "Approved"), "approved", "ready"),
    Stage.SCHEDULED: Label(QT_TRANSLATE_NOOP("Labels", "Scheduled"), "scheduled", "ready"),
    Stage.LIVE: Label(QT_TRANSLATE_NOOP("Labels", "Live"), "live", "live"),
    Stage.WITHDRAWN: Label(QT_TRANSLATE_NOOP("Labels", "Withdrawn"), "withdrawn", "draft"),
}
REMOTE_STATES: dict[RemoteState, Label] = {
    RemoteState.ONLY_HERE: Label(QT_TRANSLATE_NOOP("Labels", "Only here"), "only_here", "draft"),
    RemoteState.WAITING: Label(QT_TRANSLATE_NOOP("Labels", "Waiting"), "waiting", "review"),
    RemoteState.DRAFT: Label(QT_TRANSLATE_NOOP("Labels", "Draft on the site"), "draft", "draft"),
    RemoteState.SCHEDULED: Label(QT_TRANSLATE_NOOP("Labels", "Scheduled"), "scheduled", "ready"),
    RemoteState.LIVE: Label(QT_TRANSLATE_NOOP("Labels", "Live"), "live", "live"),
    RemoteState.CHANGED_THERE: Label(
        QT_TRANSLATE_NOOP("Labels", "Changed on the site"), "changed_there", "review"
    ),
    RemoteState.CONFLICT: Label(QT_TRANSLATE_NOOP("Labels", "Conflict"), "conflict", "attention"),
    RemoteState.ATTENTION: Label(
        QT_TRANSLATE_NOOP("Labels", "Needs attention"), "attention", "attention"
    ),
    RemoteState.MISSED: Label(QT_TRANSLATE_NOOP("Labels", "Missed"), "missed", "attention"),
    RemoteState.WITHDRAWN: Label(QT_TRANSLATE_NOOP("Labels", "Withdrawn"), "withdrawn", "draft"),
}
TRANSLATION_STATES: dict[TranslationState, Label] = {
    TranslationState.IN_PROGRESS: Label(
        QT_TRANSLATE_NOOP("Labels", "In progress"), "draft", "review"
    ),
    TranslationState.COMPLETE: Label(QT_TRANSLATE_NOOP("Labels", "Complete"), "done", "live"),
    TranslationState.OUTDATED: Label(
        QT_TRANSLATE_NOOP("Labels", "Source has changed"), "outdated", "attention"
    ),
}


class Counts(QObject):
    """Counted things; a class because lupdate knows plurals in `tr` only."""

    def words(self, count: int) -> str:
        """Return "1 word", "612 words"."""
        return self.tr("%n words", None, count)


def words_text(count: int) -> str:
    """Return a number of words in the interface language."""
    return Counts().words(count)


def stage_label(stage: Stage) -> Label:
    """Return how a stage is shown."""
    return STAGES[stage]


def remote_label(state: str) -> Label | None:
    """Return how a site state is shown; None for the empty one."""
    return REMOTE_STATES[RemoteState(state)] if state else None


def language_name(tag: str) -> str:
    """Return the language's own name with a capital: Français, English, العربية."""
    if not tag or tag == "und":
        return QCoreApplication.translate("Labels", "Language not known")
    locale = QLocale(tag.replace("-", "_"))
    if locale.language() == QLocale.Language.C:
        return tag
    name = _PLAIN_NAMES.get(base_language(tag)) or locale.nativeLanguageName()
    if not name or unicodedata.name(name[0], "").split(" ")[0] not in _SCRIPTS_WE_BRING:
        name = QLocale.languageToString(locale.language())
    name = name[:1].upper() + name[1:]
    region = "-" in tag and locale.nativeTerritoryName()
    return f"{name} ({region})" if region else name
