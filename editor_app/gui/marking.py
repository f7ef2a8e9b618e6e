# SPDX-License-Identifier: GPL-3.0-or-later
"""Mark a constant for translation: Qt's own marker, typed as the string it returns."""

from __future__ import annotations


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802 - lupdate looks for this name
    """Return `text` as it is; lupdate finds it under `context`."""
    del context
    return text
