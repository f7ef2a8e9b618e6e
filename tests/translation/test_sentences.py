# SPDX-License-Identifier: GPL-3.0-or-later
"""Sentences end where a reader of the language says they do. ‖ marks the expected boundaries."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.translation.sentences import LONE_CODE, OPENING_CODE, sentence_ranges

CASES = [
    ("en", "Mr. Brown met J. R. Green at 5 p.m. ‖The talks lasted all day."),
    ("en", "The U.S. army left, e.g. for Spain. ‖It cost 3.5 million in 1990. ‖Why? ‖Nobody knows!"),
    ("en", "He shouted “Stop!” and ran. ‖“Never.” ‖She left... ‖Then rain."),
    ("en", "“Come in!” Anna said. ‖They did."),
    ("en", "See No. 5, Fig. 3 and vol. II of the report. ‖Page 4 is missing."),
    ("en", "It was him and I. ‖Then we left the U.N. ‖The end."),
    ("en", "1. First point. ‖Second."),
    ("en", "Prices (see etc. above) rose [...] and fell. ‖(They always do.) ‖OK."),
    ("fr", "M. Petit, né le 1er janv. 1990, dit : « Venez ! » ‖Puis il part… ‖Et après ? ‖Rien."),
    ("fr", "« Non ! » cria-t-il. ‖Mme Roy, p. ex. la mairesse, etc. ‖La suite demain."),
    ("fr", "Le 12.05.2020 à 10 h 30. ‖L’art. 3 dit : (…) tout va bien. ‖Fin"),
    ("de", "Am 3. Oktober kam Dr. Vogel. ‖Das war z. B. am 12. Spieltag so. ‖Es war 1990. ‖Dann ging er."),
    ("de", "Ludwig XIV. war König. ‖Im 19. Jahrhundert galt d. h. noch etwas. ‖„Ja.“ ‖Nein."),
    ("es", "El Sr. Ruiz dijo: «¡Hola!». ‖¿Vienes? ‖Sí, a las 8 p. m. con la Dra. Paz."),
    ("it", "Il dott. Riva abita in via Po n. 5. ‖È a Roma, cfr. pag. 3."),
    ("pt", "O Sr. Lima saiu. ‖A Dra. Reis, pág. 7, ficou."),
    ("nl", "Dhr. de Wit, d.w.z. de baas, kwam om ca. 3 uur. ‖Hij bleef."),
    ("pl", "Ok. 5 tys. osób, np. z ul. Długiej. ‖Dnia 3. Maja świętowano."),
    ("ru", "В 1990 г. в г. Киеве жил А. С. Иванов. ‖Он писал и т.д. ‖Это всё."),
    ("uk", "Це Т. Коваль. ‖Він живе на вул. Садовій, буд. 5. ‖Так!"),
    ("tr", "Dr. Kaya geldi. ‖Sonra gitti."),
    ("ar", "قال د. أحمد كلاما. ‖هل هذا صحيح؟ ‖نعم! ‖انتهى."),
    ("zh", "今天天气好。‖我们去吧！‖“好。”‖他说。"),
    ("ja", "彼は「はい。」と言った。‖行く？‖行く。"),
    ("th", "สวัสดีครับ ‖วันนี้ดีมาก! ‖ไปกัน"),
    ("hi", "यह है। ‖वह है।"),
    ("el", "Τι κάνεις; ‖Καλά."),
    ("he", "זה נכון. ‖באמת? ‖כן."),
    ("en-GB", "No such luck. ‖Dr. No came."),
    ("xx", "Any tongue. ‖Another one."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "marked"), CASES)
def test_boundaries(language, marked):
    expected = [part.strip() for part in marked.split("‖")]
    text = marked.replace("‖", "")
    assert [text[start:end] for start, end in sentence_ranges(text, language)] == expected


def test_a_code_stays_with_its_sentence():
    text = f"One.{LONE_CODE} {OPENING_CODE}Two goes on. {LONE_CODE} ends."
    found = [text[start:end] for start, end in sentence_ranges(text, "en")]
    assert found == [f"One.{LONE_CODE}", f"{OPENING_CODE}Two goes on.", f"{LONE_CODE} ends."]


@given(
    st.text(alphabet="aB1. !?…。«»“”()\n\u00a0漢う"),
    st.sampled_from(["en", "de", "fr", "ja", "th"]),
)
def test_nothing_but_white_space_is_between_sentences(text, language):
    position = 0
    for start, end in sentence_ranges(text, language):
        assert text[position:start].strip() == ""
        assert start < end
        position = end
    assert text[position:].strip() == ""
