# SPDX-License-Identifier: GPL-3.0-or-later
"""The demo does the main job on a machine without a display and touches nothing but its folder."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from editor_app import demo
from editor_app.documents import registry
from editor_app.resources_path import resource


@pytest.mark.slow
def test_the_demo_leaves_a_website_in_two_languages_and_pictures(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    environment = {
        name: value
        for name, value in os.environ.items()
        if "DISPLAY" not in name and name[:3] != "QT_"
    }
    command = [sys.executable, "-m", "editor_app.demo", str(folder)]
    # The second run clears what the first left.
    told = ""
    for _ in range(2):
        ran = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
        assert (ran.returncode, ran.stderr) == (0, ""), ran.stderr
        told = ran.stdout
    assert "to the character: yes" in told
    assert "16 of 16 segments are confirmed" in told
    assert "holds 0 things" in told
    for language, words in (("fr", "phare du Môle"), ("en", "Mole lighthouse")):
        pages = [
            path.read_text(encoding="utf-8")
            for path in (folder / "website" / language).rglob("*.html")
        ]
        assert any(words in page for page in pages)
    assert len(list((folder / "screenshots").glob("*.png"))) >= 5


def test_a_folder_with_other_files_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "website").mkdir()
    (tmp_path / "website" / "mine.html").write_text("mine", encoding="utf-8")
    assert demo.main([str(tmp_path)]) == 1
    assert "holds other files" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["website"]
    assert (tmp_path / "website" / "mine.html").exists()


def test_the_page_of_the_demo_has_its_english_sentence_by_sentence() -> None:
    page = registry.import_pasted_text(resource("demo/page-fr.txt").read_text(encoding="utf-8"))
    english = tomllib.loads(resource("demo/english.toml").read_text(encoding="utf-8"))
    known = {one["fr"] for one in english["sentences"]}
    assert page.headline_suggestion in known
    assert english["standfirst"] in known
    for paragraph in page.content.body.split("\n\n"):
        rest = " ".join(paragraph.split())
        for sentence in sorted(known, key=len, reverse=True):
            rest = rest.replace(sentence, "")
        assert not rest.strip(), rest
