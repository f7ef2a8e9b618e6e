# SPDX-License-Identifier: GPL-3.0-or-later
"""Endpoints and newsrooms whose site is a real WordPress."""

from __future__ import annotations

import json
import urllib.request
from base64 import b64encode
from dataclasses import replace
from typing import Any

from editor_app.domain.clock import Clock, SystemClock
from editor_app.domain.ids import SiteId, new_id
from editor_app.domain.site import Site, SiteKind
from editor_app.publishing.endpoints.wordpress.connection import Limits
from editor_app.publishing.endpoints.wordpress.wordpress_endpoint import WordPress
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
