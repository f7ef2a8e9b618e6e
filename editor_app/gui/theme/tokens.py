# SPDX-License-Identifier: GPL-3.0-or-later
"""Every colour, distance and size of the window. No other module has a literal of these."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

StateColour = Literal["draft", "review", "ready", "live", "attention"]

# Distances in logical pixels.
SPACE_XS, SPACE_S, SPACE_M, SPACE_L, SPACE_XL = 4, 8, 12, 16, 24
# The two text sizes of the chrome, in points; the page has its own scale below.
TEXT_PT, SMALL_PT = 10.0, 9.0
# The page: body size comes from the settings, these are factors of it.
HEADLINE_SCALE, STANDFIRST_SCALE = 2.0, 1.15
PAGE_TEXT_PT, PAGE_WIDTH_CHARS = 13.0, 66
LINE_HEIGHT = 1.45

RAIL_WIDTH, LIST_WIDTH, INSPECTOR_WIDTH = 76, 320, 320
LIST_MINIMUM, WORK_MINIMUM, INSPECTOR_MINIMUM = 220, 360, 260
ROW_HEIGHT = 56  # a row of a list: two lines
ICON_SIZE, RAIL_ICON_SIZE, SMALL_ICON_SIZE = 16, 22, 14
PREVIEW_WIDTH, PREVIEW_HEIGHT = 288, 162  # the lead image in the inspector
RADIUS = 4
FOCUS_WIDTH = 2

TEXT_FONT, CHROME_FONT, MONO_FONT = "Noto Serif", "Inter", "JetBrains Mono"


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one theme, as #rrggbb."""

    name: str
    is_dark: bool
    chrome: str  # rail, panes, bars
    page: str  # where text is written
    raised: str  # fields and buttons in the chrome
    border: str
    text: str
    muted: str  # second lines, captions
    accent: str
    on_accent: str
    selection: str  # background of what is selected; `text` stands on it
    hover: str
    quiet: str  # background of the bar that says what was done
    warn: str  # background of the bar that says what failed
    added: str  # background of added words in a comparison
    removed: str
    draft: str
    review: str
    ready: str
    live: str
    attention: str

    def state(self, name: StateColour) -> str:
        """Return the colour of a state; always shown with an icon and a word."""
        return str(getattr(self, name))


LIGHT = Tokens(
    name="light", is_dark=False,
    chrome="#f4f3f1", page="#fdfdfc", raised="#ffffff", border="#d5d2cd",
    text="#1d1b19", muted="#5b5650", accent="#5a3fa8", on_accent="#ffffff",
    selection="#e2dcf4", hover="#e9e7e3", quiet="#e9e4f7", warn="#fbe9e4",
    added="#d9efdd", removed="#f8ddd8",
    draft="#5a5650", review="#7d4f00", ready="#16589c", live="#17613a", attention="#a8241c",
)  # fmt: skip
DARK = Tokens(
    name="dark", is_dark=True,
    chrome="#21201f", page="#191817", raised="#2a2927", border="#423f3c",
    text="#ebe8e3", muted="#b0aaa2", accent="#bba6f7", on_accent="#191817",
    selection="#3b3359", hover="#302e2c", quiet="#2d2842", warn="#43241f",
    added="#1f3d2a", removed="#4a2622",
    draft="#b9b3ab", review="#f0bd62", ready="#93c2f5", live="#85d3a1", attention="#ffa79d",
)  # fmt: skip
CONTRAST = Tokens(
    name="contrast", is_dark=True,
    chrome="#000000", page="#000000", raised="#000000", border="#ffffff",
    text="#ffffff", muted="#ffffff", accent="#ffe14d", on_accent="#000000",
    selection="#2b2b6b", hover="#262626", quiet="#1c1c4a", warn="#5a0f0a",
    added="#003d14", removed="#5a0f0a",
    draft="#e0e0e0", review="#ffd27a", ready="#9fd0ff", live="#8ff0b0", attention="#ffb8b0",
)  # fmt: skip
THEMES = (LIGHT, DARK, CONTRAST)

# What is written on what; a test computes the contrast of each pair in each theme.
TEXT_PAIRS: tuple[tuple[str, str], ...] = (
    *((text, ground)
      for text in ("text", "muted", "accent", "draft", "review", "ready", "live", "attention")
      for ground in ("chrome", "page", "raised", "selection", "hover")),
    ("on_accent", "accent"),
    ("text", "quiet"), ("accent", "quiet"), ("text", "warn"), ("attention", "warn"),
    ("text", "added"), ("text", "removed"),
)  # fmt: skip


def theme_named(name: str) -> Tokens:
    """Return the theme called light, dark or contrast."""
    return next(theme for theme in THEMES if theme.name == name)
