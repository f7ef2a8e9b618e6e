# SPDX-License-Identifier: GPL-3.0-or-later
"""Forms, translations and resources are compiled when they changed, and only then."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "packaging"))
import compile_qt

FORM = """<ui version="4.0"><class>Page</class><widget class="QWidget" name="page">
<layout class="QVBoxLayout" name="rows"><item><widget class="QLabel" name="{name}"/></item></layout>
</widget></ui>"""
CATALOGUE = """<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS><TS version="2.1" language="fr">
<context><name>Page</name><message><source>Save</source><translation>Enregistrer</translation>
</message></context></TS>"""
ICON = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>'


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name, text in {
        "ui/page.ui": FORM.format(name="title_label"),
        "resources/translations/editor_app_fr.ts": CATALOGUE,
        "resources/icons/a & b.svg": ICON,
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def _made(project: Path) -> list[str]:
    return [path.name for path in compile_qt.compile_all(project)]


def test_everything_is_made_once_and_then_left_alone(project: Path) -> None:
    assert _made(project) == ["ui_page.py", "editor_app_fr.qm", "resources.rcc"]
    assert _made(project) == []


def test_only_what_changed_is_made_again(project: Path) -> None:
    compile_qt.compile_all(project)
    (project / "ui/page.ui").write_text(FORM.format(name="byline_label"), encoding="utf-8")
    assert _made(project) == ["ui_page.py"]
    compiled = project / compile_qt.FORMS / "ui_page.py"
    assert "byline_label" in compiled.read_text(encoding="utf-8")


def test_a_lost_output_is_made_again(project: Path) -> None:
    compile_qt.compile_all(project)
    (project / compile_qt.FORMS / "editor_app_fr.qm").unlink()
    assert _made(project) == ["editor_app_fr.qm"]


def test_the_output_of_a_removed_form_goes(project: Path) -> None:
    compile_qt.compile_all(project)
    (project / "ui/page.ui").unlink()
    assert _made(project) == []
    assert not (project / compile_qt.FORMS / "ui_page.py").exists()


def test_a_broken_form_is_named_and_leaves_the_last_good_output(project: Path) -> None:
    compile_qt.compile_all(project)
    compiled = project / compile_qt.FORMS / "ui_page.py"
    before = compiled.read_bytes()
    (project / "ui/page.ui").write_text("<ui><widget", encoding="utf-8")
    with pytest.raises(compile_qt.QtToolError, match=r"page\.ui"):
        compile_qt.compile_all(project)
    assert compiled.read_bytes() == before
