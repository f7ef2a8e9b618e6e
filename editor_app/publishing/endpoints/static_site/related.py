# SPDX-License-Identifier: GPL-3.0-or-later
"""Which stories stand under an article: shared tags first, then its section, near in time.

Only an article's neighbours in time are looked at. So a new article changes the lists of a
few others and not of a whole section, and unchanged pages need not be written again.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from datetime import date

from editor_app.domain.ids import ArticleId
from editor_app.publishing.endpoints.static_site.addresses import address_part
from editor_app.publishing.endpoints.static_site.records import Record
from editor_app.publishing.endpoints.static_site.site_model import SiteModel

SHOWN = 4


class RelatedStories:
    """Finds related stories for any article of a site."""

    def __init__(self, site: SiteModel) -> None:
        """Prepare the site's groups for look-ups."""
        self._site = site
        self._order = {record.article_id: record.sort_key for record in site.articles}
        self._days = {
            key: date.fromisoformat(order[0]).toordinal() for key, order in self._order.items()
        }
        self._ascending = {key: group.articles[::-1] for key, group in site.groupings.items()}
        self._keys = {
            key: [self._order[record.article_id] for record in group]
            for key, group in self._ascending.items()
        }

    def of(self, record: Record) -> tuple[Record, ...]:
        """Return up to four other stories in the article's language, best first."""
        shared: dict[ArticleId, int] = {}
        found: dict[ArticleId, Record] = {}
        for kind, weight, names in (
            ("tag", 2, record.content.tags),
            ("section", 1, [self._site.section_name(record)]),
        ):
            for name in names:
                for other in self._neighbours(record, kind, name):
                    found[other.article_id] = other
                    shared[other.article_id] = shared.get(other.article_id, 0) + weight
        day = self._days[record.article_id]
        # Best first, then nearest in time, then a fixed order: the answer is always the same.
        ranked = sorted(
            found,
            key=lambda key: (-shared[key], abs(self._days[key] - day), self._order[key]),
        )
        return tuple(_once_per_story((found[key] for key in ranked), record.story_id))[:SHOWN]

    def _neighbours(self, record: Record, kind: str, name: str) -> Iterable[Record]:
        key = (record.language, kind, address_part(name, record.language))
        if not name.strip() or key not in self._keys:
            return ()
        ascending = self._ascending[key]
        place = bisect_left(self._keys[key], self._order[record.article_id])
        near = ascending[max(0, place - SHOWN) : place + SHOWN + 1]
        return (other for other in near if other.article_id != record.article_id)


def _once_per_story(ranked: Iterable[Record], own_story: str) -> Iterable[Record]:
    seen = {own_story}
    for record in ranked:
        if record.story_id not in seen:
            seen.add(record.story_id)
            yield record
