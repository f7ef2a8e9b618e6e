# SPDX-License-Identifier: GPL-3.0-or-later
"""Every file of the website with the digest of what it depends on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from editor_app.publishing.endpoints.static_site.article_page import render_article
from editor_app.publishing.endpoints.static_site.feeds import (
    ENTRIES,
    render_feed,
    render_robots,
    render_sitemap,
)
from editor_app.publishing.endpoints.static_site.list_pages import (
    ListPage,
    all_lists,
    main_language,
    render_list,
    render_not_found,
    render_redirect,
    render_root,
)
from editor_app.publishing.endpoints.static_site.records import Record
from editor_app.publishing.endpoints.static_site.related import RelatedStories
from editor_app.publishing.endpoints.static_site.rendering import ASSETS, asset, template_version
from editor_app.publishing.endpoints.static_site.site_model import SiteModel, digest


@dataclass(frozen=True, slots=True)
class Output:
    """A file to be: it is only made anew when its key differs from the one it was made with."""

    path: str
    key: str
    render: Callable[[], bytes]


def all_outputs(site: SiteModel) -> list[Output]:
    """Return every page, feed and index in the order readers may see them appear.

    Style and articles first, then lists, then the feeds and the sitemap that point at them.
    """
    version = template_version()
    frames = {tag: digest(version, site.frame_key(tag), site.identity) for tag in site.languages}
    teasers: dict[str, str] = {
        record.article_id: digest(site.teaser_key(record)) for record in site.articles
    }
    outputs = [Output(asset(name)[0], "", partial(_asset_bytes, name)) for name in ASSETS]
    outputs += _articles(site, frames, teasers)
    for page in all_lists(site):
        outputs.append(_list(site, page, frames[page.language], teasers))
    outputs += _redirects(site, frames)
    outputs += _indexes(site, version, frames, teasers)
    return outputs


def _asset_bytes(name: str) -> bytes:
    return asset(name)[1]


def _articles(site: SiteModel, frames: dict[str, str], teasers: dict[str, str]) -> list[Output]:
    related = RelatedStories(site)
    outputs: list[Output] = []
    for record in site.articles:
        others = related.of(record)
        key = digest(
            frames[record.language],
            site.tokens[record.article_id],
            [teasers[other.article_id] for other in others],
            [[e.path, e.content.headline, e.credit is None] for e in site.editions(record)],
        )
        outputs.append(Output(record.path, key, partial(render_article, site, record, others)))
    return outputs


def _list(site: SiteModel, page: ListPage, frame: str, teasers: dict[str, str]) -> Output:
    key = digest(
        frame, page.name, page.newer, page.older, [teasers[r.article_id] for r in page.articles]
    )
    return Output(page.path, key, partial(render_list, site, page))


def _redirects(site: SiteModel, frames: dict[str, str]) -> list[Output]:
    taken = {record.path for record in site.articles}
    outputs: list[Output] = []
    for record in site.articles:
        for old in record.former:
            path = f"{old}.html"
            if path not in taken:
                taken.add(path)
                key = digest(frames[record.language], record.path)
                outputs.append(Output(path, key, partial(render_redirect, site, path, record)))
    return outputs


def _indexes(
    site: SiteModel, version: str, frames: dict[str, str], teasers: dict[str, str]
) -> list[Output]:
    outputs: list[Output] = []
    for language, articles in site.by_language.items():
        newest = [_feed_key(site, record, teasers) for record in articles[:ENTRIES]]
        key = digest(frames[language], newest)
        outputs.append(Output(f"{language}/feed.xml", key, partial(render_feed, site, language)))
    everything = [[site.tokens[r.article_id], r.path, r.former] for r in site.articles]
    outputs.append(
        Output(
            "sitemap.xml",
            digest(version, site.options.base_url, everything),
            partial(render_sitemap, site),
        )
    )
    outputs.append(
        Output("robots.txt", digest(site.options.base_url), partial(render_robots, site))
    )
    main = main_language(site)
    fronts = [[tag, articles[0].content.headline] for tag, articles in site.by_language.items()]
    title = site.options.site_title(main)
    basis = [version, site.options.base_url, title, fronts, main]
    outputs.append(Output("404.html", digest(basis), partial(render_not_found, site)))
    outputs.append(Output("index.html", digest(basis), partial(render_root, site)))
    return outputs


def _feed_key(site: SiteModel, record: Record, teasers: dict[str, str]) -> list[object]:
    return [
        site.tokens[record.article_id],
        teasers[record.article_id],
        [[e.path, e.credit is None] for e in site.editions(record)],
    ]
