# SPDX-License-Identifier: GPL-3.0-or-later
"""Endpoints and newsrooms whose site is a real WordPress."""

from __future__ import annotations

import json
import time
import urllib.request
from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from editor_app.domain.article import Article
from editor_app.domain.clock import Clock, SystemClock
from editor_app.domain.ids import PersonId, SiteId, new_id
from editor_app.domain.person import Person, Role
from editor_app.domain.site import RemoteCopy, Site, SiteKind
from editor_app.publishing.endpoints.wordpress.connection import Limits
from editor_app.publishing.endpoints.wordpress.wordpress_endpoint import WordPress
from editor_app.services.publish_articles import PublishArticles
from editor_app.services.read_outbox import ReadOutbox
from editor_app.services.run_sync import RunSync
from editor_app.services.workplace import Workplace
from editor_app.services.write_articles import WriteArticles
from editor_app.settings.settings_file import SettingsFile
from editor_app.storage.database import Database
from editor_app.storage.migrate import bring_up_to_date
from editor_app.storage.unit_of_work import Library
from editor_app.sync.pages import PageBuilder
from editor_app.sync.runner import Runner
from tests.fakes.fixed_clock import FixedClock
from tests.servers.wordpress_server import WordPressServer


def site_of(server: WordPressServer, *, user: str = "editor", url: str = "") -> Site:
    """Return the site as it is set up for an account; ``url`` where a proxy stands before it."""
    address = url or server.url
    return Site(
        SiteId(new_id()), "The Tide", SiteKind.WORDPRESS, address, zone="Europe/Paris", user=user,
        options={"rest_root": f"{address}/wp-json/"},
    )  # fmt: skip


def open_wordpress(
    server: WordPressServer,
    *,
    user: str = "editor",
    url: str = "",
    clock: Clock | None = None,
    limits: Limits | None = None,
) -> WordPress:
    """Return an endpoint of an account, fresh: it remembers nothing."""
    site = site_of(server, user=user, url=url)
    password = server.passwords.get(user, "")
    return WordPress(site, secret=lambda: password, clock=clock or SystemClock(), limits=limits)


def found_anew(server: WordPressServer, *, user: str = "editor") -> WordPress:
    """Return an endpoint that has to find the REST interface by itself."""
    site = replace(site_of(server, user=user), options={})
    return WordPress(site, secret=server.passwords[user], clock=SystemClock())


def rest(
    server: WordPressServer,
    route: str,
    body: dict[str, Any] | None = None,
    *,
    user: str = "admin",
    method: str = "",
) -> Any:
    """Do as a colleague does on the site: ask its REST interface, not through our code."""
    token = b64encode(f"{user}:{server.passwords[user]}".encode()).decode()
    request = urllib.request.Request(
        f"{server.url}/wp-json/wp/v2/{route}",
        data=json.dumps(body).encode() if body is not None else None,
        headers={"Authorization": f"Basic {token}", "Content-Type": "application/json"},
        method=method or ("POST" if body is not None else "GET"),
    )
    with urllib.request.urlopen(request, timeout=60) as reply:
        return json.loads(reply.read())


@dataclass
class WordPressDesk:
    """Services on a real database whose only site is a real WordPress behind the proxy."""

    place: Workplace
    clock: FixedClock
    site: Site
    write: WriteArticles
    publish: PublishArticles
    outbox: ReadOutbox
    sync: RunSync

    def article(self, headline: str, body: str = "", **content: Any) -> Article:
        """Create an article that may be published."""
        text = body or "The first ferry left at dawn.\n\nForty people stood on the quay."
        article = self.write.create(language="en", headline=headline, body=text).value
        return self.revise(article, **content) if content else article

    def revise(self, article: Article, **content: Any) -> Article:
        """Save another content."""
        head = self.write.open(article.id)
        self.write.save(article.id, replace(head.content, **content), base=head.head)
        return self.write.open(article.id)

    def confirm(self, article: Article) -> None:
        """Confirm the article for now."""
        self.publish.confirm(article.id, self.site.id)

    def run(self) -> list[str]:
        """Run one pass and return what was done."""
        return [outcome.value.action for outcome in self.sync.run()]

    def state(self, article: Article) -> str:
        """Return the state of the article's newest row."""
        rows = self.outbox.rows(open_only=False)
        return [row for row in rows if row.item.article_id == article.id][-1].item.state.value

    def retry(self, article: Article) -> None:
        """Click on Retry, if there is anything to retry."""
        for row in self.outbox.rows():
            if row.item.article_id == article.id:
                self.outbox.retry(row.item.id)

    def copy(self, article: Article) -> RemoteCopy:
        """Return what the newsroom knows of the article on the site."""
        with self.place.library.read() as unit:
            copy = unit.sites.copy(article.id, self.site.id)
        assert copy is not None
        return copy

    def close(self) -> None:
        """Close the database, as the end of the program does."""
        self.place.library.database.close()


def open_wordpress_desk(
    folder: Path, url: str, password: str, *, clock: FixedClock | None = None
) -> WordPressDesk:
    """Open (or open again) a newsroom in the folder; each row of its outbox gets a new endpoint."""
    clock = clock or FixedClock(datetime.now(UTC))
    path = folder / "newsroom.db"
    bring_up_to_date(path, folder / "backups")
    settings = SettingsFile(folder / "settings.toml")
    place = Workplace(Library(Database(path)), clock, folder, settings)
    options = {"rest_root": f"{url}/wp-json/"}
    site = Site(
        SiteId(new_id()), "The Tide", SiteKind.WORDPRESS, url, user="editor", options=options
    )
    with place.library.write() as unit:
        if unit.people.me() is None:
            unit.people.put(Person(PersonId(new_id()), "Ida Holm", Role.EDITOR, "UTC", is_me=True))
            unit.sites.put(site)
        site = unit.sites.all()[0]

    def endpoint(known: Site) -> WordPress:
        limits = Limits(silence_s=20, request_s=30)
        return WordPress(known, secret=password, clock=clock, limits=limits)

    pages = PageBuilder(place.library, place.media_folder)
    runner = Runner(place.library, endpoint, pages, clock)
    services = (WriteArticles(place), PublishArticles(place), ReadOutbox(place))
    return WordPressDesk(place, clock, site, *services, RunSync(place, runner))


def until(found: Callable[[], Any], what: str) -> Any:
    """Return what is found as soon as it is there."""
    end = time.monotonic() + 20
    while time.monotonic() < end:
        if value := found():
            return value
        time.sleep(0.1)
    pytest.fail(f"{what} did not happen")


def there(server: WordPressServer, remote_id: str) -> dict[str, Any]:
    """Return a post as a colleague sees it."""
    post: dict[str, Any] = rest(server, f"posts/{remote_id}?context=edit")
    return post
