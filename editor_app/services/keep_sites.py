# SPDX-License-Identifier: GPL-3.0-or-later
"""Sites: add, test, change and remove them. Removing one keeps every article."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from editor_app.domain.errors import BadInput, RuleRefused, StorageError
from editor_app.domain.ids import SiteId, new_id
from editor_app.domain.schedule import load_zone
from editor_app.domain.site import Site, SiteKind
from editor_app.publishing.endpoint import Endpoint, Identity
from editor_app.services.changes import Changes, Outcome
from editor_app.services.workplace import Workplace
from editor_app.settings.credentials import CredentialStore
from editor_app.text.slug import slugify

# A single letter before the colon is a Windows drive; browsers overlook white space.
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+):")
_WHITE_SPACE = re.compile(r"[\x00-\x20]+")
DEFAULT_SITE = "This computer"
_SECRET_IN_ADDRESS = re.compile(r"(https?://[^/?#\s]*@|[^/?#\s\\]+:[^/?#\s\\]*@)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Login:
    """Who we are on a site, and where the secret is kept; shows it nowhere."""

    user: str = ""
    secret: str = field(default="", repr=False)  # a password or token
    in_file: bool = False  # False: in the system's keyring


class KeepSites:
    """Use cases around publishing endpoints."""

    def __init__(
        self,
        place: Workplace,
        open_endpoint: Callable[[Site], Endpoint],
        serve: Callable[[Site], str],
        credentials: CredentialStore,
    ) -> None:
        """Work in this newsroom; ``serve`` shows a site here and returns its address."""
        self._credentials = credentials
        self._place = place
        self._open_endpoint = open_endpoint
        self._serve = serve

    def all(self) -> tuple[Site, ...]:
        """Return the sites in the order they were added."""
        with self._place.library.read() as unit:
            return unit.sites.all()

    def default(self) -> Site:
        """Return the first site: “This computer” unless somebody removed it."""
        sites = self.all()
        if not sites:
            raise BadInput("This newsroom has no site yet. Add one in Preferences.")
        return sites[0]

    def by_name(self, name: str) -> Site:
        """Return the site called ``name``, whatever its case; raises NotFound."""
        with self._place.library.read() as unit:
            return unit.sites.by_name(name)

    def add(
        self,
        name: str,
        kind: SiteKind,
        url: str,
        *,
        login: Login | None = None,
        zone: str = "",
        options: dict[str, str] | None = None,
    ) -> Outcome[Site]:
        """Add a site after asking it who it is; nothing is stored if it does not answer.

        ``zone``: of its readers; without one, the zone the site says it has. Raises BadInput for
        a name that is taken, a zone that is none or an address with a password in it, and
        EndpointError.
        """
        cleaned = " ".join(name.split())
        if not cleaned:
            raise BadInput("Give the site a name.")
        if any(site.name.casefold() == cleaned.casefold() for site in self.all()):
            raise BadInput(f"There is a site called “{cleaned}” already.")
        _require_no_secret(url)
        if zone:
            load_zone(zone)
        who, mine = login or Login(), zone or self._my_zone()
        site = Site(SiteId(new_id()), cleaned, kind, url, mine, who.user, options=options or {})
        if kind is SiteKind.STATIC:
            site = self._with_folder(site)
        identity = self._asked(site, who)
        if not zone and kind is not SiteKind.STATIC:
            site = replace(site, zone=identity.zone)
        site = self._identified(site, identity)
        self._put(site, who)
        return Outcome(site, Changes(sites=frozenset({site.id})))

    def set_options(
        self,
        site_id: SiteId,
        *,
        name: str | None = None,
        zone: str | None = None,
        options: dict[str, str] | None = None,
    ) -> Outcome[Site]:
        """Change a site; None leaves a field alone."""
        if zone is not None:
            load_zone(zone)
        with self._place.library.write() as unit:
            site = unit.sites.get(site_id)
            site = replace(
                site,
                name=name or site.name,
                zone=zone or site.zone,
                options=site.options if options is None else {**site.options, **options},
            )
            unit.sites.put(site)
        return Outcome(site, Changes(sites=frozenset({site_id})))

    def test(self, site_id: SiteId) -> Identity:
        """Return who the site is and what this account may do there; raises EndpointError."""
        with self._place.library.read() as unit:
            site = unit.sites.get(site_id)
        return self._open_endpoint(site).identify()

    def change_login(self, site_id: SiteId, login: Login) -> Outcome[Identity]:
        """Keep another secret for a site, after the site has taken it; the user stays.

        Raises EndpointError if it does not, and the secret from before stays.
        """
        with self._place.library.read() as unit:
            site = unit.sites.get(site_id)
        identity = self._asked(site, login)
        self._credentials.keep(site_id, login.secret, in_file=login.in_file)
        with self._place.library.write() as unit:
            unit.sites.put(self._identified(unit.sites.get(site_id), identity))
            self._place.log(unit, "site_login_changed", site_id=site_id, detail=site.name)
        return Outcome(identity, Changes(sites=frozenset({site_id})))

    def remove(self, site_id: SiteId) -> Outcome[Site]:
        """Take the site off the list and forget its secret; every article and plan stays here.

        Raises RuleRefused while something still waits for it.
        """
        with self._place.library.write() as unit:
            site = unit.sites.get(site_id)
            if any(item.site_id == site_id for item in unit.outbox.rows(open_only=True)):
                raise RuleRefused(
                    f"Something still waits for {site.name}. Cancel it in the outbox first.",
                    rule="site.waiting",
                )
            unit.sites.remove(site_id)
            self._place.log(unit, "site_removed", site_id=site_id, detail=site.name)
        if site.kind is not SiteKind.STATIC:
            self._credentials.forget(site_id)
        return Outcome(site, Changes(sites=frozenset({site_id})))

    def folder(self, site: Site) -> Path | None:
        """Return where a static site lies on this computer, None for any other kind."""
        if site.kind is not SiteKind.STATIC:
            return None
        return self._place.folder / Path(site.options["folder"]).expanduser()

    def preview_url(self, site_id: SiteId) -> str:
        """Show the site's folder on this computer only and return its address."""
        with self._place.library.read() as unit:
            site = unit.sites.get(site_id)
        return self._serve(site)

    def _asked(self, site: Site, login: Login) -> Identity:
        """Return who the site says it is to somebody with this secret."""
        if login.secret:
            self._credentials.give(site.id, login.secret)
        try:
            return self._open_endpoint(site).identify()
        finally:
            self._credentials.take_back(site.id)

    def _put(self, site: Site, login: Login) -> None:
        """Keep a new site and its secret: both or neither."""
        if login.secret:
            self._credentials.keep(site.id, login.secret, in_file=login.in_file)
        try:
            with self._place.library.write() as unit:
                unit.sites.put(site)
                detail = f"{site.name} ({site.kind})"
                self._place.log(unit, "site_added", site_id=site.id, detail=detail)
        except StorageError:
            self._credentials.forget(site.id)
            raise

    def _with_folder(self, site: Site) -> Site:
        """Return a static site with the folder that its address names, or one in the profile.

        Raises BadInput for an address that is neither of the web nor of a folder.
        """
        url, options = site.url.strip(), dict(site.options)
        scheme, path = _address(url)
        if scheme == "file":
            options.setdefault("folder", url2pathname(path))
        elif url and not scheme:
            options.setdefault("folder", str(Path(url).expanduser().absolute()))
        name = slugify(site.name, fallback=site.id[-8:])
        options.setdefault("folder", f"sites/{name}")  # relative: it lies in the profile
        return replace(site, options=options)

    def _my_zone(self) -> str:
        with self._place.library.read() as unit:
            me = unit.people.me()
        return me.zone if me else "UTC"

    def _identified(self, site: Site, identity: Identity) -> Site:
        return replace(site, identity=identity.identity, capabilities=identity.capabilities)


def _address(url: str) -> tuple[str, str]:
    """Return the scheme in lower case, "" for a path of this computer, and the address's path."""
    found = _SCHEME.match(_WHITE_SPACE.sub("", url))
    if found is None:
        return "", url
    scheme = found[1].lower()
    if scheme not in ("http", "https", "file"):
        raise BadInput(
            f"“{scheme}:” is no address of a website here. Give one with http or https, a folder, "
            f"or ./ before a folder's name that has a colon."
        )
    try:
        path = urlsplit(url).path
    except ValueError as error:
        raise BadInput(f"“{url}” is not an address that a website can have.") from error
    if scheme == "file" and not path.strip("/"):
        raise BadInput(f"The address “{url}” names no folder.")
    return scheme, path


def _require_no_secret(url: str) -> None:
    if _SECRET_IN_ADDRESS.match(url.strip()):
        raise BadInput(
            "The address has a name or a password in it. Give the address alone: what is secret "
            "is kept apart from it."
        )
