# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads and writes settings.toml: upgrades older files, keeps a copy before, never guesses."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Callable
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from editor_app.domain.errors import CannotSave
from editor_app.settings.settings import VERSION, Settings

_Plain = dict[str, Any]
_UPGRADES: dict[int, Callable[[_Plain], _Plain]] = {}


def upgrade(*, to: int) -> Callable[[Callable[[_Plain], _Plain]], Callable[[_Plain], _Plain]]:
    """Register a function that turns settings of version ``to - 1`` into version ``to``."""

    def register(function: Callable[[_Plain], _Plain]) -> Callable[[_Plain], _Plain]:
        _UPGRADES[to] = function
        return function

    return register


class SettingsFile:
    """One settings.toml."""

    def __init__(self, path: Path) -> None:
        """Use the file at ``path``; it need not be there."""
        self.path = path
        self.problem = ""  # a sentence if the file could not be read and defaults are used

    def load(self) -> Settings:
        """Return the settings; a damaged file is set aside and the defaults are used."""
        try:
            plain: _Plain = tomllib.loads(self.path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return Settings()
        except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
            aside = self.path.with_suffix(".damaged.toml")
            if not isinstance(error, OSError):
                self.path.replace(aside)
            self.problem = f"The settings could not be read; the old file is kept as {aside.name}."
            return Settings()
        version = plain.pop("version", 1)
        for step in range(version + 1, VERSION + 1):
            plain = _UPGRADES[step](plain)
        return Settings(**_fitting(plain))

    def save(self, settings: Settings) -> None:
        """Write the settings whole or not at all; raises CannotSave."""
        import tomli_w

        text = tomli_w.dumps({"version": VERSION, **asdict(settings)})
        fresh = self.path.with_suffix(".new")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with fresh.open("w", encoding="utf-8") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            fresh.replace(self.path)
        except OSError as error:
            raise CannotSave(f"The settings cannot be written to {self.path}.") from error


def _fitting(plain: _Plain) -> _Plain:
    """Return the known keys whose values have the right type; others fall back to defaults."""
    defaults = asdict(Settings())
    known = {setting.name for setting in fields(Settings)}
    return {
        key: value
        for key, value in plain.items()
        if key in known and type(value) is type(defaults[key])
    }
