# SPDX-License-Identifier: GPL-3.0-or-later
"""Queues taking an article off a site; shared by everything that takes a publication back."""

from __future__ import annotations

from datetime import datetime

from editor_app.domain.ids import new_id
from editor_app.domain.outbox import Action, OutboxItem, OutboxState
from editor_app.domain.site import RemoteCopy
from editor_app.storage.unit_of_work import UnitOfWork


def queue_withdrawal(unit: UnitOfWork, copy: RemoteCopy, now: datetime) -> OutboxItem:
    """Queue that the site's copy is not public any more, nor becomes so by itself."""
    return unit.outbox.enqueue(
        OutboxItem(
            id=new_id(),
            article_id=copy.article_id,
            revision_id=copy.base_revision,
            site_id=copy.site_id,
            action=Action.UNPUBLISH,
            state=OutboxState.QUEUED,
            content_hash=copy.sent_hash,
            not_before=now,
            created=now,
        )
    )
