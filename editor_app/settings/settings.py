# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person chose for this newsroom on this computer; never a secret."""

from __future__ import annotations

from dataclasses import dataclass, field

VERSION = 1


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings with their defaults; a test keeps `describe` complete."""

    newsroom_name: str = field(
        default="", metadata={"help": "Shown in the title bar and on pages."}
    )
    person_name: str = field(default="", metadata={"help": "Stands in the log and as byline."})
    person_zone: str = field(default="", metadata={"help": "IANA zone; empty: the computer's."})
    language: str = field(
        default="", metadata={"help": "Of the window: en, fr; empty: the system's."}
    )
    theme: str = field(default="system", metadata={"help": "system, light, dark or contrast."})
    text_font: str = field(default="", metadata={"help": "Font of the page; empty: the built-in."})
    text_size_pt: int = field(default=13, metadata={"help": "Size of the body text in points."})
    text_width_chars: int = field(default=66, metadata={"help": "Width of the page in characters."})
    default_language: str = field(default="en", metadata={"help": "Language of a new article."})
    late_limit_minutes: int = field(
        default=2, metadata={"help": "A schedule later than this is asked about, not fired."}
    )
