# SPDX-License-Identifier: GPL-3.0-or-later
"""What a site's answer means for us: which of our errors it is, in words a person understands."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from editor_app.domain.errors import (
    AuthRefused,
    EndpointBusy,
    EndpointError,
    EndpointRefused,
    EndpointUnknown,
)
from editor_app.publishing.endpoints.wordpress.shapes import (
    JsonObject,
    as_object,
    number_in,
    object_in,
    parsed,
    text_in,
)

_BUSY = frozenset({408, 425, 429, 503})
_GATEWAY = frozenset({500, 502, 504, 520, 521, 522, 523, 524})
_FOREVER_500 = ("rest_upload_",)  # WordPress answers 500 for a file it will never take
_TAG = re.compile(r"<[^<>]{0,2000}>")
_LONGEST_WORDS = 300


class RestRefused(EndpointRefused):
    """WordPress refused, with the code that names why whatever the site's language."""

    def __init__(self, message: str, *, words: str, code: str, details: JsonObject) -> None:
        """Take our sentence, the site's words, its code and the error's data."""
        super().__init__(message, words=words)
        self.code = code
        self.details = details


@dataclass(frozen=True, slots=True)
class Reply:
    """One complete answer."""

    status: int
    headers: dict[str, str]  # names in lower case
    body: bytes
    writing: bool  # it answers a request that may have changed something

    def json(self) -> Any:
        """Return the JSON value it holds; raises EndpointBusy or EndpointUnknown if none."""
        try:
            return parsed(self.body)
        except ValueError as error:
            words = f"It begins: “{self._beginning()}”" if self.body else "It was empty."
            if self.writing:  # a plugin's notice before the JSON, say: the work may be done
                raise EndpointUnknown(
                    f"The site's answer cannot be read, so what it did is not known. {words}"
                ) from error
            raise EndpointBusy(
                "A web page came back where the site's data should be: a login page of this "
                f"network, or maintenance. {words}"
            ) from error

    @property
    def date(self) -> datetime | None:
        """Return what the site's clock said, if it said so."""
        try:
            return parsedate_to_datetime(self.headers.get("date", "")).astimezone(UTC)
        except ValueError:
            return None

    def number(self, header: str) -> int:
        """Return a header's whole number, 0 without one."""
        text = self.headers.get(header.lower(), "")
        return int(text) if text.isdecimal() and len(text) < 12 else 0

    def error(self) -> EndpointError | None:
        """Return the error this answer stands for, None if it is none."""
        if 200 <= self.status < 300:
            return None
        refusal = self._refusal()
        words = plain(text_in(refusal, "message")) if refusal else self._beginning()
        code = text_in(refusal, "code")
        if self.status in _BUSY:
            return EndpointBusy(
                f"The site asks to wait ({self.status}). {words}".strip(),
                retry_after_s=self._retry_after(),
            )
        if self.status == 412 and code == "rest_upload_hash_mismatch":
            return EndpointBusy("The file was damaged on its way; it is sent again.")
        if self.status in _GATEWAY and not code.startswith(_FOREVER_500):
            return self._failed(words)
        # status=any of an anonymous reader is a 400 that holds the 401.
        inner = number_in(refusal, "data", "details", "status", "data", "status")
        if 401 in (self.status, inner):
            return AuthRefused(f"The site does not accept this user and password. {words}".strip())
        if not refusal:
            return EndpointRefused(self._page_sentence(), words=words)
        sentence = f"The site refused ({self.status} {code}): {words}"
        return RestRefused(sentence, words=words, code=code, details=object_in(refusal, "data"))

    def _failed(self, words: str) -> EndpointError:
        sentence = f"The site has a problem of its own ({self.status}). {words}".strip()
        if self.writing:  # it may have failed after the work was done
            return EndpointUnknown(sentence)
        return EndpointBusy(sentence, retry_after_s=self._retry_after())

    def _page_sentence(self) -> str:
        if self.status == 413:
            return "The site takes no file of this size."
        if self.status == 404:
            return "There is no WordPress interface at this address."
        return f"The site refused with a web page ({self.status}), not with WordPress's own answer."

    def _refusal(self) -> JsonObject:
        try:
            return as_object(parsed(self.body), "an error")
        except (ValueError, EndpointRefused):
            return {}

    def _retry_after(self) -> float | None:
        text = self.headers.get("retry-after", "").strip()
        if text.isdecimal() and len(text) < 8:
            return float(text)
        try:
            wait = parsedate_to_datetime(text) - (self.date or datetime.now(UTC))
        except (ValueError, TypeError):
            return None
        return max(0.0, wait.total_seconds())

    def _beginning(self) -> str:
        return plain(self.body[:4000].decode("utf-8", "replace"))[:120]


def plain(words: str) -> str:
    """Return a server's words as one line of plain text, not too long."""
    shown = " ".join(html.unescape(_TAG.sub(" ", words)).split())
    return shown if len(shown) <= _LONGEST_WORDS else f"{shown[: _LONGEST_WORDS - 1]}…"
