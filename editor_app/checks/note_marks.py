# SPDX-License-Identifier: GPL-3.0-or-later
"""Notes among colleagues that stand in the text: nothing of them may be sent."""

from __future__ import annotations

import re
from collections.abc import Iterable

from editor_app.checks.article_texts import article_texts
from editor_app.checks.check import CheckSubject
from editor_app.domain.finding import Finding, Fix, Severity

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_MARK = re.compile(
    r"(?<!\w)(?:(?:TK){2,}|TK(?![ -]?\d)|X{4,}|(?<!Bowl )XXX|TODO|FIXME)(?!\w)|(?<!\w)\?{3,}(?!\w)"
)


class NoteMarks:
    """Blockers: HTML comments, and TK, XXX, TODO, FIXME, ??? as words of their own."""

    rules = ("note.comment", "note.mark")

    def check(self, subject: CheckSubject) -> Iterable[Finding]:
        """Yield each note; code is left alone."""
        for text in article_texts(subject.content):
            for match in _COMMENT.finditer(text.no_code):
                written = text.text[match.start() : match.end()]
                yield Finding(
                    "note.comment", Severity.BLOCKER, text.field, *match.span(), written,
                    "This note would be left in the published text.", (Fix("Remove the note", ""),),
                )  # fmt: skip
            for match in _MARK.finditer(text.prose):
                yield Finding(
                    "note.mark", Severity.BLOCKER, text.field, *match.span(), match.group(),
                    f"“{match.group()}” says that something is still missing here.",
                )  # fmt: skip
