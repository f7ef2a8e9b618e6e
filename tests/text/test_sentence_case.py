"""Capitals become sentence case where names can be told, and stay where they cannot."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.text.sentence_case import is_in_capitals, suggest_sentence_case

FRENCH = (
    "Hier soir, le conseil de Port-Marin a demandé à la Turquie et à l’OTAN de rouvrir la ligne. "
    "Selon le maire, Aurélien Dubrac, les troupes russes ont quitté la région de Socarville, mais "
    "personne ne veut déployer de nouveaux bateaux. La société Avia-Nord fournira deux moteurs "
    "F-16 de réserve, et la fille du maire dirigera le chantier avec eux jusqu’en mars."
)
ENGLISH = (
    "On Monday the mayor of Saltmouth asked the Russian crew to leave the harbour before dark. "
    "The pilots, who work for us all, said that the jersey factory near the old bridge should "
    "not close, and that McAllister would pay for the lamps. Nobody on the quay believed it, "
    "and the children went on drawing boats on the wall of the market."
)
UKRAINIAN = (
    "Учора українські залізничники відкрили нову лінію до Львова. Потяги з Києва до Одеси "
    "ходитимуть частіше, каже начальник вокзалу Остап Гнатюк. У Києві чекають на нові вагони, "
    "а в Україні бракує машиністів. Також у Польщі ремонтують колію, якою йдуть поїзди."
)


@pytest.mark.parametrize(
    ("language", "body", "capitals", "expected"),
    [
        ("fr", FRENCH, "LA TURQUIE PRÊTE À DÉPLOYER L’ARMÉE !", "La Turquie prête à déployer l’armée !"),
        ("fr", FRENCH, "L’OTAN REFUSE : DUBRAC PART", "L’OTAN refuse : Dubrac part"),
        ("fr", FRENCH, "LES ÉTATS-UNIS ET LA FRANCE SIGNENT", "Les États-Unis et la France signent"),
        ("fr", FRENCH, "DEUX F-16 POUR AVIA-NORD ? LE MAIRE DIT NON", "Deux F-16 pour Avia-Nord ? Le maire dit non"),
        ("fr", FRENCH, "LES TROUPES RUSSES QUITTENT L’UKRAINE", "Les troupes russes quittent l’Ukraine"),
        ("en", ENGLISH, "RUSSIAN CREW DOESN’T LEAVE SALTMOUTH", "Russian crew doesn’t leave Saltmouth"),
        ("en", ENGLISH, "THE JERSEY FACTORY AND MCALLISTER", "The jersey factory and McAllister"),
        ("uk", UKRAINIAN, "НОВИЙ ПОТЯГ ДО ОДЕСИ ЧЕКАЄ НА УКРАЇНУ", "Новий потяг до Одеси чекає на Україну"),
    ],
)  # fmt: skip
def test_names_keep_their_capitals_and_other_words_lose_them(
    language: str, body: str, capitals: str, expected: str
) -> None:
    assert suggest_sentence_case(capitals, body, language) == expected


@pytest.mark.parametrize(
    ("language", "body", "headline"),
    [
        ("fr", FRENCH, "La Turquie est prête à déployer"),
        ("de", FRENCH, "NEUE BRÜCKE FÜR KIEL"),
        ("fr", "", "LA TURQUIE EST PRÊTE"),
        ("fr", "Trop court pour apprendre.", "LA TURQUIE EST PRÊTE"),
        ("fr", FRENCH, "LE PECHEUR VEUT DEPLOYER SA SOCIETE"),
        ("en", ENGLISH.title(), "RUSSIAN CREW LEAVES"),
        ("ar", FRENCH, "مكتبة الميناء تفتح أبوابها"),
        ("fr", FRENCH, ""),
        ("fr", FRENCH, "OTAN"),
    ],
)
def test_where_it_would_be_a_guess_nothing_is_suggested(
    language: str, body: str, headline: str
) -> None:
    assert suggest_sentence_case(headline, body, language) == ""


@given(
    st.text(alphabet="ABCÉÎЇŁÑ’' -!:?.0", min_size=1, max_size=60),
    st.sampled_from(["fr", "en", "uk", "pl"]),
)
def test_only_the_case_of_letters_ever_changes(headline: str, language: str) -> None:
    suggestion = suggest_sentence_case(headline, FRENCH, language)
    assert suggestion == "" or suggestion.casefold() == headline.casefold()


def test_capitals_are_recognised_only_in_more_than_a_word_or_two_letters() -> None:
    assert is_in_capitals("LA MER EST CALME !")
    assert not is_in_capitals("NATO")
    assert not is_in_capitals("La Mer Est Calme")
