# SPDX-License-Identifier: GPL-3.0-or-later
"""What to do about one article on one site: a pure decision, tested as a table."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from enum import StrEnum


class Step(StrEnum):
    """The one thing to do next."""

    CREATE = "create"
    UPDATE = "update"
    ADOPT = "adopt"  # it is there as wished: write the receipt down, send nothing
    WITHDRAW = "withdraw"
    CONFLICT = "conflict"  # somebody changed it there: nothing is sent


@dataclass(frozen=True, slots=True)
class LastSeen:
    """What we knew after our last write or read there."""

    token: str
    returned_hash: str


@dataclass(frozen=True, slots=True)
class ThereNow:
    """What a read says is there now."""

    token: str
    returned_hash: str
    public: bool


def plan_publish(
    wished_hash: str, last: LastSeen | None, there: ThereNow | None, own_hashes: Set[str]
) -> Step:
    """Return the step that makes the wished content public.

    ``own_hashes`` are the content hashes of this article's own revisions: a copy there with
    one of them is ours even if we lost the reply that said so.
    """
    if there is None:
        return Step.CREATE
    if there.returned_hash == wished_hash:
        return Step.ADOPT if there.public else Step.UPDATE
    if last is not None and there.token == last.token:
        return Step.UPDATE
    if there.returned_hash in own_hashes or (
        last is not None and there.returned_hash == last.returned_hash
    ):
        return Step.UPDATE
    return Step.CONFLICT


def plan_withdraw(last: LastSeen | None, there: ThereNow | None, own_hashes: Set[str]) -> Step:
    """Return the step that makes the article not public any more."""
    if there is None or not there.public:
        return Step.ADOPT
    ours = there.returned_hash in own_hashes or (last is not None and last.token == there.token)
    return Step.WITHDRAW if ours else Step.CONFLICT
