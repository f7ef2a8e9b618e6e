# SPDX-License-Identifier: GPL-3.0-or-later
"""Which stories stand under an article: shared tags first, then its section, near in time.

Only an article's neighbours in time are looked at. So a new article changes the lists of a
few others and not of a whole section, and unchanged pages need not be written again.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from datetime import date

from editor_app.publishing.endpoints.static_site.addresses import address_part
from editor_app.publishing.endpoints.static_site.records import Record
from editor_app.publishing.endpoints.static_site.site_model import SiteModel

SHOWN = 4


class RelatedStories:
    """Finds related stories for any article of a site."""

    def __init__(self, site: SiteModel) -> None:
        """Prepare the site's groups for look-ups."""
        self._site = site
        self._ascending = {key: group.articles[::-1] for key, group in site.groupings.items()}
        self._keys = {key: [r.sort_key for r in group] for key, group in self._ascending.items()}

    def of(self, record: Record) -> tuple[Record, ...]:
        """Return up to four other stories in the article's language, best first."""
        shared: dict[str, int] = {}
        found: dict[str, Record] = {}
        for kind, weight, names in (
            ("tag", 2, record.content.tags),
            ("section", 1, [self._site.section_name(record)]),
        ):
            for name in names:
                for other in self._neighbours(record, kind, name):
                    found[other.article_id] = other
                    shared[other.article_id] = shared.get(other.article_id, 0) + weight
        own = record.sort_key
        ranked = sorted(
            found.values(),
            key=lambda other: (-shared[other.article_id], _distance(other.sort_key, own)),
        )
        return tuple(_once_per_story(ranked, record.story_id))[:SHOWN]

    def _neighbours(self, record: Record, kind: str, name: str) -> Iterable[Record]:
        key = (record.language, kind, address_part(name, record.language))
        if not name.strip() or key not in self._keys:
            return ()
        ascending = self._ascending[key]
        place = bisect_left(self._keys[key], record.sort_key)
        near = ascending[max(0, place - SHOWN) : place + SHOWN + 1]
        return (other for other in near if other.article_id != record.article_id)


def _distance(one: tuple[str, str], other: tuple[str, str]) -> tuple[int, str]:
    # Days apart, then a fixed order: what counts is that the answer is always the same.
    days = abs((date.fromisoformat(one[0]) - date.fromisoformat(other[0])).days)
    return days, one[1]


def _once_per_story(ranked: Iterable[Record], own_story: str) -> Iterable[Record]:
    seen = {own_story}
    for record in ranked:
        if record.story_id not in seen:
            seen.add(record.story_id)
            yield record
