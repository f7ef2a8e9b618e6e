# SPDX-License-Identifier: GPL-3.0-or-later
"""A reader sees a publication whole or not at all, whatever goes wrong."""

from __future__ import annotations

import os
import re
import resource
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from editor_app.domain.errors import EndpointBusy
from editor_app.publishing.endpoints.static_site import folder_swap
from tests.fakes.pages import changed, make_page
from tests.publishing.sites import html, open_site

PROJECT = Path(__file__).resolve().parents[2]
WAYS = pytest.mark.parametrize("in_order", [False, True], ids=["exchanged", "in order"])


def snapshot(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder but the lock."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "lock"
    }


def beside(folder: Path) -> list[str]:
    return [path.name for path in folder.parent.iterdir() if path.name.startswith(".")]


def test_a_reader_meets_every_article_that_any_list_names_during_many_publications(tmp_path: Path):
    website = open_site(tmp_path)
    website.put(make_page(headline="Story 0"), token="")
    stop, broken, rounds = threading.Event(), list[str](), [0]

    def read() -> None:
        root = os.open(website.folder, os.O_RDONLY)
        while not stop.is_set():
            os.close(root)
            root = os.open(website.folder, os.O_RDONLY)  # one generation, as a request sees it
            check_generation(root)
            rounds[0] += 1
        os.close(root)

    def check_generation(root: int) -> None:
        try:
            for number in re.findall(r">Story (\d+)<", read_at(root, "en/index.html")):
                read_at(root, f"en/story-{number}.html")
        except FileNotFoundError:
            # The generation was replaced and cleared away while it was read: only a miss in
            # one that is still in place counts.
            if os.stat(website.folder).st_ino == os.fstat(root).st_ino:
                broken.append(f"round {rounds[0]}")

    def read_at(root: int, path: str) -> str:
        handle = os.open(path, os.O_RDONLY, dir_fd=root)
        with os.fdopen(handle, encoding="utf-8") as file:
            text = file.read()
        if not text.endswith("</html>"):
            broken.append(path)
        return text

    reader = threading.Thread(target=read)
    reader.start()
    try:
        for number in range(1, 25):
            website.put(make_page(headline=f"Story {number}"), token="")
    finally:
        stop.set()
        reader.join()
    assert rounds[0] > 10
    assert broken == []


def test_a_reader_by_path_never_misses_a_page_or_gets_half_of_one(tmp_path: Path):
    website = open_site(tmp_path)
    page = make_page(headline="Always here")
    token = website.put(page, token="").token
    stop, broken, rounds = threading.Event(), list[str](), [0]

    def read() -> None:
        while not stop.is_set():
            for path in ("index.html", "en/index.html", "en/always-here.html", "en/feed.xml"):
                try:
                    text = html(website, path)
                except FileNotFoundError:
                    broken.append(f"{path} missing")
                else:
                    if not text.endswith((">", ">\n")):
                        broken.append(f"{path} cut off")
            rounds[0] += 1

    reader = threading.Thread(target=read)
    reader.start()
    try:
        for number in range(30):
            page = changed(page, standfirst=f"Edition {number}.")
            token = website.put(page, token=token).token
    finally:
        stop.set()
        reader.join()
    assert rounds[0] > 10
    assert broken == []


@WAYS
def test_unchanged_pages_keep_their_inode_and_time(tmp_path: Path, in_order: bool):
    website = open_site(tmp_path, in_order=in_order)
    website.put(
        make_page(headline="First", section="Sport", tags=("A",), bylines=("Bo",)), token=""
    )
    before = (website.folder / "en/first.html").stat()
    style = next((website.folder / "assets").glob("*.css")).stat()
    website.put(make_page(headline="Second", section="Sport", tags=("B",)), token="")
    website.put(
        make_page(headline="Troisième", language="fr", section="Sport", tags=("C",)), token=""
    )
    assert next((website.folder / "assets").glob("*.css")).stat().st_ino == style.st_ino
    settled = (website.folder / "en/first.html").stat()
    far = make_page(headline="Quatrième", language="fr", section="Sport", tags=("D",))
    website.put(far, token="")
    after = (website.folder / "en/first.html").stat()
    assert (after.st_ino, after.st_mtime_ns) == (settled.st_ino, settled.st_mtime_ns)
    assert before.st_ino != settled.st_ino  # its related stories and languages had changed


class PowerCut(BaseException):
    """Stands for the moment the machine stops."""


@WAYS
def test_power_cut_before_anything_is_visible_changes_nothing(tmp_path: Path, in_order: bool):
    website = open_site(tmp_path, in_order=in_order)
    page = make_page()
    token = website.put(page, token="").token
    before = snapshot(website.folder)

    def cut() -> None:
        raise PowerCut

    broken = open_site(tmp_path, in_order=in_order, before_exchange=cut)
    with pytest.raises(PowerCut):
        broken.put(changed(page, headline="Never seen"), token=token)
    assert {k: v for k, v in snapshot(website.folder).items() if "/next/" not in k} == before
    assert website.put(changed(page, headline="Seen"), token=token).state == "live"
    assert "Seen" in html(website, "en/index.html")
    assert not any("/next/" in path for path in snapshot(website.folder))


_KILLED_WRITER = """
import os, signal, sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from tests.fakes.pages import make_page
from tests.publishing.sites import open_site
website = open_site(Path(sys.argv[1]), in_order=sys.argv[3] == "order")
print("ready", flush=True)
number = int(sys.argv[4])
while True:
    website.put(make_page(headline=f"Story {number}"), token="")
    print(number, flush=True)
    number += 1
"""


@pytest.mark.slow
@pytest.mark.parametrize("way", ["swap", "order"])
def test_kill_9_in_the_middle_leaves_a_whole_website(tmp_path: Path, way: str):
    website = open_site(tmp_path, in_order=way == "order")
    website.identify()
    promised, number = list[int](), 0
    for attempt in range(8):
        command = [
            sys.executable,
            "-c",
            _KILLED_WRITER,
            str(tmp_path),
            str(PROJECT),
            way,
            str(number),
        ]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=PROJECT) as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            for _ in range(attempt % 3 + 1):
                promised.append(int(writer.stdout.readline()))
            # Somewhere in the next publication: the further the attempt, the later.
            threading.Event().wait(0.004 * attempt)
            os.kill(writer.pid, signal.SIGKILL)
            promised += [int(line) for line in writer.stdout.read().split()]
        number = promised[-1] + 2
        website.put(make_page(headline=f"After {attempt}"), token="")
        front = html(website, "en/index.html")
        for told in promised[-5:]:
            assert (website.folder / f"en/story-{told}.html").is_file()
            assert f">Story {told}<" in front
        assert beside(website.folder) == []
        named = {path.stem for path in (website.folder / "en").glob("*.html")}
        assert {f"after-{index}" for index in range(attempt + 1)} <= named


@WAYS
def test_a_full_disk_changes_nothing_and_is_said(tmp_path: Path, in_order: bool):
    website = open_site(tmp_path, in_order=in_order)
    page = make_page()
    token = website.put(page, token="").token
    before = snapshot(website.folder)
    with full_disk(), pytest.raises(EndpointBusy, match=r"is full\. The website is unchanged"):
        website.put(changed(page, body="long " * 4000), token=token)
    assert snapshot(website.folder) == before
    assert beside(website.folder) == []
    website.put(changed(page, body="long " * 4000), token=token)


class full_disk:  # noqa: N801 - used like a function
    """Let no file grow beyond 8 kB: the system then refuses to write, as on a full disk."""

    def __enter__(self) -> None:
        self._old = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (8192, self._old[1]))

    def __exit__(self, *_: object) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, self._old)


@pytest.fixture
def no_exchange(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A system that knows no exchange of folders."""
    monkeypatch.setattr(sys, "platform", "win32")
    yield
    monkeypatch.undo()


@pytest.mark.usefixtures("no_exchange")
def test_where_folders_cannot_be_exchanged_it_is_written_in_order(tmp_path: Path):
    with pytest.raises(folder_swap.SwapUnsupported):
        folder_swap.exchange(tmp_path, tmp_path)
    website = open_site(tmp_path)
    page = make_page()
    website.put(page, token="")
    assert (website.folder / "en/the-ferry-comes-back.html").exists()


def test_an_interrupted_journal_is_completed_by_the_next_look(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    website = open_site(tmp_path, in_order=True)
    page = make_page()
    token = website.put(page, token="").token
    real, calls = os.replace, [0]

    def replace_until_the_power_fails(source: Path, target: Path) -> None:
        calls[0] += 1
        if calls[0] == 5:
            raise PowerCut
        real(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", replace_until_the_power_fails)
        with pytest.raises(PowerCut):
            website.put(changed(page, headline="Completed later"), token=token)
    found = website.find(page.article_id)
    assert found is not None
    assert found.token != token
    for path in ("en/index.html", "en/feed.xml", "en/the-ferry-comes-back.html"):
        assert "Completed later" in html(website, path)
    assert not (website.folder / ".editor-app" / "journal.json").exists()
