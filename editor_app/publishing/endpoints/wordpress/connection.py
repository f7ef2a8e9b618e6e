# SPDX-License-Identifier: GPL-3.0-or-later
"""HTTP to one site: the secret goes to that site only, and no answer is taken without limits."""

from __future__ import annotations

import base64
import ipaddress
import re
import weakref
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin, urlsplit

import httpx

from editor_app.domain.errors import EndpointBusy, EndpointError, EndpointRefused, EndpointUnknown
from editor_app.publishing.endpoints.wordpress.replies import Reply
from editor_app.publishing.endpoints.wordpress.watchdog import Watchdog

Secret = str | Callable[[], str]
LARGEST_REPLY = 20 * 1024 * 1024  # bytes
_MOST_REDIRECTS = 5
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError)


class ReplyTooLarge(EndpointRefused):
    """The answer is larger than anything a site should send."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How long and how much."""

    connect_s: float = 15.0
    silence_s: float = 45.0  # without a byte
    request_s: float = 180.0  # all of it
    reply_bytes: int = LARGEST_REPLY


@dataclass(frozen=True, slots=True)
class Credential:
    """A user and an application password; shows neither."""

    user: str = ""
    secret: Secret = field(default="", repr=False)

    def header(self) -> str:
        """Return the value of the Authorization header, "" for an anonymous reader."""
        secret = self._value()
        if not self.user or not secret:
            return ""
        return f"Basic {base64.b64encode(f'{self.user}:{secret}'.encode()).decode('ascii')}"

    def without_secret(self, text: str) -> str:
        """Return the text with every form of the secret blotted out."""
        secret = self._value()
        forms = {secret, secret.replace(" ", ""), self.header().removeprefix("Basic ")}
        for form in sorted((form for form in forms if len(form) > 3), key=len, reverse=True):
            text = text.replace(form, "•••")
        return text

    def _value(self) -> str:
        return self.secret() if callable(self.secret) else self.secret


class Connection:
    """Requests to one origin, one after the other, in one thread."""

    def __init__(self, credential: Credential, *, limits: Limits | None = None) -> None:
        """Speak as this user; TLS certificates are verified."""
        self._credential = credential
        self._limits = limits or Limits()
        self._watchdog = Watchdog()
        self._client: httpx.Client | None = None

    def close(self) -> None:
        """Close the connection; the next request opens it again."""
        if self._client is not None:
            self._client.close()
            self._client = None

    def get(self, url: str, params: Mapping[str, Any] | None = None) -> Reply:
        """Return the answer to a read."""
        return self._ask("GET", url, params=params)

    def head(self, url: str) -> Reply:
        """Return the headers at an address."""
        return self._ask("HEAD", url)

    def post(self, url: str, body: Mapping[str, Any]) -> Reply:
        """Return the answer to a write of JSON."""
        return self._ask("POST", url, json=body)

    def upload(
        self, url: str, raw: bytes, headers: Mapping[str, str], params: Mapping[str, Any]
    ) -> Reply:
        """Return the answer to a file sent as it is."""
        return self._ask("POST", url, content=raw, headers=headers, params=params)

    def _ask(self, method: str, url: str, **parts: Any) -> Reply:
        """Follow redirects by hand, on the same origin only; raise what an answer stands for."""
        for _ in range(_MOST_REDIRECTS):
            reply = self._one(method, url, **parts)
            if reply.status not in _REDIRECTS:
                error = reply.error()
                if error is not None:
                    raise self._clean(error)
                return reply
            url = self._next_address(method, url, reply)
            parts.pop("params", None)  # they are in the new address
        raise EndpointRefused("The site sends every question on and on, in a circle.")

    def _next_address(self, method: str, url: str, reply: Reply) -> str:
        target = urljoin(url, reply.headers.get("location", ""))
        if origin(target) != origin(url) and self._credential.header():
            host = urlsplit(target).hostname or "nowhere"
            sentence = (
                f"The site sends us on to another address ({host}). The password is not sent there."
            )
            if reply.status in (301, 308):
                raise EndpointRefused(f"{sentence} Has it moved? Then add it again there.")
            raise EndpointBusy(f"{sentence} Does this network ask for a login first?")
        if method == "POST" and reply.status not in (307, 308):
            raise EndpointRefused("The site's address has changed a little. Add it again.")
        return target

    def _one(self, method: str, url: str, **parts: Any) -> Reply:
        writing = method == "POST"
        request = self._request(method, url, **parts)
        try:
            with self._watchdog.limit(self._limits.request_s):
                response = self._opened().send(request, stream=True)
                try:
                    body = self._body(response, writing=writing)
                finally:
                    response.close()
                if self._watchdog.fired:
                    raise httpx.ReadTimeout("the whole answer took too long")
        except _NOT_SENT as error:
            raise EndpointBusy(self._no_connection(error)) from None
        except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
            self.close()
            what = "took too long" if isinstance(error, httpx.TimeoutException) else "broke off"
            if writing:
                raise EndpointUnknown(
                    f"The answer of {request.url.host} {what}; what the site did is not known yet."
                ) from None
            raise EndpointBusy(f"The answer of {request.url.host} {what}.") from None
        headers = {name.lower(): value for name, value in response.headers.items()}
        return Reply(response.status_code, headers, body, writing)

    def _request(self, method: str, url: str, **parts: Any) -> httpx.Request:
        headers = {"Accept": "application/json", "User-Agent": "EditorApp"}
        headers |= parts.pop("headers", {})
        authorization = self._credential.header()
        if authorization:
            require_safe_line(url)
            headers["Authorization"] = authorization
        try:
            query = parts.pop("params", None)
            address = httpx.URL(url).copy_merge_params(query) if query else httpx.URL(url)
            request = self._opened().build_request(method, address, headers=headers, **parts)
        except (httpx.InvalidURL, ValueError) as error:
            raise EndpointRefused("That is not an address on the web.") from error
        request.extensions["trace"] = self._watchdog.trace
        return request

    def _body(self, response: httpx.Response, *, writing: bool) -> bytes:
        parts: list[bytes] = []
        size = 0
        for part in response.iter_bytes(65536):
            size += len(part)
            if size > self._limits.reply_bytes:
                sentence = f"The site's answer is larger than {self._limits.reply_bytes >> 20} MB."
                raise EndpointUnknown(sentence) if writing else ReplyTooLarge(sentence)
            parts.append(part)
        return b"".join(parts)

    def _opened(self) -> httpx.Client:
        if self._client is None:
            limits = self._limits
            self._client = httpx.Client(
                timeout=httpx.Timeout(limits.silence_s, connect=limits.connect_s),
                limits=httpx.Limits(max_connections=1),
                follow_redirects=False,
                verify=True,
            )
            # Endpoints live as long as a pass; whoever drops one leaves no socket open.
            weakref.finalize(self, self._client.close)
        return self._client

    def _no_connection(self, error: Exception) -> str:
        if "CERTIFICATE_VERIFY_FAILED" in str(error):
            reason = re.search(r"verify failed: ([^(]+)", str(error))
            because = f": {reason[1].strip()}" if reason else ""
            return f"The site's certificate is not valid{because}. Nothing was sent."
        return "There is no connection to the site."

    def _clean(self, error: EndpointError) -> EndpointError:
        error.message = self._credential.without_secret(error.message)
        error.args = (error.message,)
        if isinstance(error, EndpointRefused):
            error.words = self._credential.without_secret(error.words)
        return error


def origin(url: str) -> tuple[str, str, int]:
    """Return scheme, host and port of an address."""
    parts = urlsplit(url)
    try:
        port = parts.port
    except ValueError:
        port = -1
    default = 443 if parts.scheme == "https" else 80
    return parts.scheme, (parts.hostname or "").lower(), port or default


def require_safe_line(url: str) -> None:
    """Raise EndpointRefused if a password would cross a network unencrypted."""
    scheme, host, _ = origin(url)
    if scheme == "https" or _is_this_computer(host):
        return
    raise EndpointRefused(
        f"{host} is not reached over https: the password would be readable on its way. "
        "Nothing was sent."
    )


def _is_this_computer(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")
