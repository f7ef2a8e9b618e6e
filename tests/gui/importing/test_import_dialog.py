# SPDX-License-Identifier: GPL-3.0-or-later
"""Pasting a page: the proposal, what is left out, and nothing lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor_app.domain.imported import PartRole
from editor_app.gui.importing.import_dialog import PROPOSAL, SOURCE, ImportDialog
from editor_app.gui.importing.import_source import Source

Start = Callable[..., Any]
Settle = Callable[[Any], None]

PAGE = """LA MARÉE DE MARDI EMPORTE LE PONTON DE PORT-ORÈNE

Nov 3, 2026
Share
4 Commentaires

Le ponton des bacs a cédé mardi à l’aube, sous un vent d’ouest que personne n’attendait si tôt dans la saison.

Les techniciens du port ont travaillé toute la journée « sans relâche », dit la capitaine Odile Marchand, qui attend la marée basse pour compter les dégâts.

La mairie promet une passerelle provisoire avant dimanche, et un bac de remplacement dès demain pour les écoliers de la rive nord.

Commentaires

Soyez le premier à laisser un commentaire.
"""


@pytest.fixture
def dialog(qtbot: QtBot, start: Start, settle: Settle, profile: Path) -> Any:
    """The dialog with the page from the clipboard proposed."""
    session = start(profile)
    QApplication.clipboard().setText(PAGE)
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(session.window, Qt.Key.Key_V, modifiers)
    dialog = session.window.findChild(ImportDialog)
    qtbot.waitUntil(lambda: dialog.form.pages.currentIndex() == PROPOSAL, timeout=20_000)
    return dialog


def test_the_proposal_names_language_date_and_what_is_left_out_and_why(dialog: Any):
    form = dialog.form
    assert form.language_combo.currentData() == "fr"
    assert form.date_edit.text() == "2026-11-03"
    assert form.kept_list.count() == 3
    assert "3 paragraphs kept" in form.counts_label.text()
    assert f"{form.left_out_list.count()} pieces left out" in form.counts_label.text()
    lines = [form.left_out_list.item(row).text() for row in range(form.left_out_list.count())]
    assert any("Share" in line and "share button" in line for line in lines)


def test_the_suggested_headline_is_one_click_away(qtbot: QtBot, dialog: Any):
    qtbot.keyClick(dialog.form.suggestion_button, Qt.Key.Key_Space)
    assert dialog.form.headline_edit.text() == dialog.page.headline_suggestion
    assert not dialog.form.suggestion_button.isVisible()


def test_a_piece_comes_back_and_a_paragraph_goes_out_and_the_input_stays_whole(
    qtbot: QtBot, dialog: Any
):
    form = dialog.form
    kept, out = form.kept_list.count(), form.left_out_list.count()
    form.left_out_list.setCurrentRow(out - 1)
    qtbot.keyClick(form.bring_back_button, Qt.Key.Key_Space)
    assert form.kept_list.count() == kept + 1
    form.kept_list.setCurrentRow(0)
    qtbot.keyClick(form.take_out_button, Qt.Key.Key_Space)
    assert (form.kept_list.count(), form.left_out_list.count()) == (kept, out)
    assert "".join(part.text for part in dialog.page.parts) == PAGE
    assert "ponton des bacs" not in dialog.page.content.body


def test_keep_makes_the_article_and_opens_it(qtbot: QtBot, dialog: Any, settle: Settle):
    window = dialog.parent()
    bodies = [part.text.strip() for part in dialog.page.parts if part.role is PartRole.BODY]
    qtbot.keyClick(dialog.form.keep_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.current_desk is not None, timeout=10_000)
    qtbot.waitUntil(lambda: window.desk("articles").shown is not None, timeout=10_000)
    content = window.newsroom.write.open(window.desk("articles").shown.article.id).content
    assert content.body.split("\n\n") == bodies
    assert str(content.published_on) == "2026-11-03"


def test_a_date_that_is_none_is_refused_in_words_and_nothing_is_lost(qtbot: QtBot, dialog: Any):
    dialog.form.date_edit.setText("yesterday")
    qtbot.keyClick(dialog.form.keep_button, Qt.Key.Key_Space)
    assert "yesterday" in dialog.form.counts_label.text()
    assert dialog.isVisible()


def test_an_empty_clipboard_asks_for_text_and_says_if_there_is_none(
    qtbot: QtBot, start: Start, profile: Path
):
    session = start(profile)
    dialog = ImportDialog(session.window, Source())
    dialog.show()
    assert dialog.form.pages.currentIndex() == SOURCE
    qtbot.keyClick(dialog.form.keep_button, Qt.Key.Key_Space)
    assert dialog.form.source_problem_label.text()
    dialog.reject()


def test_a_file_that_is_no_text_is_refused_in_one_sentence(
    qtbot: QtBot, start: Start, profile: Path, tmp_path: Path
):
    picture = tmp_path / "picture.txt"
    picture.write_bytes(bytes(range(256)) * 64)
    session = start(profile)
    dialog = ImportDialog(session.window, Source(path=picture))
    dialog.show()
    qtbot.waitUntil(lambda: dialog.form.pages.currentIndex() == SOURCE, timeout=20_000)
    assert dialog.form.source_problem_label.text().endswith(".")
    dialog.reject()


def test_dropped_files_typed_addresses_and_text_are_told_apart(tmp_path: Path):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "page.html"))])
    assert Source.from_mime(mime).path == tmp_path / "page.html"
    assert Source.from_text(" https://example.org/page ").url == "https://example.org/page"
    assert Source.from_text("https://example.org is down, says the mayor").url == ""
