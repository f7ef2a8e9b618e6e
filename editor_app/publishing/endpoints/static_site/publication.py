# SPDX-License-Identifier: GPL-3.0-or-later
"""From the folder's state before and after a publication to the files that change."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from editor_app.domain.errors import EndpointBusy, EndpointRefused
from editor_app.publishing.endpoints.static_site.content_store import State
from editor_app.publishing.endpoints.static_site.folder_swap import SwapUnsupported
from editor_app.publishing.endpoints.static_site.generation import Change, swap_in
from editor_app.publishing.endpoints.static_site.options import SiteOptions
from editor_app.publishing.endpoints.static_site.ordered_write import write_in_order
from editor_app.publishing.endpoints.static_site.outputs import Output, all_outputs
from editor_app.publishing.endpoints.static_site.site_model import SiteModel

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def _nothing() -> None:
    """Stand for a step that is only taken in tests."""


@dataclass(frozen=True, slots=True)
class Publisher:
    """Writes states into a folder, at once where the system can, in order elsewhere."""

    options: SiteOptions
    in_order: bool = False  # never exchange folders
    before_exchange: Callable[[], None] = _nothing

    def publish(self, before: State, after: State, files: dict[str, bytes]) -> None:
        """Make `after` public; `files` are new images.

        Raises EndpointRefused or EndpointBusy with nothing changed.
        """
        site = SiteModel(after.records.values(), after.pictures, self.options, after.identity)
        write, keep = dict(files), {path for path in _image_paths(after) if path not in files}
        manifest = dict.fromkeys((*files, *keep), "")
        for output in all_outputs(site):
            self._require_free(output, before)
            manifest[output.path] = output.key
            if before.manifest.get(output.path) == output.key and self._exists(output.path):
                keep.add(output.path)
            else:
                write[output.path] = output.render()
        state = replace(after, manifest=manifest)
        write |= state.files(before)
        keep |= state.paths() - set(write)
        self.commit(Change(write, frozenset(keep), frozenset(before.paths()), self.before_exchange))

    def store_images(self, before: State, after: State, files: dict[str, bytes]) -> None:
        """Add images that no page shows yet: a file at a time is good enough for them."""
        state = replace(after, manifest=before.manifest | dict.fromkeys(files, ""))
        write = files | state.files(before)
        with clear_sentences(self.options.folder):
            write_in_order(
                self.options.folder, Change(write, frozenset(before.paths()), frozenset())
            )

    def commit(self, change: Change) -> None:
        """Bring the change into the folder."""
        folder = self.options.folder
        with clear_sentences(folder):
            if not self.in_order:
                try:
                    swap_in(folder, change)
                except SwapUnsupported:
                    pass  # the way below works everywhere
                else:
                    return
            write_in_order(folder, change)

    def _exists(self, path: str) -> bool:
        return os.path.isfile(self.options.folder / path)

    def _require_free(self, output: Output, before: State) -> None:
        if output.path not in before.manifest and os.path.lexists(
            self.options.folder / output.path
        ):
            raise EndpointRefused(
                f"{self.options.folder / output.path} is in the way: it was not written by this "
                "site. Move it elsewhere, then publish again."
            )


def _image_paths(state: State) -> list[str]:
    return [variant.path for picture in state.pictures.values() for variant in picture.variants]


@contextmanager
def clear_sentences(folder: Path) -> Generator[None]:
    """Turn what the disk says into a sentence for the person.

    Raises EndpointBusy for a full disk, EndpointRefused for any other refusal.
    """
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise EndpointBusy(
                f"The disk that holds {folder} is full. The website is unchanged; "
                "it is published as soon as there is room."
            ) from error
        raise EndpointRefused(
            f"The website in {folder} cannot be written: {error.strerror}. It is unchanged.",
            words=str(error),
        ) from error
