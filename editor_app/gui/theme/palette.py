# SPDX-License-Identifier: GPL-3.0-or-later
# ruff: noqa: E501 - a style sheet reads best with one rule a line
"""Turn tokens into Qt's palette, and into a short style sheet for what a palette cannot say."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from editor_app.gui.theme.tokens import (
    FOCUS_WIDTH,
    RADIUS,
    SMALL_PT,
    SPACE_L,
    SPACE_M,
    SPACE_S,
    SPACE_XL,
    SPACE_XS,
    Tokens,
)


def build(tokens: Tokens) -> QPalette:
    """Return the palette of a theme."""
    role = QPalette.ColorRole
    colours = {
        role.Window: tokens.chrome, role.WindowText: tokens.text, role.Base: tokens.raised,
        role.AlternateBase: tokens.hover, role.Text: tokens.text, role.Button: tokens.raised,
        role.ButtonText: tokens.text, role.BrightText: tokens.attention, role.Link: tokens.accent,
        role.LinkVisited: tokens.accent, role.Highlight: tokens.selection,
        role.HighlightedText: tokens.text, role.ToolTipBase: tokens.raised,
        role.ToolTipText: tokens.text, role.PlaceholderText: tokens.muted,
        role.Accent: tokens.accent, role.Mid: tokens.border, role.Midlight: tokens.hover,
        role.Light: tokens.raised, role.Dark: tokens.border, role.Shadow: tokens.border,
    }  # fmt: skip
    made = QPalette()
    for which, colour in colours.items():
        made.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, QColor(tokens.muted))
    return made


def style_sheet(tokens: Tokens) -> str:
    """Return the style sheet: flat buttons, one-pixel borders, a focus ring everywhere.

    Widgets opt in by the dynamic property `role`: primary, quiet, rail, page, muted, title,
    bar, failure.
    """
    t = tokens
    return f"""
QPushButton, QToolButton, QComboBox, QLineEdit, QDateEdit, QTimeEdit, QDateTimeEdit, QSpinBox {{
  background: {t.raised}; color: {t.text}; border: 1px solid {t.border};
  border-radius: {RADIUS}px; padding: {SPACE_XS}px {SPACE_S}px; }}
QPushButton {{ padding: {SPACE_XS}px {SPACE_M}px; }}
QPushButton:hover, QToolButton:hover {{ background: {t.hover}; }}
QPushButton:disabled, QToolButton:disabled, QComboBox:disabled, QLineEdit:disabled {{ color: {t.muted}; }}
QPushButton:focus, QToolButton:focus, QComboBox:focus, QLineEdit:focus, QDateEdit:focus,
QTimeEdit:focus, QSpinBox:focus {{ border: {FOCUS_WIDTH}px solid {t.accent};
  padding: {SPACE_XS - 1}px {SPACE_S - 1}px; }}
QPushButton:focus {{ padding: {SPACE_XS - 1}px {SPACE_M - 1}px; }}
QPushButton:checked {{ background: {t.selection}; border-color: {t.accent}; }}
QPushButton[role="primary"] {{ background: {t.accent}; color: {t.on_accent}; border-color: {t.accent}; }}
QPushButton[role="primary"]:focus {{ border: {FOCUS_WIDTH}px solid {t.text}; }}
QPushButton[role="primary"]:disabled {{ background: {t.hover}; color: {t.muted}; border-color: {t.border}; }}
QPushButton[role="quiet"], QToolButton[role="quiet"] {{ background: transparent; border-color: transparent; }}
QPushButton[role="quiet"]:hover, QToolButton[role="quiet"]:hover {{ background: {t.hover}; }}
QPushButton[role="quiet"]:focus, QToolButton[role="quiet"]:focus {{ border-color: {t.accent}; }}
QToolButton[role="rail"] {{ background: transparent; border: {FOCUS_WIDTH}px solid transparent;
  border-radius: {RADIUS}px; padding: {SPACE_XS}px 0; font-size: {SMALL_PT}pt; color: {t.muted}; }}
QToolButton[role="rail"]:hover {{ background: {t.hover}; }}
QToolButton[role="rail"]:checked {{ background: {t.selection}; color: {t.text}; }}
QToolButton[role="rail"]:focus {{ border-color: {t.accent}; }}
QToolButton[role="tab"] {{ background: transparent; border: none; border-radius: 0; color: {t.muted};
  border-bottom: {FOCUS_WIDTH}px solid transparent; padding: {SPACE_XS}px; font-size: {SMALL_PT}pt; }}
QToolButton[role="tab"]:hover {{ color: {t.text}; }}
QToolButton[role="tab"]:checked {{ color: {t.text}; border-bottom-color: {t.accent}; }}
QToolButton[role="tab"]:focus {{ background: {t.selection}; }}
QComboBox::drop-down, QDateEdit::drop-down {{ border: none; width: {SPACE_XL}px; }}
QComboBox::down-arrow, QDateEdit::down-arrow, QAbstractSpinBox::down-arrow {{ image: url(:/icons/caret-down-{t.name}.svg); width: {SPACE_M}px; height: {SPACE_M}px; }}
QAbstractSpinBox::up-arrow {{ image: url(:/icons/caret-up-{t.name}.svg); width: {SPACE_M}px; height: {SPACE_M}px; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ border: none; width: {SPACE_L}px; background: transparent; }}
QPlainTextEdit, QTextBrowser, QTextEdit {{ background: {t.raised}; border: 1px solid {t.border}; border-radius: {RADIUS}px; }}
QPlainTextEdit:focus, QTextBrowser:focus, QTextEdit:focus {{ border: {FOCUS_WIDTH}px solid {t.accent}; }}
QPlainTextEdit[role="page"], QPlainTextEdit[role="page"]:focus {{ background: {t.page}; border: none; border-radius: 0; }}
QFrame[role="rule"] {{ background: {t.border}; border: none; }}
QFrame[role="box"] {{ background: {t.raised}; border: 1px solid {t.border}; border-radius: {RADIUS}px; }}
QScrollBar:vertical {{ background: transparent; width: {SPACE_M}px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: {SPACE_M}px; margin: 0; }}
QScrollBar::handle {{ background: {t.border}; border-radius: {RADIUS}px; margin: {FOCUS_WIDTH}px; }}
QScrollBar::handle:hover {{ background: {t.muted}; }}
QScrollBar::handle:vertical {{ min-height: {SPACE_XL}px; }}
QScrollBar::handle:horizontal {{ min-width: {SPACE_XL}px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: none; }}
QLineEdit, QPlainTextEdit, QTextEdit {{ placeholder-text-color: {t.muted}; }}
QRadioButton::indicator, QCheckBox::indicator {{ width: {SPACE_M}px; height: {SPACE_M}px; background: {t.raised}; border: 1px solid {t.muted}; }}
QRadioButton::indicator {{ border-radius: {SPACE_S - 1}px; }}
QCheckBox::indicator {{ border-radius: {RADIUS - 1}px; }}
QRadioButton::indicator:checked {{ border: {SPACE_XS}px solid {t.accent}; width: {SPACE_S - FOCUS_WIDTH}px; height: {SPACE_S - FOCUS_WIDTH}px; }}
QCheckBox::indicator:checked {{ background: {t.accent}; border-color: {t.accent}; image: url(:/icons/check-{t.name}.svg); }}
QRadioButton:focus, QCheckBox:focus {{ background: {t.selection}; }}
QListWidget::item {{ padding: {SPACE_XS}px; border-left: {2 * FOCUS_WIDTH}px solid transparent; }}
QListWidget::item:selected {{ background: {t.selection}; color: {t.text}; }}
QListWidget:focus::item:selected {{ border-left-color: {t.accent}; }}
QLabel[state="draft"] {{ color: {t.draft}; }}
QLabel[state="review"] {{ color: {t.review}; }}
QLabel[state="ready"] {{ color: {t.ready}; }}
QLabel[state="live"] {{ color: {t.live}; }}
QLabel[state="attention"] {{ color: {t.attention}; }}
QLabel[role="muted"] {{ color: {t.muted}; }}
QLabel[role="hint"] {{ color: {t.muted}; background: {t.page}; qproperty-alignment: AlignCenter; }}
QLabel[role="attention"] {{ color: {t.attention}; }}
QLabel[role="small"] {{ color: {t.muted}; font-size: {SMALL_PT}pt; }}
QLabel[role="title"] {{ font-weight: 600; }}
QWidget[role="page"] {{ background: {t.page}; }}
QFrame[role="bar"] {{ background: {t.quiet}; border-top: 1px solid {t.border}; }}
QFrame[role="failure"] {{ background: {t.warn}; border-top: 1px solid {t.border}; }}
QSplitter::handle {{ background: {t.border}; }}
QSplitter::handle:horizontal {{ width: 1px; }}
QSplitter::handle:vertical {{ height: 1px; }}
QTableView, QListView, QTreeView, QTableWidget, QListWidget {{ background: {t.chrome}; border: none; }}
QFrame[role="box"] QListWidget {{ background: {t.raised}; }}
QAbstractItemView {{ selection-background-color: {t.selection}; selection-color: {t.text}; outline: none; }}
QTabWidget::pane {{ border: none; border-top: 1px solid {t.border}; }}
QTabBar::tab {{ background: transparent; color: {t.muted}; border: none; padding: {SPACE_S}px {SPACE_S}px;
  border-bottom: {FOCUS_WIDTH}px solid transparent; }}
QTabBar::tab:selected {{ color: {t.text}; border-bottom-color: {t.accent}; }}
QTabBar::tab:hover {{ color: {t.text}; }}
QTabBar:focus::tab:selected {{ background: {t.selection}; }}
QStatusBar {{ background: {t.chrome}; border-top: 1px solid {t.border}; }}
QStatusBar::item {{ border: none; }}
QToolTip {{ background: {t.raised}; color: {t.text}; border: 1px solid {t.border}; padding: {SPACE_XS}px; }}
QScrollArea {{ border: none; background: transparent; }}
"""
