# SPDX-License-Identifier: GPL-3.0-or-later
"""Spaces that nobody meant: doubled, at the ends of lines and texts."""

from __future__ import annotations

import re
from collections.abc import Iterable

from editor_app.checks.article_texts import ArticleText, article_texts
from editor_app.checks.check import CheckSubject
from editor_app.domain.finding import Finding, Fix, Severity

# Not after a list mark, where two spaces may be meant, and not in tables.
_DOUBLE = re.compile(r"(?<=[^\s|])(?<!^[-+*:>])(?<!\n[-+*:>]) {2,}(?=[^\s|])")
_LIST_MARK = re.compile(r"[ >\t]*(?:[-+*:>]|\d{1,9}[.)]|\[\^[^\]]+\]:)\Z")
_TRAILING = re.compile(r"[ \t]+(?=\r?\n|\Z)")
_HARD_BREAK = re.compile(r" {2,}\Z")
_TEXT_FOLLOWS = re.compile(r"\r?\n[ >\t]*[^\s>]")
_EDGE = re.compile(r"\A\s+|\s+\Z")


class Spaces:
    """Hints with safe fixes."""

    rules = ("spaces.double", "spaces.trailing")

    def check(self, subject: CheckSubject) -> Iterable[Finding]:
        """Yield each place once."""
        for text in article_texts(subject.content):
            for match in _DOUBLE.finditer(text.prose):
                if not _after_list_mark(text, match.start()) and not _in_table(text, match):
                    yield _finding("double", text, match, " ", "There is more than one space.")
            pattern = _TRAILING if text.field == "body" else _EDGE
            for match in pattern.finditer(text.prose):
                if text.field != "body" or not _is_hard_break(text, match):
                    yield _finding("trailing", text, match, "", "There is a space at the end.")


def _after_list_mark(text: ArticleText, position: int) -> bool:
    line_start = text.prose.rfind("\n", 0, position) + 1
    return text.field == "body" and bool(_LIST_MARK.match(text.text, line_start, position))


def _in_table(text: ArticleText, match: re.Match[str]) -> bool:
    line_start = text.prose.rfind("\n", 0, match.start()) + 1
    line_end = text.prose.find("\n", match.end())
    return "|" in text.prose[line_start : line_end if line_end >= 0 else None]


def _is_hard_break(text: ArticleText, match: re.Match[str]) -> bool:
    """Two spaces before another line of the same paragraph are a line break on purpose."""
    before = text.prose[text.prose.rfind("\n", 0, match.start()) + 1 : match.start()].strip(" >\t")
    follows = _TEXT_FOLLOWS.match(text.prose, match.end())
    return bool(before and follows and _HARD_BREAK.search(match.group()))


def _finding(
    rule: str, text: ArticleText, match: re.Match[str], replacement: str, message: str
) -> Finding:
    fix = Fix("Use one space" if replacement else "Remove it", replacement, safe=True)
    return Finding(
        f"spaces.{rule}", Severity.HINT, text.field, *match.span(), match.group(), message, (fix,)
    )
