# SPDX-License-Identifier: GPL-3.0-or-later
"""Links and images that exist on one computer only."""

from __future__ import annotations

import re
from collections.abc import Iterable

from editor_app.checks.article_texts import article_texts
from editor_app.checks.check import CheckSubject
from editor_app.domain.finding import Finding, Severity

_ADDRESS = re.compile(
    r"(?P<image>!\[[^\]\n]*)?\]\(\s*<?(?P<link>[^\s)>]+)"
    r"|^[ >\t]*\[[^\]\n^]+\]:[ \t]*<?(?P<definition>[^\s>]+)"
    r"|\b(?P<attribute>src|href|data|poster)\s*=\s*[\"']?(?P<html>[^\"'\s>]+)"
    r"|(?P<bare>\b(?:file|blob|asset|content):/{0,3}[^\s<>)\]]+)",
    re.MULTILINE | re.IGNORECASE,
)
_LOCAL = re.compile(
    r"(?:file|blob|asset|content|app|about|chrome|data):"
    r"|[a-z]:[\\/]|\\\\|~/|/(?:home|Users|tmp|var|mnt|media|Volumes|root|private|opt|etc)/"
    r"|https?://(?:localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[::1\])(?=[:/?#]|\Z)",
    re.IGNORECASE,
)
_WITH_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


class LocalLinks:
    """Blockers: file: and blob: addresses, paths of this computer, this computer's own server."""

    rules = ("link.local",)

    def check(self, subject: CheckSubject) -> Iterable[Finding]:
        """Yield each address that readers could not reach; code is left alone."""
        for text in article_texts(subject.content):
            for match in _ADDRESS.finditer(text.no_code):
                name = match.lastgroup or ""
                address = text.text[match.start(name) : match.end(name)]
                shows = match["image"] is not None or (match["attribute"] or "").lower() in (
                    "src",
                    "data",
                    "poster",
                )
                path_of_image = shows and not _WITH_SCHEME.match(address)
                if _LOCAL.match(address) or path_of_image:
                    yield Finding(
                        "link.local", Severity.BLOCKER, text.field, *match.span(name), address,
                        f"“{address}” exists on this computer only.",
                    )  # fmt: skip
