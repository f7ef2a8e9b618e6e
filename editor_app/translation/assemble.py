# SPDX-License-Identifier: GPL-3.0-or-later
"""Build the target article from the source's structure and the translated segments."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

import regex

from editor_app.domain.article import ArticleContent
from editor_app.domain.translation import Segment
from editor_app.translation.markdown_units import body_units
from editor_app.translation.segments import BODY, TAGS, SourceSentence, source_sentences
from editor_app.translation.target_markdown import clean_target, target_text

_PLAIN_FIELDS = ("headline", "standfirst", "lead_alt", "lead_caption", "search_description")
_WITHOUT_SPACES = regex.compile(
    r"[\p{Han}\p{Hiragana}\p{Katakana}\u3000-\u303f\uff00-\uffef\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]"
)


def assemble(
    source: ArticleContent,
    source_language: str,
    targets: Mapping[str, Segment],
    *,
    base: ArticleContent,
) -> ArticleContent:
    """Return ``base`` with the texts of the source in translation.

    ``targets`` are by key. A segment without target keeps the source's text; with all targets
    equal to their sources every field equals the source's, character for character. Fields
    that the source leaves empty, and all that is not translated by segment (slug, bylines,
    credits, date), stay as they are in ``base``; a missing lead image is the source's.
    """
    references = _references(source.body) if targets else frozenset[str]()
    by_field: dict[str, list[SourceSentence]] = {}
    for sentence in source_sentences(source, source_language):
        by_field.setdefault(sentence.field, []).append(sentence)
    texts: dict[str, str] = {}
    for name in (*_PLAIN_FIELDS, BODY):
        original: str = getattr(source, name)
        sentences = by_field.get(name, [])
        if original:
            texts[name] = _rebuilt(original, sentences, targets, references)
    return replace(
        base,
        **texts,
        tags=_tags(source, by_field.get(TAGS, []), targets) or base.tags,
        lead_image=base.lead_image or source.lead_image,
        lead_credit=base.lead_credit or source.lead_credit,
    )


@lru_cache(maxsize=4)
def _references(body: str) -> Collection[str]:
    """Return the labels of the link definitions; kept, the same source is asked for again."""
    return body_units(body).references


def _tags(
    source: ArticleContent, sentences: Sequence[SourceSentence], targets: Mapping[str, Segment]
) -> tuple[str, ...]:
    translated = {
        sentence.unit: _target_of(sentence, targets, ()) or sentence.segment.source
        for sentence in sentences
    }
    tags = (translated.get(number, tag) for number, tag in enumerate(source.tags))
    return tuple(dict.fromkeys(tags))


def _target_of(
    sentence: SourceSentence, targets: Mapping[str, Segment], references: Collection[str]
) -> str | None:
    """Return the text to put in the sentence's place, or None to leave the source's."""
    segment = targets.get(sentence.segment.key)
    if segment is None or not clean_target(segment.target):
        return None
    if segment.target == sentence.segment.source:
        return None
    return target_text(sentence, segment.target, references)


def _rebuilt(
    original: str,
    sentences: Sequence[SourceSentence],
    targets: Mapping[str, Segment],
    references: Collection[str],
) -> str:
    parts: list[str] = []
    position = 0
    before: SourceSentence | None = None
    changed_before = False
    for sentence in sentences:
        target = _target_of(sentence, targets, references)
        own = original[sentence.start : sentence.end] if target is None else target
        gap = original[position : sentence.start]
        changed = target is not None
        if before is not None and before.unit == sentence.unit and (changed or changed_before):
            gap = _gap(parts[-1], gap, own)
        parts += (gap, own)
        position, before, changed_before = sentence.end, sentence, changed
    return "".join([*parts, original[position:]])


def _gap(left: str, gap: str, right: str) -> str:
    """Return what stands between two sentences: scripts differ in whether they use a space."""
    wide_left = bool(_WITHOUT_SPACES.match(left[-1:]))
    wide_right = bool(_WITHOUT_SPACES.match(right[:1]))
    if not gap:
        return "" if wide_left or wide_right else " "
    if gap == " " and wide_left and wide_right:
        return ""
    return gap
