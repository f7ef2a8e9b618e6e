# SPDX-License-Identifier: GPL-3.0-or-later
"""Revisions come back as they went in, however long the chain, and never change."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from editor_app.domain.article import ArticleContent
from editor_app.domain.errors import NotFound
from editor_app.storage import packing
from editor_app.storage.unit_of_work import Library
from tests.storage.values import NOW, add_article, revise

_ANY_TEXT = st.text(max_size=400)


@given(st.lists(_ANY_TEXT, min_size=1, max_size=60))
def test_a_packed_chain_unpacks_to_what_was_packed(texts: list[str]) -> None:
    raws = [packing.to_bytes({"body": body}) for body in texts]
    packed = [
        packing.pack(raw, raws[number - 1] if number else None) for number, raw in enumerate(raws)
    ]
    unpacked: bytes | None = None
    for raw, frame in zip(raws, packed, strict=True):
        unpacked = packing.unpack(frame, unpacked)
        assert unpacked == raw


@settings(max_examples=10)
@given(seed=st.integers(0, 2**32), cuts=st.lists(st.integers(0, 10_000), min_size=30, max_size=70))
def test_every_revision_of_a_long_chain_reads_back_equal(
    tmp_path_factory: pytest.TempPathFactory, seed: int, cuts: list[int]
) -> None:
    from editor_app.storage.database import Database
    from editor_app.storage.migrate import bring_up_to_date

    folder = tmp_path_factory.mktemp("chain")
    bring_up_to_date(folder / "newsroom.db", folder)
    library = Library(Database(folder / "newsroom.db"))
    chance = random.Random(seed)
    alphabet = "abc é — \n\0\U0001f6a2ש"
    expected: dict[str, ArticleContent] = {}
    with library.write() as unit:
        article = add_article(unit, body="".join(chance.choices(alphabet, k=3000)))
        expected[article.head] = article.content
        for cut in cuts:
            body = article.content.body
            at = cut % (len(body) + 1)
            body = body[:at] + "".join(chance.choices(alphabet, k=5)) + body[at + cut % 40 :]
            article = revise(unit, article, replace(article.content, body=body))
            expected[article.head] = article.content
    with library.read() as unit:
        for revision_id, content in expected.items():
            found = unit.revisions.get(revision_id)
            assert found.content == content
            assert found.content.hash == found.revision.content_hash
    library.database.close()


def test_thousands_of_typed_revisions_cost_little(library: Library) -> None:
    body = "".join(random.Random(3).choices("abcdefghij klmnop\n", k=10_000))
    with library.write() as unit:
        article = add_article(unit, body=body)
        for number in range(500):
            body += f" word{number}"
            article = revise(unit, article, replace(article.content, body=body))
    with library.read() as unit:
        connection = unit.articles._connection  # measuring the table itself
        stored = connection.execute(text("SELECT sum(length(packed)) FROM revision")).scalar_one()
        longest = connection.execute(text("SELECT max(chain_length) FROM revision")).scalar_one()
    assert stored < 500 * len(body) / 20
    assert longest < packing.KEYFRAME_EVERY


@pytest.mark.parametrize(
    "column", ["id", "article_id", "parents", "counter", "content_hash", "created", "packed"]
)
def test_the_database_itself_refuses_to_change_a_revision(library: Library, column: str) -> None:
    with library.write() as unit:
        add_article(unit)
    with (
        pytest.raises(IntegrityError, match="a revision never changes"),
        library.database.write() as connection,
    ):
        connection.execute(text(f"UPDATE revision SET {column} = {column}"))


def test_a_revision_may_be_named_later(library: Library) -> None:
    with library.write() as unit:
        article = add_article(unit)
        unit.revisions.name(article.head, "Before the vote")
    with library.read() as unit:
        assert unit.revisions.get(article.head).revision.name == "Before the vote"


def test_the_database_itself_refuses_to_change_the_log(library: Library) -> None:
    from editor_app.domain.event import LogEntry
    from editor_app.domain.ids import new_id

    with library.write() as unit:
        unit.log.add(LogEntry(new_id(), NOW, "Ada", "created"))
    with (
        pytest.raises(IntegrityError, match="the log never changes"),
        library.database.write() as connection,
    ):
        connection.execute(text("UPDATE log SET who = 'Mallory'"))


def test_a_revision_is_found_by_counter_or_unique_prefix(library: Library) -> None:
    with library.write() as unit:
        first = add_article(unit)
        second = revise(unit, first, replace(first.content, body="Changed."))
        assert unit.revisions.resolve(first.id, "1") == first.head
        assert unit.revisions.resolve(first.id, "2") == second.head
        assert unit.revisions.resolve(first.id, second.head[:-1].upper()) == second.head
        with pytest.raises(NotFound, match="several"):
            unit.revisions.resolve(first.id, first.head[:6])
        for wrong in ("", "%", "9", "no-such"):
            with pytest.raises(NotFound):
                unit.revisions.resolve(first.id, wrong)


def test_a_revision_of_another_article_is_not_found(library: Library) -> None:
    with library.write() as unit:
        one, other = add_article(unit), add_article(unit)
        with pytest.raises(NotFound):
            unit.revisions.resolve(one.id, other.head)
