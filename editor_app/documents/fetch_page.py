# SPDX-License-Identifier: GPL-3.0-or-later
"""Fetch a page that a person named by its address: bounded, and never led to a private network."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from editor_app.domain.errors import BadInput, EndpointBusy, UnreadableFile
from editor_app.domain.progress import Progress

if TYPE_CHECKING:
    import httpx

LARGEST_PAGE_BYTES = 20 * 1000 * 1000
_MOST_REDIRECTS = 5
_CONNECT_TIMEOUT_S = 10.0
_READ_TIMEOUT_S = 20.0
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_TEXT_TYPES = ("text/", "application/xhtml+xml", "application/xml", "application/octet-stream")
_AGENT = "EditorApp (a person asked for this page)"


def fetch_page(url: str, *, progress: Progress) -> tuple[bytes, str]:
    """Return (content, final address) of an http(s) page.

    Follows at most five redirects. A public address may not lead to a private one; a private or
    local address that the person typed may be fetched. Raises BadInput for an address that may
    not be fetched, UnreadableFile for an answer that is no page, EndpointBusy if there is none.
    """
    import httpx

    address = _checked(url.strip())
    typed_private = _is_private(address)
    timeout = httpx.Timeout(_READ_TIMEOUT_S, connect=_CONNECT_TIMEOUT_S)
    headers = {"User-Agent": _AGENT, "Accept": "text/html,application/xhtml+xml,text/*;q=0.8"}
    try:
        # trust_env: the person's proxy is used; the addresses are checked all the same.
        with httpx.Client(timeout=timeout, follow_redirects=False, headers=headers) as client:
            for _hop in range(_MOST_REDIRECTS + 1):
                with client.stream("GET", address) as response:
                    if response.status_code not in _REDIRECTS:
                        return _body(response, address, progress), address
                    target = response.headers.get("location", "")
                address = next_address(address, target, typed_private=typed_private)
    except httpx.TimeoutException as error:
        raise EndpointBusy(f"{_host(address)} does not answer in time.") from error
    except httpx.TransportError as error:
        raise EndpointBusy(f"{_host(address)} cannot be reached.") from error
    except (httpx.InvalidURL, UnicodeError) as error:
        raise BadInput(f"“{url}” is not a web address.") from error
    raise UnreadableFile(f"{url} leads from one address to the next without end.")


def _checked(url: str) -> str:
    if "://" not in url and "." in url.split("/")[0]:
        url = "https://" + url
    try:
        parts = urlsplit(url)
        host, _port = parts.hostname, parts.port
    except ValueError as error:
        raise BadInput(f"“{url}” is not a web address.") from error
    if parts.scheme.lower() not in {"http", "https"} or not host:
        raise BadInput(f"“{url}” is not a web address: it must begin with https:// or http://.")
    return url


def next_address(address: str, target: str, *, typed_private: bool) -> str:
    """Return where a redirect leads, if it may be followed; raises BadInput if not."""
    following = _checked(urljoin(address, target))
    if not typed_private and _is_private(following):
        raise BadInput(
            f"{_host(address)} leads to {_host(following)}, an address inside a private network. "
            "That was not followed."
        )
    return following


def _is_private(address: str) -> bool:
    """Tell whether any address of the host is not public; a host without one is public."""
    host = _host(address)
    return any(not _is_public(found) for found in _addresses(host))


def _addresses(host: str) -> Iterable[str]:
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return []
    return [str(entry[4][0]) for entry in found]


def _is_public(address: str) -> bool:
    number = ipaddress.ip_address(address.split("%", 1)[0])
    mapped = number.ipv4_mapped if isinstance(number, ipaddress.IPv6Address) else None
    return (mapped or number).is_global and not number.is_multicast


def _body(response: httpx.Response, address: str, progress: Progress) -> bytes:
    if response.status_code != 200:
        raise UnreadableFile(
            f"{_host(address)} answered {response.status_code} {response.reason_phrase} instead of "
            "the page."
        )
    kind = response.headers.get("content-type", "text/html").lower()
    if not kind.startswith(_TEXT_TYPES):
        raise UnreadableFile(f"{address} is not a page but {kind.split(';')[0]}.")
    stated = response.headers.get("content-length", "")
    total = int(stated) if stated.isascii() and stated.isdigit() else 0
    data = bytearray()
    for chunk in response.iter_bytes():
        data += chunk
        if len(data) > LARGEST_PAGE_BYTES:
            raise UnreadableFile(f"The page at {_host(address)} is larger than 20 MB.")
        progress.report(len(data), max(total, len(data)) if total else 0, _host(address))
    return bytes(data)


def _host(address: str) -> str:
    return urlsplit(address).hostname or address
