# SPDX-License-Identifier: GPL-3.0-or-later
"""The `sites` command: add, list, test and remove publishing endpoints."""

from __future__ import annotations

import argparse
import getpass
import sys
from argparse import Namespace
from dataclasses import asdict, replace

from editor_app.cli import plain_values
from editor_app.cli.arguments import Commands
from editor_app.cli.session import Session
from editor_app.domain.errors import BadInput
from editor_app.domain.site import Site, SiteKind
from editor_app.publishing.registry import ENDPOINT_KINDS
from editor_app.services.keep_sites import Login

_BUILT_IN = tuple(known.kind for known in ENDPOINT_KINDS)
_NEEDS_LOGIN = (
    "This kind of site needs a password or token: give it on standard input with --secret-stdin, "
    "or in EDITOR_APP_SECRET."
)


def add_commands(commands: Commands) -> None:
    """Declare the commands."""
    sites = commands.add("sites", _need_a_command, help="publishing endpoints")
    sites.set_defaults(parser=sites)
    actions = Commands(sites, dest="sites_command")

    add = actions.add("add", _add, help="connect a site")
    add.add_argument("name", metavar="NAME")
    add.add_argument("--kind", type=_kind, required=True, metavar="KIND", help=", ".join(_BUILT_IN))
    add.add_argument("--url", required=True, metavar="URL", help="its address, or a folder")
    add.add_argument("--user", default="", metavar="U")
    add.add_argument("--zone", default="", metavar="ZONE", help="of its readers, as in Asia/Tokyo")
    add.add_argument("--option", action="append", type=_option, default=[], metavar="k=v")

    _add_secret(add)

    actions.add("list", _list, help="list the sites")
    test = actions.add("test", _test, help="who you are there and what you may do")
    test.add_argument("name", metavar="NAME")
    _add_secret(test)
    remove = actions.add("remove", _remove, help="take a site off the list; every article stays")
    remove.add_argument("name", metavar="NAME")


def _add_secret(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--secret-stdin", action="store_true", help="read the password or token, and keep it"
    )
    command.add_argument(
        "--keyring", choices=("system", "file"), default="system",
        help="where it is kept: the system's keyring, or a file in the profile only you can read",
    )  # fmt: skip


def _secret_of(session: Session, *, from_input: bool) -> str:
    """Return the secret that was given beside the arguments, "" for none."""
    if not from_input:
        return session.given_secret
    if sys.stdin.isatty():
        secret = getpass.getpass("Password or token: ").strip()
    else:
        secret = sys.stdin.readline().strip()
    if not secret:
        raise BadInput("There is no password on standard input.")
    return secret


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
    in_file = parsed.keyring == "file"
    secret = _secret_of(session, from_input=parsed.secret_stdin)
    if parsed.kind is SiteKind.STATIC:
        secret = ""
    elif not secret:
        session.output.complain(_NEEDS_LOGIN)
        return 2
    site = session.newsroom.sites.add(
        parsed.name,
        parsed.kind,
        parsed.url,
        login=Login(parsed.user, secret, in_file=in_file),
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
    if parsed.secret_stdin and site.kind is not SiteKind.STATIC:
        login = Login(site.user, _secret_of(session, from_input=True), parsed.keyring == "file")
        identity = newsroom.sites.change_login(site.id, login).value
        if site.paused_reason:
            newsroom.sync.resume_site(site.id)
    else:
        session.use_given_secret(site)
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
