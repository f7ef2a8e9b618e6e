# SPDX-License-Identifier: GPL-3.0-or-later
"""Merge two versions of an article that were made from the same one.

Fields first, then the body block by block, then one block word by word, and only as long as
the two sides kept away from each other. What overlaps is a conflict: nothing is guessed.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any, cast

from editor_app.domain.article import ArticleContent
from editor_app.text.block_merge import merge_bodies
from editor_app.text.word_merge import merge_words

_LEAD: tuple[str, ...] = ("lead_image", "lead_alt", "lead_caption", "lead_credit")
# Running text; a headline or a slug that both sides changed is for a person to choose.
_PROSE = frozenset({"standfirst", "lead_caption", "search_description", "correction_note"})


@dataclass(frozen=True, slots=True)
class FieldConflict:
    """A place that both sides changed in different ways."""

    field: str
    base: str
    mine: str
    theirs: str


@dataclass(frozen=True, slots=True)
class Merged:
    """The merged content; where there is a conflict it has mine."""

    content: ArticleContent
    conflicts: tuple[FieldConflict, ...] = ()

    @property
    def clean(self) -> bool:
        """Tell whether nothing is left to decide."""
        return not self.conflicts


def merge_contents(base: ArticleContent, mine: ArticleContent, theirs: ArticleContent) -> Merged:
    """Return both sides' changes to ``base`` together."""
    if mine == theirs or theirs == base:
        return Merged(mine)
    if mine == base:
        return Merged(theirs)
    values: dict[str, Any] = {}
    conflicts: list[FieldConflict] = []
    alone = _lead_is_one(base, mine, theirs)
    if alone:
        values, conflicts = _merge_lead(base, mine, theirs)
    for field in fields(ArticleContent):
        if not (alone and field.name in _LEAD):
            three = (getattr(side, field.name) for side in (base, mine, theirs))
            values[field.name], found = _merge_field(field.name, *three)
            conflicts += found
    return Merged(replace(mine, **values), tuple(conflicts))


def _merge_field(name: str, base: Any, mine: Any, theirs: Any) -> tuple[Any, list[FieldConflict]]:
    if mine == theirs or theirs == base:
        return mine, []
    if mine == base:
        return theirs, []
    if name == "tags":
        return _merge_tags(base, mine, theirs), []
    if name == "body":
        body, overlaps = merge_bodies(base, mine, theirs)
        return body, [FieldConflict(name, *overlap) for overlap in overlaps]
    if name in _PROSE:
        words = merge_words(base, mine, theirs)
        if words is not None:
            return words, []
    return mine, [FieldConflict(name, _shown(base), _shown(mine), _shown(theirs))]


def _merge_tags(
    base: tuple[str, ...], mine: tuple[str, ...], theirs: tuple[str, ...]
) -> tuple[str, ...]:
    """Return the tags that nobody took away and those that anybody added."""
    kept = [tag for tag in base if tag in mine and tag in theirs]
    added = {tag for tag in (*mine, *theirs) if tag not in base}
    return tuple(dict.fromkeys((*kept, *sorted(added))))


def _lead_is_one(base: ArticleContent, mine: ArticleContent, theirs: ArticleContent) -> bool:
    """Tell whether a side chose another picture: its words then belong to it alone."""
    return any(side.lead_image != base.lead_image for side in (mine, theirs))


def _merge_lead(
    base: ArticleContent, mine: ArticleContent, theirs: ArticleContent
) -> tuple[dict[str, Any], list[FieldConflict]]:
    three = [[getattr(side, name) for name in _LEAD] for side in (base, mine, theirs)]
    of_base, of_mine, of_theirs = three
    taken = of_theirs if of_mine == of_base else of_mine
    values = dict(zip(_LEAD, taken, strict=True))
    if of_base in (of_mine, of_theirs) or of_mine == of_theirs:
        return values, []
    found = [
        FieldConflict(name, _shown(was), _shown(my), _shown(their))
        for name, was, my, their in zip(_LEAD, *three, strict=True)
        if not was == my == their
    ]
    return values, found


def _shown(value: Any) -> str:
    if isinstance(value, tuple):
        return ", ".join(cast(tuple[str, ...], value))
    return "" if value is None else str(value)
