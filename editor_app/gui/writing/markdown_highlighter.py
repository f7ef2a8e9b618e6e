# SPDX-License-Identifier: GPL-3.0-or-later
"""Quiet highlighting of Markdown, one block at a time; it counts the block's words as well."""

from __future__ import annotations

import re

from PySide6.QtGui import (
    QColor,
    QFont,
    QSyntaxHighlighter,
    QTextBlock,
    QTextBlockUserData,
    QTextCharFormat,
    QTextDocument,
)

from editor_app.gui.theme.tokens import MONO_FONT, Tokens
from editor_app.text.words import count_words

# One pass over a block: code, images and links, bold, italic.
_INLINE = re.compile(
    r"(?P<code>`[^`\n]+`)"
    r"|(?P<link>!?\[[^\]\n]*\](?:\([^)\s]*(?:\s+\"[^\"]*\")?\)|\[[^\]\n]*\]))"
    r"|(?P<bold>\*\*(?=\S)[^*\n]+?\*\*|__(?=\S)[^_\n]+?__)"
    r"|(?P<italic>(?<![\w*])\*(?=\S)[^*\n]+?\*(?!\*)|(?<![\w_])_(?=\S)[^_\n]+?_(?![\w_]))"
)
_HEADING = re.compile(r"#{1,6}\s")
_LEAD = re.compile(r"\s*(?:>|[-*+]\s|\d+[.)]\s)")
_NOT_BMP = re.compile(r"[\U00010000-\U0010ffff]")


class _Words(QTextBlockUserData):
    def __init__(self, count: int) -> None:
        super().__init__()
        self.count = count


class MarkdownHighlighter(QSyntaxHighlighter):
    """Bold is bold, markup is grey; nothing is bigger or louder than the text."""

    def __init__(self, document: QTextDocument, tokens: Tokens) -> None:
        """Highlight the document in the theme's colours."""
        super().__init__(document)
        self._words = 0
        self._blocks = 0
        self._recount = False
        document.contentsChange.connect(self._on_contents_change)
        self.use_theme(tokens)

    def use_theme(self, tokens: Tokens) -> None:
        """Make the formats; the caller rehighlights."""
        self._muted, self._bold, self._italic, self._code, self._link = (
            QTextCharFormat() for _ in range(5)
        )
        self._muted.setForeground(QColor(tokens.muted))
        self._bold.setFontWeight(QFont.Weight.Bold)
        self._italic.setFontItalic(True)
        self._code.setFontFamilies([MONO_FONT])
        self._link.setForeground(QColor(tokens.accent))

    def highlightBlock(self, text: str) -> None:
        """Format one block and remember its number of words."""
        self._count(text)
        if _NOT_BMP.search(text):
            # Positions are UTF-16 units: give characters beyond the BMP two places.
            text = _NOT_BMP.sub("\ufffc\ufffc", text)
        if heading := _HEADING.match(text):
            self.setFormat(0, len(text), self._bold)
            self.setFormat(0, heading.end(), self._muted)
            return
        if lead := _LEAD.match(text):
            self.setFormat(lead.start(), lead.end(), self._muted)
        if not any(mark in text for mark in "*_`["):
            return
        for found in _INLINE.finditer(text):
            kind = found.lastgroup or ""
            start, length = found.start(), found.end() - found.start()
            form = {"code": self._code, "bold": self._bold, "italic": self._italic}.get(kind)
            if form is None:
                self._format_link(found)
                continue
            self.setFormat(start, length, form)
            mark = 2 if kind == "bold" else 1
            self.setFormat(start, mark, self._muted)
            self.setFormat(start + length - mark, mark, self._muted)

    @property
    def words(self) -> int:
        """Return the number of words; all blocks are visited only if some may be gone."""
        if self._recount or self.document().blockCount() < self._blocks:
            self._words, self._recount = 0, False
            block: QTextBlock = self.document().firstBlock()
            while block.isValid():
                counted = block.userData()
                known = isinstance(counted, _Words)
                self._words += counted.count if known else count_words(block.text())
                block = block.next()
        self._blocks = self.document().blockCount()
        return self._words

    def _on_contents_change(self, _position: int, removed: int, added: int) -> None:
        # A block that goes takes its count with it and tells nobody.
        self._recount |= removed > 1 or (removed > 0 and added > 0)

    def _count(self, text: str) -> None:
        """Replace the block's earlier count in the sum."""
        counted, count = self.currentBlockUserData(), count_words(text)
        if isinstance(counted, _Words):
            self._words += count - counted.count
            counted.count = count
        else:
            self._words += count
            self.setCurrentBlockUserData(_Words(count))

    def _format_link(self, found: re.Match[str]) -> None:
        middle = found.group().index("]")
        self.setFormat(found.start(), len(found.group()), self._muted)
        first = found.start() + (2 if found.group().startswith("!") else 1)
        self.setFormat(first, found.start() + middle - first, self._link)
