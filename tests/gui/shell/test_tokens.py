"""The theme's colours: every text can be read on everything it stands on."""

import pytest

from editor_app.gui.theme.tokens import TEXT_PAIRS, THEMES, Tokens


def luminance(colour: str) -> float:
    """Return the relative luminance by WCAG 2.2."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio by WCAG 2.2."""
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_text_has_a_contrast_of_at_least_4_5_on_its_background(theme: Tokens):
    too_weak = {
        (text, ground): round(contrast(getattr(theme, text), getattr(theme, ground)), 2)
        for text, ground in TEXT_PAIRS
        if contrast(getattr(theme, text), getattr(theme, ground)) < 4.5
    }
    assert too_weak == {}


def test_the_contrast_of_black_on_white_is_21():
    assert round(contrast("#000000", "#ffffff"), 1) == 21
