# SPDX-License-Identifier: GPL-3.0-or-later
"""Who the site is, who we are there, and what this account may do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from editor_app.domain.errors import BadTime, EndpointRefused
from editor_app.domain.schedule import load_zone
from editor_app.domain.site import Capabilities
from editor_app.publishing.endpoint import Identity
from editor_app.publishing.endpoints.wordpress.replies import plain
from editor_app.publishing.endpoints.wordpress.shapes import (
    JsonObject,
    number_in,
    object_in,
    text_in,
)

PENDING_NOTE = (
    "This account may not publish: what you publish here is submitted for review, and somebody "
    "on the site makes it public."
)


@dataclass(frozen=True, slots=True)
class Account:
    """What `users/me` says; only a good password gets it."""

    user_id: int
    name: str
    roles: tuple[str, ...]
    registered: str
    granted: frozenset[str]

    def may(self, capability: str) -> bool:
        """Tell whether WordPress grants the capability."""
        return capability in self.granted

    @property
    def may_publish(self) -> bool:
        """Tell whether the account may make posts public by itself."""
        return self.may("publish_posts")

    def capabilities(self) -> Capabilities:
        """Return what the window may offer."""
        return Capabilities(
            can_schedule=self.may_publish,
            can_hold_drafts=self.may("edit_posts"),
            can_unpublish=self.may("edit_published_posts"),
            can_moderate_comments=self.may("moderate_comments"),
            has_comments=True,
            has_media=self.may("upload_files"),
            has_precondition=True,
            has_partial_update=True,
            has_locales=False,
            may_publish=self.may_publish,
            account=f"{self.name} ({', '.join(self.roles) or 'no role'})",
        )


def account_of(me: JsonObject) -> Account:
    """Return the account that ``users/me?context=edit`` described."""
    roles: list[Any] = me.get("roles") or []
    if not number_in(me, "id"):
        raise EndpointRefused("The site does not say who this account is.")
    granted = {name for name, given in object_in(me, "capabilities").items() if given is True}
    return Account(
        user_id=number_in(me, "id"),
        name=plain(text_in(me, "name") or text_in(me, "slug")),
        roles=tuple(role for role in roles if isinstance(role, str)),
        registered=text_in(me, "registered_date"),
        granted=frozenset(granted),
    )


def identity_of(index: JsonObject, account: Account) -> Identity:
    """Return the site's identity.

    Its first half is the site's own address of itself, whatever address was typed; the half
    after `#` is this account and when it was made, which a fresh or restored site of the same
    address does not share.
    """
    home = text_in(index, "home") or text_in(index, "url")
    zone, notes = zone_of(index)
    if not account.may("edit_posts"):
        notes += ("This account may only read: ask for the role of an author or editor.",)
    elif not account.may_publish:
        notes += (PENDING_NOTE,)
    return Identity(
        identity=f"wordpress:{home.rstrip('/')}#{account.user_id}@{account.registered}",
        title=plain(text_in(index, "name")),
        capabilities=account.capabilities(),
        zone=zone,
        notes=notes,
    )


def zone_of(index: JsonObject) -> tuple[str, tuple[str, ...]]:
    """Return the IANA zone of the site's readers, and what to say about it."""
    name = text_in(index, "timezone_string")
    if name:
        try:
            load_zone(name)
        except BadTime:
            return "UTC", (f"The site's time zone “{name}” is not known here; times are in UTC.",)
        return name, ()
    try:
        hours = float(index.get("gmt_offset") or 0)  # a number, or a string such as "5.5"
    except (TypeError, ValueError):
        hours = 0.0
    if not hours:
        return "UTC", ()
    sign = "+" if hours > 0 else "−"
    minutes = round(abs(hours) * 60)
    offset = f"UTC{sign}{minutes // 60}:{minutes % 60:02}"
    note = f"The site keeps a fixed {offset} and knows no summer time."
    if minutes % 60 == 0 and minutes <= 12 * 60:
        # The names of these zones count the other way round.
        return f"Etc/GMT{'-' if hours > 0 else '+'}{minutes // 60}", (note,)
    return "UTC", (f"{note} There is no zone of that kind; times are shown in UTC.",)
