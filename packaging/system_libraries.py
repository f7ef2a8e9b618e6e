# SPDX-License-Identifier: GPL-3.0-or-later
"""The shared libraries Qt needs from a Linux system: probe, install where nobody must be asked.

The lists were read off a bare Debian 12 with ldd, and by running Qt there.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys

# soname → Debian package. Without the first group Qt cannot even be imported.
ALWAYS_NEEDED = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
}
# These only for a window on an X11 or Wayland display.
NEEDED_FOR_A_WINDOW = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}


class SetupProblem(Exception):
    """The set-up cannot go on; the message tells a person what to do."""


def say(text: str) -> None:
    """Tell the person what the set-up is doing."""
    print(text, file=sys.stderr, flush=True)


def missing(libraries: dict[str, str]) -> dict[str, str]:
    """Return those of the libraries that this system cannot load."""
    if not sys.platform.startswith("linux"):
        return {}
    return {soname: package for soname, package in libraries.items() if not _loads(soname)}


def provide_qt_libraries() -> None:
    """Install what Qt lacks where no question is needed; stop only if Qt could not be imported."""
    lacking = missing(ALWAYS_NEEDED)
    for_window = missing(NEEDED_FOR_A_WINDOW)
    if not lacking and not for_window:
        return
    packages = sorted({**lacking, **for_window}.values())
    try:
        install_debian_packages(packages, why="Qt needs libraries that this system lacks")
    except SetupProblem as problem:
        if missing(ALWAYS_NEEDED):
            raise
        say(f"Only the window is affected: {problem}")


def require_window_libraries() -> None:
    """Stop with one sentence if a window cannot open for want of a library."""
    if lacking := missing(NEEDED_FOR_A_WINDOW):
        install_debian_packages(sorted(lacking.values()), why="The window needs libraries")


def install_debian_packages(packages: list[str], *, why: str) -> None:
    """Install packages with apt-get as root or by password-less sudo, else say the line to copy."""
    names = " ".join(packages)
    if shutil.which("apt-get") is None:
        raise SetupProblem(f"{why}; Debian calls them: {names}. Please install your system's.")
    privileged = _privilege()
    if privileged is None:
        raise SetupProblem(f"{why}. Please run: sudo apt-get install -y {names}")
    say(f"{why}: installing {names} …")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    apt = [*privileged, "apt-get", "-qq", "-o", "Dpkg::Use-Pty=0"]
    subprocess.run([*apt, "update"], env=environment, stdout=sys.stderr, check=False)
    command = [*apt, "install", "-y", "--no-install-recommends", *packages]
    if subprocess.run(command, env=environment, stdout=sys.stderr, check=False).returncode != 0:
        raise SetupProblem(f"{why}, and apt-get failed. Please run: apt-get install -y {names}")


def _privilege() -> list[str] | None:
    """Return the prefix that makes a command root's, or None if a person would be asked."""
    if sys.platform == "win32":
        return None
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if (
        sudo
        and subprocess.run([sudo, "-n", "true"], capture_output=True, check=False).returncode == 0
    ):
        return [sudo, "-n"]
    return None


def _loads(soname: str) -> bool:
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True
