# SPDX-License-Identifier: GPL-3.0-or-later
"""Texts that are in another language than the article says."""

from __future__ import annotations

from collections.abc import Iterable

from editor_app.checks.article_texts import PLAIN_FIELDS
from editor_app.checks.check import CheckSubject
from editor_app.domain.article import ArticleContent
from editor_app.domain.finding import Finding, Severity
from editor_app.domain.languages import UNDETERMINED, base_language
from editor_app.text.language_detection import is_other_language
from editor_app.text.markdown import Block, blocks, plain_text
from editor_app.text.words import count_words

_FEWEST_WORDS = 5  # shorter paragraphs may well be the same in both languages


class LanguageMismatch:
    """Warnings; told offline, and only where the measure is sure."""

    rules = ("language.body", "language.field", "language.paragraph", "language.untranslated")

    def check(self, subject: CheckSubject) -> Iterable[Finding]:
        """Yield the body or its paragraphs, and other fields, that are not in the language."""
        language = subject.language
        if base_language(language) in ("", UNDETERMINED):
            return
        content = subject.content
        for field in PLAIN_FIELDS:
            text: str = getattr(content, field)
            if text and is_other_language(text, language):
                yield _finding(
                    "field",
                    field,
                    (0, len(text)),
                    text,
                    "This text seems to be in another language than the article.",
                )
        paragraphs = [block for block in blocks(content.body) if block.kind == "paragraph"]
        untranslated = list(_untranslated(subject, paragraphs))
        yield from untranslated
        if is_other_language(plain_text(content.body), language):
            yield _finding(
                "body", "body", (0, len(content.body)), "",
                f"The text does not seem to be in the article’s language ({language}).",
            )  # fmt: skip
            return
        known = {finding.start for finding in untranslated}
        for block in paragraphs:
            if block.start not in known and is_other_language(plain_text(block.text), language):
                yield _finding(
                    "paragraph",
                    "body",
                    (block.start, block.end),
                    block.text,
                    "This paragraph seems to be in another language than the article.",
                )


def _untranslated(subject: CheckSubject, paragraphs: list[Block]) -> Iterable[Finding]:
    """Yield paragraphs that are still the source's."""
    source = subject.source
    if source is None or base_language(subject.source_language) == base_language(subject.language):
        return
    originals = _paragraph_texts(source)
    for block in paragraphs:
        if block.text in originals and count_words(plain_text(block.text)) >= _FEWEST_WORDS:
            yield _finding(
                "untranslated",
                "body",
                (block.start, block.end),
                block.text,
                "This paragraph is still the source’s.",
            )


def _paragraph_texts(content: ArticleContent) -> frozenset[str]:
    return frozenset(block.text for block in blocks(content.body) if block.kind == "paragraph")


def _finding(rule: str, field: str, place: tuple[int, int], text: str, message: str) -> Finding:
    return Finding(f"language.{rule}", Severity.WARNING, field, *place, text, message)
