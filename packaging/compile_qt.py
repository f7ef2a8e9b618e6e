# SPDX-License-Identifier: GPL-3.0-or-later
"""Compile forms (uic), translations (lrelease) and resources (rcc) into editor_app/gui/forms/.

By hand: `python packaging/compile_qt.py`. Only what changed is made again; the build hook and
packaging/dev.py call the same functions. Standard library only: it runs before anything is
installed but PySide6 itself.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

ROOT = Path(__file__).resolve().parent.parent
FORMS = Path("editor_app/gui/forms")
RECORD_NAME = "made-from.json"
# Folders under resources/ that the window reads as Qt resources (`:/icons/…`, `:/themes/…`).
RESOURCE_FOLDERS = ("icons", "themes")
PACKAGE_TEXT = (
    '"""Compiled from ui/ and resources/ by packaging/compile_qt.py; not kept in git."""\n'
)


@dataclass(frozen=True)
class Target:
    """One output and everything it is made from."""

    tool: str
    inputs: tuple[Path, ...]
    output: Path


class QtToolError(Exception):
    """A Qt tool is missing or refused its input; the message says which."""


def pyside_folder() -> Path:
    """Return the folder of the installed PySide6."""
    spec = importlib.util.find_spec("PySide6")
    locations = spec.submodule_search_locations if spec else None
    if not locations:
        raise QtToolError("PySide6 is not installed for this Python; run `make setup` first.")
    return Path(next(iter(locations)))


def qt_tool(pyside: Path, name: str) -> Path:
    """Return the path of a Qt tool that PySide6 brings (uic, rcc, lrelease, lupdate)."""
    suffix = ".exe" if sys.platform == "win32" else ""
    for folder in (pyside / "Qt" / "libexec", pyside, pyside / "Qt" / "bin"):
        if (folder / f"{name}{suffix}").is_file():
            return folder / f"{name}{suffix}"
    raise QtToolError(f"Qt's tool {name} is not in {pyside}.")


def targets(root: Path) -> list[Target]:
    """List what has to exist, from what the source folders hold now."""
    forms = root / FORMS
    found = [
        Target("uic", (form,), forms / f"ui_{form.stem}.py")
        for form in sorted((root / "ui").glob("*.ui"))
    ]
    found += [
        Target("lrelease", (catalogue,), forms / f"{catalogue.stem}.qm")
        for catalogue in sorted((root / "resources" / "translations").glob("*.ts"))
    ]
    files = tuple(
        path
        for folder in RESOURCE_FOLDERS
        for path in sorted((root / "resources" / folder).rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    )
    if files:
        found.append(Target("rcc", files, forms / "resources.rcc"))
    return found


def fingerprint(target: Target, root: Path, qt: str) -> str:
    """Return a hash of a target's tool, Qt version, input names and input bytes."""
    digest = hashlib.sha256(f"{target.tool} {qt}".encode())
    for path in target.inputs:
        digest.update(path.relative_to(root).as_posix().encode() + b"\0")
        digest.update(path.read_bytes() + b"\0")
    return digest.hexdigest()


def qt_version(pyside: Path) -> str:
    """Return the installed PySide6's version without importing it."""
    versions = sorted(path.name for path in pyside.parent.glob("[pP]y[sS]ide6_[eE]ssentials-*"))
    return versions[-1] if versions else "unknown"


def resource_collection(target: Target, root: Path) -> str:
    """Return the .qrc text that names a target's files as `:/icons/…` and `:/themes/…`."""
    lines = ["<RCC><qresource>"]
    for path in target.inputs:
        alias = path.relative_to(root / "resources").as_posix()
        lines.append(f"<file alias={quoteattr(alias)}>{escape(path.as_posix())}</file>")
    return "\n".join([*lines, "</qresource></RCC>", ""])


def run_tool(command: list[str]) -> None:
    """Run one Qt tool; its complaint becomes the error."""
    finished = subprocess.run(command, capture_output=True, text=True, check=False)
    if finished.returncode != 0:
        raise QtToolError(f"{' '.join(command)}\n{finished.stderr.strip()}")


def make(target: Target, root: Path, pyside: Path) -> None:
    """Make one output; a reader sees the old file or the whole new one."""
    fresh = target.output.with_name(f".{os.getpid()}-{target.output.name}")
    tool = str(qt_tool(pyside, target.tool))
    if target.tool == "uic":
        run_tool([tool, "-g", "python", str(target.inputs[0]), "-o", str(fresh)])
    elif target.tool == "lrelease":
        run_tool([tool, "-silent", str(target.inputs[0]), "-qm", str(fresh)])
    else:
        collection = target.output.with_suffix(".qrc")
        collection.write_text(resource_collection(target, root), encoding="utf-8")
        run_tool([tool, "--binary", str(collection), "-o", str(fresh)])
        collection.unlink()
    os.replace(fresh, target.output)


def read_record(path: Path) -> dict[str, str]:
    """Return output name → fingerprint of the last run; an unreadable record is an empty one."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}


def compile_all(root: Path = ROOT, pyside: Path | None = None) -> list[Path]:
    """Make what is missing or out of date, remove what has no source; return what was made."""
    pyside = pyside or pyside_folder()
    forms = root / FORMS
    forms.mkdir(parents=True, exist_ok=True)
    package = forms / "__init__.py"
    if not package.is_file():
        package.write_text(PACKAGE_TEXT, encoding="utf-8")
    record_path = forms / RECORD_NAME
    record = read_record(record_path)
    qt = qt_version(pyside)
    now: dict[str, str] = {}
    made: list[Path] = []
    for target in targets(root):
        now[target.output.name] = fingerprint(target, root, qt)
        if record.get(target.output.name) != now[target.output.name] or not target.output.is_file():
            make(target, root, pyside)
            made.append(target.output)
    for name in record.keys() - now.keys():
        (forms / name).unlink(missing_ok=True)
    if now != record:
        record_path.write_text(json.dumps(now, indent=1, sort_keys=True), encoding="utf-8")
    return made


def update_translations(root: Path = ROOT, pyside: Path | None = None) -> None:
    """Bring the .ts catalogues up to date with the strings in the code and the forms."""
    pyside = pyside or pyside_folder()
    folder = root / "resources" / "translations"
    folder.mkdir(parents=True, exist_ok=True)
    tool = str(qt_tool(pyside, "lupdate"))
    sources = [
        path.relative_to(root).as_posix()
        for pattern in ("editor_app/gui/**/*.py", "editor_app/*.py", "ui/*.ui")
        for path in sorted(root.glob(pattern))
        if FORMS not in path.relative_to(root).parents
    ]
    # Without "-locations none" every moved line would change the catalogue.
    options = ["-silent", "-extensions", "py,ui", "-locations", "none", "-no-obsolete"]
    always = {folder / "editor_app_en.ts", folder / "editor_app_fr.ts"}
    for catalogue in sorted({*folder.glob("*.ts"), *always}):
        language = catalogue.stem.removeprefix("editor_app_")
        # The strings are English already: only their singulars and plurals are told apart there.
        plurals = ["-pluralonly"] if language == "en" else []
        command = [tool, *options, *plurals, *sources, "-source-language", "en"]
        finished = subprocess.run(
            [*command, "-target-language", language, "-ts", str(catalogue)], cwd=root, check=False
        )
        if finished.returncode != 0:
            raise QtToolError(f"lupdate failed on {catalogue.name}.")
        text = catalogue.read_text(encoding="utf-8")
        lacking = text.count('type="unfinished"')
        print(f"{catalogue.name}: {text.count('<message')} strings, {lacking} not translated")


def main() -> int:
    """Compile by hand and say what was made."""
    try:
        made = compile_all()
    except QtToolError as error:
        print(error, file=sys.stderr)
        return 1
    for path in made:
        print(f"made {path.relative_to(ROOT).as_posix()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
