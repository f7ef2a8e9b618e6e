# SPDX-License-Identifier: GPL-3.0-or-later
"""A real WordPress from the command line: add, publish, take off again; its password stays secret."""

from __future__ import annotations

import sqlite3
import zipfile
from base64 import b64encode
from io import StringIO
from pathlib import Path

import pytest

from editor_app import cli as command_line
from tests.cli.running import CommandLine, Ran
from tests.fakes.pages import make_image
from tests.servers.wordpress.desk import rest
from tests.servers.wordpress_server import WordPressServer

SITE = "The Tide"


class Typed:
    """Runs commands, with what is typed in, and remembers everything that was printed."""

    def __init__(self, capsys: pytest.CaptureFixture[str], patch: pytest.MonkeyPatch) -> None:
        self._capsys = capsys
        self._patch = patch
        self.typed = ""
        self.printed = ""

    def __call__(self, arguments: tuple[str, ...]) -> Ran:
        self._patch.setattr("sys.stdin", StringIO(self.typed))
        self._capsys.readouterr()
        code = command_line.main(arguments)
        captured = self._capsys.readouterr()
        self.printed += captured.out + captured.err
        return Ran(code, captured.out, captured.err)


@pytest.fixture
def typed(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Typed:
    return Typed(capsys, monkeypatch)


@pytest.fixture
def cli(typed: Typed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    """The command line on a newsroom of this test."""
    monkeypatch.setenv("EDITOR_APP_PROFILE", str(tmp_path / "newsroom"))
    monkeypatch.delenv("EDITOR_APP_SECRET", raising=False)
    return CommandLine(typed, tmp_path)


def add(cli: CommandLine, typed: Typed, server: WordPressServer, *more: str) -> Ran:
    """Connect the site as its editor."""
    typed.typed = f"{server.passwords['editor']}\n"
    return cli(
        *("sites", "add", SITE, "--kind", "wordpress", "--url", server.url, "--user", "editor"),
        *("--secret-stdin", "--keyring", "file", "--json", *more),
    )


def actions(ran: Ran) -> list[str]:
    """Return what a pass did."""
    return [line["action"] for line in ran.lines]


def test_an_article_goes_there_is_updated_and_comes_off_again(
    cli: CommandLine, typed: Typed, server: WordPressServer, tmp_path: Path, headline: str
) -> None:
    server.reset()
    server.php("update_option('timezone_string', 'Asia/Tokyo');")
    added = add(cli, typed, server)
    assert added.code == 0, added
    assert added.plain["zone"] == "Asia/Tokyo"  # the site's own
    tested = cli.json("sites", "test", SITE)
    assert tested["account"].startswith("editor")
    article = cli.new(headline)
    cli.json("publish", article, "--site", SITE)
    sent = cli("sync", "--site", SITE, "--json")
    assert (sent.code, actions(sent)) == (0, ["published"])
    (post,) = rest(server, f"posts?search={headline}")
    assert sent.lines[0]["href"] == post["link"]
    assert "The council has voted for it." in post["content"]["rendered"]
    cli.json("edit", article, "--headline", f"{headline} sails")
    cli.json("publish", article, "--site", SITE)
    assert actions(cli("sync", "--json")) == ["published"]
    (post,) = rest(server, f"posts?search={headline}")
    assert post["title"]["rendered"] == f"{headline} sails"
    assert cli.lines("sync") == []
    cli.json("unpublish", article, "--site", SITE)
    assert actions(cli("sync", "--json")) == ["unpublished"]
    assert rest(server, f"posts?search={headline}") == []
    cli.json("sites", "remove", SITE)
    assert not (tmp_path / "newsroom" / "credentials.json").exists()
    assert cli.json("show", article)["headline"] == f"{headline} sails"


def test_posts_made_there_are_adopted_and_a_colleagues_edit_comes_back(
    cli: CommandLine, typed: Typed, server: WordPressServer, tmp_path: Path, headline: str
) -> None:
    server.reset()
    body = "<!-- wp:paragraph -->\n<p>Made <em>there</em>.</p>\n<!-- /wp:paragraph -->"
    made = rest(server, "posts", {"title": f"{headline} A &amp; B", "content": body})  # a draft
    assert add(cli, typed, server).code == 0
    (adopted,) = cli.lines("sync")
    assert (adopted["action"], adopted["headline"]) == ("adopted", f"{headline} A & B")
    assert cli.json("show", adopted["article"])["body"].strip() == "Made *there*."
    assert cli.lines("sync") == []
    cli.json("edit", adopted["article"], "--headline", f"{headline} C")
    cli.json("publish", adopted["article"], "--site", SITE)
    (sent,) = cli.lines("sync")
    assert sent["action"] == "published", sent
    (post,) = rest(server, f"posts?search={headline}&context=edit")
    assert (post["id"], post["title"]["raw"]) == (made["id"], f"{headline} C")

    text = "*  odd   Markdown\n*  kept\n\nThe ferry sails at six.\n\nThe quay is new.\n"
    (tmp_path / "odd.md").write_text(text, encoding="utf-8")
    picture = make_image(tmp_path, size=(80, 60), colour="#a1b2c3")
    own = cli.new(f"{headline} ours")
    added = cli.json("media", "add", own, str(picture.path), "--alt", "A quay")
    text += f"\n![A quay](media:{added['media']})\n"
    (tmp_path / "odd.md").write_text(text, encoding="utf-8")
    cli.json("edit", own, "--body", str(tmp_path / "odd.md"))
    cli.json("publish", own, "--site", SITE)
    (sent,) = cli.lines("sync")
    assert sent["action"] == "published", sent
    (post,) = rest(server, "posts?search=ours&context=edit")
    raw = post["content"]["raw"].replace("at six", "at seven")
    rest(server, f"posts/{post['id']}", {"content": raw})
    (pulled,) = cli.lines("sync")
    assert (pulled["action"], pulled["article"]) == ("pulled", own)
    assert cli.json("show", own)["body"] == text.replace("at six", "at seven")
    (tmp_path / "odd.md").write_text(
        text.replace("at six", "at seven").replace("is new", "is old"), encoding="utf-8"
    )
    cli.json("edit", own, "--body", str(tmp_path / "odd.md"))
    rest(server, f"posts/{post['id']}", {"title": f"{headline} theirs"})
    (merged,) = cli.lines("sync")
    assert merged["action"] == "merged"
    shown = cli.json("show", own)
    assert (shown["headline"], "The quay is old." in shown["body"]) == (f"{headline} theirs", True)
    rest(server, f"posts/{post['id']}", method="DELETE")
    assert [line["action"] for line in cli.lines("sync")] == ["deleted_there"]
    assert cli.json("show", own)["headline"] == f"{headline} theirs"


def test_a_password_that_is_refused_pauses_the_site_until_a_good_one_is_given(
    cli: CommandLine, typed: Typed, server: WordPressServer, headline: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    server.reset()
    assert add(cli, typed, server).code == 0
    article = cli.new(headline)
    cli.json("publish", article, "--site", SITE)
    monkeypatch.setenv("EDITOR_APP_SECRET", "wrong wrong wrong wrong")
    ran = cli("sync", "--site", SITE, "--json")
    assert (ran.code, actions(ran)) == (3, ["paused"])
    assert cli("sites", "test", SITE).code == 1
    monkeypatch.delenv("EDITOR_APP_SECRET")
    assert cli("outbox", "--json").lines[0]["state"] == "paused_auth"
    assert actions(cli("sync", "--json")) == []
    typed.typed = "also wrong\n"
    refused = cli("sites", "test", SITE, "--secret-stdin", "--keyring", "file")
    assert refused.code == 1
    assert "also wrong" not in refused.sentence
    typed.typed = f"{server.passwords['editor']}\n"
    assert cli("sites", "test", SITE, "--secret-stdin", "--keyring", "file").code == 0
    assert actions(cli("sync", "--json")) == ["published"]


def test_a_site_whose_password_is_wrong_is_not_added(
    cli: CommandLine, server: WordPressServer, tmp_path: Path
) -> None:
    command = ("sites", "add", SITE, "--kind", "wordpress", "--user", "editor", "--url")
    nothing_given = cli(*command, server.url)
    assert (nothing_given.code, "--secret-stdin" in nothing_given.sentence) == (2, True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("EDITOR_APP_SECRET", "wrong wrong wrong wrong")
        assert "wrong wrong" not in cli(*command, server.url, "--keyring", "file").sentence
        spelled = server.url.replace("http://", "http://editor:hidden@")
        assert "hidden" not in cli(*command, spelled, "--keyring", "file").sentence
    assert SITE not in cli("sites", "list").out
    assert not (tmp_path / "newsroom" / "credentials.json").exists()


def test_the_password_stands_in_no_database_log_backup_or_message(
    cli: CommandLine, typed: Typed, server: WordPressServer, tmp_path: Path, headline: str
) -> None:
    assert add(cli, typed, server).code == 0
    article = cli.new(headline)
    cli.json("publish", article, "--site", SITE)
    for command in (
        ("sync",), ("log",), ("outbox",), ("sites", "list"), ("sites", "test", SITE),
        ("doctor",), ("show", article), ("backup", str(tmp_path / "backup.zip")),
    ):  # fmt: skip
        cli(*command, "--json")
    password = server.passwords["editor"]
    basic = b64encode(f"editor:{password}".encode()).decode()
    secrets = [form.encode() for form in (password, password.replace(" ", ""), basic)]
    newsroom = tmp_path / "newsroom"
    kept = newsroom / "credentials.json"
    looked_at = [path for path in newsroom.rglob("*") if path.is_file() and path != kept]
    texts = {path.name: path.read_bytes() for path in looked_at}
    with zipfile.ZipFile(tmp_path / "backup.zip") as archive:
        assert "credentials.json" not in archive.namelist()
        texts |= {f"backup {name}": archive.read(name) for name in archive.namelist()}
    connection = sqlite3.connect(newsroom / "newsroom.db")
    texts["dump"] = "\n".join(connection.iterdump()).encode()
    connection.close()
    texts["printed"] = typed.printed.encode()
    assert password.encode() in kept.read_bytes()
    assert [
        (name, secret) for name, text in texts.items() for secret in secrets if secret in text
    ] == []
