# SPDX-License-Identifier: GPL-3.0-or-later
"""Turn HTML from anywhere into HTML that runs nothing and asks nothing of other computers."""

from __future__ import annotations

import html
import re
import secrets
from collections.abc import Callable
from html.parser import HTMLParser

import nh3

from editor_app.domain.ids import MediaId
from editor_app.domain.media import MEDIA_SCHEME

ImageRenderer = Callable[[str, str, str], str]  # (media id, alt, title) → trusted HTML

URL_SCHEMES = frozenset({"http", "https", "mailto", "media"})
# fmt: off
_TAGS = frozenset({
    "a", "abbr", "b", "bdi", "bdo", "blockquote", "br", "caption", "cite", "code", "col",
    "colgroup", "dd", "del", "details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure",
    "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "ins", "kbd", "li", "mark", "ol", "p", "pre",
    "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strong", "sub", "summary", "sup",
    "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "u", "ul", "var",
})
# fmt: on
_DROPPED_WITH_CONTENT = frozenset({"script", "style", "template", "noscript", "svg", "math"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_ATTRIBUTES = {
    "*": {"class", "dir", "id", "lang", "title"},
    "a": {"href"},
    "bdo": {"dir"},
    "blockquote": {"cite"},
    "del": {"datetime"},
    "ins": {"datetime"},
    "li": {"value"},
    "ol": {"start", "type"},
    "q": {"cite"},
    "td": {"align", "colspan", "rowspan"},
    "th": {"align", "colspan", "rowspan", "scope"},
    "time": {"datetime"},
}
_IMAGE_MARK = "data-image"
_KNOWN_CLASS = re.compile(r"footnote|footnote-ref|footnote-backref|language-[\w+#.-]{1,40}")
_FOOTNOTE_ID = re.compile(r"fn(?:ref\d*)?:\S{1,200}")
_HEADING_ID = re.compile(r"[^\W_][\w-]{0,100}")
_MEDIA_ID = re.compile(r"[0-9A-Za-z][0-9A-Za-z_-]{0,63}")
_DOCTYPE = re.compile(r"<!doctype\b[^<>]*>", re.IGNORECASE)
_DECLARATION = re.compile(r"<!(?!--)")  # the standard library's parser fails on some of them
_EMBED_SOURCE = {
    "audio": "src", "embed": "src", "iframe": "src", "object": "data", "video": "src",
}  # fmt: skip
_LINK_START = re.compile(r'<a(?: [a-z-]+="[^"]*")*>')
_OWN_PAGE_LINK = re.compile(r' href="(?:#|\.{0,2}/(?!/)|media:|mailto:|[\w.-]+(?:[/?#"]))')
_REL = ' rel="noopener noreferrer"'


def media_id_of(address: str) -> MediaId | None:
    """Return the id in ``media:ID``, or None if the address names no media of ours."""
    stripped = address.strip()
    if stripped[: len(MEDIA_SCHEME)].lower() != MEDIA_SCHEME:
        return None
    identifier = stripped[len(MEDIA_SCHEME) :]
    return MediaId(identifier) if _MEDIA_ID.fullmatch(identifier) else None


def sanitise_html(source: str, *, image: ImageRenderer | None = None) -> str:
    """Return ``source`` without anything that runs, styles or loads.

    Kept are text structure and links to http, https, mailto, relative and ``media:``
    addresses. Images of ours go through ``image`` (their alt text without it); any other
    image or embed becomes a link that the reader sees and may follow.
    """
    rewriter = _ImageRewriter()
    rewriter.feed(_DECLARATION.sub("&lt;!", _DOCTYPE.sub("", _possible_characters(source))))
    rewriter.close()
    clean = nh3.clean(
        rewriter.result(),
        tags=set(_TAGS),
        clean_content_tags=set(_DROPPED_WITH_CONTENT),
        attributes={**_ATTRIBUTES, "span": {_IMAGE_MARK}},
        attribute_filter=lambda tag, name, value: _kept_value(rewriter.secret, tag, name, value),
        url_schemes=set(URL_SCHEMES),
        link_rel="noopener noreferrer",
    )
    return _with_images(_LINK_START.sub(_without_rel_inside, clean), rewriter, image)


def _possible_characters(text: str) -> str:
    """Return text that UTF-8 can hold, NUL and lone surrogates shown as U+FFFD."""
    return (
        text.replace("\0", "\ufffd").encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    )


def _kept_value(secret: str, tag: str, name: str, value: str) -> str | None:
    if name == _IMAGE_MARK:
        return value if value.startswith(secret) else None
    if name == "class":
        kept = " ".join(word for word in value.split() if _KNOWN_CLASS.fullmatch(word))
        return kept or None
    if name == "id":
        own_heading = tag in _HEADINGS and _HEADING_ID.fullmatch(value)
        return value if own_heading or _FOOTNOTE_ID.fullmatch(value) else None
    if name == "align":
        return value if value in {"left", "right", "center"} else None
    if name == "title":
        return value or None
    return value


def _without_rel_inside(match: re.Match[str]) -> str:
    tag = match.group()
    return tag.replace(_REL, "") if _OWN_PAGE_LINK.search(tag) or "href=" not in tag else tag


def _with_images(clean: str, rewriter: _ImageRewriter, image: ImageRenderer | None) -> str:
    """Put our images in; attributes escape their quotes, so only whole elements match."""
    if not rewriter.images:
        return clean
    mark = f'<span {_IMAGE_MARK}="{rewriter.secret}(\\d+)"></span>'

    def inline(match: re.Match[str]) -> str:
        media_id, alt, title = rewriter.images[int(match[1])]
        return image(media_id, alt, title) if image else html.escape(alt, quote=False)

    def figure(match: re.Match[str]) -> str:
        if image is None:
            return f"<p>{inline(match)}</p>"
        title = rewriter.images[int(match[1])][2]
        caption = f"<figcaption>{html.escape(title, quote=False)}</figcaption>" if title else ""
        return f"<figure>{inline(match)}{caption}</figure>"

    return re.sub(mark, inline, re.sub(rf"<p>\s*{mark}\s*</p>", figure, clean))


class _ImageRewriter(HTMLParser):
    """Passes HTML on as it is, but for images and embeds. Its output is still untrusted."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.secret = secrets.token_hex(16) + "-"
        self.images: list[tuple[str, str, str]] = []
        self._parts: list[str] = []
        self._inside_link = False
        self._links_after: list[str] = []

    def result(self) -> str:
        """Return what was collected so far."""
        return "".join(self._parts) + "".join(self._links_after)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in reversed(attrs)}
        if tag == "img":
            self._image(values)
        elif tag in _EMBED_SOURCE:
            self._embed(values.get(_EMBED_SOURCE[tag], ""))
        else:
            if tag == "a":
                self._inside_link = True
            self._parts.append(self.get_starttag_text() or "")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in _EMBED_SOURCE or tag == "img":
            return
        self._parts.append(f"</{tag}>")
        if tag == "a":
            self._inside_link = False
            self._parts += self._links_after
            self._links_after.clear()

    def handle_data(self, data: str) -> None:
        self._parts.append(data)

    def handle_entityref(self, name: str) -> None:
        self._parts.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._parts.append(f"&#{name};")

    def _image(self, values: dict[str, str]) -> None:
        address, alt, title = (values.get(name, "") for name in ("src", "alt", "title"))
        media_id = media_id_of(address)
        if media_id is not None:
            self._parts.append(f'<span {_IMAGE_MARK}="{self.secret}{len(self.images)}"></span>')
            self.images.append((media_id, alt, title))
        elif address.strip().lower().startswith(("http:", "https:", "//")):
            self._link(address, alt or title)
        else:
            self._parts.append(html.escape(alt or title))

    def _embed(self, address: str) -> None:
        if address.strip().lower().startswith(("http:", "https:", "//")):
            self._link(address, "")

    def _link(self, address: str, text: str) -> None:
        """A link inside a link is impossible: it then follows the outer one."""
        link = f'<a href="{html.escape(address)}">{html.escape(text or address)}</a>'
        if self._inside_link:
            self._links_after.append(f" ({link})")
            self._parts.append(html.escape(text))
        else:
            self._parts.append(link)
