# SPDX-License-Identifier: GPL-3.0-or-later
"""Put a publication in place at once: the next generation of the folder, then one exchange.

The next generation is built beside the folder. Unchanged files are hard links, so they keep
inode and time. Where folders cannot be exchanged, `ordered_write` does it file by file.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from editor_app.publishing.endpoints.static_site.content_store import LOCK, STATE, read_manifest
from editor_app.publishing.endpoints.static_site.folder_swap import SwapUnsupported, exchange

_UNFINISHED = f"{STATE}/unfinished"
_NO_LINKS = frozenset(
    {errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EXDEV, errno.EMLINK, errno.EINVAL}
)
_NO_ROOM_BESIDE = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


@dataclass(frozen=True, slots=True)
class Change:
    """What a publication does to the folder; paths under its root, in the order of appearance."""

    write: dict[str, bytes]
    keep: frozenset[str]  # ours and unchanged
    ours: frozenset[str]  # everything that was ours before: what is not kept or written goes
    before_exchange: Callable[[], None] = field(default=lambda: None)  # where tests stop the power

    @property
    def remove(self) -> list[str]:
        """Return what goes."""
        return sorted(self.ours - self.keep - set(self.write))


def swap_in(folder: Path, change: Change) -> None:
    """Make the change visible in one step; raises SwapUnsupported before anything has changed."""
    staging = staging_of(folder)
    try:
        clear_away(folder, staging)
        os.mkdir(staging)
    except OSError as error:
        if error.errno in _NO_ROOM_BESIDE:
            raise SwapUnsupported(str(error)) from error
        raise
    exchanged = False
    try:
        _build(folder, staging, change)
        change.before_exchange()
        exchange(staging, folder)
        exchanged = True
        sync_folder(folder.parent)
    finally:
        if not exchanged:
            shutil.rmtree(staging, ignore_errors=True)
    clear_away(folder, staging)


def staging_of(folder: Path) -> Path:
    """Return where the next generation is built: beside the folder, on the same file system."""
    return folder.with_name(f".{folder.name}.next")


def _build(folder: Path, staging: Path, change: Change) -> None:
    shutil.copymode(folder, staging)
    write_file(staging / _UNFINISHED, b"")
    for path in sorted(change.keep):
        _link(folder / path, staging / path)
    for path in foreign_files(folder, change.ours):
        _link(folder / path, staging / path)
    for path, raw in change.write.items():
        write_file(staging / path, raw)
    for root, _folders, _files in os.walk(staging):
        sync_folder(Path(root))
    (staging / _UNFINISHED).unlink()


def _link(source: Path, target: Path) -> None:
    try:
        try:
            os.link(source, target, follow_symlinks=False)
        except FileNotFoundError:
            target.parent.mkdir(parents=True, exist_ok=True)
            os.link(source, target, follow_symlinks=False)
    except OSError as error:
        if error.errno in _NO_LINKS:
            raise SwapUnsupported(str(error)) from error
        raise


def foreign_files(folder: Path, ours: frozenset[str]) -> list[str]:
    """Return the files that somebody else put here; they stay as they are.

    Raises SwapUnsupported if there are whole folders or links: a program may be at work in
    them, and an exchange would take them away from under it.
    """
    our_folders = {STATE, f"{STATE}/pages"} | {parent for path in ours for parent in _parents(path)}
    found: list[str] = []
    for path, entry in _walk(folder, "", our_folders):
        if path in ours:
            continue
        if not entry.is_file(follow_symlinks=False):
            raise SwapUnsupported(f"{path} is not ours")
        found.append(path)
    if LOCK not in found and (folder / LOCK).exists():
        found.append(LOCK)
    return found


def _parents(path: str) -> Iterator[str]:
    while "/" in path:
        path = path.rpartition("/")[0]
        yield path


def _walk(
    folder: Path, prefix: str, our_folders: set[str]
) -> Iterator[tuple[str, os.DirEntry[str]]]:
    with os.scandir(folder / prefix) as entries:
        for entry in entries:
            path = f"{prefix}/{entry.name}" if prefix else entry.name
            if path in our_folders and entry.is_dir(follow_symlinks=False):
                yield from _walk(folder, path, our_folders)
            else:
                yield path, entry


def clear_away(folder: Path, staging: Path) -> None:
    """Remove the generation before, or one that was never finished; rescue what is not ours.

    A file that somebody changed here in the very moment of the exchange is in the generation
    before, and not in the present one.
    """
    if not staging.is_dir():
        return
    if folder.is_dir() and not (staging / _UNFINISHED).exists() and (staging / STATE).is_dir():
        ours = read_manifest(staging)
        for root, _folders, files in os.walk(staging):
            for name in files:
                path = (Path(root) / name).relative_to(staging).as_posix()
                if path not in ours and not path.startswith(f"{STATE}/"):
                    _rescue(staging / path, folder / path)
    shutil.rmtree(staging)


def _rescue(old: Path, new: Path) -> None:
    if new.exists() and new.stat().st_mtime_ns >= old.stat().st_mtime_ns:
        return
    new.parent.mkdir(parents=True, exist_ok=True)
    os.replace(old, new)


def write_file(path: Path, raw: bytes) -> None:
    """Write a new file and wait until it is on the disk."""
    try:
        handle = open(path, "xb")  # noqa: SIM115 - closed just below
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = open(path, "xb")  # noqa: SIM115 - closed just below
    with handle:
        handle.write(raw)
        handle.flush()
        os.fsync(handle.fileno())


def sync_folder(folder: Path) -> None:
    """Wait until a folder's list of names is on the disk; Windows has no way to ask for it."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
