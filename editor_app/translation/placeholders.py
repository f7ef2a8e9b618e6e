# SPDX-License-Identifier: GPL-3.0-or-later
"""Placeholders ⟦1⟧ … ⟦/1⟧ and ⟦1/⟧: how they are written, read and checked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from editor_app.domain.finding import Finding, Severity
from editor_app.domain.translation import Segment

PLACEHOLDER = re.compile(r"⟦(?P<closes>/?)(?P<number>[1-9][0-9]{0,5})(?P<alone>/?)⟧")
_BETWEEN = "⟦⟧"  # in Segment.codes, between what a pair opens and closes with


@dataclass(frozen=True, slots=True)
class Placeholder:
    """One placeholder as it stands in a text."""

    number: int  # 1 is the first
    role: str  # "open", "close" or "alone"
    start: int
    end: int


def placeholders_in(text: str) -> Iterator[Placeholder]:
    """Yield the well-formed placeholders of a text in order."""
    for match in PLACEHOLDER.finditer(text):
        if match["closes"] and match["alone"]:
            continue
        role = "close" if match["closes"] else "alone" if match["alone"] else "open"
        yield Placeholder(int(match["number"]), role, match.start(), match.end())


def pair_code(opening: str, closing: str) -> str:
    """Return the entry of `Segment.codes` for a pair."""
    return f"{opening}{_BETWEEN}{closing}"


def code_parts(code: str) -> tuple[str, str]:
    """Return what a pair opens and closes with; a lone code gives itself and ""."""
    opening, _, closing = code.partition(_BETWEEN)
    return opening, closing


def without_placeholders(text: str) -> str:
    """Return the text as a reader would see it, for counting and comparing."""
    return PLACEHOLDER.sub("", text)


def matched_places(text: str, source: str) -> list[Placeholder]:
    """Return the placeholders of ``text`` that can be resolved, in order.

    They stand in ``source`` too, with the same role; pairs are complete and do not cross.
    """
    known = {(place.number, place.role) for place in placeholders_in(source)}
    kept: list[Placeholder] = []
    opened: list[Placeholder] = []
    for place in placeholders_in(text):
        if (place.number, place.role) not in known:
            continue
        if place.role == "alone":
            kept.append(place)
        elif place.role == "open":
            opened.append(place)
        else:
            numbers = [candidate.number for candidate in opened]
            if place.number in numbers:
                index = len(numbers) - 1 - numbers[::-1].index(place.number)
                kept += [opened[index], place]
                del opened[index:]
    return sorted(kept, key=lambda place: place.start)


def placeholder_findings(segment: Segment) -> tuple[Finding, ...]:
    """Return what is wrong with the placeholders of a segment's target.

    The findings' field is "target" and their offsets count in it. An empty target has none.
    """
    if not segment.target.strip():
        return ()
    findings: list[Finding] = []
    expected = Counter((place.number, place.role) for place in placeholders_in(segment.source))
    there = list(placeholders_in(segment.target))
    resolved = {place.start for place in matched_places(segment.target, segment.source)}
    counts = Counter((place.number, place.role) for place in there)
    for place in there:
        key = (place.number, place.role)
        written = segment.target[place.start : place.end]
        if key not in expected:
            message = f"{written} stands for nothing in the source."
            findings.append(_finding("unknown", Severity.BLOCKER, place, written, message))
        elif place.start not in resolved:
            message = f"{written} has no partner, or crosses another pair."
            findings.append(_finding("crossed", Severity.BLOCKER, place, written, message))
        elif counts[key] > expected[key]:
            message = f"{written} stands here more often than in the source."
            findings.append(_finding("repeated", Severity.WARNING, place, written, message))
    for number, role in expected:
        if not counts[(number, role)]:
            written = _written(number, role)
            end = len(segment.target)
            message = f"{written} of the source is missing."
            nowhere = Placeholder(number, role, end, end)
            findings.append(_finding("missing", Severity.WARNING, nowhere, "", message))
    return tuple(findings)


def _written(number: int, role: str) -> str:
    return {"open": f"⟦{number}⟧", "close": f"⟦/{number}⟧"}.get(role, f"⟦{number}/⟧")


def _finding(rule: str, severity: Severity, place: Placeholder, text: str, message: str) -> Finding:
    return Finding(f"placeholder.{rule}", severity, "target", place.start, place.end, text, message)
