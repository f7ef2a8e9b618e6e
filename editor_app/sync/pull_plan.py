# SPDX-License-Identifier: GPL-3.0-or-later
"""What to do about one article that a site told of: a pure decision, tested as a table."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from enum import StrEnum

GONE_MARK = "gone:"  # before the token of a copy that was deleted there


class PullStep(StrEnum):
    """The one thing to do."""

    NOTHING = "nothing"  # known already: an item told of twice changes nothing
    ADOPT = "adopt"  # made there: a new article here
    MOVE = "move"  # the text there is ours: only what we know of it moves on
    TAKE = "take"  # only they changed it: their text is a new revision
    MERGE = "merge"  # both changed it
    GONE = "gone"  # deleted there; the article stays here


@dataclass(frozen=True, slots=True)
class Told:
    """What the site says."""

    token: str
    state: str
    returned_hash: str  # as receipts have it
    content_hash: str  # of the text turned back into our content
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class Here:
    """What this computer has of the same article."""

    head_hash: str
    base_hash: str  # of the text that was there when we last knew it; "" if we never did
    token: str  # last one seen; "" if we never did
    state: str
    returned_hash: str
    sent_since: Set[str] = frozenset()  # texts of ours that may have arrived without a reply


def plan_pull(told: Told, here: Here | None) -> PullStep:
    """Return what to do; never looks at any clock.

    ``here`` is None for an article that this computer does not know.
    """
    if here is None:
        return PullStep.NOTHING if told.deleted else PullStep.ADOPT
    if told.deleted:
        return _gone(here)
    if here.token and told.token == here.token:
        return PullStep.NOTHING if told.state == here.state else PullStep.MOVE
    if _is_ours(told, here):
        return PullStep.MOVE
    if here.head_hash == here.base_hash:
        return PullStep.TAKE
    return PullStep.MERGE


def _gone(here: Here) -> PullStep:
    """A deletion is news once, and only of what was seen there."""
    seen = bool(here.returned_hash) and not here.token.startswith(GONE_MARK)
    return PullStep.GONE if seen else PullStep.NOTHING


def _is_ours(told: Told, here: Here) -> bool:
    ours = {here.head_hash, *here.sent_since}
    if here.base_hash:
        ours.add(here.base_hash)
    known = {here.returned_hash} if here.returned_hash else set[str]()
    return bool({told.content_hash, told.returned_hash} & ours) or told.returned_hash in known
