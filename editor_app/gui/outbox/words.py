# SPDX-License-Identifier: GPL-3.0-or-later
"""The outbox in words: states with icon and colour, actions, and when something happens next."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from editor_app.domain.outbox import Action, OutboxItem, OutboxState
from editor_app.gui.dates import local_moment
from editor_app.gui.labels import Label
from editor_app.gui.marking import QT_TRANSLATE_NOOP

OUTBOX_STATES: dict[OutboxState, Label] = {
    OutboxState.QUEUED: Label(QT_TRANSLATE_NOOP("Labels", "Waiting"), "waiting", "review"),
    OutboxState.MEDIA: Label(QT_TRANSLATE_NOOP("Labels", "Sending pictures"), "sync", "ready"),
    OutboxState.SENDING: Label(QT_TRANSLATE_NOOP("Labels", "Sending"), "sync", "ready"),
    OutboxState.VERIFYING: Label(QT_TRANSLATE_NOOP("Labels", "Checking the site"), "sync", "ready"),
    OutboxState.DONE: Label(QT_TRANSLATE_NOOP("Labels", "Done"), "done", "live"),
    OutboxState.RETRY_WAIT: Label(QT_TRANSLATE_NOOP("Labels", "Trying again"), "retry", "review"),
    OutboxState.UNKNOWN: Label(QT_TRANSLATE_NOOP("Labels", "Reply lost"), "help", "review"),
    OutboxState.CONFLICT: Label(QT_TRANSLATE_NOOP("Labels", "Conflict"), "conflict", "attention"),
    OutboxState.NEEDS_ATTENTION: Label(
        QT_TRANSLATE_NOOP("Labels", "Needs attention"), "attention", "attention"
    ),
    OutboxState.PAUSED_AUTH: Label(
        QT_TRANSLATE_NOOP("Labels", "Sign in again"), "lock", "attention"
    ),
    OutboxState.CANCELLED: Label(QT_TRANSLATE_NOOP("Labels", "Cancelled"), "close", "draft"),
}
_ACTIONS: dict[Action, str] = {
    Action.PUBLISH: QT_TRANSLATE_NOOP("Outbox", "Publish"),
    Action.UNPUBLISH: QT_TRANSLATE_NOOP("Outbox", "Take off the site"),
    Action.SAVE_DRAFT: QT_TRANSLATE_NOOP("Outbox", "Save as a draft there"),
    Action.MODERATE: QT_TRANSLATE_NOOP("Outbox", "Moderate a comment"),
}


def action_word(action: Action) -> str:
    """Return what is to be done, in the interface language."""
    return QCoreApplication.translate("Outbox", _ACTIONS[action])


def next_step(item: OutboxItem, zone: str, now: datetime) -> str:
    """Return when something happens next, or when it ended; "" if it is under way."""
    if item.finished is not None:
        return local_moment(item.finished, zone)
    if item.next_try is not None and item.next_try > now:
        text = QCoreApplication.translate("Outbox", "next try %1")
        return text.replace("%1", local_moment(item.next_try, zone))
    if item.not_before > now:
        return QCoreApplication.translate("Outbox", "due %1").replace(
            "%1", local_moment(item.not_before, zone)
        )
    return QCoreApplication.translate("Outbox", "since %1").replace(
        "%1", local_moment(item.created, zone)
    )
