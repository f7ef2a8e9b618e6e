# SPDX-License-Identifier: GPL-3.0-or-later
"""The last look before anything becomes public: what must never leave this computer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from editor_app.domain.errors import EndpointRefused
from editor_app.domain.media import MEDIA_SCHEME
from editor_app.publishing.endpoint import Page

_CODE = re.compile(
    r"^(?P<fence>`{3,}|~{3,})[^\n]*\n.*?(?:^(?P=fence)[`~]*[ \t]*$|\Z)"
    r"|(?P<tick>`+)(?!`).+?(?<!`)(?P=tick)(?!`)",
    re.DOTALL | re.MULTILINE,
)
_TARGETS = re.compile(
    r"""(?P<image>!)?\[[^\]\n]{0,500}\]\(\s*<?(?P<inline>[^\s)>]+)
      | ^\s{0,3}\[[^\]\n]{1,200}\]:\s*<?(?P<reference>[^\s>]+)
      | \b(?:src|href|srcset|poster|data)\s*=\s*["']?(?P<attribute>[^"'\s>]+)""",
    re.VERBOSE | re.MULTILINE | re.IGNORECASE,
)
_LOCAL_SCHEME = re.compile(
    r"\b(?:file|blob|asset|content|app-media):(?:[/\\]|https?:|[0-9a-f]{8}-)", re.IGNORECASE
)
_LOCAL_TARGET = re.compile(
    r"(?:file|blob|asset|content|data):|[a-z]:[\\/]|\\\\|~/|/(?:home|Users|tmp|var|private|root|mnt|media|Volumes)/",
    re.IGNORECASE,
)
_LOCAL_PATH = re.compile(
    r"(?<![\w.:/-])(?:/(?:home|Users)/[^\s/]+/\S+|/(?:tmp|private|var/folders|Volumes)/\S+\.\w+"
    r"|[A-Za-z]:\\(?:Users|Documents and Settings)\\\S+)"
)
_PLACEHOLDER = re.compile(r"⟦[^⟧\n]{0,40}⟧?|⟧")
_CONFLICT = re.compile(r"^(?:<{7}|>{7}|\|{7})(?:[ \t].*)?$", re.MULTILINE)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Leak:
    """Something in a page that readers must not get."""

    what: str
    where: str  # a field's name, with the line in the body
    text: str

    def __str__(self) -> str:
        """Return ``a local file in the body, line 3: file:///…``."""
        shown = " ".join(self.text.split())
        shown = shown if len(shown) <= _SHOWN else f"{shown[: _SHOWN - 1]}…"
        return f"{self.what} in {self.where}: “{shown}”"


def guard_page(page: Page) -> None:
    """Raise EndpointRefused, naming what and where, if the page holds what must not go out."""
    leaks = list(find_leaks(page))
    if leaks:
        more = f" And {len(leaks) - 3} more." if len(leaks) > 3 else ""
        listed = "; ".join(str(leak) for leak in leaks[:3])
        raise EndpointRefused(f"This must not become public: {listed}.{more}")


def find_leaks(page: Page) -> Iterator[Leak]:
    """Yield everything in the page that must not go out."""
    content = page.content
    for field, text in (
        ("the headline", content.headline),
        ("the standfirst", content.standfirst),
        ("the slug", content.slug),
        ("the translator credit", content.translator_credit),
        ("the lead image’s alternative text", content.lead_alt),
        ("the lead image’s caption", content.lead_caption),
        ("the lead image’s credit", content.lead_credit),
        ("the search description", content.search_description),
        ("the correction note", content.correction_note),
        *(("a byline", name) for name in content.bylines),
        *(("a tag", tag) for tag in content.tags),
    ):
        yield from _in_text(field, text)
    yield from _in_text("the body", content.body, lines=True)
    yield from _in_targets(page)
    if content.lead_image is not None and content.lead_image not in page.media_by_id():
        yield Leak("an image that is not attached", "the lead image", str(content.lead_image))


def _in_text(field: str, text: str, *, lines: bool = False) -> Iterator[Leak]:
    if not text:
        return
    visible = _without_code(text) if lines else text
    for what, pattern in (
        ("the address of a local file", _LOCAL_SCHEME),
        ("a path on this computer", _LOCAL_PATH),
        ("a translation placeholder", _PLACEHOLDER),
        ("an unresolved conflict mark", _CONFLICT),
        ("an editor’s note (HTML comment)", _COMMENT),
    ):
        for match in pattern.finditer(visible):
            yield Leak(what, _place(field, text, match.start(), lines=lines), match.group())


def _in_targets(page: Page) -> Iterator[Leak]:
    body = _without_code(page.content.body)
    attached = {str(media_id) for media_id in page.media_by_id()}
    for match in _TARGETS.finditer(body):
        target = match["inline"] or match["reference"] or match["attribute"]
        place = _place("the body", body, match.start(), lines=True)
        if target.lower().startswith(MEDIA_SCHEME):
            if target[len(MEDIA_SCHEME) :] not in attached:
                yield Leak("an image that is not attached", place, target)
        elif _LOCAL_TARGET.match(target) and not _LOCAL_SCHEME.search(match.group()):
            if not _LOCAL_PATH.search(match.group()):
                yield Leak("the address of a local file", place, target)
        elif match["image"] and not target.lower().startswith(("http:", "https:")):
            yield Leak("an image that lies only on this computer", place, target)


def _without_code(text: str) -> str:
    """Return the text with code blanked out, every other character in its place."""
    return _CODE.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), text)


def _place(field: str, text: str, offset: int, *, lines: bool) -> str:
    return f"{field}, line {text.count(chr(10), 0, offset) + 1}" if lines else field
