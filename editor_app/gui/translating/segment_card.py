# SPDX-License-Identifier: GPL-3.0-or-later
"""The current segment, raised: its source, its live editor, what changed and what is missing."""

from __future__ import annotations

import html

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from editor_app.domain.translation import Segment, SegmentState
from editor_app.gui.icons import Icons
from editor_app.gui.labels import language_name
from editor_app.gui.theme.tokens import (
    FOCUS_WIDTH,
    RADIUS,
    SPACE_L,
    SPACE_M,
    SPACE_S,
    SPACE_XS,
    Tokens,
)
from editor_app.gui.translating.placeholders import missing, numbers
from editor_app.gui.translating.segment_delegate import draw_state
from editor_app.gui.translating.segment_look import STATE_WIDTH, SegmentLook
from editor_app.gui.translating.segment_text import direction_of
from editor_app.gui.translating.state_words import kind_word, state_label
from editor_app.gui.translating.target_edit import SegmentEdit, TargetEdit, segment_document
from editor_app.text.word_diff import Change, word_diff

_ACCENT_BAR = 3


def difference_html(earlier: str, now: str, tokens: Tokens) -> str:
    """Return the comparison of two sentences as HTML: removed words struck, added underlined."""
    looks = {
        Change.SAME: "{}",
        Change.ADDED: f'<span style="background:{tokens.added}"><u>{{}}</u></span>',
        Change.REMOVED: f'<span style="background:{tokens.removed}"><s>{{}}</s></span>',
    }
    found = "".join(
        looks[part.change].format(html.escape(part.text)) for part in word_diff(earlier, now)
    )
    return found.replace("</s></span><span", "</s></span> <span")  # never glue two words together


class SegmentCard(QWidget):
    """Covers the current row of the table; the one heavy widget of the desk."""

    height_changed = Signal()
    confirm_requested = Signal()
    placeholder_requested = Signal(int)

    def __init__(self, look: SegmentLook, icons: Icons, parent: QWidget) -> None:
        """Make the editor and what stands around it."""
        super().__init__(parent)
        self._look = look
        self._icons = icons
        self._segment: Segment | None = None
        self._languages = ("en", "en")
        self._panes = (QRect(), QRect())  # source and target columns, in our coordinates
        self.source = SegmentEdit(self)
        self.source.setReadOnly(True)
        self.source.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.target = TargetEdit(self)
        self._earlier = QLabel(self)
        self._earlier.setWordWrap(True)
        self._earlier.setTextFormat(Qt.TextFormat.RichText)
        self._earlier.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        self._footer = QWidget(self)
        self._fill_footer()
        for edit in (self.source, self.target):
            edit.document().documentLayout().documentSizeChanged.connect(self._on_size_changed)

    def _fill_footer(self) -> None:
        row = QHBoxLayout(self._footer)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_XS)
        self._hint = QLabel(self._footer)
        self._hint.setProperty("role", "attention")
        self._chips = QHBoxLayout()
        self._chips.setSpacing(SPACE_XS)
        self.confirm_button = QPushButton(self.tr("Confirm"), self._footer)
        self.confirm_button.setToolTip(self.tr("Confirm and go to the next (Ctrl+Return)"))
        self._icons.put_on(self.confirm_button, "confirm")
        self.confirm_button.clicked.connect(self._on_confirm_clicked)
        row.addLayout(self._chips)
        row.addWidget(self._hint)
        row.addStretch()
        row.addWidget(self.confirm_button)

    @property
    def segment(self) -> Segment | None:
        """Return the segment that is shown."""
        return self._segment

    def set_look(self, look: SegmentLook) -> None:
        """Take other colours or another font; the next `show_segment` uses them."""
        self._look = look
        self.update()

    def set_languages(self, source: str, target: str) -> None:
        """Take the languages of the two panes."""
        self._languages = (source, target)

    def show_segment(self, segment: Segment, document: QTextDocument, total: int) -> None:
        """Show another segment, with its own document and undo."""
        self._segment = segment
        source = segment_document(
            segment.source,
            language=self._languages[0],
            font=self._look.font(segment.kind, current=True),
            tokens=self._look.tokens,
            parent=self.source,
        )
        self.source.setDocument(source)  # Qt deletes the earlier one: the editor was its parent
        self.target.load(document)
        for edit in (self.source, self.target):
            layout = edit.document().documentLayout()
            layout.documentSizeChanged.connect(
                self._on_size_changed, Qt.ConnectionType.UniqueConnection
            )
        self.target.setReadOnly(segment.state is SegmentState.LOCKED)
        self._name_for_screen_readers(segment, total)
        self._show_earlier(segment)
        self._fill_chips(segment)
        self.refresh(segment)

    def refresh(self, segment: Segment) -> None:
        """Show the segment's new state; the text in the editor stays as it is."""
        self._segment = segment
        lacking = missing(segment.source, segment.target)
        self._hint.setText(
            self.tr("Missing: %1").replace("%1", " ".join(lacking))
            if lacking and segment.target
            else ""
        )
        self.confirm_button.setEnabled(segment.state is not SegmentState.LOCKED)
        self.update()
        self.height_changed.emit()

    def place(self, source: QRect, target: QRect) -> None:
        """Take the columns of the table, in this card's coordinates."""
        self._panes = (source, target)
        self._lay_out()

    def needed_height(self, text_width: int) -> int:
        """Return how high the card has to be when both panes are that wide."""
        inner = max(text_width - 2 * SPACE_M, 1)
        source = self._text_height(self.source, inner)
        if not self._earlier.isHidden():
            source += SPACE_S + self._earlier.heightForWidth(inner)
        target = self._text_height(self.target, inner)
        return max(source, target) + self._footer.sizeHint().height() + SPACE_S + 2 * SPACE_L

    @staticmethod
    def _text_height(edit: SegmentEdit, width: int) -> int:
        document = edit.document()
        if int(document.textWidth()) != width:
            document.setTextWidth(width)
        return int(document.size().height() + 1)

    def _lay_out(self) -> None:
        source, target = (
            pane.adjusted(SPACE_M, SPACE_L, -SPACE_M, -SPACE_L) for pane in self._panes
        )
        earlier_height = (
            0 if self._earlier.isHidden() else self._earlier.heightForWidth(source.width())
        )
        source_height = self._text_height(self.source, source.width())
        self.source.setGeometry(QRect(source.topLeft(), QSize(source.width(), source_height)))
        self._earlier.setGeometry(
            source.left(), source.top() + source_height + SPACE_S, source.width(), earlier_height
        )
        footer = self._footer.sizeHint().height()
        self.target.setGeometry(target.adjusted(0, 0, 0, -footer - SPACE_S))
        self._footer.setGeometry(
            target.left(), target.bottom() + 1 - footer, target.width(), footer
        )

    def _name_for_screen_readers(self, segment: Segment, total: int) -> None:
        place = self.tr("%1 %2 of %3, %4")
        place = place.replace("%1", kind_word(segment.kind))
        place = place.replace("%2", str(segment.position + 1)).replace("%3", str(total))
        place = place.replace("%4", state_label(segment.state).word)
        self.source.setAccessibleName(f"{language_name(self._languages[0])}. {place}")
        self.target.setAccessibleName(f"{language_name(self._languages[1])}. {place}")
        self.target.setAccessibleDescription(segment.source)

    def _show_earlier(self, segment: Segment) -> None:
        changed = bool(segment.earlier_source) and segment.state is SegmentState.OUTDATED
        self._earlier.setHidden(not changed)
        if changed:
            title = html.escape(self.tr("What changed in the source:"))
            words = difference_html(segment.earlier_source, segment.source, self._look.tokens)
            self._earlier.setLayoutDirection(direction_of(self._languages[0]))
            self._earlier.setText(
                f'<span style="color:{self._look.tokens.attention}">{title}</span> {words}'
            )

    def _fill_chips(self, segment: Segment) -> None:
        while (item := self._chips.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for number in numbers(segment.source):
            chip = QToolButton(self._footer)
            chip.setText(f"⟦{number}⟧")
            chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            chip.setAccessibleName(self.tr("Insert placeholder %1").replace("%1", str(number)))
            tip = (
                self.tr("Insert placeholder %1 (Ctrl+Alt+%1)")
                if number <= 9
                else chip.accessibleName()
            )
            code = segment.codes[number - 1] if number <= len(segment.codes) else ""
            chip.setToolTip(tip.replace("%1", str(number)) + (f"\n{code}" if code else ""))
            chip.setProperty("number", number)
            chip.clicked.connect(self._on_chip_clicked)
            self._chips.addWidget(chip)

    @Slot()
    def _on_chip_clicked(self) -> None:
        self.placeholder_requested.emit(int(self.sender().property("number")))

    @Slot()
    def _on_confirm_clicked(self) -> None:
        self.confirm_requested.emit()

    @Slot()
    def _on_size_changed(self) -> None:
        self.height_changed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the raised ground, the accent along the leading edge, and the state."""
        if self._segment is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._look.tokens
        ground = self.rect().adjusted(SPACE_XS, 1, -SPACE_XS, -2)
        painter.setPen(QPen(QColor(tokens.border), 1))
        painter.setBrush(QColor(tokens.raised))
        painter.drawRoundedRect(ground, RADIUS, RADIUS)
        right_to_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        bar = QRect(ground.topLeft(), QSize(_ACCENT_BAR, ground.height()))
        if right_to_left:
            bar.moveRight(ground.right())
        painter.fillRect(bar, QColor(tokens.accent))
        if self.target.hasFocus():
            painter.setPen(QPen(QColor(tokens.accent), FOCUS_WIDTH))
            under = self.target.geometry().bottom() + SPACE_XS
            painter.drawLine(self.target.x(), under, self.target.geometry().right(), under)
        left = self.width() - STATE_WIDTH if right_to_left else 0
        state = QRect(left, 0, STATE_WIDTH, self.height())
        inner = state.adjusted(SPACE_L, SPACE_L, -SPACE_S, -SPACE_L)
        draw_state(painter, inner, self._segment, look=self._look, icons=self._icons)
