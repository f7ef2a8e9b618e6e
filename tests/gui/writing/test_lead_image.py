# SPDX-License-Identifier: GPL-3.0-or-later
"""The lead image: chosen as a file, shown small, described for those who cannot see it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from editor_app.gui.theme.tokens import PREVIEW_HEIGHT, PREVIEW_WIDTH
from tests.gui.writing.reading import saved, wait_saved

Settle = Callable[[Any], None]
PATIENCE_MS = 10_000


def picture(folder: Path) -> Path:
    """A wide blue image."""
    path = folder / "harbour.png"
    image = QImage(1600, 900, QImage.Format.Format_RGB32)
    image.fill(QColor("steelblue"))
    assert image.save(str(path))
    return path


def choose(qtbot: QtBot, desk: Any, path: Path) -> None:
    """Choose a file by the button and the dialog's own signal."""
    qtbot.keyClick(desk.control.details.lead_image.choose_button, Qt.Key.Key_Space)
    dialog = desk.shell.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(path))
    dialog.reject()


def hints(desk: Any) -> list[str]:
    """The lines that say what is missing."""
    labels = desk.control.details.findChildren(QLabel)
    return [one.text() for one in labels if one.property("state") and not one.isHidden()]


def test_a_chosen_file_is_attached_and_shown_small(
    qtbot: QtBot, desk: Any, settle: Settle, tmp_path: Path
):
    box = desk.control.details.lead_image
    assert box.preview.isHidden()
    choose(qtbot, desk, picture(tmp_path))
    qtbot.waitUntil(lambda: not box.preview.pixmap().isNull(), timeout=PATIENCE_MS)
    settle(desk.shell)
    media_id = saved(desk).lead_image
    assert media_id is not None
    assert desk.shell.newsroom.media.path(media_id).is_file()
    shown = box.preview.pixmap().deviceIndependentSize()
    assert (shown.width(), shown.height()) == (PREVIEW_WIDTH, PREVIEW_HEIGHT)


def test_a_missing_description_is_said_until_it_is_typed(
    qtbot: QtBot, desk: Any, settle: Settle, tmp_path: Path
):
    assert hints(desk) == []
    choose(qtbot, desk, picture(tmp_path))
    qtbot.waitUntil(lambda: len(hints(desk)) == 1, timeout=PATIENCE_MS)
    settle(desk.shell)
    alt = desk.control.details.findChild(QLineEdit, "lead_alt_edit")
    qtbot.keyClicks(alt, "The harbour at dawn")
    assert hints(desk) == []
    assert desk.control.details.lead_image.preview.accessibleName() == "The harbour at dawn"
    wait_saved(qtbot, desk)
    assert saved(desk).lead_alt == "The harbour at dawn"


def test_a_removed_image_can_be_brought_back(
    qtbot: QtBot, desk: Any, settle: Settle, tmp_path: Path
):
    choose(qtbot, desk, picture(tmp_path))
    box = desk.control.details.lead_image
    qtbot.waitUntil(lambda: not box.preview.pixmap().isNull(), timeout=PATIENCE_MS)
    settle(desk.shell)
    media_id = saved(desk).lead_image
    qtbot.keyClick(box.remove_button, Qt.Key.Key_Space)
    assert box.preview.isHidden()
    wait_saved(qtbot, desk)
    assert saved(desk).lead_image is None
    desk.shell.quiet_bar._on_undo_clicked()
    wait_saved(qtbot, desk)
    assert saved(desk).lead_image == media_id


def test_a_file_that_is_no_image_is_refused_in_words(
    qtbot: QtBot, desk: Any, settle: Settle, tmp_path: Path
):
    path = tmp_path / "notes.png"
    path.write_text("no picture at all")
    choose(qtbot, desk, path)
    settle(desk.shell)
    qtbot.waitUntil(lambda: desk.shell.failure_bar.isVisible(), timeout=PATIENCE_MS)
    assert "notes.png" in desk.shell.failure_bar.label.text()
    assert saved(desk).lead_image is None
