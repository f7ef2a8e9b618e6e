# SPDX-License-Identifier: GPL-3.0-or-later
"""Hatchling's build hook: compile Qt's files first, and lay resources/ into the wheel."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileQtHook(BuildHookInterface[Any]):
    """Runs packaging/compile_qt.py for wheel and editable installs alike."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile into editor_app/gui/forms/; a wheel carries resources/ inside the package."""
        if self.target_name != "wheel":
            return
        root = Path(self.root)
        _load_compile_qt(root).compile_all(root)
        if version != "editable":
            build_data["force_include"][str(root / "resources")] = "editor_app/resources"


def _load_compile_qt(root: Path) -> Any:
    # By path: packaging/ is no package, else it would hide PyPI's `packaging`.
    path = root / "packaging" / "compile_qt.py"
    spec = importlib.util.spec_from_file_location("compile_qt", path)
    if spec is None or spec.loader is None:
        raise ImportError(f"Cannot load {path}.")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up there
    spec.loader.exec_module(module)
    return module
