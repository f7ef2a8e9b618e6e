# SPDX-License-Identifier: GPL-3.0-or-later
"""The website's folder: what others keep there stays, damage is said, one publication at a time."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from editor_app.domain.errors import EndpointRefused
from tests.fakes.pages import changed, make_image, make_page
from tests.publishing.sites import html, open_site

PROJECT = Path(__file__).resolve().parents[2]
WAYS = pytest.mark.parametrize("in_order", [False, True], ids=["exchanged", "in order"])

_READ_ONLY_WRITER = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from editor_app.domain.errors import EndpointRefused
from tests.fakes.pages import make_page
from tests.publishing.sites import open_site
try:
    open_site(Path(sys.argv[1])).put(make_page(headline="Refused"), token="")
except EndpointRefused as error:
    print(error.message)
"""


def snapshot(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder but the lock."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "lock"
    }


@WAYS
def test_what_others_put_in_the_folder_stays(tmp_path: Path, in_order: bool):
    website = open_site(tmp_path, in_order=in_order)
    page = make_page()
    token = website.put(page, token="").token
    (website.folder / "CNAME").write_text("news.example\n")
    (website.folder / "en" / "notes.txt").write_text("mine")
    second = website.put(changed(page, headline="Second"), token=token)
    website.withdraw(page.article_id, token=second.token)
    assert (website.folder / "CNAME").read_text() == "news.example\n"
    assert (website.folder / "en" / "notes.txt").read_text() == "mine"


def test_a_repository_in_the_folder_is_never_taken_from_under_its_program(tmp_path: Path):
    website = open_site(tmp_path)
    token = website.put(make_page(headline="One"), token="").token
    (website.folder / ".git").mkdir()
    (website.folder / ".git" / "HEAD").write_text("ref: refs/heads/main\n")
    inode = website.folder.stat().st_ino
    website.put(make_page(headline="Two"), token="")
    assert website.folder.stat().st_ino == inode  # written in order: the folder is the same one
    assert (website.folder / ".git" / "HEAD").exists()
    assert "Two" in html(website, "en/index.html")
    assert token


def test_a_foreign_page_in_the_way_is_not_overwritten(tmp_path: Path):
    website = open_site(tmp_path)
    website.identify()
    (website.folder / "en").mkdir()
    (website.folder / "en" / "about.html").write_text("mine")
    with pytest.raises(EndpointRefused, match=r"about\.html is in the way"):
        website.put(make_page(headline="About"), token="")
    assert (website.folder / "en" / "about.html").read_text() == "mine"


def test_a_page_that_somebody_deleted_is_made_again(tmp_path: Path):
    website = open_site(tmp_path)
    website.put(make_page(headline="One"), token="")
    (website.folder / "robots.txt").unlink()
    (website.folder / "en" / "one.html").unlink()
    website.put(make_page(headline="Two"), token="")
    assert "Sitemap" in html(website, "robots.txt")
    assert "One" in html(website, "en/one.html")


def test_a_folder_with_something_else_in_it_is_refused_untouched(tmp_path: Path):
    website = open_site(tmp_path)
    website.folder.mkdir()
    (website.folder / "thesis.odt").write_text("years of work")
    with pytest.raises(EndpointRefused, match=r"thesis\.odt"):
        website.identify()
    assert [path.name for path in website.folder.iterdir()] == ["thesis.odt"]


def test_a_damaged_note_stops_the_publication_and_loses_nothing(tmp_path: Path):
    website = open_site(tmp_path)
    page = make_page()
    website.put(page, token="")
    note = website.folder / ".editor-app" / "pages" / f"{page.article_id}.json"
    note.write_text("{")
    before = snapshot(website.folder)
    with pytest.raises(EndpointRefused, match="damaged"):
        website.put(make_page(headline="Other"), token="")
    assert snapshot(website.folder) == before


def test_two_windows_publish_one_after_the_other(tmp_path: Path):
    one, two = open_site(tmp_path), open_site(tmp_path)
    failures: list[BaseException] = []

    def publish(website: object, name: str) -> None:
        try:
            for number in range(6):
                website.put(make_page(headline=f"{name} {number}"), token="")  # type: ignore[attr-defined]
        except BaseException as error:  # noqa: BLE001 - told to the test's own thread
            failures.append(error)

    threads = [threading.Thread(target=publish, args=pair) for pair in ((one, "One"), (two, "Two"))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert len(list((one.folder / "en").glob("*-*.html"))) == 12


def test_a_read_only_folder_changes_nothing_and_is_said(tmp_path: Path):
    website = open_site(tmp_path)
    website.put(make_page(), token="")
    before = snapshot(website.folder)
    command = [sys.executable, "-c", _READ_ONLY_WRITER, str(tmp_path), str(PROJECT)]
    if os.geteuid() == 0:  # root may write anywhere unless it gives that up
        command = ["setpriv", "--bounding-set=-all", "--inh-caps=-all", *command]
    folders = [tmp_path, website.folder, *(p for p in website.folder.rglob("*") if p.is_dir())]
    for folder in folders:
        folder.chmod(0o555)
    try:
        done = subprocess.run(command, capture_output=True, text=True, cwd=PROJECT, check=False)
    finally:
        for folder in folders:
            folder.chmod(0o755)
    assert "cannot be written: Permission denied. It is unchanged." in done.stdout, done.stderr
    assert snapshot(website.folder) == before


def test_a_damaged_or_missing_image_changes_nothing(tmp_path: Path):
    website = open_site(tmp_path)
    image = make_image(tmp_path)
    image.path.write_bytes(image.path.read_bytes()[:500])
    page = make_page(lead_image=image.asset.id, media=(image,))
    before = snapshot(website.folder)
    with pytest.raises(EndpointRefused, match="has changed on disk"):
        website.put(page, token="")
    website.identify()
    assert not any(path.startswith("media/") for path in snapshot(website.folder))
    assert before == {}
