# SPDX-License-Identifier: GPL-3.0-or-later
"""Fill the page templates: the environment, what every page shares, pictures and dates."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any

import jinja2
from babel.core import get_global
from markupsafe import Markup, escape

from editor_app.domain.languages import is_right_to_left
from editor_app.domain.schedule import load_zone
from editor_app.publishing.endpoints.static_site.addresses import absolute, list_path, relative
from editor_app.publishing.endpoints.static_site.images import Picture
from editor_app.publishing.endpoints.static_site.records import Record
from editor_app.publishing.endpoints.static_site.site_model import SiteModel, comment_count
from editor_app.publishing.endpoints.static_site.words import Words, own_name
from editor_app.resources_path import resource

TEMPLATES = "templates/pages"
_CODE_VERSION = "1"  # raise it when code, not a template, changes what pages look like


@lru_cache(maxsize=1)
def template_version() -> str:
    """Return a digest of all templates, styles and words: pages made from others are stale."""
    found = hashlib.sha256(_CODE_VERSION.encode())
    for path in sorted(resource("templates").rglob("*")):
        if path.is_file():
            found.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return found.hexdigest()[:16]


@lru_cache(maxsize=4)
def asset(name: str) -> tuple[str, bytes]:
    """Return an asset's path on the site, named after what it contains, and its bytes."""
    raw = resource(f"templates/assets/{name}").read_bytes()
    stem, _, ending = name.rpartition(".")
    return f"assets/{stem}-{hashlib.sha256(raw).hexdigest()[:12]}.{ending}", raw


ASSETS = ("site.css", "icon.svg")


@lru_cache(maxsize=1)
def environment() -> jinja2.Environment:
    """Return the template environment; everything is escaped unless it is markup."""
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(resource(TEMPLATES)),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same page in a language, for search engines and browsers."""

    hreflang: str
    href: str


class PageFrame:
    """What one page of one language needs to be filled: words, links, pictures, dates."""

    def __init__(self, site: SiteModel, path: str, language: str) -> None:
        """Take the site, the page's path under its root and its language."""
        self.site = site
        self.path = path
        self.language = language
        self.words: Words = site.words(language)

    def link(self, target: str) -> str:
        """Return the relative link to a path of the site."""
        return relative(target, self.path)

    def address(self, target: str) -> str:
        """Return the public address of a path of the site."""
        return absolute(self.site.options.base_url, target)

    def grouping_link(self, kind: str, name: str) -> Markup:
        """Return a name as a link to its section, tag or author page."""
        path = self.site.grouping(self.language, kind, name).path
        return Markup('<a href="{}"{}>{}</a>').format(
            self.link(path), Markup(' rel="author"') if kind == "author" else "", name
        )

    def bylines(self, record: Record) -> Markup:
        """Return the authors' names as links, joined as the language joins a list."""
        names = [name for name in record.content.bylines if name.strip()]
        return self.words.names([self.grouping_link("author", name) for name in names])

    def date(self, when: date | datetime) -> Markup:
        """Return a ``time`` element; an instant is shown as the day in the site's zone."""
        if isinstance(when, datetime):
            day = when.astimezone(load_zone(self.site.options.zone)).date()
        else:
            day = when
        return Markup('<time datetime="{}">{}</time>').format(iso(when), self.words.day(day))

    def moment(self, when: datetime) -> Markup:
        """Return a ``time`` element with date and time in the site's zone."""
        shown = self.words.moment(when, self.site.options.zone)
        return Markup('<time datetime="{}">{}</time>').format(iso(when), shown)

    def picture(self, picture: Picture, alt: str, *, sizes: str, eager: bool = False) -> Markup:
        """Return a responsive ``picture`` element."""
        fallback = picture.of_type(webp=False)
        shown = next((v for v in fallback if v.width >= 900), fallback[-1])
        loading = 'fetchpriority="high"' if eager else 'loading="lazy" decoding="async"'
        return Markup(
            '<picture><source type="image/webp" srcset="{}" sizes="{}">'
            '<img src="{}" srcset="{}" sizes="{}" width="{}" height="{}" alt="{}" {}></picture>'
        ).format(
            self._srcset(picture.of_type(webp=True)),
            sizes,
            self.link(shown.path),
            self._srcset(fallback),
            sizes,
            picture.width,
            picture.height,
            alt,
            Markup(loading),
        )

    def _srcset(self, variants: Sequence[Any]) -> str:
        return ", ".join(f"{self.link(v.path)} {v.width}w" for v in variants)

    def teaser(self, record: Record) -> dict[str, Any]:
        """Return what a list shows of an article."""
        count = comment_count(record)
        section = self.site.section_name(record)
        return {
            "href": self.link(record.path),
            "headline": record.content.headline or self.words.texts["untitled"],
            "standfirst": record.content.standfirst,
            "section": self.grouping_link("section", section) if section else "",
            "date": self.date(record.shown_date),
            "bylines": self.bylines(record),
            "picture": self.site.lead_picture(record),
            "alt": record.content.lead_alt,
            "comments": self.words.count("comments_count", count) if count else "",
        }

    def context(self) -> dict[str, Any]:
        """Return what the base template needs on every page."""
        options = self.site.options
        return {
            "w": self.words,
            "page": self,
            "lang": self.language,
            "dir": self.words.direction,
            "site_title": options.site_title(self.language),
            "tagline": options.tagline(self.language),
            "home": self.link(list_path(self.language, "front", "")),
            "css": self.link(asset("site.css")[0]),
            "icon": self.link(asset("icon.svg")[0]),
            "feed": self.link(f"{self.language}/feed.xml"),
            "feed_title": feed_title(self.site, self.language),
            "sections": [
                (self.link(g.path), g.name, g.path == self.path)
                for g in self.site.sections(self.language)
            ],
            "languages": [language_link(self, tag) for tag in self.site.languages],
            "canonical": self.address(self.path),
            "og_locale": og_locale(self.language),
            "alternates": (),
            "json_ld": "",
            "robots": "",
        }


def feed_title(site: SiteModel, language: str) -> Markup:
    """Return the feed's title: the site's and the language's name."""
    title = site.options.site_title(language)
    return site.words(language)("feed_title", site=title, language=own_name(language))


def og_locale(tag: str) -> str:
    """Return language and territory as OpenGraph wants them: ``fr`` → ``fr_FR``."""
    likely: Mapping[str, str] = get_global("likely_subtags")
    language, _, region = tag.partition("-")
    territory = region if len(region) == 2 else likely.get(language, "").rpartition("_")[2]
    return f"{language}_{territory}" if territory else language


def language_link(frame: PageFrame, tag: str) -> dict[str, Any]:
    """Return a link to a language's front page, in that language's own name."""
    return {
        "href": frame.link(list_path(tag, "front", "")),
        "tag": tag,
        "dir": "rtl" if is_right_to_left(tag) else "ltr",
        "name": own_name(tag),
        "current": tag == frame.language,
    }


def fill(template: str, context: dict[str, Any]) -> bytes:
    """Return the filled template as UTF-8."""
    return environment().get_template(template).render(context).encode("utf-8", "replace")


def iso(when: date | datetime) -> str:
    """Return a date or instant as HTML and Atom want it: to the second, not finer."""
    return when.isoformat(timespec="seconds") if isinstance(when, datetime) else when.isoformat()


def paragraphs(text: str) -> Markup:
    """Return plain text as paragraphs; a single line break stays one."""
    parts = [part.strip() for part in text.replace("\r\n", "\n").split("\n\n")]
    shown = [escape(part).replace("\n", Markup("<br>")) for part in parts if part]
    return Markup("").join(Markup('<p dir="auto">{}</p>').format(part) for part in shown)
