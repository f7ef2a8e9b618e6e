# SPDX-License-Identifier: GPL-3.0-or-later
"""Which endpoints there are. A new kind is one folder and one line here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from editor_app.domain.clock import Clock
from editor_app.domain.errors import BadInput
from editor_app.domain.site import Site, SiteKind
from editor_app.publishing.endpoint import Endpoint

Secret = str | Callable[[], str]  # a password or token, or what returns it when it is needed


@dataclass(frozen=True, slots=True)
class EndpointKind:
    """One kind of endpoint: its name for people and how a site of it is opened."""

    kind: SiteKind
    title: str
    open: Callable[[Site, Path, Clock, Secret], Endpoint]
    tells_changes: bool = False  # a pull may ask it (see endpoint.TellsChanges)


def _static_site(site: Site, profile_folder: Path, clock: Clock, _secret: Secret) -> Endpoint:
    # Imported late: Pillow, Babel and Jinja2 would slow down every start.
    from editor_app.publishing.endpoints.static_site.site_endpoint import StaticSite

    return StaticSite(site, profile_folder=profile_folder, clock=clock)


def _wordpress(site: Site, _profile_folder: Path, clock: Clock, secret: Secret) -> Endpoint:
    # Imported late: httpx would slow down every start.
    from editor_app.publishing.endpoints.wordpress.wordpress_endpoint import WordPress

    return WordPress(site, secret=secret, clock=clock)


ENDPOINT_KINDS: tuple[EndpointKind, ...] = (
    EndpointKind(SiteKind.STATIC, "A website in a folder", _static_site),
    EndpointKind(SiteKind.WORDPRESS, "WordPress", _wordpress, tells_changes=True),
)


def may_tell_changes(site: Site) -> bool:
    """Tell whether it is worth opening the site to ask for changes made there."""
    return any(known.tells_changes for known in ENDPOINT_KINDS if known.kind is site.kind)


def open_endpoint(
    site: Site, *, profile_folder: Path, clock: Clock, secret: Secret = ""
) -> Endpoint:
    """Return the endpoint that speaks to a site; raises BadInput for a kind that is not here."""
    for known in ENDPOINT_KINDS:
        if known.kind is site.kind:
            return known.open(site, profile_folder, clock, secret)
    raise BadInput(f"This version cannot publish to a site of the kind “{site.kind}”.")
