# SPDX-License-Identifier: GPL-3.0-or-later
"""Commands that make, change and read articles, against the contract's JSON."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from tests.cli.running import CommandLine


def _body(tmp_path: Path, text: str) -> str:
    path = tmp_path / "body.md"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_new_gives_ids_and_list_and_show_know_them(cli: CommandLine, tmp_path: Path) -> None:
    body = _body(tmp_path, "The *council* voted – at last.\n")
    made = cli.json("new", "--language", "FR_ca", "--headline", "Vote", "--body", body)
    assert set(made) == {"article", "story", "revision", "language"}
    assert made["language"] == "fr-CA"
    (row,) = cli.lines("list", "--language", "fr_CA", "--stage", "draft", "--search", "counc")
    assert row["article"] == made["article"]
    shown = cli.json("show", made["article"][:-1])
    assert shown["body"] == "The *council* voted – at last.\n"
    assert shown["revision"] == made["revision"]
    assert (shown["stage"], shown["headline"], shown["translations"]) == ("draft", "Vote", [])


def test_a_second_edition_joins_the_story_by_its_shortened_id(cli: CommandLine) -> None:
    first = cli.json("new", "--language", "en", "--headline", "Ferry")
    story = first["story"]
    second = cli.json("new", "--language", "fr", "--headline", "Le bac", "--story", story[:-2])
    assert second["story"] == story
    shown = cli.json("show", second["article"])
    assert [one["article"] for one in shown["translations"]] == [first["article"]]


def test_standard_input_can_be_the_body(cli: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.TextIOWrapper(io.BytesIO("Été au port.".encode()), encoding="ascii")
    monkeypatch.setattr("sys.stdin", stream)
    made = cli.json("new", "--language", "fr", "--headline", "A", "--body", "-")
    assert cli.json("show", made["article"])["body"] == "Été au port."


def test_edit_changes_only_what_is_named(cli: CommandLine, tmp_path: Path) -> None:
    article = cli.new("Ferry")
    edited = cli.json(
        "edit", article, "--standfirst", "At last.", "--slug", "ferry", "--tags", "harbour, sea,",
        "--byline", "Ada Ferry", "--byline", "Bo Quay", "--section", "City",
        "--body", _body(tmp_path, "Text.\n"),
    )  # fmt: skip
    assert (edited["counter"], edited["changed"]) == (2, True)
    shown = cli.json("show", article)
    assert shown["headline"] == "Ferry"
    assert shown["standfirst"] == "At last."
    assert shown["tags"] == ["harbour", "sea"]
    assert shown["bylines"] == ["Ada Ferry", "Bo Quay"]
    assert (shown["slug"], shown["section"], shown["body"]) == ("ferry", "City", "Text.\n")
    again = cli.json("edit", article, "--slug", "ferry")
    assert (again["counter"], again["changed"]) == (2, False)


def test_an_edit_on_a_stale_base_is_refused_and_changes_nothing(cli: CommandLine) -> None:
    article = cli.new("Ferry")
    first = cli.json("show", article)["revision"]
    cli.json("edit", article, "--headline", "Second", "--base-revision", first)
    ran = cli("edit", article, "--headline", "Third", "--base-revision", first)
    assert ran.code == 1
    assert "changed elsewhere" in ran.sentence
    assert cli("edit", article, "--headline", "Third", "--base-revision", "1").code == 1
    assert cli.json("show", article)["headline"] == "Second"
    assert cli.json("edit", article, "--headline", "Third", "--base-revision", "2")["changed"]


def test_a_long_text_is_not_emptied_by_an_empty_file(cli: CommandLine, tmp_path: Path) -> None:
    article = cli.json(
        "new", "--language", "en", "--headline", "A", "--body", _body(tmp_path, "word " * 100)
    )["article"]
    ran = cli("edit", article, "--body", _body(tmp_path, ""))
    assert ran.code == 1
    assert "nothing was saved over it" in ran.sentence.lower()


def test_history_diff_and_restore(cli: CommandLine) -> None:
    article = cli.new("One")
    cli.json("edit", article, "--headline", "Two")
    history = cli.lines("history", article)
    assert [one["counter"] for one in history] == [2, 1]
    assert history[0]["parents"] == [history[1]["revision"]]
    diff = cli.json("diff", article)["diff"]
    assert "-One" in diff
    assert "+Two" in diff
    assert cli.json("diff", article, "2", "1")["diff"] != diff
    restored = cli.json("restore", article, "1")
    assert restored["counter"] == 3
    assert cli.json("show", article)["headline"] == "One"
    assert cli("restore", article, "9").code == 1


def test_a_stage_follows_the_rules_and_a_refusal_says_which(cli: CommandLine) -> None:
    article = cli.new()
    assert cli.json("stage", article, "in-review", "--note", "please")["stage"] == "in_review"
    assert cli.json("stage", article, "approved")["stage"] == "approved"
    ran = cli("stage", article, "live")
    assert ran.code == 1
    assert "by publishing" in ran.sentence
    (entry, *_) = cli.lines("log", "--article", article)
    assert (entry["what"], entry["detail"]) == ("staged", "in_review → approved")


def test_import_prints_a_line_for_each_and_goes_on_after_a_refused_one(
    cli: CommandLine, tmp_path: Path
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.md").write_text(
        "---\ntitle: Ferry\nlang: en\n---\n\nThe council has voted for a second ferry.\n",
        encoding="utf-8",
    )
    (folder / "b.md").write_bytes(b"\x00\x01\x02" * 100)
    (folder / "photo.raw").write_bytes(b"not looked at")
    ran = cli("import", str(folder), str(tmp_path / "gone.txt"), "--json")
    assert ran.code == 1
    assert ran.sentence == "2 of 3 could not be imported."
    good, binary, gone = ran.lines
    assert set(good) == {
        "path", "article", "headline", "language", "published", "words", "left_out", "findings"
    }  # fmt: skip
    assert (good["headline"], good["language"]) == ("Ferry", "en")
    for one in (binary, gone):
        assert set(one) == {"path", "error"}
        assert one["error"].endswith(".")


def test_all_files_of_one_import_can_be_one_story(cli: CommandLine, tmp_path: Path) -> None:
    texts = {
        "en.md": "---\ntitle: The ferry\nlang: en\n---\n\nThe council has voted for it.\n",
        "fr.md": "---\ntitle: Le bac\nlang: fr\n---\n\nLe conseil a voté pour un bac.\n",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    paths = [str(tmp_path / name) for name in texts]
    one, other = cli.lines("import", *paths, "--as-story")
    stories = {cli.json("show", line["article"])["story"] for line in (one, other)}
    assert len(stories) == 1
    apart = cli.lines("import", *paths)
    assert len({cli.json("show", line["article"])["story"] for line in apart}) == 2


def test_an_address_is_not_fetched_offline(cli: CommandLine) -> None:
    ran = cli("import", "http://127.0.0.1:9/page", "--offline", "--json")
    assert ran.code == 1
    assert "--offline" in ran.lines[0]["error"]


def test_an_empty_folder_is_refused_with_a_sentence(cli: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    ran = cli("import", str(tmp_path / "empty"))
    assert ran.code == 1
    assert "no file" in ran.sentence


def test_a_picture_is_copied_in_and_leads_the_article(cli: CommandLine, tmp_path: Path) -> None:
    article = cli.new()
    picture = tmp_path / "quay.png"
    Image.new("RGB", (40, 30), "navy").save(picture)
    added = cli.json("media", "add", article, str(picture), "--alt", "The quay", "--lead")
    picture.unlink()
    assert (added["width"], added["height"], added["mime_type"]) == (40, 30, "image/png")
    shown = cli.json("show", article)
    assert (shown["lead_image"], shown["lead_alt"]) == (added["media"], "The quay")
    (tmp_path / "no.png").write_bytes(b"GIF8 not really")
    assert cli("media", "add", article, str(tmp_path / "no.png")).code == 1


def test_findings_have_the_contracts_keys_and_fix_applies_the_safe_ones(
    cli: CommandLine, tmp_path: Path
) -> None:
    body = _body(tmp_path, "Bonjour le monde ! Ça va ?\n")
    article = cli.json("new", "--language", "fr", "--headline", "Bonjour", "--body", body)[
        "article"
    ]
    findings = cli.lines("check", article)
    assert findings
    for one in findings:
        assert set(one) == {
            "rule", "severity", "field", "start", "end", "text", "message", "fixes"
        }  # fmt: skip
    spaces = [one for one in findings if one["rule"] == "typography.fr-space"]
    text = cli.json("show", article)["body"]
    assert all(
        text[one["start"] : one["end"]] == one["text"] for one in spaces if one["field"] == "body"
    )
    assert cli.lines("check", article, "--rules", "typography.fr-space") == spaces
    fixed = cli.json("fix", article, "--rules", "typography.fr-space")
    assert (fixed["changed"], fixed["findings_left"]) == (True, 0)
    assert cli.json("show", article)["body"] == "Bonjour le monde\u202f! Ça va\u202f?\n"
    assert cli.json("fix", article, "--rules", "typography.fr-space")["changed"] is False


def test_a_misspelt_rule_is_wrong_usage_and_not_a_clean_text(cli: CommandLine) -> None:
    article = cli.new()
    for command in ("check", "fix"):
        ran = cli(command, article, "--rules", "typography.fr-spaces")
        assert ran.code == 2
        assert "typography.fr-space" in ran.err
