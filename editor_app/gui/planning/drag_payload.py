# SPDX-License-Identifier: GPL-3.0-or-later
"""What is dragged in the calendar: a planned item or an article without a date, by its ids."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from PySide6.QtCore import QMimeData

MIME_TYPE = "application/x-editor-app-calendar"


@dataclass(frozen=True, slots=True)
class Dragged:
    """The ids of what is dragged; `plan_id` is empty for an article without a date."""

    article_id: str
    plan_id: str = ""


def packed(dragged: Dragged) -> QMimeData:
    """Return it as what Qt drags."""
    data = QMimeData()
    data.setData(MIME_TYPE, json.dumps(asdict(dragged)).encode())
    return data


def unpacked(data: QMimeData) -> Dragged | None:
    """Return what was dragged, None for anything from elsewhere."""
    if not data.hasFormat(MIME_TYPE):
        return None
    plain = json.loads(bytes(data.data(MIME_TYPE).data()))
    return Dragged(str(plain["article_id"]), str(plain["plan_id"]))
