# SPDX-License-Identifier: GPL-3.0-or-later
"""A web page: a saved .html file, pasted HTML, or what an address gave."""

from __future__ import annotations

from dataclasses import replace

from editor_app.documents.file_kind import ending_of, is_address, looks_like_html
from editor_app.documents.html_reading.blocks import HtmlBlock, visible_blocks
from editor_app.documents.html_reading.dom import (
    ParsedPage,
    declared_encoding,
    depth_of,
    invisible_text,
    parse_page,
)
from editor_app.documents.html_reading.main_content import (
    article_blocks,
    extract_text,
    with_end,
)
from editor_app.documents.html_reading.metadata import PageMetadata, read_metadata
from editor_app.documents.importers.plain_text import refuse_large
from editor_app.documents.page_parts import body_of, bylines_of, plain_line
from editor_app.documents.recognition.article_page import recognise_pieces
from editor_app.documents.recognition.pieces import Piece
from editor_app.documents.recognition.verdicts import Verdicts
from editor_app.documents.recognition.vocabulary import normalised
from editor_app.domain.article import ArticleContent
from editor_app.domain.errors import UnreadableFile
from editor_app.domain.imported import ImportedPage, LeftOutReason, Part, PartRole
from editor_app.domain.languages import normalise_tag
from editor_app.domain.progress import Progress
from editor_app.text.encodings import decode
from editor_app.text.sentence_case import suggest_sentence_case

_STEPS = 4
_REGION_REASONS = (
    ("nav", LeftOutReason.NAVIGATION),
    ("footer", LeftOutReason.NAVIGATION),
    ("form", LeftOutReason.COMMENT_FORM),
    ("aside", LeftOutReason.RELATED),
    ("header", LeftOutReason.NAVIGATION),
)


class HtmlImporter:
    """Reads HTML; no script, style, event handler or picture file survives.

    The parts are the visible blocks in order, then one part with what a reader does not see.
    """

    name = "html"
    suffixes = (".html", ".htm", ".xhtml")

    def can_read(self, data: bytes, name: str) -> bool:
        """Tell by the ending; without one, or at an address, by how the content begins."""
        ending = ending_of(name)
        if ending in self.suffixes:
            return True
        return (not ending or is_address(name)) and looks_like_html(data)

    def read(
        self, data: bytes, name: str, *, language: str | None, progress: Progress
    ) -> ImportedPage:
        """Return the article of the page."""
        refuse_large(len(data), name)
        text = decode(data, name=name, declared=declared_encoding(data)).text
        base_url = name if is_address(name) else ""
        return read_html(text, name, base_url=base_url, language=language, progress=progress)


def read_html(
    text: str, name: str, *, base_url: str, language: str | None, progress: Progress
) -> ImportedPage:
    """Return what an HTML text would become; relative addresses start at ``base_url``."""
    progress.report(0, _STEPS, name)
    page = parse_page(text, base_url)
    metadata = read_metadata(page.root)
    blocks = visible_blocks(page.root, page.base_url)
    if not blocks:
        called = f"“{name}”" if name else "The page"
        raise UnreadableFile(f"{called} shows no text: there is nothing to import.")
    progress.report(1, _STEPS, name)
    extracted = extract_text(text, depth_of(page.root))
    progress.report(2, _STEPS, name)
    kept = article_blocks(blocks, extracted)
    verdicts = recognise_pieces(
        [Piece(block.text, block.text, index) for index, block in enumerate(blocks)],
        language=normalise_tag(language) if language else "",
        hint=metadata.language,
    )
    kept = with_end(kept, blocks, lambda index: verdicts.role(index) is PartRole.BODY)
    progress.report(3, _STEPS, name)
    parts = (*_parts(blocks, verdicts, kept, metadata), *_invisible_part(page))
    result = _page(parts, verdicts, metadata, name)
    progress.report(_STEPS, _STEPS, name)
    return result


def _page(
    parts: tuple[Part, ...], verdicts: Verdicts, metadata: PageMetadata, name: str
) -> ImportedPage:
    def joined(role: PartRole) -> str:
        return " ".join(plain_line(part.text) for part in parts if part.role is role)

    published = metadata.published or verdicts.published
    content = ArticleContent(
        headline=joined(PartRole.HEADLINE) or plain_line(metadata.title),
        standfirst=joined(PartRole.STANDFIRST),
        body=body_of(parts),
        bylines=bylines_of(parts) or metadata.authors,
        search_description=plain_line(metadata.description),
        published_on=published,
    )
    page = ImportedPage(content, verdicts.language, published, parts, source_name=name)
    suggestion = suggest_sentence_case(content.headline, content.body, page.language)
    return replace(page, headline_suggestion=suggestion)


def _parts(
    blocks: list[HtmlBlock], verdicts: Verdicts, kept: set[int], metadata: PageMetadata
) -> list[Part]:
    headline = _headline_index(blocks, verdicts, kept, metadata)
    standfirst = _standfirst_index(blocks, headline, metadata)
    parts: list[Part] = []
    for index, block in enumerate(blocks):
        role, reason = _decide(index, block, verdicts, kept)
        if index == headline:
            role, reason = PartRole.HEADLINE, None
        elif role is PartRole.HEADLINE:
            role, reason = PartRole.LEFT_OUT, LeftOutReason.NAVIGATION
        elif index == standfirst:
            role, reason = PartRole.STANDFIRST, None
        parts.append(Part(block.text + "\n\n", role, reason, markdown=block.markdown))
    return parts


def _decide(
    index: int, block: HtmlBlock, verdicts: Verdicts, kept: set[int]
) -> tuple[PartRole, LeftOutReason | None]:
    """Combine both judgements: the extraction finds the article, the recognition the reasons."""
    role, reason = verdicts.role(index), verdicts.reason(index)
    said = verdicts.lines[index].reason
    if role in (PartRole.HEADLINE, PartRole.BYLINE):
        return role, None
    if not kept:  # too short for extraction: the recognition decides alone
        return role, reason
    if role is PartRole.STANDFIRST and not block.regions & {"nav", "aside", "footer", "form"}:
        return role, None
    if index in kept and reason is not LeftOutReason.DATE and said is None:
        return PartRole.BODY, None
    if reason is None:
        reason = next(
            (why for region, why in _REGION_REASONS if region in block.regions),
            said or LeftOutReason.OTHER,
        )
    return PartRole.LEFT_OUT, reason


def _headline_index(
    blocks: list[HtmlBlock], verdicts: Verdicts, kept: set[int], metadata: PageMetadata
) -> int | None:
    """Return the h1 nearest to the article, or what the recognition took for the headline."""
    title = normalised(metadata.title)
    first = min(kept, default=len(blocks))
    ones = [index for index, block in enumerate(blocks) if block.tag == "h1"]
    named = [i for i in ones if len(blocks[i].text) > 3 and normalised(blocks[i].text) in title]
    before = [index for index in ones if index <= first + 1]
    found = named or before[-1:] or ones
    if found:
        return found[-1] if found is not named else found[0]
    return next((i for i in range(len(blocks)) if verdicts.role(i) is PartRole.HEADLINE), None)


def _standfirst_index(
    blocks: list[HtmlBlock], headline: int | None, metadata: PageMetadata
) -> int | None:
    """Return the block under the headline that the page also gives as its description."""
    description = normalised(metadata.description)
    if headline is None or len(description) < 20:
        return None
    for index in range(headline + 1, min(headline + 4, len(blocks))):
        if normalised(blocks[index].text) == description:
            return index
    return None


def _invisible_part(page: ParsedPage) -> tuple[Part, ...]:
    text = invisible_text(page.root)
    return (Part(text, PartRole.LEFT_OUT, LeftOutReason.MARKUP),) if text else ()
