# SPDX-License-Identifier: GPL-3.0-or-later
"""PHP, MariaDB and WordPress's files as Debian packs them, made to run from any folder."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
_EXTENSIONS = (
    *("mysqlnd", "xml", "dom", "mysqli", "curl", "gd", "mbstring", "simplexml", "xmlreader", "zip"),
    *("ctype", "fileinfo", "tokenizer", "exif", "iconv", "posix", "phar"),
)


@dataclass(frozen=True)
class Programs:
    """PHP and MariaDB as unpacked, with what they need to run from a folder."""

    root: Path

    @property
    def environment(self) -> dict[str, str]:
        """Return the environment in which the unpacked libraries are found."""
        machine = os.uname().machine
        folders = [
            self.root / f"usr/lib/{machine}-linux-gnu",
            self.root / f"lib/{machine}-linux-gnu",
        ]
        return os.environ | {"LD_LIBRARY_PATH": ":".join(map(str, folders)), "PHPRC": "/dev/null"}

    def php(self, *arguments: str) -> list[str]:
        """Return a PHP command line that reads no configuration of the machine."""
        program = sorted((self.root / "usr/bin").glob("php[0-9]*"))[-1]
        extensions = sorted((self.root / "usr/lib/php").glob("20*"))[-1]
        settings = [f"-dextension_dir={extensions}", "-ddisplay_errors=0", "-dmemory_limit=256M"]
        cache = extensions / "opcache.so"
        if cache.is_file():
            settings += [f"-dzend_extension={cache}", "-dopcache.enable_cli=1"]
        there = [name for name in _EXTENSIONS if (extensions / f"{name}.so").is_file()]
        return [
            str(program),
            "-n",
            *settings,
            *(f"-dextension={name}" for name in there),
            *arguments,
        ]

    def mariadbd(self, data: Path, *options: str) -> list[str]:
        """Return the command line of a database server of our own."""
        share = self.root / "usr/share"
        program = self.root / "usr/sbin/mariadbd"
        user = "root" if os.getuid() == 0 else str(os.getuid())
        return [
            *(str(program), "--no-defaults", f"--datadir={data}", f"--user={user}"),
            f"--lc-messages-dir={share / 'mysql'}",
            f"--character-sets-dir={share / 'mysql/charsets'}",
            *("--skip-networking", "--skip-log-bin", "--performance-schema=off"),
            *("--innodb-buffer-pool-size=64M", "--innodb-log-file-size=16M"),
            *("--innodb-doublewrite=0", "--innodb-flush-log-at-trx-commit=0"),
            *("--max-allowed-packet=64M", "--character-set-server=utf8mb4", *options),
        ]


def copy_wordpress(root: Path, target: Path, theme: str) -> None:
    """Copy the packaged files; links that lead out of the tree become what they lead to."""
    source = root / "usr/share/wordpress"
    left_out = shutil.ignore_patterns(".htaccess", "wp-config.php", "languages")
    shutil.copytree(source, target, symlinks=True, ignore=left_out)
    for link in [path for path in target.rglob("*") if path.is_symlink()]:
        relative = link.relative_to(target)
        led_to = os.readlink(link)
        inside = root / led_to.lstrip("/") if led_to.startswith("/") else None
        found = inside or Path(os.path.normpath((source / relative).parent / led_to))
        link.unlink()
        if found.is_dir():
            shutil.copytree(found, link)
        elif found.is_file():
            shutil.copy(found, link)
    for name in ("uploads", "mu-plugins", "languages", "themes"):
        (target / "wp-content" / name).mkdir(parents=True, exist_ok=True)
    for place in ("var/lib/wordpress/wp-content", "usr/share/wordpress/wp-content"):
        packaged = root / place / "themes" / theme
        if packaged.is_dir() and not (target / "wp-content/themes" / theme).is_dir():
            shutil.copytree(packaged, target / "wp-content/themes" / theme)
    shutil.copy(HERE / "php/loopback.php", target / "wp-content/mu-plugins/loopback.php")
