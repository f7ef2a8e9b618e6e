# SPDX-License-Identifier: GPL-3.0-or-later
"""Images: each needs words for readers who cannot see it, and must be attached."""

from __future__ import annotations

import re
from collections.abc import Iterable

from editor_app.checks.article_texts import article_texts
from editor_app.checks.check import CheckSubject
from editor_app.domain.finding import Finding, Fix, Severity
from editor_app.domain.ids import MediaId

_IMAGE = re.compile(
    r"!\[(?P<alt>(?:[^\[\]\\\n]|\\.)*)\](?P<to>\(\s*<?(?P<address>[^\s)>]*)[^)\n]*\)?|\[)?"
)
_HTML_IMAGE = re.compile(r"<img\b[^>]*>", re.IGNORECASE)
_HTML_ALT = re.compile(
    r"\balt\s*=\s*(?:\"[^\"]*[^\"\s][^\"]*\"|'[^']*[^'\s][^']*'|[^\s\"'>]+)", re.I
)


class Images:
    """Blockers: an image without alt text, an image that is not attached."""

    rules = ("image.lead-alt", "image.body-alt", "image.unknown", "image.remote")

    def check(self, subject: CheckSubject) -> Iterable[Finding]:
        """Yield what is wrong with the lead image and those in the body."""
        yield from _lead(subject)
        for text in article_texts(subject.content):
            if text.field != "body":
                continue
            for match in _IMAGE.finditer(text.no_code):
                yield from _body_image(subject, match)
            for match in _HTML_IMAGE.finditer(text.no_code):
                if not _HTML_ALT.search(match.group()):
                    yield _without_alt(subject, match)


def _lead(subject: CheckSubject) -> Iterable[Finding]:
    image, alt = subject.content.lead_image, subject.content.lead_alt
    if image is None:
        return
    if not alt.strip():
        asset = subject.media.get(image)
        suggestion = asset.alt.strip() if asset else ""
        fixes = (Fix(f"Write “{suggestion}”", suggestion),) if suggestion else ()
        yield Finding(
            "image.lead-alt", Severity.BLOCKER, "lead_alt", 0, len(alt), alt,
            "The lead image has no alternative text.", fixes,
        )  # fmt: skip
    if subject.media and image not in subject.media:
        yield Finding(
            "image.unknown", Severity.BLOCKER, "lead_image", 0, 0, image,
            "The lead image is not attached to the article.",
        )  # fmt: skip


def _body_image(subject: CheckSubject, match: re.Match[str]) -> Iterable[Finding]:
    if match["to"] is None and match["alt"].strip():
        return  # “![…]” alone is only text, unless it is a reference
    if not match["alt"].strip() and match["to"] is not None:
        yield _without_alt(subject, match)
    start, end = match.span("address")
    address = subject.content.body[start:end] if start >= 0 else ""
    if address.lower().startswith(("http:", "https:", "//")):
        yield Finding(
            "image.remote", Severity.WARNING, "body", *match.span("address"), address,
            "This image is on another site: readers get a link to it instead of the image.",
        )  # fmt: skip
    known = subject.media
    if address.startswith("media:") and known and MediaId(address[6:]) not in known:
        yield Finding(
            "image.unknown", Severity.BLOCKER, "body", *match.span("address"), address,
            "This image is not attached to the article.",
        )  # fmt: skip


def _without_alt(subject: CheckSubject, match: re.Match[str]) -> Finding:
    written = subject.content.body[match.start() : match.end()]
    return Finding(
        "image.body-alt", Severity.BLOCKER, "body", *match.span(), written,
        "This image has no alternative text.",
    )  # fmt: skip
