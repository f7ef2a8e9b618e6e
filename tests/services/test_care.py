# SPDX-License-Identifier: GPL-3.0-or-later
"""Backups come back whole, images are copied in at once, sites go without taking articles."""

import os
import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from editor_app.bootstrap import Newsroom, open_newsroom
from editor_app.domain.errors import BadInput, CannotSave, NotFound, RuleRefused, UnreadableFile
from editor_app.domain.site import SiteKind
from editor_app.services.back_up import restore_backup, verify_backup
from editor_app.services.views import LibraryQuery


def _picture(path: Path, colour: str = "navy") -> Path:
    Image.new("RGB", (640, 400), colour).save(path)
    return path


def test_a_backup_restored_elsewhere_is_the_same_newsroom(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    article = newsroom.write.create(language="fr", headline="Été", body="Un mot.").value
    newsroom.media.add(article.id, _picture(tmp_path / "a.png"), alt="A sea", lead=True)
    backup = newsroom.backup.backup(tmp_path / "b.zip")
    restore_backup(backup, tmp_path / "other")
    again = open_newsroom(tmp_path / "other")
    assert again.write.open(article.id).content == newsroom.write.open(article.id).content
    asset = again.media.all_of(article.id)[0]
    assert again.media.path(asset.id).read_bytes() == (tmp_path / "a.png").read_bytes()
    again.close()


def test_a_damaged_backup_is_refused_and_nothing_is_unpacked(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    backup = newsroom.backup.backup(tmp_path / "b.zip")
    data = bytearray(backup.read_bytes())
    data[len(data) // 2] ^= 0xFF
    backup.write_bytes(bytes(data))
    with pytest.raises(UnreadableFile):
        restore_backup(backup, tmp_path / "other")
    assert not (tmp_path / "other").exists()


def test_a_backup_with_a_path_that_climbs_out_is_refused(tmp_path: Path) -> None:
    evil = tmp_path / "evil.zip"
    with zipfile.ZipFile(evil, "w") as archive:
        archive.writestr("../out.txt", "x")
        archive.writestr("manifest.json", '{"format": 1, "files": {"../out.txt": "0"}}')
    with pytest.raises(UnreadableFile, match="impossible name"):
        verify_backup(evil)


@pytest.mark.parametrize(
    "manifest",
    ["[]", "null", "{}", '{"format": 1, "files": []}', '{"format": 1, "files": {"a": 1}}', "{"],
)
def test_a_backup_with_a_table_of_contents_that_is_none_is_refused(
    tmp_path: Path, manifest: str
) -> None:
    odd = tmp_path / "odd.zip"
    with zipfile.ZipFile(odd, "w") as archive:
        archive.writestr("a", "x")
        archive.writestr("manifest.json", manifest)
    with pytest.raises(UnreadableFile):
        verify_backup(odd)


def test_a_backup_that_asks_for_a_password_is_refused(newsroom: Newsroom, tmp_path: Path) -> None:
    backup = newsroom.backup.backup(tmp_path / "b.zip")
    data = bytearray(backup.read_bytes())
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(mark)
        while place >= 0:
            data[place + flags] |= 1
            place = data.find(mark, place + 4)
    backup.write_bytes(bytes(data))
    with pytest.raises(UnreadableFile, match="not a whole"):
        verify_backup(backup)


def test_the_doctor_names_an_image_that_cannot_be_read(newsroom: Newsroom, tmp_path: Path) -> None:
    article = newsroom.write.create(language="en", headline="The quay").value
    asset = newsroom.media.add(article.id, _picture(tmp_path / "a.png"), alt="A sea").value
    path = newsroom.media.path(asset.id)
    path.unlink()
    path.mkdir()
    ill = [line.message for line in newsroom.health.report(offline=True) if not line.ok]
    assert ill == ["a.png cannot be read."]


def test_a_backup_never_goes_over_a_newsroom(newsroom: Newsroom, tmp_path: Path) -> None:
    backup = newsroom.backup.backup(tmp_path / "b.zip")
    with pytest.raises(BadInput, match="already"):
        restore_backup(backup, newsroom.folder)


def test_a_backup_that_cannot_be_written_says_so_and_leaves_no_half_file(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(CannotSave):
        newsroom.backup.backup(tmp_path / "file" / "b.zip")


def test_an_image_stays_when_its_original_is_deleted_and_the_same_bytes_are_kept_once(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    first = newsroom.write.create(language="en", headline="One").value
    second = newsroom.write.create(language="en", headline="Two").value
    original = _picture(tmp_path / "boat.png")
    one = newsroom.media.add(first.id, original, alt="A boat").value
    two = newsroom.media.add(second.id, original).value
    original.unlink()
    assert one.id == two.id
    assert newsroom.media.path(one.id).exists()
    assert (one.width, one.height, one.mime_type) == (640, 400, "image/png")


@pytest.mark.parametrize("what", ["text", "truncated", "svg", "empty"])
def test_what_is_no_whole_image_is_refused_by_name(
    newsroom: Newsroom, tmp_path: Path, what: str
) -> None:
    article = newsroom.write.create(language="en", headline="One").value
    whole = BytesIO()
    Image.effect_noise((400, 400), 90).save(whole, "PNG")
    data = {
        "text": b"hello",
        "truncated": whole.getvalue()[:900],
        "svg": b"<svg onload='x'/>",
        "empty": b"",
    }[what]
    path = tmp_path / "picture.png"
    path.write_bytes(data)
    with pytest.raises(UnreadableFile, match=r"picture\.png"):
        newsroom.media.add(article.id, path)
    assert newsroom.media.all_of(article.id) == ()


def test_removing_a_site_keeps_every_article_and_refuses_while_something_waits(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    article = newsroom.write.create(language="en", headline="One", body="Two").value
    site = newsroom.sites.add("Town site", SiteKind.STATIC, str(tmp_path / "out")).value
    newsroom.publish.confirm(article.id, site.id)
    with pytest.raises(RuleRefused, match="still waits"):
        newsroom.sites.remove(site.id)
    list(newsroom.sync.run())
    newsroom.sites.remove(site.id)
    assert newsroom.browse.rows(LibraryQuery())[0].id == article.id
    with pytest.raises(NotFound):
        newsroom.sites.by_name("Town site")
    newsroom.sites.add("Town site", SiteKind.STATIC, str(tmp_path / "out2"))


def test_two_sites_cannot_share_a_name(newsroom: Newsroom, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="already"):
        newsroom.sites.add("this COMPUTER", SiteKind.STATIC, str(tmp_path / "out"))


def test_the_whole_library_exported_and_imported_elsewhere_has_equal_content(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    for number in range(3):
        newsroom.write.create(
            language="fr", headline=f"Titre {number} : « été »", body="# Un\n\n* deux *\n\n---\n"
        )
    written = newsroom.export.all_to(tmp_path / "out")
    other = open_newsroom(tmp_path / "other")
    results = list(other.imports.import_files([tmp_path / "out"]))
    assert [result.error for result in results] == [""] * len(written) == ["", "", ""]
    mine = {
        row.headline: newsroom.write.open(row.id) for row in newsroom.browse.rows(LibraryQuery())
    }
    for row in other.browse.rows(LibraryQuery()):
        assert other.write.open(row.id).content == mine[row.headline].content
    other.close()


def test_an_export_into_a_file_as_if_it_were_a_folder_says_so(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    newsroom.write.create(language="en", headline="The quay")
    (tmp_path / "file").write_text("mine")
    with pytest.raises(CannotSave):
        newsroom.export.all_to(tmp_path / "file")
    assert (tmp_path / "file").read_text() == "mine"


def test_a_file_whose_name_is_no_text_is_imported(newsroom: Newsroom, tmp_path: Path) -> None:
    odd = tmp_path / os.fsdecode(b"caf\xe9.txt")
    try:
        odd.write_text("The harbour\n\nThe harbour of Saltmouth reopened on Tuesday, they said.")
    except OSError:
        pytest.skip("This file system has no such names.")
    (one,) = newsroom.imports.import_files([odd], language="en")
    assert one.error == ""
    assert one.page is not None
    assert one.page.source_name == "caf\ufffd.txt"


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="It needs a file without an end.")
def test_a_file_without_an_end_is_refused(newsroom: Newsroom) -> None:
    with pytest.raises(UnreadableFile, match="zero is neither a file nor a folder"):
        newsroom.imports.propose_file(Path("/dev/zero"))


def test_one_bad_file_in_a_folder_stops_nothing(newsroom: Newsroom, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.md").write_text("---\nheadline: One\nlanguage: en\n---\nText of the first one.\n")
    (folder / "b.md").write_bytes(b"")
    (folder / "c.md").write_text("---\nheadline: Two\nlanguage: en\n---\nText of the second.\n")
    results = list(newsroom.imports.import_files([folder]))
    assert [bool(result.article) for result in results] == [True, False, True]
    assert results[1].error.endswith(".")


@pytest.mark.parametrize("days", [(date.min, date.min), (date.max, date.max), (date.min, date.max)])
def test_the_calendar_can_be_asked_about_the_first_and_the_last_day(
    newsroom: Newsroom, days: tuple[date, date]
) -> None:
    assert newsroom.calendar.items(*days) == ()


def test_a_list_may_ask_for_more_rows_than_there_can_be(newsroom: Newsroom) -> None:
    newsroom.write.create(language="en", headline="The quay")
    assert len(newsroom.browse.rows(LibraryQuery(limit=10**25, offset=0))) == 1
    assert newsroom.browse.rows(LibraryQuery(limit=1, offset=10**25)) == ()


def test_a_restored_newsroom_never_publishes_into_the_folder_of_the_one_it_came_from(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    article = newsroom.write.create(language="en", headline="One", body="Two").value
    restore_backup(newsroom.backup.backup(tmp_path / "b.zip"), tmp_path / "other")
    again = open_newsroom(tmp_path / "other")
    again.publish.confirm(article.id, again.sites.default().id)
    list(again.sync.run())
    assert (tmp_path / "other" / "site" / "en" / "one.html").exists()
    assert not (newsroom.folder / "site").exists()
    again.close()
