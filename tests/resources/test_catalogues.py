# SPDX-License-Identifier: GPL-3.0-or-later
"""The translation catalogues compile, and a translation keeps the placeholders of its source."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from editor_app.resources_path import resource

PLACEHOLDER = re.compile(r"%L?\d|%n|\{[^{}]*\}")
FORMS = Path(__file__).resolve().parents[2] / "editor_app" / "gui" / "forms"
CATALOGUES = sorted(resource("translations").glob("*.ts"))


def test_there_is_a_french_catalogue() -> None:
    assert "editor_app_fr.ts" in [path.name for path in CATALOGUES]


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda path: path.name)
def test_a_translation_keeps_the_placeholders_of_its_source(catalogue: Path) -> None:
    wrong: list[str] = []
    for message in ET.parse(catalogue).getroot().iter("message"):
        translation = message.find("translation")
        assert translation is not None
        forms = [form.text for form in translation.iter("numerusform")] or [translation.text]
        source = message.findtext("source") or ""
        wanted = sorted(PLACEHOLDER.findall(source))
        # A plural form may leave its count out: "one story", "une dépêche".
        for form in filter(None, forms):
            found = sorted(PLACEHOLDER.findall(form))
            if found != wanted and found != [one for one in wanted if one != "%n"]:
                wrong.append(source)
    assert wrong == []


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda path: path.name)
def test_a_compiled_catalogue_can_be_loaded(catalogue: Path) -> None:
    assert QTranslator().load(str(FORMS / f"{catalogue.stem}.qm"))
