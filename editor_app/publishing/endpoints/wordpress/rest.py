# SPDX-License-Identifier: GPL-3.0-or-later
"""The REST interface of one site: routes instead of addresses, and the account checked first."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from editor_app.domain.errors import EndpointBusy, EndpointRefused
from editor_app.publishing.endpoint import Identity
from editor_app.publishing.endpoints.wordpress.account import Account, account_of, identity_of
from editor_app.publishing.endpoints.wordpress.connection import (
    Connection,
    Credential,
    Limits,
    origin,
)
from editor_app.publishing.endpoints.wordpress.discovery import (
    find_rest_root,
    route_address,
    web_address,
)
from editor_app.publishing.endpoints.wordpress.replies import Reply, RestRefused
from editor_app.publishing.endpoints.wordpress.shapes import as_object

_ROUTE_MISSING = frozenset({"rest_no_route", "rest_disabled"})


class Rest:
    """Speaks to the REST interface as one account."""

    def __init__(
        self,
        address: str,
        credential: Credential,
        *,
        root: str = "",
        known: bool = False,
        limits: Limits | None = None,
    ) -> None:
        """Take any address of the site; ``root`` is its REST interface where it was found before.

        ``known``: this address was a WordPress site once; if it is none now, it is out of order.
        """
        self._address = web_address(address)
        self._root = root
        self._known = known
        self._line = Connection(credential, limits=limits)
        self._anonymous = Connection(Credential(), limits=limits)
        self._account: Account | None = None
        self.site_time: datetime | None = None  # when the site last answered, by its own clock

    @property
    def root(self) -> str:
        """Return the address of the REST interface, looked up once, without the secret."""
        if not self._root:
            try:
                found = find_rest_root(self._anonymous, self._address)
            except EndpointRefused as error:
                if self._known:
                    raise EndpointBusy(f"{error.message} It was one when it was set up.") from error
                raise
            finally:
                self._anonymous.close()
            host, own = origin(found)[1], origin(self._address)[1]
            if host.removeprefix("www.") != own.removeprefix("www."):
                raise EndpointRefused(
                    f"{own} sends this program on to {host}. If that is your site, add it by "
                    "that address. The password was not sent."
                )
            self._root = found
        return self._root

    @property
    def account(self) -> Account:
        """Return who we are there.

        Asked before anything else: with a wrong password WordPress answers many questions as
        to an anonymous reader, and an empty list would read as "all deleted".
        """
        if self._account is None:
            try:
                reply = self._line.get(
                    route_address(self.root, "wp/v2/users/me"), {"context": "edit"}
                )
            except RestRefused as error:
                if error.code in _ROUTE_MISSING:
                    raise EndpointRefused(
                        "A plugin of the site hides its accounts from this program.",
                        words=error.words,
                    ) from error
                raise
            self._account = account_of(as_object(reply.json(), "an account"))
        return self._account

    def identify(self) -> Identity:
        """Return who the site is and what we may do there, read anew."""
        self._account = None
        account = self.account
        index = self._line.get(
            route_address(self.root, ""),
            {"_fields": "name,url,home,gmt_offset,timezone_string,namespaces"},
        )
        return identity_of(as_object(index.json(), "its index"), account)

    def get(self, route: str, **params: Any) -> Reply:
        """Read a route."""
        return self._noted(self._line.get(self._signed_in(route), params))

    def post(self, route: str, body: Mapping[str, Any]) -> Reply:
        """Write JSON to a route."""
        return self._noted(self._line.post(self._signed_in(route), body))

    def upload(self, route: str, raw: bytes, headers: Mapping[str, str], **params: Any) -> Reply:
        """Send a file to a route."""
        return self._noted(self._line.upload(self._signed_in(route), raw, headers, params))

    def _signed_in(self, route: str) -> str:
        """Return the route's address, the account checked before."""
        if self._account is None:
            self._account = self.account
        return route_address(self.root, route)

    def _noted(self, reply: Reply) -> Reply:
        self.site_time = reply.date or self.site_time
        return reply

    def close(self) -> None:
        """Close the connections."""
        self._line.close()
        self._anonymous.close()
