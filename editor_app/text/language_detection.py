# SPDX-License-Identifier: GPL-3.0-or-later
"""Which language a text is in, told offline from the text itself and from hints."""

from __future__ import annotations

import functools
import re
import threading
from collections.abc import Sequence
from typing import Any, cast

from editor_app.domain.errors import BadInput
from editor_app.domain.languages import UNDETERMINED, base_language, normalise_tag

_ENOUGH_CHARACTERS = 20_000  # more text does not change the answer
_SURE_LETTERS = 60  # below this a hint outweighs the measure
_FEWEST_LETTERS = 16  # below this there is nothing to measure
_HALF_SURE = 0.4  # below this a long text is in no language that the model knows
_FAIRLY_SURE = 0.6  # likelihood of the best language
_CLEARLY_MORE = 30  # times likelier than the expected language
_LETTER = re.compile(r"[^\W\d_]")
# Languages that share most of their written words: the measure cannot tell them apart surely.
_NEAR = (
    frozenset({"bs", "hr", "sr", "sh"}),
    frozenset({"nb", "nn", "no", "da"}),
    frozenset({"id", "ms"}),
    frozenset({"cs", "sk"}),
    frozenset({"gl", "pt"}),
    frozenset({"ca", "oc"}),
    frozenset({"af", "nl"}),
    frozenset({"en", "pcm", "sco"}),
)
_MODEL_TAGS = {"no": "nb"}
_lock = threading.Lock()


def detect_language(text: str, *, hints: Sequence[str] = ()) -> str:
    """Return the BCP 47 tag of the language that ``text`` is in, "und" if it cannot be told.

    A hint (a page's ``lang`` attribute, for instance) adds its region to the same language,
    decides between near languages, and decides alone where the text is too short to measure.
    """
    known = [tag for tag in map(_tag_or_nothing, hints) if tag]
    sample = text[:_ENOUGH_CHARACTERS]
    letters = len(_LETTER.findall(sample))
    if letters < _FEWEST_LETTERS:
        return known[0] if known else UNDETERMINED
    measured, likelihood = _measure(sample)
    for hint in known:
        if base_language(hint) == measured or _near(base_language(hint), measured):
            return hint
    if letters < _SURE_LETTERS and known:
        return known[0]
    enough = _FAIRLY_SURE if letters < _SURE_LETTERS else _HALF_SURE
    return measured if likelihood >= enough else UNDETERMINED


def language_likelihood(text: str) -> float:
    """Return how likely the best language is: near 0 for text that was decoded wrongly."""
    return _measure(text[:_ENOUGH_CHARACTERS])[1]


def is_other_language(text: str, language: str) -> bool:
    """Tell whether ``text``, a line or more, is clearly not in ``language``.

    False where it is too short to be sure.
    """
    if len(_LETTER.findall(text[:_ENOUGH_CHARACTERS])) < _SURE_LETTERS * 2 // 3:
        return False
    expected = base_language(language)
    ranking = cast("list[tuple[str, float]]", _identifier().rank(text[:_ENOUGH_CHARACTERS]))
    likelihood = {_MODEL_TAGS.get(code, code): score for code, score in ranking}
    best = _MODEL_TAGS.get(ranking[0][0], ranking[0][0])
    if best == expected or _near(best, expected) or likelihood[best] < _FAIRLY_SURE:
        return False
    return likelihood[best] > _CLEARLY_MORE * likelihood.get(expected, 0.0)


def _tag_or_nothing(hint: str) -> str:
    try:
        return normalise_tag(hint)
    except BadInput:
        return ""


def _near(one: str, other: str) -> bool:
    return any(one in group and other in group for group in _NEAR)


def _measure(text: str) -> tuple[str, float]:
    code, likelihood = cast("tuple[str, float]", _identifier().classify(text))
    return _MODEL_TAGS.get(code, code), likelihood


def _identifier() -> Any:  # py3langid has no type information
    with _lock:
        return _load_identifier()


@functools.cache
def _load_identifier() -> Any:
    """Load the model once: it takes about a second."""
    from py3langid import langid  # pyright: ignore[reportMissingTypeStubs]

    module: Any = langid
    return module.LanguageIdentifier.from_model_file(module.MODEL_FILE, norm_probs=True)
