# SPDX-License-Identifier: GPL-3.0-or-later
"""Find the REST interface of a WordPress site from any of its addresses."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit, urlunsplit

from editor_app.domain.errors import AuthRefused, EndpointRefused
from editor_app.publishing.endpoints.wordpress.connection import Connection, origin
from editor_app.publishing.endpoints.wordpress.replies import Reply
from editor_app.publishing.endpoints.wordpress.shapes import as_object, parsed

RELATION = "https://api.w.org/"
_LINK = re.compile(r"<([^<>]*)>\s*;([^<]*)")


def find_rest_root(line: Connection, address: str) -> str:
    """Return the address of the REST interface, ready to append a route to.

    ``line`` must carry no secret: nothing is known about the site yet. Raises EndpointRefused
    with a sentence if it is no WordPress site, EndpointBusy if it cannot be reached.
    """
    address = web_address(address)
    for found in _candidates(line, address):
        if origin(found)[0] in ("http", "https") and _is_root(line, found):
            return found
    host = urlsplit(address).hostname
    raise EndpointRefused(f"{host} is not a WordPress site, or its REST interface is switched off.")


def web_address(address: str) -> str:
    """Return the address with a scheme; raises EndpointRefused if it is none."""
    address = address.strip()
    if "://" not in address:
        address = f"https://{address}"
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise EndpointRefused(f"“{address}” is not an address on the web.")
    if parts.username or parts.password:
        raise EndpointRefused("The address holds a user or a password. Give the address alone.")
    return urlunsplit((parts.scheme, parts.netloc, parts.path or "/", parts.query, ""))


def route_address(root: str, route: str) -> str:
    """Return the address of a route such as ``wp/v2/posts`` under either form of root."""
    return f"{root.rstrip('/')}/{route}"


def _candidates(line: Connection, address: str) -> list[str]:
    """Return where the interface may be: as the page says, then the two usual places."""
    found: list[str] = []
    page = _page(line, address)
    if page is not None:
        found += [urljoin(address, link) for link in (*_in_header(page), *_in_page(page))]
    parts = urlsplit(address)
    segments = [part for part in parts.path.split("/") if part]
    for depth in range(len(segments), -1, -1):
        base = "/".join(segments[:depth])
        base = f"{base}/" if base else ""
        place = urlunsplit((parts.scheme, parts.netloc, f"/{base}", "", ""))
        found += [f"{place}wp-json/", f"{place}?rest_route=/"]
    return list(dict.fromkeys(found))[:12]


def _page(line: Connection, address: str) -> Reply | None:
    for ask in (line.head, line.get):
        try:
            reply = ask(address)
        except (EndpointRefused, AuthRefused):  # a page that is not there: the header may be still
            continue
        if any(_in_header(reply)) or any(_in_page(reply)):
            return reply
    return None


def _in_header(reply: Reply) -> list[str]:
    text = reply.headers.get("link", "")[:20_000]
    return [target for target, rest in _LINK.findall(text) if RELATION in rest]


def _in_page(reply: Reply) -> list[str]:
    reader = _LinkReader()
    reader.feed(reply.body[:500_000].decode("utf-8", "replace"))
    return reader.found


def _is_root(line: Connection, root: str) -> bool:
    try:
        index = as_object(parsed(line.get(root).body), "its index")
    except (EndpointRefused, AuthRefused, ValueError):
        return False
    return "wp/v2" in str(index.get("namespaces"))


class _LinkReader(HTMLParser):
    """Collects the targets of <link rel="https://api.w.org/">."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "link" and RELATION in values.get("rel", ""):
            self.found.append(values.get("href", ""))
