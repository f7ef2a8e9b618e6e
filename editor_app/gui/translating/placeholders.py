# SPDX-License-Identifier: GPL-3.0-or-later
"""Placeholders ⟦1⟧ … ⟦/1⟧ and ⟦1/⟧ in a segment: where they stand and which are missing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

TOKEN = re.compile(r"⟦(?P<close>/?)(?P<number>\d{1,3})(?P<alone>/?)⟧")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text, in characters: first offset and first offset after it."""

    start: int
    end: int


def spans(text: str) -> Iterator[Span]:
    """Yield where the placeholders of ``text`` stand."""
    for match in TOKEN.finditer(text):
        yield Span(match.start(), match.end())


def span_across(text: str, offset: int) -> Span | None:
    """Return the placeholder that ``offset`` lies inside of, not merely beside."""
    return next((span for span in spans(text) if span.start < offset < span.end), None)


def span_ending_at(text: str, offset: int) -> Span | None:
    """Return the placeholder that ends exactly at ``offset``."""
    return next((span for span in spans(text) if span.end == offset), None)


def span_starting_at(text: str, offset: int) -> Span | None:
    """Return the placeholder that starts exactly at ``offset``."""
    return next((span for span in spans(text) if span.start == offset), None)


def numbers(source: str) -> tuple[int, ...]:
    """Return the numbers of the placeholders of ``source`` in the order they first appear."""
    found = (int(match["number"]) for match in TOKEN.finditer(source))
    return tuple(dict.fromkeys(found))


def wrapped(source: str, number: int, selected: str) -> tuple[str, str]:
    """Return what to put before and after the selected text for placeholder ``number``.

    A pair surrounds the selection; a lone placeholder follows it. Empty strings if the
    source has no placeholder of that number.
    """
    for match in TOKEN.finditer(source):
        if int(match["number"]) == number:
            if match["alone"]:
                return selected + f"⟦{number}/⟧", ""
            return f"⟦{number}⟧" + selected, f"⟦/{number}⟧"
    return "", ""


def missing(source: str, target: str) -> tuple[str, ...]:
    """Return the placeholders of ``source`` that ``target`` lacks, in the source's order."""
    there = Counter(match.group() for match in TOKEN.finditer(target))
    lacking: list[str] = []
    for match in TOKEN.finditer(source):
        if there[match.group()]:
            there[match.group()] -= 1
        else:
            lacking.append(match.group())
    return tuple(lacking)
