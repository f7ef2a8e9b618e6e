# SPDX-License-Identifier: GPL-3.0-or-later
"""Publishing, sites, outbox, calendar, export, backup and the doctor by command."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from editor_app.bootstrap import open_newsroom
from tests.cli.running import CommandLine
from tests.fakes.fixed_clock import FixedClock

SITE = "This computer"
_SOON = (datetime.now(UTC) + timedelta(days=3)).strftime("%Y-%m-%d")


def _plan(cli: CommandLine, article: str, *more: str) -> dict[str, str]:
    return cli.json(
        "publish", article, "--site", SITE, "--at", f"{_SOON} 09:00", "--zone", "Asia/Tokyo", *more
    )


def test_a_published_article_can_be_taken_off_again(cli: CommandLine, profile: Path) -> None:
    article = cli.new("A second ferry")
    cli.json("publish", article, "--site", "this COMPUTER")
    assert [line["action"] for line in cli.lines("sync")] == ["published"]
    assert cli.lines("sync") == []
    assert cli.lines("list", "--site", SITE)[0]["remote_state"] == "live"
    cli.json("unpublish", article, "--site", SITE)
    assert [line["action"] for line in cli.lines("sync", "--until-idle")] == ["unpublished"]
    assert not any(
        "A second ferry" in path.read_text(encoding="utf-8")
        for path in (profile / "site").rglob("*.html")
    )
    assert cli("unpublish", article, "--site", SITE).code == 1


def test_a_plan_shows_in_calendar_and_outbox_and_can_be_taken_back(
    cli: CommandLine, tmp_path: Path
) -> None:
    article = cli.new("Planned")
    plan = _plan(cli, article)
    assert plan["utc"] == f"{_SOON}T00:00:00Z"
    assert cli.lines("sync") == []
    (item,) = cli.lines("calendar", "--from", _SOON, "--to", _SOON)
    assert (item["at"], item["zone"], item["site"]) == (f"{_SOON} 09:00", "Asia/Tokyo", SITE)
    assert (item["verified"], item["state"]) == (False, "scheduled")
    (waiting,) = cli.lines("outbox")
    assert (waiting["state"], waiting["article"]) == ("queued", article)
    ics = tmp_path / "plan.ics"
    assert cli.json("calendar", "--ics", str(ics))["events"] == 1
    assert "BEGIN:VEVENT" in ics.read_text(encoding="utf-8")
    assert cli.json("unschedule", article, "--site", SITE)["stage"] == "approved"
    assert cli.lines("outbox") == []
    assert cli.lines("calendar") == []


def test_times_in_a_gap_overlap_or_past_are_refused_and_say_what_to_do(cli: CommandLine) -> None:
    article = cli.new()
    publish = ("publish", article, "--site", SITE, "--zone", "Europe/Paris", "--at")
    assert "2027-03-28 03:30" in cli(*publish, "2027-03-28 02:30").sentence
    assert "fold 0" in cli(*publish, "2027-10-31 02:30").sentence
    assert "past" in cli(*publish, "2001-01-01 09:00").sentence
    assert "such as" in cli(*publish, "tomorrow").sentence
    second = cli.json(*publish, "2027-10-31 02:30", "--fold", "1")
    assert second["utc"] == "2027-10-31T01:30:00Z"


def test_a_schedule_missed_while_off_is_not_published_but_asked_about(
    cli: CommandLine, profile: Path
) -> None:
    article = cli.new("Late")
    plan = _plan(cli, article)
    due = datetime.fromisoformat(plan["utc"])
    newsroom = open_newsroom(profile, clock=FixedClock(due + timedelta(hours=3)))
    assert [outcome.value.action for outcome in newsroom.sync.run()] == ["missed"]
    newsroom.close()
    ran = cli("sync", "--json")
    assert ran.code == 3
    assert "1 thing waits" in ran.sentence
    listed = cli("outbox", "--json")
    assert listed.code == 3
    assert listed.lines[0]["state"] == "needs_attention"
    assert cli("doctor", "--offline").code == 3
    cli.json("publish", article, "--site", SITE, "--now")
    assert [line["action"] for line in cli.lines("sync")] == ["published"]


def test_an_outbox_entry_can_be_cancelled_by_its_shortened_id(cli: CommandLine) -> None:
    cli.json("publish", cli.new(), "--site", SITE)
    (waiting,) = cli.lines("outbox")
    assert cli.json("outbox", "retry", waiting["id"][:-4])["state"] == "queued"
    assert cli.json("outbox", "cancel", waiting["id"][:-4])["state"] == "cancelled"
    assert cli("outbox", "cancel", waiting["id"]).code == 1
    assert cli.lines("sync") == []


def test_an_embargo_holds_until_it_is_lifted_with_a_reason(cli: CommandLine) -> None:
    article = cli.new()
    held = cli.json("embargo", article, "--until", f"{_SOON} 09:00", "--zone", "UTC")
    assert held["utc"] == f"{_SOON}T09:00:00Z"
    ran = cli("publish", article, "--site", SITE, "--now")
    assert ran.code == 1
    assert "embargo" in ran.sentence
    cli.json("embargo", article, "--lift", "--reason", "The court has ruled.")
    cli.json("publish", article, "--site", SITE, "--now")


def test_a_folder_becomes_a_site_and_leaves_the_list_again(
    cli: CommandLine, tmp_path: Path
) -> None:
    folder = tmp_path / "public"
    added = cli.json(
        "sites", "add", "The Quay", "--kind", "static", "--url", str(folder), "--zone", "Asia/Tokyo"
    )
    assert added["options"]["folder"] == str(folder)
    assert [site["name"] for site in cli.json("sites", "list")] == [SITE, "The Quay"]
    assert cli.json("sites", "test", "the quay")["identity"] == added["identity"]
    assert cli("sites", "add", "The Quay", "--kind", "static", "--url", "x").code == 1
    article = cli.new("Two sites")
    for name in (SITE, "The Quay"):
        cli.json("publish", article, "--site", name)
    assert "waits for The Quay" in cli("sites", "remove", "The Quay").sentence
    (line,) = cli.lines("sync", "--site", "The Quay")
    assert line["site"] == "The Quay"
    assert list(folder.rglob("*.html"))
    cli.json("sites", "remove", "The Quay")
    assert [site["name"] for site in cli.json("sites", "list")] == [SITE]
    assert cli.json("show", article)["headline"] == "Two sites"


def test_translating_again_keeps_what_is_confirmed_and_marks_what_changed(
    cli: CommandLine, tmp_path: Path
) -> None:
    body = tmp_path / "body.md"
    body.write_text("The ferry sails at six. The quay is new.\n", encoding="utf-8")
    source = cli.json("new", "--language", "en", "--headline", "Ferry", "--body", str(body))[
        "article"
    ]
    first = cli.json("translate", source, "--to", "fr", "--pretranslate", "memory")
    assert set(first) == {"article", "segments", "confirmed", "fuzzy", "outdated"}
    segments = cli.lines("segments", first["article"])
    assert set(segments[0]) == {"id", "source", "target", "state", "match", "findings"}
    sailing = next(one for one in segments if "sails" in one["source"])
    confirm = ("segment", first["article"], sailing["id"], "--confirm", "--target")
    assert cli.json(*confirm, "Le bac part à six heures.")["state"] == "confirmed"
    assert cli(*confirm, " ").code == 1
    assert "Le bac part" in cli.json("show", first["article"])["body"]
    body.write_text("The ferry sails at seven. The quay is new.\n", encoding="utf-8")
    cli.json("edit", source, "--body", str(body))
    again = cli.json("translate", source, "--to", "fr")
    assert (again["article"], again["outdated"]) == (first["article"], 1)
    assert cli("translate", source, "--to", "en").code == 1
    assert cli("segments", source).code == 1


def test_what_is_exported_as_markdown_imports_again_without_loss(
    cli: CommandLine, tmp_path: Path
) -> None:
    body = tmp_path / "body.md"
    body.write_text("Un *bac* – à six heures.\n\n- une\n- deux\n", encoding="utf-8")
    article = cli.json("new", "--language", "fr", "--headline", "Le bac", "--body", str(body))[
        "article"
    ]
    cli.json("edit", article, "--tags", "port", "--byline", "Ada Ferry", "--standfirst", "Enfin.")
    for form in ("md", "html", "txt"):
        path = tmp_path / f"out.{form}"
        cli.json("export", article, "--format", form, "-o", str(path))
        assert "six heures" in path.read_text(encoding="utf-8")
    everything = cli.json("export", "--all", "-o", str(tmp_path / "all"))
    assert len(everything["files"]) == 1
    (back,) = cli.lines("import", everything["files"][0])
    one, other = cli.json("show", article), cli.json("show", back["article"])
    for name in ("headline", "standfirst", "body", "tags", "bylines", "language"):
        assert one[name] == other[name]


def test_a_backup_restores_into_an_empty_profile_and_never_over_one(
    cli: CommandLine, tmp_path: Path
) -> None:
    article = cli.new("Safe")
    file = tmp_path / "backup.zip"
    assert cli.json("backup", str(file))["bytes"] == file.stat().st_size
    assert cli("restore-backup", str(file)).code == 1
    elsewhere = str(tmp_path / "elsewhere")
    cli.json("restore-backup", str(file), "--profile", elsewhere)
    assert cli.json("show", article, "--profile", elsewhere)["headline"] == "Safe"
    damaged = bytearray(file.read_bytes())
    damaged[len(damaged) // 2] ^= 0xFF
    file.write_bytes(damaged)
    ran = cli("restore-backup", str(file), "--profile", str(tmp_path / "third"))
    assert ran.code == 1
    assert not (tmp_path / "third" / "newsroom.db").exists()


def test_the_doctor_finds_a_whole_newsroom_whole_and_repairs_the_search_index(
    cli: CommandLine, profile: Path
) -> None:
    import sqlite3

    cli.new("Healthy")
    report = cli.json("doctor")
    assert report["ok"] is True
    assert {"database", "schema", "media", "outbox", "site"} <= {
        one["what"] for one in report["checks"]
    }
    connection = sqlite3.connect(profile / "newsroom.db")
    connection.execute("INSERT INTO article_search(article_search) VALUES ('delete-all')")
    connection.commit()
    connection.close()
    ill = cli("doctor", "--json")
    assert ill.code == 1
    assert "1 of" in ill.sentence
    assert cli.json("doctor", "--repair")["ok"] is True
    assert len(cli.lines("list", "--search", "healthy")) == 1


def test_lists_that_are_empty_say_so_to_people_and_nothing_to_programs(cli: CommandLine) -> None:
    for command in ("list", "outbox", "conflicts", "comments", "calendar", "sync"):
        assert cli.lines(command) == []
    assert cli("list").out == "No article fits.\n"
    assert cli("comments").out == "No connected site has comments.\n"


def test_people_get_tables_and_sentences(cli: CommandLine) -> None:
    article = cli.new("Harbour – été")
    cli.json("publish", article, "--site", SITE)
    assert "published “Harbour – été”" in cli("sync").out
    row = cli("list").out.splitlines()[1]
    assert row.endswith("Harbour – été")
    assert cli.json("show", row.split()[0])["article"] == article
    for command in (
        ("show", article), ("history", article), ("diff", article), ("check", article),
        ("log",), ("sites", "list"), ("sites", "test", SITE), ("calendar",), ("doctor",),
    ):  # fmt: skip
        ran = cli(*command)
        assert ran.code == 0
        assert ran.out.strip()
        assert "{" not in ran.out
