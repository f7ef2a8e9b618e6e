# SPDX-License-Identifier: GPL-3.0-or-later
"""A post as an article of ours: what nobody changed keeps its text byte for byte."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from uuid import UUID

from editor_app.domain.article import ArticleContent
from editor_app.domain.ids import ArticleId, MediaId
from editor_app.publishing.endpoints.wordpress.block_markup import (
    block_name,
    same_markup,
    split_blocks,
)
from editor_app.publishing.endpoints.wordpress.blocks import BlockImage, to_blocks
from editor_app.publishing.endpoints.wordpress.from_blocks import pulled_text
from editor_app.publishing.endpoints.wordpress.html_tree import parse_html
from editor_app.publishing.endpoints.wordpress.posts import Post
from editor_app.text.markdown_blocks import blocks

_MEDIA = re.compile(r"\(media:([0-9a-f-]{36})")
_NUMBER = re.compile(r"wp-image-(\d+)")


def article_id_of(post: Post) -> ArticleId | None:
    """Return the article whose mark the post carries, None without one."""
    try:
        return ArticleId(str(UUID(hex=post.marker.uid))) if post.marker else None
    except ValueError:
        return None


def adopted_content(post: Post, *, tags: tuple[str, ...], author: str) -> ArticleContent:
    """Return the content of a post that is not known here."""
    text = pulled_text(post.body)
    names = text.byline.partition(" · ")[0] or author
    return ArticleContent(
        headline=_words(post.title),
        standfirst=_words(post.excerpt),
        body=text.body,
        slug=post.slug,
        bylines=tuple(name.strip() for name in names.split(",") if name.strip()),
        tags=tags,
        correction_note=text.correction,
    )


def changed_content(post: Post, base: ArticleContent) -> ArticleContent:
    """Return what is there now of a text that was ``base`` when we last knew it."""
    if post.content_hash == base.hash:
        return base
    text = pulled_text(post.body, base=base.body, images=_images(post.body, base.body))
    content = replace(base, body=text.body)
    if _words(post.title) != " ".join(base.headline.split()):
        content = replace(content, headline=_words(post.title))
    if _words(post.excerpt) != base.standfirst.strip():
        content = replace(content, standfirst=_words(post.excerpt))
    if text.correction != " ".join(base.correction_note.split()):
        content = replace(content, correction_note=text.correction)
    return _with_byline(content, text.byline)


def _with_byline(content: ArticleContent, line: str) -> ArticleContent:
    names = ", ".join(name for name in content.bylines if name.strip())
    credit = content.translator_credit.strip()
    if line == " ".join(" · ".join(part for part in (names, credit) if part).split()):
        return content
    if credit and line.endswith(credit):
        line = line.removesuffix(credit).rstrip(" ·")
    elif credit:
        content = replace(content, translator_credit="")
    return replace(content, bylines=tuple(name.strip() for name in line.split(",") if name.strip()))


def _words(text: str) -> str:
    return html.unescape(parse_html(text).text() if "<" in text else text).strip()


def _images(raw: str, base: str) -> dict[MediaId, BlockImage]:
    """Return which picture there is which of ours, where the block says it beyond doubt."""
    chunks = [chunk for chunk in split_blocks(raw) if block_name(chunk) == "image"]
    found: dict[MediaId, BlockImage] = {}
    for source in blocks(base):
        media = _MEDIA.findall(source.text)
        if len(media) != 1:
            continue
        fits = [
            image
            for chunk in chunks
            for image in [_image_of(chunk)]
            if image is not None
            and same_markup(to_blocks(source.text, {MediaId(media[0]): image}))
            == same_markup(chunk)
        ]
        if len(fits) == 1:
            found[MediaId(media[0])] = fits[0]
    return found


def _image_of(chunk: str) -> BlockImage | None:
    tree = parse_html(chunk)
    number = _NUMBER.search(chunk)
    pictures = [one for one in tree.every() if one.tag == "img" and one.attrs.get("src")]
    if number is None or len(pictures) != 1:
        return None
    captions = [one.text() for one in tree.every() if one.tag == "figcaption"]
    return BlockImage(int(number[1]), pictures[0].attrs["src"], "".join(captions))
