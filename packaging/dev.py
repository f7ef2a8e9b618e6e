# SPDX-License-Identifier: GPL-3.0-or-later
"""Every project command, from a machine that has only Python: `python3 packaging/dev.py run`.

The Makefile's targets are aliases of these; on Windows: `uv run --no-project packaging/dev.py run`.
Standard library only, and each command does the set-up by itself.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable

if sys.version_info < (3, 11):  # noqa: UP036 - this file runs before pip could refuse
    sys.exit(f"Editor App needs Python 3.11 or newer; this is {sys.version.split()[0]}.")

import browser_for_tests
import compile_qt
import project_environment
import system_libraries
from project_environment import ROOT, child_environment, run_uv, venv_python
from system_libraries import SetupProblem, say

NO_DISPLAY = "There is no display to open the window on; `make demo` shows the same without one."
CHECKS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("pyright",),
    ("lint-imports",),
    ("pytest", "-q", "tests/architecture"),
)


def main(arguments: list[str]) -> int:
    """Run one command; its name is the first argument, the rest is passed on to it."""
    if not arguments or arguments[0] not in COMMANDS:
        print(f"usage: python3 packaging/dev.py {{{','.join(COMMANDS)}}} [ARGUMENT…]")
        return 2
    try:
        project_environment.set_up()
        return COMMANDS[arguments[0]](arguments[1:])
    except SetupProblem as problem:
        say(str(problem))
        return 1
    except KeyboardInterrupt:
        return 130


def setup(_rest: list[str]) -> int:
    """Say where the program is; the set-up itself was done before."""
    print(f"Ready: {venv_python().parent / 'editor-app'}")
    return 0


def run(rest: list[str]) -> int:
    """Open the window."""
    shown_on = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform.startswith("linux") and not any(os.environ.get(name) for name in shown_on):
        say(NO_DISPLAY)
        return 1
    if not os.environ.get("QT_QPA_PLATFORM"):
        system_libraries.require_window_libraries()
    return python("-m", "editor_app", *rest)


def demo(rest: list[str]) -> int:
    """Do the main job without a window, and leave a website and screenshots behind."""
    return python("-m", "editor_app.demo", *rest)


def test(rest: list[str]) -> int:
    """Run the fast suite."""
    return python("-m", "pytest", "-m", "not slow", *rest)


def slow(rest: list[str]) -> int:
    """Run the slow suite."""
    return python("-m", "pytest", "-m", "slow", *rest)


def bench(rest: list[str]) -> int:
    """Run the benchmarks and print their figures."""
    plain = ("-p", "no:randomly", "-o", "python_files=bench_*.py", "-o", "timeout=0", "-s", "-q")
    return python("-m", "pytest", *plain, "tests/benchmarks", *rest)


def check(_rest: list[str]) -> int:
    """Run every static check, all of them even after a failure."""
    failed: list[str] = []
    for command in CHECKS:
        say(f"── {' '.join(command)}")
        program = str(venv_python().parent / command[0])
        if subprocess.run([program, *command[1:]], cwd=ROOT, env=child_environment()).returncode:
            failed.append(" ".join(command))
    say(f"Failed: {'; '.join(failed)}" if failed else "All checks passed.")
    return 1 if failed else 0


def package(_rest: list[str]) -> int:
    """Build the wheel into dist/."""
    run_uv(
        *("build", "--wheel", "--no-build-isolation"),
        *("--python", str(venv_python()), "--out-dir", str(ROOT / "dist")),
    )
    return 0


def lock(rest: list[str]) -> int:
    """Write the hash-pinned requirements files from pyproject.toml; `--upgrade` takes news."""
    common = ("pip", "compile", "--quiet", "--universal", "--generate-hashes", "--no-header")
    command = (*common, "--python-version", "3.11", *rest, "pyproject.toml")
    run_uv(*command, "-o", "requirements.txt")
    # The same versions for developers as for users.
    run_uv(*command, "--group", "dev", "-c", "requirements.txt", "-o", "requirements-dev.txt")
    return 0


def translations(_rest: list[str]) -> int:
    """Bring the .ts catalogues up to date and compile them."""
    pyside = project_environment.pyside_folder()
    compile_qt.update_translations(ROOT, pyside)
    compile_qt.compile_all(ROOT, pyside)
    return 0


def browser(_rest: list[str]) -> int:
    """Install what the browser tests need."""
    return 0 if browser_for_tests.provide() else 1


def servers(rest: list[str]) -> int:
    """Fetch the real servers once into .tools/servers, and run the tests that need them."""
    script = str(ROOT / "tests" / "servers" / "wordpress_server.py")
    done = subprocess.run([str(venv_python()), script, "prepare"], env=child_environment())
    if done.returncode:
        return done.returncode
    os.environ["EDITOR_APP_REQUIRE_SERVERS"] = "1"
    return python("-m", "pytest", "-m", "server", *rest)


def python(*arguments: str) -> int:
    """Run the environment's Python in this process's place, or wait for it on Windows."""
    command = [str(venv_python()), *arguments]
    environment = child_environment()
    os.chdir(ROOT)
    if sys.platform != "win32":
        os.execve(command[0], command, environment)
    return subprocess.run(command, env=environment).returncode


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "setup": setup,
    "run": run,
    "demo": demo,
    "test": test,
    "slow": slow,
    "check": check,
    "bench": bench,
    "package": package,
    "lock": lock,
    "translations": translations,
    "browser": browser,
    "servers": servers,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
