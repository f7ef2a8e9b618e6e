# SPDX-License-Identifier: GPL-3.0-or-later
"""Debian packages unpacked into a folder: no root, nothing installed, the machine's apt untouched."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

KEYRING = Path("/usr/share/keyrings/debian-archive-keyring.gpg")


class ServersUnavailable(Exception):
    """The servers cannot be had on this machine; the message says why."""


def require_debian() -> None:
    """Raise ServersUnavailable unless this is a Debian whose packages can be unpacked."""
    for program in ("apt-get", "dpkg-deb"):
        if shutil.which(program) is None:
            raise ServersUnavailable(f"the real servers come from Debian packages; no {program}")


class DebianPackages:
    """A private apt state in a folder, and what was unpacked from it."""

    def __init__(self, folder: Path, *, suite: str = "") -> None:
        """Use this folder; ``suite`` names another release than the machine's own."""
        self._folder = folder
        self._suite = suite
        self.root = folder / "root"

    def provide(self, packages: list[str], *, with_dependencies: bool) -> Path:
        """Return the folder into which the packages are unpacked; downloads them once."""
        stamp = self._folder / "unpacked.txt"
        if stamp.is_file() and stamp.read_text(encoding="utf-8").split() == packages:
            return self.root
        require_debian()
        shutil.rmtree(self._folder, ignore_errors=True)
        for name in ("lists/partial", "archives/partial", "debs", "root"):
            (self._folder / name).mkdir(parents=True)
        if self._suite:
            self._write_sources()
        self._apt("update")
        if with_dependencies:
            self._apt("install", "--download-only", "--no-install-recommends", "-y", *packages)
            debs = self._folder / "archives"
        else:
            debs = self._folder / "debs"
            self._apt("download", *packages, folder=debs)
        for deb in sorted(debs.glob("*.deb")):
            _run(["dpkg-deb", "-x", str(deb), str(self.root)])
        for name in ("lists", "archives", "debs"):
            shutil.rmtree(self._folder / name)
        stamp.write_text("\n".join(packages), encoding="utf-8")
        return self.root

    def _write_sources(self) -> None:
        wanted = _run(["apt-get", "indextargets", "--format", "$(REPO_URI) $(RELEASE)"])
        pairs = [line.split() for line in wanted.splitlines() if line.count(" ") == 1]
        found = {release: address for address, release in pairs}
        own = next((name for name in found if f"{name}-security" in found), "")
        if not own:
            raise ServersUnavailable("no Debian mirror in this machine's apt sources")
        signed = f"[signed-by={KEYRING}]"
        lines = [f"deb {signed} {found[own]} {self._suite} main"]
        lines.append(f"deb {signed} {found[f'{own}-security']} {self._suite}-security main")
        (self._folder / "sources.list").write_text("\n".join(lines) + "\n", encoding="utf-8")

    def _apt(self, *arguments: str, folder: Path | None = None) -> None:
        here = self._folder.resolve()
        options = {
            "Dir::State::Lists": here / "lists",
            "Dir::Cache": here,
            "Dir::Cache::archives": here / "archives",
            "APT::Sandbox::User": "root",
            "Acquire::Languages": "none",
            "Debug::NoLocking": "1",
        }
        if self._suite:
            options |= {
                "Dir::Etc::SourceList": here / "sources.list",
                "Dir::Etc::SourceParts": "/dev/null",
                "Dir::State": here,
                "APT::Default-Release": "",
            }
        flags = [part for key, value in options.items() for part in ("-o", f"{key}={value}")]
        _run(["apt-get", *flags, "-qq", *arguments], folder=folder)


def _run(command: list[str], *, folder: Path | None = None) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        last = (done.stderr.strip() or done.stdout.strip()).splitlines()[-1:] or ["no words"]
        raise ServersUnavailable(f"{' '.join(command[:1] + command[-3:])}: {last[0]}")
    return done.stdout
