# SPDX-License-Identifier: GPL-3.0-or-later
"""A translation keeps the source's structure, every typed word, and knows what changed."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from editor_app.domain.article import Article
from editor_app.domain.errors import BadInput, RuleRefused
from editor_app.domain.translation import SegmentState, TranslationState
from editor_app.services.translate_articles import TranslateArticles
from editor_app.services.views import TranslationView
from tests.fakes.desks import MemoryDesk, open_memory_desk

BODY = (
    "## Le port\n\nLe premier bac est parti à l’aube. Quarante personnes *attendaient* sur le "
    "quai.\n\n- du pain\n- du [café](https://example.org/)\n"
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[MemoryDesk]:
    desk = open_memory_desk(tmp_path)
    yield desk
    desk.place.library.database.close()


@pytest.fixture
def source(desk: MemoryDesk) -> Article:
    return desk.write.create(language="fr", headline="Le bac revient", body=BODY).value


def _view(desk: MemoryDesk, source: Article) -> TranslationView:
    return TranslateArticles(desk.place).start(source.id, "en").value


def test_an_untranslated_target_is_the_source_byte_for_byte(
    desk: MemoryDesk, source: Article
) -> None:
    view = _view(desk, source)
    assert view.target.language == "en"
    assert view.target.story_id == source.story_id
    assert view.target.content.body == BODY


def test_each_saved_segment_stands_in_the_target_in_the_sources_structure(
    desk: MemoryDesk, source: Article
) -> None:
    view = _view(desk, source)
    texts = {
        "Le bac revient": "The ferry comes back",
        "Le port": "The harbour",
        "Le premier bac est parti à l’aube.": "The first ferry left at dawn.",
        "Quarante personnes ⟦1⟧attendaient⟦/1⟧ sur le quai.": "Forty people ⟦1⟧waited⟦/1⟧ there.",
        "du pain": "bread",
        "du ⟦1⟧café⟦/1⟧": "⟦1⟧coffee⟦/1⟧",
    }
    assert {segment.source for segment in view.segments} == set(texts)
    changes = {segment.key: (texts[segment.source], True) for segment in view.segments}
    done = TranslateArticles(desk.place).set_segments(view.target.id, changes).value
    assert done.target.content.headline == "The ferry comes back"
    assert done.target.content.body == (
        "## The harbour\n\nThe first ferry left at dawn. Forty people *waited* there.\n\n"
        "- bread\n- [coffee](https://example.org/)\n"
    )
    assert done.translation.state is TranslationState.COMPLETE
    assert done.progress.confirmed == len(texts)


def test_a_confirmed_pair_is_offered_again_in_the_next_article(
    desk: MemoryDesk, source: Article
) -> None:
    translate = TranslateArticles(desk.place)
    view = _view(desk, source)
    port = next(one for one in view.segments if one.source == "Le port")
    translate.set_segment(view.target.id, port.key, "The harbour", confirm=True)
    other = desk.write.create(language="fr", headline="Le port", body="Rien.").value
    fresh = translate.start(other.id, "en").value
    assert fresh.segments[0].target == "The harbour"
    assert fresh.segments[0].state is SegmentState.FUZZY, "a suggestion, never confirmed by itself"


def test_a_changed_source_sentence_is_outdated_and_the_rest_stays_confirmed(
    desk: MemoryDesk, source: Article
) -> None:
    translate = TranslateArticles(desk.place)
    view = _view(desk, source)
    changes = {one.key: (f"T{one.position}", True) for one in view.segments}
    translate.set_segments(view.target.id, changes)
    newer = source.content.body.replace("Quarante personnes", "Cinquante personnes")
    saved = desk.write.save(source.id, replace(source.content, body=newer), base=source.head).value
    assert translate.view(view.target.id).source_moved_on
    again = translate.start(source.id, "en").value
    outdated = [one for one in again.segments if one.state is SegmentState.OUTDATED]
    assert [one.source for one in outdated] == [
        "Cinquante personnes ⟦1⟧attendaient⟦/1⟧ sur le quai."
    ]
    assert outdated[0].earlier_source.startswith("Quarante")
    assert outdated[0].target, "the old target is the start of the new one"
    assert again.progress.confirmed == len(view.segments) - 1
    assert again.translation.state is TranslationState.OUTDATED
    assert again.translation.source_revision == saved.head


def test_starting_again_changes_nothing_that_was_typed(desk: MemoryDesk, source: Article) -> None:
    translate = TranslateArticles(desk.place)
    view = _view(desk, source)
    translate.set_segment(view.target.id, view.segments[0].key, "The ferry is ba")
    again = translate.start(source.id, "en").value
    assert again.target.id == view.target.id
    assert again.segments[0].target == "The ferry is ba"
    assert again.segments[0].state is SegmentState.DRAFT


def test_translating_into_its_own_language_is_refused(desk: MemoryDesk, source: Article) -> None:
    with pytest.raises(BadInput, match="in that language already"):
        TranslateArticles(desk.place).start(source.id, "fr")


def test_an_independent_edition_is_never_taken_for_a_translation(
    desk: MemoryDesk, source: Article
) -> None:
    desk.write.create(language="en", headline="Own piece", story_id=source.story_id)
    with pytest.raises(RuleRefused, match="has an edition"):
        TranslateArticles(desk.place).start(source.id, "en")


def test_an_empty_segment_is_not_confirmed(desk: MemoryDesk, source: Article) -> None:
    view = _view(desk, source)
    with pytest.raises(RuleRefused, match="empty segment"):
        TranslateArticles(desk.place).set_segment(
            view.target.id, view.segments[0].key, "  ", confirm=True
        )


def test_planned_languages_without_an_edition_are_missing(
    desk: MemoryDesk, source: Article
) -> None:
    translate = TranslateArticles(desk.place)
    desk.write.set_story(source.story_id, planned_languages=("fr", "en", "ar"))
    assert [one.language for one in translate.missing()] == ["en", "ar"]
    translate.start(source.id, "ar")
    assert [one.language for one in translate.missing()] == ["en"]
    (row,) = translate.rows()
    assert (row.source_language, row.target_language, row.headline) == (
        "fr",
        "ar",
        "Le bac revient",
    )


def test_what_was_typed_into_the_article_itself_survives_the_next_segment(
    desk: MemoryDesk, source: Article
) -> None:
    translate = TranslateArticles(desk.place)
    view = _view(desk, source)
    changes = {one.key: (f"T{one.position}.", True) for one in view.segments}
    target = translate.set_segments(view.target.id, changes).value.target
    own = target.content.body + "\nA paragraph that only the English readers need.\n"
    desk.write.save(target.id, replace(target.content, body=own), base=target.head)
    first = view.segments[0]
    again = translate.set_segment(target.id, first.key, "A better headline", confirm=True).value
    assert again.target.content.headline == "A better headline"
    assert again.target.content.body == own
    port = next(one for one in view.segments if one.source == "Le port")
    last = translate.set_segment(target.id, port.key, "The port", confirm=True).value
    assert "## The port" in last.target.content.body
    assert "only the English readers need" in last.target.content.body


def test_a_segment_and_a_hand_edit_of_one_paragraph_keep_the_loser_in_the_history(
    desk: MemoryDesk, source: Article
) -> None:
    from editor_app.services.browse_library import BrowseLibrary

    translate = TranslateArticles(desk.place)
    view = _view(desk, source)
    target = desk.write.open(view.target.id)
    own = target.content.body.replace("du pain", "bread by hand")
    desk.write.save(target.id, replace(target.content, body=own), base=target.head)
    bread = next(one for one in view.segments if one.source == "du pain")
    done = translate.set_segment(target.id, bread.key, "bread by segment").value.target
    assert "bread by segment" in done.content.body
    browse = BrowseLibrary(desk.place)
    texts = [browse.revision(one.id).content.body for one in browse.history(target.id)]
    assert any("bread by hand" in text for text in texts)
    assert "own_wording_replaced" in {entry.what for entry in browse.log(target.id)}
