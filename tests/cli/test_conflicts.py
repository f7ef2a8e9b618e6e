# SPDX-License-Identifier: GPL-3.0-or-later
"""Conflicts on the command line: listed with all three texts, decided, exit code 3 while open."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from editor_app.__main__ import main
from editor_app.bootstrap import open_newsroom
from editor_app.domain.ids import new_id
from editor_app.domain.outbox import Conflict
from editor_app.sync.revision_writer import RevisionWriter
from tests.fakes.fixed_clock import FixedClock


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    """A newsroom with one conflict about a headline."""
    clock = FixedClock()
    newsroom = open_newsroom(tmp_path, clock=clock)
    article = newsroom.write.create(language="en", headline="Old", body="Text.").value
    mine = newsroom.write.save(
        article.id, replace(article.content, headline="Mine"), base=article.head
    ).value
    site = newsroom.sites.default()
    library = newsroom.conflicts._place.library
    with library.write() as unit:
        theirs = RevisionWriter(unit, clock.now()).beside(
            mine, replace(article.content, headline="Theirs"), parent=article.head, author="Noor"
        )
        unit.conflicts.put(
            Conflict(new_id(), mine.id, site.id, article.head, mine.head, theirs, clock.now())
        )
    newsroom.close()
    return tmp_path


def run(profile: Path, *arguments: str) -> int:
    return main(["--profile", str(profile), *arguments])


def test_a_conflict_is_listed_with_both_sides_and_waits_for_a_person(
    profile: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(profile, "--json", "conflicts") == 3
    (line,) = capsys.readouterr().out.splitlines()
    plain = json.loads(line)
    assert (plain["headline"], plain["author"], plain["site"]) == ("Mine", "Noor", "This computer")
    assert plain["places"] == [
        {"field": "headline", "base": "Old", "mine": "Mine", "theirs": "Theirs"}
    ]
    assert run(profile, "conflicts") == 3
    assert "Noor changed it there too (headline)" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "headline", "body"),
    [
        (["--take", "mine"], "Mine", "Text."),
        (["--take", "theirs"], "Theirs", "Text."),
        (["--take", "merged", "--body", "{file}"], "Mine", "Peace.\n"),
    ],
    ids=["mine", "theirs", "merged"],
)
def test_a_decision_ends_the_conflict(
    profile: Path,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    headline: str,
    body: str,
) -> None:
    (profile / "merged.md").write_text("Peace.\n", encoding="utf-8")
    run(profile, "--json", "conflicts")
    plain = json.loads(capsys.readouterr().out)
    filled = [part.format(file=profile / "merged.md") for part in arguments]
    assert run(profile, "--json", "conflicts", "resolve", plain["id"][:20], *filled) == 0
    done = json.loads(capsys.readouterr().out)
    assert done["article"] == plain["article"]
    assert run(profile, "conflicts") == 0
    newsroom = open_newsroom(profile)
    content = newsroom.write.open(plain["article"]).content
    assert (content.headline, content.body) == (headline, body)
    assert len(newsroom.browse.history(plain["article"])) == 4, "every text is kept"
    newsroom.close()


@pytest.mark.parametrize(
    "arguments",
    [["--take", "merged"], ["--take", "mine", "--body", "x.md"], [], ["--take", "both"]],
)
def test_a_decision_that_is_none_is_wrong_usage(profile: Path, arguments: list[str]) -> None:
    assert run(profile, "conflicts", "resolve", "x", *arguments) == 2


def test_an_unknown_conflict_is_refused(profile: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(profile, "conflicts", "resolve", "nothing", "--take", "mine") == 1
    assert "There is no single conflict" in capsys.readouterr().err
