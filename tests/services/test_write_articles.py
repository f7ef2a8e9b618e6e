# SPDX-License-Identifier: GPL-3.0-or-later
"""Writing keeps every word: revisions, stale bases, emptied texts, odd characters."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor_app.domain.errors import BadInput, RuleRefused, StaleRevision
from editor_app.domain.revision import Reason
from editor_app.services.browse_library import BrowseLibrary
from editor_app.services.views import LibraryQuery
from tests.fakes.desks import MemoryDesk, open_memory_desk

LONG = "A sentence that says something. " * 20


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[MemoryDesk]:
    desk = open_memory_desk(tmp_path)
    yield desk
    desk.place.library.database.close()


def test_a_saved_text_is_read_back_the_same_from_another_connection(
    desk: MemoryDesk, tmp_path: Path
) -> None:
    article = desk.article()
    content = replace(article.content, body="Été — “naïve” 日本 🙂\n\nSecond.", tags=("a", "b"))
    desk.write.save(article.id, content, base=article.head)
    desk.place.library.database.close()
    again = open_memory_desk(tmp_path)
    assert again.write.open(article.id).content == content
    again.place.library.database.close()


def test_every_save_is_a_revision_with_its_parent_and_the_same_text_makes_none(
    desk: MemoryDesk,
) -> None:
    article = desk.article()
    second = desk.write.save(
        article.id, replace(article.content, body="Two"), base=article.head
    ).value
    same = desk.write.save(article.id, second.content, base=second.head).value
    assert same.head == second.head
    newest, first = BrowseLibrary(desk.place).history(article.id)
    assert newest.parents == (first.id,)
    assert (first.counter, newest.counter) == (1, 2)


def test_a_stale_base_is_refused_and_carries_the_text(desk: MemoryDesk) -> None:
    article = desk.article()
    desk.write.save(article.id, replace(article.content, body="Theirs"), base=article.head)
    with pytest.raises(StaleRevision) as refused:
        desk.write.save(article.id, replace(article.content, body="Mine"), base=article.head)
    assert refused.value.kept == "Mine"
    assert desk.write.open(article.id).content.body == "Theirs"


def test_a_long_text_does_not_become_empty_without_a_person_meaning_it(desk: MemoryDesk) -> None:
    article = desk.article(body=LONG)
    emptied = replace(article.content, body="")
    with pytest.raises(RuleRefused) as refused:
        desk.write.save(article.id, emptied, base=article.head)
    assert refused.value.rule == "save.emptied"
    assert desk.write.open(article.id).content.body == LONG
    saved = desk.write.save(article.id, emptied, base=article.head, emptied_on_purpose=True).value
    desk.write.restore(article.id, article.head)
    assert saved.content.body == ""
    assert desk.write.open(article.id).content.body == LONG


def test_naming_a_state_keeps_the_text_and_gives_the_revision_its_name(desk: MemoryDesk) -> None:
    article = desk.article()
    desk.write.save(
        article.id, article.content, base=article.head, reason=Reason.NAMED, name="Before lunch"
    )
    assert BrowseLibrary(desk.place).history(article.id)[0].name == "Before lunch"


def test_restoring_makes_a_new_revision_and_loses_none(desk: MemoryDesk) -> None:
    article = desk.article(body="One")
    desk.write.save(article.id, replace(article.content, body="Two"), base=article.head)
    restored = desk.write.restore(article.id, article.head).value
    assert restored.content.body == "One"
    browse = BrowseLibrary(desk.place)
    bodies = [browse.revision(one.id).content.body for one in browse.history(article.id)]
    assert bodies == ["One", "Two", "One"]


def test_an_impossible_language_is_refused_with_a_sentence(desk: MemoryDesk) -> None:
    with pytest.raises(BadInput, match="not a language code"):
        desk.write.create(language="not a language")


def test_an_archived_article_leaves_the_list_and_comes_back(desk: MemoryDesk) -> None:
    article = desk.article()
    browse = BrowseLibrary(desk.place)
    desk.write.archive(article.id)
    assert browse.rows(LibraryQuery()) == ()
    assert browse.rows(LibraryQuery(archived=True))[0].id == article.id
    desk.write.unarchive(article.id)
    assert browse.rows(LibraryQuery())[0].id == article.id


def test_search_finds_words_without_their_accents_and_takes_nothing_as_syntax(
    desk: MemoryDesk,
) -> None:
    article = desk.article("Élection à Łódź", body="Le café est « ouvert » AND fermé.")
    browse = BrowseLibrary(desk.place)
    for words in ("election", "cafe", "ouv", 'NEAR("caf', "AND", "café ouvert"):
        found = browse.rows(LibraryQuery(search=words))
        expected = [] if words.startswith("NEAR") else [article.id]
        assert [row.id for row in found] == expected, words
    assert browse.rows(LibraryQuery(search="—")) == ()


@settings(max_examples=40)
@given(body=st.text(alphabet=st.characters(), max_size=300))
def test_any_text_at_all_can_be_saved(body: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    desk = open_memory_desk(tmp_path_factory.mktemp("any"))
    try:
        article = desk.article(body="x")
        saved = desk.write.save(
            article.id, replace(article.content, body=body), base=article.head
        ).value
        whole = body.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        expected = whole.replace("\0", "\ufffd")  # no site and no front matter can hold NUL
        assert saved.content.body == expected
        assert desk.write.open(article.id).content.body == expected
        head = BrowseLibrary(desk.place).revision(saved.head)
        assert head.content.body == expected
    finally:
        desk.place.library.database.close()
