# SPDX-License-Identifier: GPL-3.0-or-later
"""The `sites` command: add, list, test and remove publishing endpoints."""

from __future__ import annotations

import argparse
from argparse import Namespace
from dataclasses import asdict, replace

from editor_app.cli import plain_values
from editor_app.cli.arguments import Commands
from editor_app.cli.session import Session
from editor_app.domain.site import Site, SiteKind

_BUILT_IN = (SiteKind.STATIC,)


def add_commands(commands: Commands) -> None:
    """Declare the commands."""
    sites = commands.add("sites", _need_a_command, help="publishing endpoints")
    sites.set_defaults(parser=sites)
    actions = Commands(sites, dest="sites_command")

    add = actions.add("add", _add, help="connect a site")
    add.add_argument("name", metavar="NAME")
    add.add_argument("--kind", type=_kind, required=True, metavar="KIND", help="static")
    add.add_argument("--url", required=True, metavar="URL", help="its address, or a folder")
    add.add_argument("--user", default="", metavar="U")
    add.add_argument("--zone", default="", metavar="ZONE", help="of its readers, as in Asia/Tokyo")
    add.add_argument("--option", action="append", type=_option, default=[], metavar="k=v")

    actions.add("list", _list, help="list the sites")
    for name, run, about in (
        ("test", _test, "who you are there and what you may do"),
        ("remove", _remove, "take a site off the list; every article stays"),
    ):
        actions.add(name, run, help=about).add_argument("name", metavar="NAME")


def _kind(text: str) -> SiteKind:
    known = ", ".join(_BUILT_IN)
    try:
        kind = SiteKind(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"“{text}” is no kind of site; {known} is.") from error
    if kind not in _BUILT_IN:
        raise argparse.ArgumentTypeError(f"“{text}” is not built in yet; {known} is.")
    return kind


def _option(text: str) -> tuple[str, str]:
    key, separator, value = text.partition("=")
    if not separator or not key.strip():
        raise argparse.ArgumentTypeError(f"“{text}” is not of the form key=value.")
    return key.strip(), value


def _need_a_command(session: Session, parsed: Namespace) -> int:
    parsed.parser.print_usage()
    session.output.complain("Name what to do.")
    return 2


def _add(session: Session, parsed: Namespace) -> int:
    site = session.newsroom.sites.add(
        parsed.name,
        parsed.kind,
        parsed.url,
        user=parsed.user,
        zone=parsed.zone,
        options=dict(parsed.option),
    ).value
    site = _with_whole_path(session, site)
    session.output.document(plain_values.site(site), f"Added {site.name} ({site.kind}).")
    return 0


def _list(session: Session, parsed: Namespace) -> int:
    sites = [_with_whole_path(session, site) for site in session.newsroom.sites.all()]
    lines = [
        f"{site.name}  {site.kind}  {site.options.get('folder', site.url)}  {site.zone}"
        for site in sites
    ]
    session.output.document([plain_values.site(site) for site in sites], "\n".join(lines))
    return 0


def _with_whole_path(session: Session, site: Site) -> Site:
    """Return the site with its folder as a path that any program can open."""
    folder = session.newsroom.sites.folder(site)
    if folder is None:
        return site
    return replace(site, options={**site.options, "folder": str(folder)})


def _test(session: Session, parsed: Namespace) -> int:
    newsroom = session.newsroom
    site = newsroom.sites.by_name(parsed.name)
    identity = newsroom.sites.test(site.id)
    able = asdict(identity.capabilities)
    account = identity.capabilities.account
    may = [name.replace("_", " ") for name, value in able.items() if value is True]
    session.output.document(
        {
            "site": site.id,
            "name": site.name,
            "identity": identity.identity,
            "account": account,
            "capabilities": able,
        },
        f"{site.name} answers" + (f"; you are {account}" if account else "")
        + f". {', '.join(may).capitalize()}.",
    )  # fmt: skip
    return 0


def _remove(session: Session, parsed: Namespace) -> int:
    newsroom = session.newsroom
    site = newsroom.sites.remove(newsroom.sites.by_name(parsed.name).id).value
    session.output.document(
        {"site": site.id, "name": site.name}, f"Removed {site.name}. Every article is still here."
    )
    return 0
