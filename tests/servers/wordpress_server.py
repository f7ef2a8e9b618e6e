# SPDX-License-Identifier: GPL-3.0-or-later
"""A real WordPress on 127.0.0.1: Debian's WordPress, PHP's own server, MariaDB on a Unix socket.

`python3 tests/servers/wordpress_server.py prepare` downloads and installs it once for each suite;
`run SUITE` serves one until Ctrl-C. Tests take `WordPressServer`: a private copy for each.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from hashlib import sha256
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.servers.debian_packages import DebianPackages, ServersUnavailable, require_debian
from tests.servers.wordpress_files import HERE, Programs, copy_wordpress

CACHE = HERE.parents[1] / ".tools" / "servers"
THEMES = {"bookworm": "twentytwentythree", "trixie": "twentytwentyfive", "sid": "twentytwentyfive"}
SUITES = ("bookworm", "trixie")
ZONE = "Europe/Paris"  # not UTC, so that mixing local time and GMT shows
_PROGRAMS = [
    *("php-cli", "php-mysql", "php-gd", "php-xml", "php-mbstring", "php-curl", "php-zip"),
    *("mariadb-server-core", "mariadb-client-core"),
]
_KEYS = ("AUTH_KEY", "SECURE_AUTH_KEY", "LOGGED_IN_KEY", "NONCE_KEY")
_SALTS = ("AUTH_SALT", "SECURE_AUTH_SALT", "LOGGED_IN_SALT", "NONCE_SALT")
_PATIENCE_S = 60.0


def prepare(suite: str) -> Path:
    """Return the template of an installed site, made once: downloads, database, accounts."""
    template = CACHE / f"wordpress-{suite}" / "template"
    if (template / "credentials.json").is_file():
        return template
    require_debian()
    programs = Programs(
        DebianPackages(CACHE / "programs").provide(_PROGRAMS, with_dependencies=True)
    )
    theme = THEMES[suite]
    wanted = ["wordpress", f"wordpress-theme-{theme}", "php-getid3", "libjs-cropper"]
    wanted += ["libjs-underscore", "libjs-lodash"]
    if suite == "bookworm":
        wanted += ["libphp-phpmailer", "libjs-jquery-ui"]
    packages = DebianPackages(CACHE / f"wordpress-{suite}" / "debian", suite=suite)
    root = packages.provide(wanted, with_dependencies=False)
    shutil.rmtree(template, ignore_errors=True)
    copy_wordpress(root, template / "wordpress", theme)
    _install(programs, template, theme)
    return template


def _install(programs: Programs, template: Path, theme: str) -> None:
    share, data = programs.root / "usr/share/mysql", template / "db"
    (data / "mysql").mkdir(parents=True)
    names = ("mysql_system_tables", "mysql_performance_tables", "mysql_system_tables_data")
    scripts = [share / f"{name}.sql" for name in (*names, "maria_add_gis_sp_bootstrap")]
    text = "CREATE DATABASE IF NOT EXISTS mysql;\nUSE mysql;\n"
    text += "\n".join(path.read_text(encoding="utf-8") for path in scripts if path.is_file())
    text += "\nCREATE DATABASE wordpress CHARACTER SET utf8mb4;\n"
    subprocess.run(
        programs.mariadbd(data, "--bootstrap", "--skip-grant-tables"),
        input=text, text=True, check=True, capture_output=True, env=programs.environment,
    )  # fmt: skip
    server = WordPressServer.__new__(WordPressServer)
    server.adopt(programs, template, port=80)
    try:
        server.start_database()
        out = template / "credentials.part"
        script = [str(HERE / "php/install.php"), str(template / "wordpress"), str(out), ZONE, theme]
        done = subprocess.run(
            programs.php(*script), capture_output=True, text=True, env=programs.environment
        )
        if done.returncode or not out.is_file():
            raise ServersUnavailable(f"WordPress was not installed: {done.stderr or done.stdout}")
    finally:
        server.stop()
    out.rename(template / "credentials.json")


class WordPressServer:
    """One private, running site; `stop` ends exactly the processes that were started."""

    def __init__(self, suite: str, *, environment: dict[str, str] | None = None) -> None:
        """Copy the template into a folder of its own and serve it on a free port."""
        template = prepare(suite)
        self._temporary = tempfile.mkdtemp(prefix=f"wp-{suite}-")
        folder = Path(self._temporary) / "site"
        shutil.copytree(template, folder)
        self.adopt(Programs(CACHE / "programs" / "root"), folder, port=_free_port())
        given = json.loads((folder / "credentials.json").read_text(encoding="utf-8"))
        self.version: str = given["version"]
        self.passwords: dict[str, str] = given["accounts"]
        self._more_environment = environment or {}
        try:
            self.start()
        except BaseException:
            self.stop()
            raise

    def adopt(self, programs: Programs, folder: Path, *, port: int) -> None:
        """Take an instance's folder; nothing runs yet."""
        self._programs, self._folder = programs, folder
        self.port = port
        self.url = f"http://127.0.0.1:{port}"
        self._database: subprocess.Popen[bytes] | None = None
        self._web: subprocess.Popen[bytes] | None = None
        self._more_environment: dict[str, str] = {}
        self.write_config()

    @property
    def documents(self) -> Path:
        """Return the folder that is served."""
        return self._folder / "wordpress"

    @property
    def rest_url(self) -> str:
        """Return the address of the REST interface."""
        return f"{self.url}/wp-json/"

    def write_config(self) -> None:
        """Write wp-config.php for this folder and port."""
        defined: dict[str, str | bool] = {
            "DB_NAME": "wordpress", "DB_USER": "root", "DB_PASSWORD": "",
            "DB_HOST": f"localhost:{self._folder / 'db.sock'}", "DB_CHARSET": "utf8mb4",
            "DB_COLLATE": "", "WP_HOME": self.url, "WP_SITEURL": self.url,
            "WP_ENVIRONMENT_TYPE": "local",  # application passwords without TLS
            "WP_HTTP_BLOCK_EXTERNAL": True,  # nothing leaves the machine
            "WP_ACCESSIBLE_HOSTS": "127.0.0.1,localhost",
            "AUTOMATIC_UPDATER_DISABLED": True, "WP_AUTO_UPDATE_CORE": False,
            "DISALLOW_FILE_MODS": True, "WP_DEBUG": False,
        }  # fmt: skip
        defined |= {name: sha256(name.encode()).hexdigest() for name in (*_KEYS, *_SALTS)}
        lines = [
            f"defined('{key}') || define('{key}', {json.dumps(v)});" for key, v in defined.items()
        ]
        text = "<?php\n" + "\n".join(lines) + "\n$table_prefix = 'wp_';\n"
        text += "defined('ABSPATH') || define('ABSPATH', __DIR__.'/');\n"
        text += "require_once ABSPATH.'wp-settings.php';\n"
        (self.documents / "wp-config.php").write_text(text, encoding="utf-8")

    def start(self) -> None:
        """Start the database and the web server, and wait until the site answers."""
        self.start_database()
        self.start_web()

    def start_database(self) -> None:
        """Start MariaDB on its Unix socket."""
        if len(str(self._folder / "db.sock")) > 100:
            raise ServersUnavailable(f"the path of a Unix socket in {self._folder} is too long")
        options = (f"--socket={self._folder / 'db.sock'}", f"--pid-file={self._folder / 'db.pid'}")
        command = self._programs.mariadbd(self._folder / "db", *options, "--skip-grant-tables")
        self._database = self._spawn(command, "db.log")
        self._wait_for(lambda: (self._folder / "db.sock").exists(), self._database, "db.log")

    def start_web(self) -> None:
        """Start PHP's server with several workers: wp-cron calls the site itself."""
        limits = ("-dupload_max_filesize=8M", "-dpost_max_size=10M", "-dmax_execution_time=60")
        served = ("-S", f"127.0.0.1:{self.port}", "-t", str(self.documents))
        command = self._programs.php(*limits, *served, str(HERE / "php/router.php"))
        self._web = self._spawn(command, "web.log")
        self._wait_for(self._answers, self._web, "web.log")

    def stop(self, *, keep: bool = False) -> None:
        """End what was started, and remove a private copy unless it is to be kept."""
        for process in (self._web, self._database):
            _end(process)
        self._web = self._database = None
        if temporary := getattr(self, "_temporary", "") if not keep else "":
            shutil.rmtree(temporary, ignore_errors=True)

    def stop_web(self) -> None:
        """End only the web server."""
        _end(self._web)
        self._web = None

    def reset(self) -> None:
        """Empty content, comments, terms and media."""
        self.php((HERE / "php/reset.php").read_text(encoding="utf-8").removeprefix("<?php"))
        shutil.rmtree(self.documents / "wp-content/uploads", ignore_errors=True)
        (self.documents / "wp-content/uploads").mkdir()

    def php(self, code: str) -> str:
        """Run PHP inside the site and return what it printed."""
        host = json.dumps({"HTTP_HOST": f"127.0.0.1:{self.port}", "REQUEST_METHOD": "GET"})
        begin = f"$_SERVER = json_decode('{host}', true) + $_SERVER;"
        load = f"{begin} $_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1'; require '{self.documents}/wp-load.php';"
        done = subprocess.run(
            self._programs.php("-r", f"{load} {code}"),
            capture_output=True, text=True, check=True, env=self._programs.environment,
        )  # fmt: skip
        return done.stdout

    def run_cron(self) -> None:
        """Let wp-cron do what is due."""
        command = self._programs.php(str(self.documents / "wp-cron.php"))
        subprocess.run(command, check=False, capture_output=True, env=self._programs.environment)

    def _spawn(self, command: list[str], log: str) -> subprocess.Popen[bytes]:
        environment = self._programs.environment | {"PHP_CLI_SERVER_WORKERS": "4"}
        with (self._folder / log).open("wb") as out:
            return subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT,
                env=environment | self._more_environment, start_new_session=True,
            )  # fmt: skip

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(self.rest_url, timeout=10) as reply:
                return reply.status == 200
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            return False

    def _wait_for(self, ready: object, process: subprocess.Popen[bytes], log: str) -> None:
        assert callable(ready)
        until = time.monotonic() + _PATIENCE_S
        while not ready():
            if process.poll() is not None or time.monotonic() > until:
                words = (self._folder / log).read_text(encoding="utf-8", errors="replace")
                raise ServersUnavailable(f"{log}: {words[-500:]}")
            time.sleep(0.05)


def _end(process: subprocess.Popen[bytes] | None) -> None:
    """End a process and its workers, which share its group."""
    if process is None:
        return
    for sign in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, sign)
            process.wait(timeout=20)
        except ProcessLookupError:
            process.wait()
        except subprocess.TimeoutExpired:
            continue
        return


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def main(arguments: list[str]) -> int:
    """Prepare all suites, or serve one until Ctrl-C."""
    try:
        if arguments[:1] == ["run"]:
            server = WordPressServer(arguments[1] if len(arguments) > 1 else "trixie")
            print(
                json.dumps({"url": server.url, "passwords": server.passwords}, indent=1), flush=True
            )
            signal.signal(signal.SIGTERM, signal.default_int_handler)
            try:
                signal.pause()
            except KeyboardInterrupt:
                return 0
            finally:
                server.stop()
        for suite in SUITES:
            started = time.monotonic()
            server = WordPressServer(suite)
            server.stop()
            print(
                f"WordPress {server.version} ({suite}) starts; {time.monotonic() - started:.1f} s"
            )
    except ServersUnavailable as problem:
        print(f"NO REAL SERVERS: {problem}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
