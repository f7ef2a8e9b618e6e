# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands above the segments: headline, languages, claim, progress, filter and banner."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor_app.domain.person import Person
from editor_app.gui.icons import Icons
from editor_app.gui.row_painting import language_pair
from editor_app.gui.theme.tokens import PAGE_TEXT_PT, SPACE_L, SPACE_M, SPACE_S, SPACE_XS, Tokens
from editor_app.gui.translating.segment_model import Shown
from editor_app.services.views import TranslationProgress, TranslationView

FILTER_AFTER_MS = 150
_BAR_HEIGHT = 4


class WorkHeader(QWidget):
    """Shows a translation's standing and asks for what concerns all of it."""

    filter_changed = Signal(int, str)  # Shown, words
    claim_requested = Signal(bool)  # True: claim, False: release
    page_requested = Signal(bool)  # True: read as a page
    refresh_requested = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        """Make the rows."""
        super().__init__(parent)
        self._icons = icons
        self._claimed_by_me = False
        self._outdated = 0
        self._moved_on = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._make_banner())
        inner = QVBoxLayout()
        inner.setContentsMargins(SPACE_L, SPACE_M, SPACE_L, SPACE_S)
        inner.setSpacing(SPACE_XS)
        inner.addLayout(self._make_title_row())
        inner.addLayout(self._make_progress_row())
        inner.addSpacing(SPACE_XS)
        inner.addLayout(self._make_filter_row())
        column.addLayout(inner)
        self._filter_timer = QTimer(self, singleShot=True, interval=FILTER_AFTER_MS)
        self._filter_timer.timeout.connect(self._emit_filter)
        self.filter_edit.textChanged.connect(self._filter_timer.start)
        self.shown_combo.currentIndexChanged.connect(self._emit_filter)

    def show_view(self, view: TranslationView, claimed_by: str, me: Person) -> None:
        """Show where the translation stands."""
        headline = view.target.content.headline or view.source.content.headline
        self.title_label.setText(headline)
        self.title_label.setToolTip(headline)
        self._languages_label.setText(language_pair(view.source.language, view.target.language))
        self._claimed_by_me = view.translation.claimed_by == me.id
        if self._claimed_by_me:
            self._claim_label.setText(self.tr("Claimed by you"))
        elif claimed_by:
            self._claim_label.setText(self.tr("Claimed by %1").replace("%1", claimed_by))
        else:
            self._claim_label.setText(self.tr("Nobody has claimed it"))
        self.claim_button.setText(self.tr("Release") if self._claimed_by_me else self.tr("Claim"))
        self.claim_button.setEnabled(self._claimed_by_me or not view.translation.claimed_by)
        self._show_progress(view.progress)
        self._show_banner(view)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take the colours of a theme."""
        self.progress_bar.setStyleSheet(
            f"QProgressBar {{ border: none; background: {tokens.border}; }}"
            f"QProgressBar::chunk {{ background: {tokens.live}; }}"
        )

    def focus_filter(self) -> None:
        """Put the cursor into the filter field."""
        self.filter_edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter_edit.selectAll()

    def clear_filter(self) -> bool:
        """Show all segments again; return False if they were shown already."""
        if not self.filter_edit.text() and self.shown_combo.currentIndex() == Shown.ALL:
            return False
        self.filter_edit.clear()
        self.shown_combo.setCurrentIndex(Shown.ALL)
        return True

    def show_page_button(self, *, reading: bool) -> None:
        """Say what the button does next."""
        self.page_button.setText(
            self.tr("Back to the segments") if reading else self.tr("Read as a page")
        )
        self.page_button.setChecked(reading)
        for widget in (self.shown_combo, self.filter_edit):
            widget.setEnabled(not reading)

    def _show_progress(self, progress: TranslationProgress) -> None:
        self.progress_bar.setMaximum(max(progress.words, 1))
        self.progress_bar.setValue(progress.confirmed_words)
        words = self.tr("{done} of {total} words confirmed")
        segments = self.tr("{done} of {total} segments")
        text = " · ".join(
            (
                words.format(done=progress.confirmed_words, total=progress.words),
                segments.format(done=progress.confirmed, total=progress.segments),
            )
        )
        self.progress_label.setText(text)
        self.progress_bar.setAccessibleDescription(text)

    def _show_banner(self, view: TranslationView) -> None:
        self._outdated, self._moved_on = view.progress.outdated, view.source_moved_on
        if self._moved_on:
            self._banner_label.setText(
                self.tr("The source has changed since this translation was made.")
            )
            self.banner_button.setText(self.tr("Refresh"))
        elif self._outdated:
            self._banner_label.setText(
                self.tr("The source has changed: %n segment(s) to redo.", "", self._outdated)
            )
            self.banner_button.setText(self.tr("Show them"))
        self.banner.setVisible(self._moved_on or self._outdated > 0)

    def _make_banner(self) -> QFrame:
        self.banner = QFrame(self)
        self.banner.setProperty("role", "failure")
        row = QHBoxLayout(self.banner)
        row.setContentsMargins(SPACE_L, SPACE_XS, SPACE_L, SPACE_XS)
        self._banner_label = QLabel(self.banner)
        self._banner_label.setWordWrap(True)
        self.banner_button = QPushButton(self.banner)
        self._icons.put_on(self.banner_button, "sync")
        self.banner_button.clicked.connect(self._on_banner_clicked)
        row.addWidget(self._banner_label, 1)
        row.addWidget(self.banner_button)
        self.banner.hide()
        return self.banner

    def _make_title_row(self) -> QHBoxLayout:
        self.title_label = QLabel(self)
        self.title_label.setMinimumWidth(1)
        self.title_label.setAlignment(
            Qt.AlignmentFlag.AlignLeft
            | Qt.AlignmentFlag.AlignAbsolute
            | Qt.AlignmentFlag.AlignVCenter
        )
        font = self.title_label.font()
        font.setPointSizeF(PAGE_TEXT_PT)
        font.setBold(True)
        self.title_label.setFont(font)
        self._claim_label = QLabel(self)
        self._claim_label.setProperty("role", "muted")
        self.claim_button = QPushButton(self)
        self._icons.put_on(self.claim_button, "claim")
        self.claim_button.clicked.connect(self._on_claim_clicked)
        row = QHBoxLayout()
        row.setSpacing(SPACE_S)
        row.addWidget(self.title_label, 1)
        row.addWidget(self._claim_label)
        row.addWidget(self.claim_button)
        return row

    def _make_progress_row(self) -> QHBoxLayout:
        self._languages_label = QLabel(self)
        self.progress_bar = QProgressBar(self)
        self.progress_bar.setTextVisible(False)
        self.progress_bar.setFixedHeight(_BAR_HEIGHT)
        self.progress_bar.setAccessibleName(self.tr("Progress"))
        self.progress_label = QLabel(self)
        self.progress_label.setProperty("role", "small")
        row = QHBoxLayout()
        row.setSpacing(SPACE_M)
        row.addWidget(self._languages_label)
        row.addWidget(self.progress_bar, 1)
        row.addWidget(self.progress_label)
        return row

    def _make_filter_row(self) -> QHBoxLayout:
        self.shown_combo = QComboBox(self)
        self.shown_combo.setAccessibleName(self.tr("Which segments"))
        self.shown_combo.addItems(
            [
                self.tr("All segments"),
                self.tr("Unfinished"),
                self.tr("To redo"),
                self.tr("Confirmed"),
            ]
        )
        self.filter_edit = QLineEdit(self)
        self.filter_edit.setPlaceholderText(self.tr("Words in source or translation"))
        self.filter_edit.setAccessibleName(self.tr("Filter by words"))
        self.filter_edit.setClearButtonEnabled(True)
        self.page_button = QPushButton(self.tr("Read as a page"), self)
        self.page_button.setCheckable(True)
        self._icons.put_on(self.page_button, "articles")
        self.page_button.clicked.connect(self.page_requested)
        row = QHBoxLayout()
        row.setSpacing(SPACE_S)
        row.addWidget(self.shown_combo)
        row.addWidget(self.filter_edit, 1)
        row.addWidget(self.page_button)
        return row

    @Slot()
    def _emit_filter(self) -> None:
        self._filter_timer.stop()
        self.filter_changed.emit(self.shown_combo.currentIndex(), self.filter_edit.text())

    @Slot()
    def _on_claim_clicked(self) -> None:
        self.claim_requested.emit(not self._claimed_by_me)

    @Slot()
    def _on_banner_clicked(self) -> None:
        if self._moved_on:
            self.refresh_requested.emit()
        else:
            self.shown_combo.setCurrentIndex(Shown.OUTDATED)
