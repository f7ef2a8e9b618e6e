# SPDX-License-Identifier: GPL-3.0-or-later
"""The bundled fonts alone are enough to show every script the newsroom writes in."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from editor_app.resources_path import resource

MAX_TOTAL_BYTES = 4_000_000
SAMPLES = {
    "Noto Serif": "Œuvre déjà naïve « à l’œil » — Ελληνικά, Кириллица, Việt, 1½ €",
    "Inter": "Œuvre déjà naïve « à l’œil » — Ελληνικά, Кириллица, Việt, 1½ €",
    "JetBrains Mono": "déjà Ελληνικά Кириллица 0Oo1lI",
    "Noto Naskh Arabic": "صحيفة جديدة",
    "Noto Sans Arabic": "صحيفة جديدة",
    "Noto Sans Hebrew": "עיתון חדש",
    "Noto Serif Hebrew": "עיתון חדש",
}
ASK_QT = """
import json, sys
from pathlib import Path
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QGuiApplication, QRawFont

app = QGuiApplication([])
before = list(QFontDatabase.families())
for path in sys.argv[2:]:
    assert QFontDatabase.addApplicationFont(path) != -1, path
answer = {"before": before, "after": {}}
for family, text in json.loads(sys.argv[1]).items():
    raw = QRawFont.fromFont(QFont(family))
    answer["after"][family] = {
        "found": QFontInfo(QFont(family)).family(),
        "bold": QFontDatabase.bold(family, "Bold"),
        "lacking": [c for c in text if c != " " and not raw.supportsCharacter(ord(c))],
    }
print(json.dumps(answer))
"""


def _font_files() -> list[Path]:
    return sorted(resource("fonts").rglob("*.[ot]tf"))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="hides fonts with fontconfig")
def test_the_fonts_are_found_and_complete_where_the_system_has_none(tmp_path: Path) -> None:
    no_fonts = tmp_path / "fonts.conf"
    no_fonts.write_text(f"<fontconfig><cachedir>{tmp_path}</cachedir></fontconfig>")
    environment = {
        **os.environ,
        "FONTCONFIG_FILE": str(no_fonts),
        "QT_QPA_PLATFORM": "offscreen",
    }
    arguments = [json.dumps(SAMPLES), *map(str, _font_files())]
    finished = subprocess.run(
        [sys.executable, "-c", ASK_QT, *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert finished.returncode == 0, finished.stderr
    answer = json.loads(finished.stdout)
    assert set(answer["before"]) <= {"Monospace", "Sans Serif", "Serif"}  # aliases without a file
    assert answer["after"] == {
        family: {"found": family, "bold": True, "lacking": []} for family in SAMPLES
    }


def test_every_font_folder_holds_its_licence() -> None:
    folders = {path.parent for path in _font_files()}
    assert folders
    assert [folder.name for folder in folders if not (folder / "LICENSE.txt").is_file()] == []


def test_the_fonts_stay_small() -> None:
    assert sum(path.stat().st_size for path in _font_files()) < MAX_TOTAL_BYTES
