# SPDX-License-Identifier: GPL-3.0-or-later
"""Take the translations of a source's earlier revision over to its new one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz, process

from editor_app.domain.translation import Segment, SegmentKind, SegmentState

_LOWEST_LIKENESS = 50.0  # of 100; below, it is another sentence
_POSITION_WEIGHT = 10.0  # likeness points between the same place and the other end
_BODY_KINDS = frozenset({
    SegmentKind.HEADING, SegmentKind.PARAGRAPH, SegmentKind.LIST_ITEM, SegmentKind.QUOTE,
    SegmentKind.CELL,
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class CarryOver:
    """The new revision's segments, and the old ones with a target that found no place."""

    segments: tuple[Segment, ...]
    dropped: tuple[Segment, ...]


def carry_over(old: Sequence[Segment], new: Sequence[Segment]) -> CarryOver:
    """Give the new segments the targets of the old.

    The same sentence keeps target and state. A changed sentence gets the target of the most
    similar old one, as outdated, with the source that it was made from. What is left of the
    old targets is reported as dropped.
    """
    by_key = {segment.key: segment for segment in old}
    result: dict[int, Segment] = {}
    used: set[str] = set()
    for index, segment in enumerate(new):
        before = by_key.get(segment.key)
        if before is not None:
            result[index] = _kept(segment, before)
            used.add(before.key)
    left = [segment for segment in old if segment.key not in used and segment.target.strip()]
    waiting = [index for index in range(len(new)) if index not in result]
    for index, before in _best_pairs([(index, new[index]) for index in waiting], left, len(old)):
        result[index] = _changed(new[index], before)
        used.add(before.key)
    segments = tuple(result.get(index, segment) for index, segment in enumerate(new))
    return CarryOver(segments, tuple(segment for segment in left if segment.key not in used))


def _kept(segment: Segment, before: Segment) -> Segment:
    return replace(
        segment,
        target=before.target,
        state=before.state,
        earlier_source=before.earlier_source,
        comment=before.comment,
        author=before.author,
        changed=before.changed,
    )


def _changed(segment: Segment, before: Segment) -> Segment:
    kept = _kept(segment, before)
    if segment.source == before.source:
        return kept  # only its kind is another: a paragraph became a list item
    made_from = before.earlier_source or before.source
    if made_from == segment.source:  # the source went back to what it was
        return replace(kept, state=SegmentState.DRAFT, earlier_source="")
    return replace(kept, state=SegmentState.OUTDATED, earlier_source=made_from)


def _best_pairs(
    waiting: Sequence[tuple[int, Segment]], left: Sequence[Segment], old_length: int
) -> Iterable[tuple[int, Segment]]:
    """Return pairs of (new index, old segment), the most alike first, none used twice."""
    candidates: list[tuple[float, int, int]] = []
    for index, segment in waiting:
        choices = {
            number: before.source
            for number, before in enumerate(left)
            if _comparable(segment.kind, before.kind)
        }
        alike = process.extract(
            segment.source, choices, scorer=fuzz.ratio, score_cutoff=_LOWEST_LIKENESS, limit=5
        )
        for _, score, number in alike:
            distance = abs(left[number].position - segment.position) / max(old_length, 1)
            candidates.append((score - _POSITION_WEIGHT * min(distance, 1.0), index, number))
    pairs: list[tuple[int, Segment]] = []
    used_new: set[int] = set()
    used_old: set[int] = set()
    for _, index, number in sorted(candidates, key=lambda entry: (-entry[0], entry[1:])):
        if index not in used_new and number not in used_old:
            used_new.add(index)
            used_old.add(number)
            pairs.append((index, left[number]))
    return pairs


def _comparable(first: SegmentKind, second: SegmentKind) -> bool:
    return first is second or (first in _BODY_KINDS and second in _BODY_KINDS)
