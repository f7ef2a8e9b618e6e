# SPDX-License-Identifier: GPL-3.0-or-later
"""Pages and images to publish in tests: complete, small, our own words."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image

from editor_app.domain.article import ArticleContent
from editor_app.domain.comment import Comment, CommentState
from editor_app.domain.ids import ArticleId, MediaId, RevisionId, SiteId, StoryId, new_id
from editor_app.domain.media import MediaAsset
from editor_app.publishing.endpoint import Page, PageMedia

NINE = datetime(2026, 12, 1, 8, 0, tzinfo=UTC)
_CONTENT_FIELDS = frozenset(ArticleContent.__dataclass_fields__)


def make_page(**values: Any) -> Page:
    """Return a page; fields of its content may be given by name too."""
    content_values = {key: values.pop(key) for key in list(values) if key in _CONTENT_FIELDS}
    defaults: dict[str, Any] = {
        "headline": "The ferry comes back",
        "standfirst": "Two winters without a boat are over.",
        "body": "The first ferry left at dawn.\n\nForty people stood on the quay.",
        "bylines": ("Ida Holm",),
        "tags": ("Harbour",),
    }
    page = Page(
        article_id=ArticleId(new_id()),
        story_id=StoryId(new_id()),
        revision_id=RevisionId(new_id()),
        language="en",
        content=ArticleContent(**(defaults | content_values)),
        section="World",
        first_published=NINE,
        updated=NINE,
    )
    return replace(page, **values)


def changed(page: Page, **values: Any) -> Page:
    """Return the page as a new revision with other content."""
    content = replace(page.content, **values)
    return replace(page, content=content, revision_id=RevisionId(new_id()))


def make_image(
    folder: Path, *, size: tuple[int, int] = (1800, 1200), colour: str = "#456", **settings: Any
) -> PageMedia:
    """Return a picture that lies in the folder; ``kind`` and what Pillow's save takes."""
    kind = settings.pop("kind", "JPEG")
    mode = settings.pop("mode", "RGB")
    out = BytesIO()
    Image.new(mode, size, colour).save(out, format=kind, **settings)
    return store_image(folder, out.getvalue(), f"picture.{kind.lower()}", size)


def store_image(
    folder: Path, raw: bytes, filename: str, size: tuple[int, int] = (0, 0)
) -> PageMedia:
    """Return bytes as an image of the newsroom, whatever they are."""
    digest = hashlib.sha256(raw).hexdigest()
    path = folder / digest
    path.write_bytes(raw)
    asset = MediaAsset(
        id=MediaId(new_id()),
        sha256=digest,
        filename=filename,
        mime_type="image/jpeg",
        size_bytes=len(raw),
        width=size[0],
        height=size[1],
        created=NINE,
        alt="A grey quay",
    )
    return PageMedia(asset, path)


def make_comment(text: str, **values: Any) -> Comment:
    """Return an approved comment."""
    defaults: dict[str, Any] = {
        "id": new_id(),
        "site_id": SiteId(new_id()),
        "article_id": None,
        "remote_id": "1",
        "parent_id": None,
        "author": "Noor",
        "text": text,
        "state": CommentState.APPROVED,
        "created": NINE,
    }
    return Comment(**(defaults | values))
