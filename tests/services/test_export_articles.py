# SPDX-License-Identifier: GPL-3.0-or-later
"""What is exported is everything, and imports again as it was."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from editor_app.bootstrap import Newsroom


def test_an_export_of_everything_has_the_archived_articles_too(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    old = newsroom.write.create(language="en", headline="Ferry").value
    newsroom.write.archive(old.id)
    newsroom.write.create(language="en", headline="Ferry")
    newsroom.write.create(language="fr", headline="Le bac")
    written = newsroom.export.all_to(tmp_path)
    names = sorted(path.relative_to(tmp_path).as_posix() for path in written)
    assert names == ["en/ferry-2.md", "en/ferry.md", "fr/le-bac.md"]


def test_a_next_line_character_in_the_front_matter_comes_back(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    made = newsroom.write.create(language="en", headline="Ferry", body="One\u0085two.\n").value
    content = replace(
        made.content,
        standfirst="x\u0085y \u2028 \ufeff z",
        lead_alt="\u0085",
        bylines=("Ada\u0085Quay", "Bo"),
        correction_note="a: 'b'\u0085  # c",
    )
    newsroom.write.save(made.id, content, base=made.head)
    path = newsroom.export.to_file(made.id, "md", tmp_path / "a.md")
    (back,) = newsroom.imports.import_files([path])
    assert back.article is not None
    assert back.article.content == content
