# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person set for the website: its folder, public address, title and section names."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from editor_app.domain.errors import EndpointRefused
from editor_app.domain.site import Site
from editor_app.publishing.endpoints.static_site.addresses import address_part

DEFAULT_BASE_URL = "http://127.0.0.1:8797/"
_LOCAL_HOSTS = frozenset({"127.0.0.1", "localhost", "::1", ""})


@dataclass(frozen=True, slots=True)
class SiteOptions:
    """The website's settings, out of `Site.options`.

    ``title.fr``, ``tagline.fr`` and ``section.World.fr`` name things per language.
    """

    folder: Path
    base_url: str
    title: str
    zone: str
    default_language: str = ""
    named: dict[str, str] = field(default_factory=lambda: dict[str, str]())

    @property
    def is_public(self) -> bool:
        """Tell whether the address is one that others can reach."""
        return (urlsplit(self.base_url).hostname or "") not in _LOCAL_HOSTS

    def site_title(self, language: str) -> str:
        """Return the site's title for readers of a language."""
        return self.named.get(f"title.{language}", self.title)

    def tagline(self, language: str) -> str:
        """Return the line under the title, or nothing."""
        return self.named.get(f"tagline.{language}", self.named.get("tagline", ""))

    def section_name(self, section: str, language: str) -> str | None:
        """Return the name a person gave the section in that language, or None."""
        return self.named.get(f"section.{section}.{language}")


def options_of(site: Site, profile_folder: Path) -> SiteOptions:
    """Return the options of a site; raises EndpointRefused for an unusable address.

    A relative ``folder`` lies in the profile, so that a profile that was copied or restored
    elsewhere never publishes into the folder of the one it came from.
    """
    base_url = site.options.get("base_url") or site.url or DEFAULT_BASE_URL
    parts = urlsplit(base_url)
    if parts.scheme not in ("http", "https"):
        base_url = DEFAULT_BASE_URL
    elif not parts.hostname or parts.query or parts.fragment:
        raise EndpointRefused(
            f"“{base_url}” is not an address of a website such as https://news.example/."
        )
    folder = Path(site.options.get("folder") or f"websites/{address_part(site.name)}").expanduser()
    return SiteOptions(
        folder=(profile_folder / folder).absolute(),
        base_url=base_url.rstrip("/") + "/",
        title=site.options.get("title") or site.name,
        zone=site.zone,
        default_language=site.options.get("default_language", ""),
        named={
            key: value
            for key, value in site.options.items()
            if key.startswith(("title.", "tagline", "section."))
        },
    )
