# SPDX-License-Identifier: GPL-3.0-or-later
"""The website as a whole, in memory: who links to whom, derived from the kept records."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from editor_app.publishing.endpoints.static_site.addresses import address_part, list_path
from editor_app.publishing.endpoints.static_site.images import Picture
from editor_app.publishing.endpoints.static_site.options import SiteOptions
from editor_app.publishing.endpoints.static_site.records import Record, image_for
from editor_app.publishing.endpoints.static_site.words import Words, words_for


@dataclass(frozen=True, slots=True)
class Grouping:
    """The articles of one section, tag or author in one language, newest first."""

    kind: str  # "section", "tag" or "author"
    slug: str
    name: str
    language: str
    articles: tuple[Record, ...]

    @property
    def path(self) -> str:
        """Return where its page lies."""
        return list_path(self.language, self.kind, self.slug)


class SiteModel:
    """All live articles with what follows from them. Built anew for every publication."""

    def __init__(
        self,
        records: Iterable[Record],
        pictures: Mapping[str, Picture],
        options: SiteOptions,
        identity: str,
    ) -> None:
        """Take every kept record; withdrawn ones only matter for nothing a reader sees."""
        self.articles = sorted(
            (r for r in records if r.live), key=lambda r: r.sort_key, reverse=True
        )
        self.pictures = pictures
        self.options = options
        self.identity = identity

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """Return the languages with articles, the site's own first."""
        found = sorted({record.language for record in self.articles})
        first = self.options.default_language
        return tuple(sorted(found, key=lambda tag: (tag != first, tag)))

    @cached_property
    def by_language(self) -> dict[str, tuple[Record, ...]]:
        """Return each language's articles, newest first."""
        found: dict[str, list[Record]] = defaultdict(list)
        for record in self.articles:
            found[record.language].append(record)
        return {language: tuple(found[language]) for language in self.languages}

    @cached_property
    def _by_story(self) -> dict[str, list[Record]]:
        found: dict[str, list[Record]] = defaultdict(list)
        for record in self.articles:
            found[record.story_id].append(record)
        return found

    @cached_property
    def tokens(self) -> dict[str, str]:
        """Return each live article's token by its id."""
        return {record.article_id: record.token for record in self.articles}

    def editions(self, record: Record) -> tuple[Record, ...]:
        """Return every language edition of the article's story, itself included.

        Of two articles of one story in one language the newer stands for it; the older
        stands alone, so that links between editions always lead both ways.
        """
        newest: dict[str, Record] = {}
        for other in self._by_story[record.story_id]:
            newest.setdefault(other.language, other)
        if newest[record.language] is not record:
            return (record,)
        return tuple(newest[tag] for tag in self.languages if tag in newest)

    def words(self, language: str) -> Words:
        """Return the page's own words for a language of this site."""
        return words_for(language)

    def section_name(self, record: Record) -> str:
        """Return the section's name in the article's language, "" if it has none."""
        if not record.section.strip():
            return ""
        named = self.options.section_name(record.section, record.language)
        return named or self.words(record.language).section(record.section)

    @cached_property
    def groupings(self) -> dict[tuple[str, str, str], Grouping]:
        """Return sections, tags and authors by (language, kind, slug)."""
        names: dict[tuple[str, str, str], str] = {}
        members: dict[tuple[str, str, str], list[Record]] = defaultdict(list)
        for record in self.articles:
            for kind, name in self._memberships(record):
                key = (record.language, kind, address_part(name, record.language))
                names.setdefault(key, name)
                if not members[key] or members[key][-1] is not record:
                    members[key].append(record)
        return {
            key: Grouping(key[1], key[2], names[key], key[0], tuple(members[key])) for key in names
        }

    def _memberships(self, record: Record) -> list[tuple[str, str]]:
        section = self.section_name(record)
        found = [("section", section)] if section else []
        found += [("tag", tag) for tag in record.content.tags if tag.strip()]
        return found + [("author", name) for name in record.content.bylines if name.strip()]

    def grouping(self, language: str, kind: str, name: str) -> Grouping:
        """Return the grouping of a name that some live article bears."""
        return self.groupings[language, kind, address_part(name, language)]

    def sections(self, language: str) -> tuple[Grouping, ...]:
        """Return the language's sections in their alphabet-independent, stable order."""
        found = [
            g
            for (tag, kind, _), g in self.groupings.items()
            if tag == language and kind == "section"
        ]
        return tuple(sorted(found, key=lambda g: g.slug))

    def lead_picture(self, record: Record) -> Picture | None:
        """Return the article's lead image, if it has one."""
        image = image_for(record, record.content.lead_image)
        return self.pictures.get(image.sha256) if image else None

    def teaser_key(self, record: Record) -> list[object]:
        """Return what a reader sees of the article on other pages."""
        picture = self.lead_picture(record)
        return [
            record.path,
            record.content.headline,
            record.content.standfirst,
            record.content.lead_alt,
            list(record.content.bylines),
            str(record.shown_date),
            self.section_name(record),
            picture.sha256 if picture else "",
            comment_count(record),
        ]

    def frame_key(self, language: str) -> list[object]:
        """Return what stands on every page of a language: title, languages, sections."""
        return [
            self.options.base_url,
            self.options.zone,
            self.options.site_title(language),
            self.options.tagline(language),
            list(self.languages),
            [[g.slug, g.name] for g in self.sections(language)],
        ]


def comment_count(record: Record) -> int | None:
    """Return how many comments readers see, or None where the article has no comments at all."""
    return len(record.comments) if record.comments_open or record.comments else None


def digest(*parts: object) -> str:
    """Return a short digest of JSON values, to tell whether anything changed."""
    text = json.dumps(parts, ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
