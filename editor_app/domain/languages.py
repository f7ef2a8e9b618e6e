# SPDX-License-Identifier: GPL-3.0-or-later
"""BCP 47 language tags: shape, normal form and writing direction."""

from __future__ import annotations

import re

from editor_app.domain.errors import BadInput

# RFC 5646 langtag without extensions, private use and grandfathered tags.
_TAG = re.compile(
    r"(?P<language>[A-Za-z]{2,3})(?:[-_](?P<script>[A-Za-z]{4}))?"
    r"(?:[-_](?P<region>[A-Za-z]{2}|\d{3}))?(?:[-_](?P<variant>[A-Za-z0-9]{5,8}|\d[A-Za-z0-9]{3}))?"
)
# Languages whose usual script runs right to left (CLDR supplemental "characterOrder").
_RIGHT_TO_LEFT = frozenset(
    {"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"}
)
_RIGHT_TO_LEFT_SCRIPTS = frozenset({"Adlm", "Arab", "Hebr", "Nkoo", "Rohg", "Syrc", "Thaa"})
UNDETERMINED = "und"


def normalise_tag(tag: str) -> str:
    """Return ``tag`` in its usual case: ``FR_ca`` → ``fr-CA``.

    Raises BadInput for anything that is not a BCP 47 language tag.
    """
    match = _TAG.fullmatch(tag.strip())
    if match is None:
        raise BadInput(f"“{tag}” is not a language code such as fr, en-GB or zh-Hant.")
    parts = [match["language"].lower()]
    if match["script"]:
        parts.append(match["script"].title())
    if match["region"]:
        parts.append(match["region"].upper())
    if match["variant"]:
        parts.append(match["variant"].lower())
    return "-".join(parts)


def base_language(tag: str) -> str:
    """Return the language subtag alone: ``pt-BR`` → ``pt``."""
    return tag.replace("_", "-").split("-")[0].lower()


def is_right_to_left(tag: str) -> bool:
    """Tell whether text in this language runs from right to left."""
    for part in tag.replace("_", "-").split("-")[1:]:
        if len(part) == 4 and part.isalpha():
            return part.title() in _RIGHT_TO_LEFT_SCRIPTS
    return base_language(tag) in _RIGHT_TO_LEFT
