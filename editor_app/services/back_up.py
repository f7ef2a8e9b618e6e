# SPDX-License-Identifier: GPL-3.0-or-later
"""Backup: database, media and settings in one verified archive, and the way back."""

from __future__ import annotations

import hashlib
import json
import zipfile
import zlib
from contextlib import suppress
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from editor_app.domain.errors import BadInput, CannotSave, UnreadableFile
from editor_app.domain.progress import NoProgress, Progress
from editor_app.services.workplace import Workplace
from editor_app.storage.care import check_database, copy_database

_MANIFEST = "manifest.json"
_DATABASE = "newsroom.db"
_FORMAT = 1
# A password, a compression that Python does not know, a table of contents that is none.
_ODD_ARCHIVE = (RuntimeError, KeyError, ValueError, TypeError)


class BackUp:
    """Makes backups of this newsroom."""

    def __init__(self, place: Workplace) -> None:
        """Work in this newsroom."""
        self._place = place

    def backup(self, path: Path, progress: Progress | None = None) -> Path:
        """Write a backup and read it back before it counts; return the file.

        Raises CannotSave, leaving no half-written file. Secrets are in the keyring, never here.
        """
        watcher = progress or NoProgress()
        fresh = path.with_name(path.name + ".new")
        try:
            with TemporaryDirectory() as scratch:
                database = Path(scratch) / _DATABASE
                copy_database(self._place.folder / _DATABASE, database)
                check_database(database)
                self._write(fresh, database, watcher)
            verify_backup(fresh)
            fresh.replace(path)
        except OSError as error:
            raise CannotSave(f"The backup cannot be written to {path}.") from error
        finally:
            with suppress(OSError):  # the folder may be what failed
                fresh.unlink()
        return path

    def _write(self, target: Path, database: Path, progress: Progress) -> None:
        files: list[tuple[str, Path]] = [(_DATABASE, database)]
        files += [
            (f"media/{file.relative_to(self._place.media_folder).as_posix()}", file)
            for file in sorted(self._place.media_folder.rglob("*"))
            if file.is_file() and file.suffix != ".new"
        ]
        settings = self._place.settings.path
        if settings.exists():
            files.append(("settings.toml", settings))
        hashes: dict[str, str] = {}
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
            for done, (name, file) in enumerate(files):
                progress.report(done, len(files), name)
                hashes[name] = hashlib.sha256(file.read_bytes()).hexdigest()
                archive.write(file, name)
            archive.writestr(_MANIFEST, json.dumps({"format": _FORMAT, "files": hashes}))


def verify_backup(path: Path) -> dict[str, str]:
    """Return the files of a backup with their SHA-256; raises UnreadableFile if one differs."""
    try:
        with zipfile.ZipFile(path) as archive:
            manifest = json.loads(archive.read(_MANIFEST))
            files = dict[str, str](manifest["files"])
            if manifest["format"] != _FORMAT:
                raise UnreadableFile(f"{path.name} was made by a newer Editor App.")
            for name, sha256 in files.items():
                _refuse_odd_name(name)
                if hashlib.sha256(archive.read(name)).hexdigest() != sha256:
                    raise UnreadableFile(f"{path.name} is damaged: {name} is not as it was saved.")
            if _DATABASE not in files:
                raise UnreadableFile(f"{path.name} is damaged: it holds no newsroom.")
    except (OSError, zipfile.BadZipFile, zlib.error, EOFError, *_ODD_ARCHIVE) as error:
        raise UnreadableFile(f"{path.name} is not a whole Editor App backup.") from error
    return files


def restore_backup(path: Path, folder: Path) -> None:
    """Unpack a verified backup into ``folder``, which must hold no newsroom yet.

    Raises UnreadableFile for a damaged backup, BadInput for a folder in use.
    """
    if (folder / _DATABASE).exists():
        raise BadInput(
            f"There is a newsroom in {folder} already. Choose an empty folder; nothing was changed."
        )
    files = verify_backup(path)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with zipfile.ZipFile(path) as archive:
            # The database comes last: a folder without it is not a newsroom yet.
            for name in sorted(files, key=lambda name: name == _DATABASE):
                target = folder.joinpath(*PurePosixPath(name).parts)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(archive.read(name))
    except OSError as error:
        raise CannotSave(f"The backup cannot be unpacked into {folder}.") from error


def _refuse_odd_name(name: str) -> None:
    parts = PurePosixPath(name).parts
    if not parts or name.startswith("/") or "\\" in name or ":" in name or ".." in parts:
        raise UnreadableFile(f"The backup holds a file with an impossible name: {name!r}.")
