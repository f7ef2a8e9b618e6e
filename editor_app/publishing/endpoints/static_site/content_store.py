# SPDX-License-Identifier: GPL-3.0-or-later
"""What the website's folder knows of itself: records, pictures and which files are ours.

It lies in the hidden sub-folder ``.editor-app`` and travels with the pages: a publication
replaces both at once.
"""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from editor_app.domain.errors import EndpointRefused
from editor_app.publishing.endpoints.static_site.images import Picture
from editor_app.publishing.endpoints.static_site.records import Record

STATE = ".editor-app"
FORMAT = 1
LOCK = f"{STATE}/lock"
_SITE, _MEDIA, _MANIFEST = f"{STATE}/site.json", f"{STATE}/media.json", f"{STATE}/manifest.json"
_RECORDS = f"{STATE}/pages"
_SAFE_ID = re.compile(r"[0-9A-Za-z-]{1,64}")
# What operating systems leave lying about: a folder with nothing else is empty.
_LITTER = frozenset({".DS_Store", "Thumbs.db", "desktop.ini", ".directory"})


@dataclass(frozen=True, slots=True)
class State:
    """Everything the folder holds, read at once."""

    identity: str
    records: dict[str, Record] = field(default_factory=lambda: dict[str, Record]())
    pictures: dict[str, Picture] = field(default_factory=lambda: dict[str, Picture]())
    manifest: dict[str, str] = field(default_factory=lambda: dict[str, str]())  # path → key

    def files(self, before: State) -> dict[str, bytes]:
        """Return the state files that differ from what stood there before."""
        files: dict[str, bytes] = {}
        if not before.manifest:
            files[_SITE] = _dump({"format": FORMAT, "identity": self.identity})
        for key, record in self.records.items():
            if before.records.get(key) != record:
                files[record_path(key)] = _dump(record.to_json())
        if self.pictures != before.pictures or not before.manifest:
            files[_MEDIA] = _dump(
                {key: picture.to_json() for key, picture in self.pictures.items()}
            )
        files[_MANIFEST] = _dump(self.manifest)
        return files

    def paths(self) -> set[str]:
        """Return every path that is ours, pages and state alike."""
        state = {_SITE, _MEDIA, _MANIFEST, *(record_path(key) for key in self.records)}
        return state | set(self.manifest)


def record_path(article_id: str) -> str:
    """Return where an article's record lies; raises EndpointRefused for an id that is no id."""
    if not _SAFE_ID.fullmatch(article_id):
        raise EndpointRefused(f"“{article_id}” cannot be the id of an article.")
    return f"{_RECORDS}/{article_id}.json"


def _dump(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, indent=1).encode(
        "utf-8", "surrogatepass"
    )


def read_identity(folder: Path) -> str | None:
    """Return the folder's identity; None if it is new and may be used.

    Raises EndpointRefused for a folder that holds something else or a newer format.
    """
    try:
        plain = json.loads((folder / _SITE).read_bytes())
    except FileNotFoundError:
        _require_empty(folder)
        return None
    except (OSError, ValueError) as error:
        raise EndpointRefused(f"The website in {folder} cannot be read: {error}.") from error
    if plain.get("format", 0) > FORMAT:
        raise EndpointRefused(f"The website in {folder} was written by a newer Editor App.")
    return str(plain["identity"])


def _require_empty(folder: Path) -> None:
    try:
        found = [entry.name for entry in folder.iterdir() if entry.name not in _LITTER]
    except FileNotFoundError:
        return
    except NotADirectoryError as error:
        raise EndpointRefused(f"{folder} is a file, not a folder.") from error
    except OSError as error:
        raise EndpointRefused(f"{folder} cannot be read: {error.strerror}.") from error
    if [name for name in found if name != STATE]:
        raise EndpointRefused(
            f"The folder {folder} is not empty and holds no website of this kind "
            f"(“{sorted(found)[0]}” is in it). Choose an empty folder: nothing must be overwritten."
        )


def new_identity() -> str:
    """Return a random identity for a new website."""
    return f"static:{secrets.token_hex(16)}"


def load_state(folder: Path, identity: str) -> State:
    """Return what the folder holds; raises EndpointRefused if a state file is damaged."""
    try:
        records: dict[str, Record] = {
            record.article_id: record
            for record in map(_read_record, sorted((folder / _RECORDS).glob("*.json")))
        }
        pictures = {key: Picture.from_json(value) for key, value in _load(folder / _MEDIA).items()}
        return State(identity, records, pictures, read_manifest(folder))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise EndpointRefused(
            f"The website’s own notes in {folder / STATE} are damaged. Nothing was changed.",
            words=str(error),
        ) from error


def read_manifest(folder: Path) -> dict[str, str]:
    """Return the files a generation wrote, with the keys they were made with."""
    return dict(_load(folder / _MANIFEST))


def read_record(folder: Path, article_id: str) -> Record | None:
    """Return the record of one article, or None."""
    try:
        return _read_record(folder / record_path(article_id))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise EndpointRefused(
            f"The note of article {article_id} is damaged.", words=str(error)
        ) from error


def _read_record(path: Path) -> Record:
    return Record.from_json(json.loads(path.read_bytes().decode("utf-8", "surrogatepass")))


def _load(path: Path) -> Mapping[str, Any]:
    try:
        return json.loads(path.read_bytes())
    except FileNotFoundError:
        return {}
