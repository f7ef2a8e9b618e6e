# SPDX-License-Identifier: GPL-3.0-or-later
"""Secrets of sites lie in the keyring, or in a file that only its owner reads."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail, null
from keyring.errors import KeyringLocked, PasswordDeleteError

from editor_app.domain.errors import AuthRefused, BadInput, EndpointBusy
from editor_app.domain.ids import SiteId
from editor_app.domain.site import Site, SiteKind
from editor_app.settings.credentials import CredentialStore

SECRET = "abcd EFGH 1234 ijkl"
SITE = Site(SiteId("0191"), "The Tide", SiteKind.WORDPRESS, "https://tide.example", user="ida")


class MemoryKeyring(KeyringBackend):
    """A keyring that forgets at the end of the test."""

    priority = 1  # pyright: ignore[reportAssignmentType, reportIncompatibleMethodOverride]

    def __init__(self) -> None:
        super().__init__()
        self.held: dict[tuple[str, str], str] = {}
        self.locked = False

    def get_password(self, service: str, username: str) -> str | None:
        if self.locked:
            raise KeyringLocked(f"no {SECRET} for you")
        return self.held.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.held[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.held.pop((service, username), None) is None:
            raise PasswordDeleteError("none")


@pytest.fixture(autouse=True)
def ring() -> Iterator[MemoryKeyring]:
    before = keyring.get_keyring()
    ring = MemoryKeyring()
    keyring.set_keyring(ring)
    yield ring
    keyring.set_keyring(before)


def test_the_keyring_keeps_and_forgets(tmp_path: Path, ring: MemoryKeyring) -> None:
    CredentialStore(tmp_path).keep(SITE.id, SECRET)
    assert CredentialStore(tmp_path).secret_for(SITE) == SECRET
    assert list(tmp_path.iterdir()) == []
    CredentialStore(tmp_path).forget(SITE.id)
    assert ring.held == {}
    CredentialStore(tmp_path).forget(SITE.id)
    with pytest.raises(AuthRefused, match="The Tide is not on this computer"):
        CredentialStore(tmp_path).secret_for(SITE)


def test_a_file_instead_is_for_its_owner_only(tmp_path: Path, ring: MemoryKeyring) -> None:
    store = CredentialStore(tmp_path)
    store.keep(SITE.id, SECRET, in_file=True)
    assert ring.held == {}
    if sys.platform != "win32":
        assert store.file.stat().st_mode & 0o777 == 0o600
    assert CredentialStore(tmp_path).secret_for(SITE) == SECRET
    store.keep(SITE.id, "another one")
    assert not store.file.exists()
    assert store.secret_for(SITE) == "another one"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_a_file_that_others_can_read_is_not_used(tmp_path: Path) -> None:
    store = CredentialStore(tmp_path)
    store.keep(SITE.id, SECRET, in_file=True)
    os.chmod(store.file, 0o644)
    with pytest.raises(AuthRefused, match="chmod 600"):
        store.secret_for(SITE)


def test_a_damaged_file_is_not_quoted(tmp_path: Path) -> None:
    store = CredentialStore(tmp_path)
    store.keep(SITE.id, SECRET, in_file=True)
    with store.file.open("a") as file:
        file.write(SECRET)
    with pytest.raises(AuthRefused, match="it is damaged") as caught:
        store.secret_for(SITE)
    assert SECRET not in repr(caught.getrepr(chain=True))


@pytest.mark.parametrize("backend", [fail.Keyring, null.Keyring])
def test_without_a_keyring_the_file_is_suggested(
    tmp_path: Path, backend: type[KeyringBackend]
) -> None:
    keyring.set_keyring(backend())
    store = CredentialStore(tmp_path)
    with pytest.raises(BadInput, match="--keyring file"):
        store.keep(SITE.id, SECRET)
    store.keep(SITE.id, SECRET, in_file=True)
    assert store.secret_for(SITE) == SECRET
    store.forget(SITE.id)
    assert not store.file.exists()


def test_a_locked_keyring_is_a_reason_to_wait(tmp_path: Path, ring: MemoryKeyring) -> None:
    CredentialStore(tmp_path).keep(SITE.id, SECRET)
    ring.locked = True
    with pytest.raises(EndpointBusy, match="locked") as caught:
        CredentialStore(tmp_path).secret_for(SITE)
    assert SECRET not in str(caught.value)


def test_a_secret_given_for_once_wins_and_is_kept_nowhere(
    tmp_path: Path, ring: MemoryKeyring
) -> None:
    store = CredentialStore(tmp_path)
    store.keep(SITE.id, SECRET)
    store.give(SITE.id, "for once")
    assert store.secret_for(SITE) == "for once"
    assert "for once" not in ring.held.values()
    assert CredentialStore(tmp_path).secret_for(SITE) == SECRET
