# SPDX-License-Identifier: GPL-3.0-or-later
"""The comment at the top of a post by which we know our article again, whatever happened since.

`<!-- editor-app:{"uid":…,"content":…,"raw":…} -->`: the article's id, the hash of the content
that was sent, and the hash of the post's text as it was sent. While the text there still has
that hash, nobody changed it. The comment is in the page's public source: it holds no secret.
"""

from __future__ import annotations

import hashlib
import html
import json
import re
from dataclasses import dataclass, field
from typing import Any, cast

from editor_app.domain.ids import ArticleId
from editor_app.publishing.endpoints.wordpress.block_markup import same_markup

_MARKER = re.compile(r"(?:<p>)?<!--\s*editor-app:(\{[^<>]{0,4000}?\})\s*-->(?:</p>)?\s*")
_NUMBERED = re.compile(r"&#0*(\d+);")
# `-`, `<` and `>` would end the comment, or make WordPress change it for some accounts.
_ESCAPED = {ord("-"): "\\u002d", ord("<"): "\\u003c", ord(">"): "\\u003e"}


@dataclass(frozen=True, slots=True)
class Sent:
    """What we set beside the text, to see later who changed it: ids and words as sent."""

    tags: tuple[int, ...] = ()
    categories: tuple[int, ...] = ()
    lead: int = 0
    slug: str = ""
    comments: str = ""


@dataclass(frozen=True, slots=True)
class Marker:
    """What the comment says."""

    uid: str
    content_hash: str
    raw_hash: str
    sent: Sent = field(default_factory=Sent)

    def comment(self) -> str:
        """Return the comment with its line end."""
        plain: dict[str, Any] = {
            "uid": self.uid,
            "content": self.content_hash,
            "raw": self.raw_hash,
            "tags": list(self.sent.tags),
            "categories": list(self.sent.categories),
            "lead": self.sent.lead,
            "slug": self.sent.slug,
            "comments": self.sent.comments,
        }
        filled = {key: value for key, value in plain.items() if value}
        text = json.dumps(filled, ensure_ascii=True, separators=(",", ":"))
        return f"<!-- editor-app:{text.translate(_ESCAPED)} -->\n"


def uid_of(article_id: ArticleId) -> str:
    """Return the article's id as the marker holds it, without hyphens: a search finds it."""
    return article_id.replace("-", "")


def read_marker(raw: str) -> tuple[Marker | None, str]:
    """Return the marker in a post's raw content, and the content without it."""
    match = _MARKER.search(raw)
    if match is None:
        return None, raw
    rest = raw[: match.start()] + raw[match.end() :]
    try:
        plain: Any = json.loads(match[1])
    except ValueError:
        return None, rest
    if not isinstance(plain, dict):
        return None, rest
    values = cast(dict[str, Any], plain)
    sent = Sent(
        tags=_numbers(values.get("tags")),
        categories=_numbers(values.get("categories")),
        lead=next(iter(_numbers([values.get("lead")])), 0),
        slug=str(values.get("slug", "")),
        comments=str(values.get("comments", "")),
    )
    uid, content, raw_text = (str(values.get(key, "")) for key in ("uid", "content", "raw"))
    return Marker(uid, content, raw_text, sent), rest


def raw_hash(title: str, excerpt: str, content: str) -> str:
    """Return the hash of a post's text, the marker left out.

    What WordPress itself changes on arrival for some accounts does not count: line ends, outer
    spaces, the space before `/>`, zeros in `&#091;`, and `&` for `&amp;` in the two short fields;
    nor what its block editor writes anew when somebody saves without changing a word.
    """
    short = [html.unescape(text).strip() for text in (title, excerpt)]
    body = same_markup(_NUMBERED.sub(r"&#\1;", content.replace("\r\n", "\n")))
    text = json.dumps([*short, body], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _numbers(value: Any) -> tuple[int, ...]:
    items = cast(list[Any], value) if isinstance(value, list) else []
    return tuple(item for item in items if isinstance(item, int))
