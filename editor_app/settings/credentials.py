# SPDX-License-Identifier: GPL-3.0-or-later
"""Passwords and tokens of sites: in the system's keyring, or in a file that only its owner reads.

They are asked for by a site's id when a request needs them, and stand nowhere else: not in the
database, not in settings, the log or a backup.
"""

from __future__ import annotations

import json
import os
import stat
import sys
from pathlib import Path
from typing import Any, cast

from editor_app.domain.errors import AuthRefused, BadInput, CannotSave, EndpointBusy
from editor_app.domain.ids import SiteId
from editor_app.domain.site import Site

SERVICE = "editor-app"
FILE_NAME = "credentials.json"
_NO_KEYRING = (
    "This computer has no keyring that can keep the password. Choose the file instead "
    "(--keyring file): only you can read it, and no backup contains it."
)
_LOCKED = "The keyring is locked, or did not let Editor App in. Unlock it and try again."


class CredentialStore:
    """Keeps one secret for each site."""

    def __init__(self, folder: Path) -> None:
        """Keep the file, if one is wanted, in this profile folder."""
        self.file = folder / FILE_NAME
        self._given: dict[SiteId, str] = {}

    def give(self, site_id: SiteId, secret: str) -> None:
        """Use this secret for the site as long as the program runs, and keep it nowhere."""
        self._given[site_id] = secret

    def take_back(self, site_id: SiteId) -> None:
        """Use what is kept for the site again."""
        self._given.pop(site_id, None)

    def secret_for(self, site: Site) -> str:
        """Return the site's secret.

        Raises AuthRefused if there is none here, or others can read the file; EndpointBusy
        while the keyring is locked.
        """
        secret = self._given.get(site.id) or self._in_file().get(site.id)
        secret = secret or _from_keyring(site.id)
        if not secret:
            raise AuthRefused(f"The password for {site.name} is not on this computer.")
        return secret

    def keep(self, site_id: SiteId, secret: str, *, in_file: bool = False) -> None:
        """Keep the site's secret; raises BadInput without a keyring, CannotSave, EndpointBusy."""
        kept = self._in_file()
        if in_file:
            self._write({**kept, site_id: secret})
            return
        _into_keyring(site_id, secret)
        if kept.pop(site_id, None) is not None:
            self._write(kept)

    def forget(self, site_id: SiteId) -> None:
        """Remove the site's secret from everywhere; that there is none is no error."""
        self._given.pop(site_id, None)
        kept = self._in_file()
        if kept.pop(site_id, None) is not None:
            self._write(kept)
        _out_of_keyring(site_id)

    def _in_file(self) -> dict[str, str]:
        try:
            if sys.platform != "win32" and stat.S_IMODE(self.file.stat().st_mode) & 0o077:
                raise AuthRefused(
                    f"Others on this computer can read {self.file}. Take the permission away "
                    "(chmod 600), and think of the passwords in it as known."
                )
            plain: Any = json.loads(self.file.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError) as error:
            # What json says of a bad file would quote it.
            reason = error.strerror if isinstance(error, OSError) else "it is damaged"
            raise AuthRefused(f"The passwords in {self.file} cannot be read: {reason}.") from None
        values = cast("dict[str, Any]", plain) if isinstance(plain, dict) else {}
        return {key: value for key, value in values.items() if isinstance(value, str)}

    def _write(self, kept: dict[str, str]) -> None:
        fresh = self.file.with_suffix(".new")
        try:
            if not kept:
                self.file.unlink(missing_ok=True)
                return
            fresh.unlink(missing_ok=True)
            # Nobody else can open it even while it is written.
            number = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(number, "w", encoding="utf-8") as file:
                json.dump(kept, file, indent=1)
                file.flush()
                os.fsync(file.fileno())
            fresh.replace(self.file)
        except OSError as error:
            raise CannotSave(f"The password cannot be written to {self.file}.") from error


def has_keyring() -> bool:
    """Tell whether this computer has a keyring that keeps something."""
    import keyring
    from keyring.backends import fail, null

    return not isinstance(keyring.get_keyring(), (fail.Keyring, null.Keyring))


def _from_keyring(site_id: SiteId) -> str:
    import keyring
    from keyring.errors import KeyringError

    if not has_keyring():
        return ""
    try:
        return keyring.get_password(SERVICE, site_id) or ""
    except KeyringError:
        raise EndpointBusy(_LOCKED) from None


def _into_keyring(site_id: SiteId, secret: str) -> None:
    import keyring
    from keyring.errors import KeyringError, NoKeyringError

    if not has_keyring():
        raise BadInput(_NO_KEYRING)
    try:
        keyring.set_password(SERVICE, site_id, secret)
    except NoKeyringError:
        raise BadInput(_NO_KEYRING) from None
    except KeyringError:
        raise EndpointBusy(_LOCKED) from None


def _out_of_keyring(site_id: SiteId) -> None:
    import keyring
    from keyring.errors import KeyringError, PasswordDeleteError

    if not has_keyring():
        return
    try:
        keyring.delete_password(SERVICE, site_id)
    except PasswordDeleteError:
        return  # there was none
    except KeyringError:
        raise EndpointBusy(_LOCKED) from None
