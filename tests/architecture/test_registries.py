# SPDX-License-Identifier: GPL-3.0-or-later
"""Whoever adds a check, a format, an endpoint or a setting cannot forget its line."""

import inspect
from dataclasses import fields
from pathlib import Path

from editor_app.checks.registry import CHECKS
from editor_app.documents.registry import EXPORTERS, IMPORTERS
from editor_app.domain.site import SiteKind
from editor_app.publishing.registry import ENDPOINT_KINDS
from editor_app.settings.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
SHARED_BY_CHECKS = {"check", "registry", "article_texts"}


def _modules(folder: str) -> set[str]:
    return {path.stem for path in (ROOT / folder).glob("*.py")} - {"__init__"}


def _homes(things: tuple[object, ...]) -> set[str]:
    return {type(thing).__module__.rsplit(".", 1)[-1] for thing in things}


def test_every_file_of_checks_is_in_the_registry() -> None:
    assert _modules("editor_app/checks") - SHARED_BY_CHECKS == _homes(CHECKS)


def test_no_two_checks_claim_one_rule() -> None:
    rules = [rule for check in CHECKS for rule in check.rules]
    assert len(rules) == len(set(rules))


def test_every_import_and_export_format_is_in_the_registry() -> None:
    assert _modules("editor_app/documents/importers") == _homes(IMPORTERS)
    assert _modules("editor_app/documents/exporters") == _homes(EXPORTERS)


def test_every_endpoint_folder_is_in_the_registry_under_a_kind_of_its_own() -> None:
    folders = {
        path.name
        for path in (ROOT / "editor_app/publishing/endpoints").iterdir()
        if path.is_dir() and (path / "__init__.py").exists()
    }
    assert len(folders) == len(ENDPOINT_KINDS)
    kinds = [known.kind for known in ENDPOINT_KINDS]
    assert len(set(kinds)) == len(kinds)
    assert set(kinds) <= set(SiteKind)
    text = inspect.getsource(inspect.getmodule(type(ENDPOINT_KINDS[0])) or object)
    assert all(f"endpoints.{folder}" in text for folder in folders)


def test_every_setting_says_what_it_is_for() -> None:
    silent = [setting.name for setting in fields(Settings) if not setting.metadata.get("help")]
    assert silent == []
